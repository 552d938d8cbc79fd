import { workedGroup } from '../../groups/index.ts'
import { type Change, NotFound, refuse } from '../../platform/visit.ts'
import { isBallot, object, type Part } from '../model.ts'
import { ownElectors } from '../permissions.ts'
import { putInto } from '../urn.ts'
import { type LockedVote, lockedVote, type Which } from './votes.ts'

type Cast = Which & { electorId: string }

/**
 * Casts or changes the open ballot of an elector. Refuses a vote that is over (`voteOver`), a ballot that does not fit
 * (`partsWrong`), an objection without a reason, and who only stands in where the elector has cast already (`castAlready`).
 */
export async function castOpenly(
  change: Change,
  { parts, reason, ...which }: Cast & { parts: Part[]; reason: string },
) {
  const { vote, elector, edition } = await running(change, which)
  if (!vote || vote.isSecret) return refuse('voteOver')
  const options = await optionsOf(change, vote)
  if (!isBallot({ rule: vote, options, weight: elector.weight, parts })) return refuse('partsWrong', 'choice')
  const isObjection = vote.method === 'consent' && parts[0]!.choice === object
  if (isObjection && !reason) return refuse('reasonMissing', 'reason')
  if (elector.hasCast && elector.isStandIn && elector.castBy !== elector.ownId) return refuse('castAlready')
  const row = { parts: JSON.stringify(parts), reason: isObjection ? reason : null }
  await change.write
    .insertInto('voteBallots')
    .values({ electorId: elector.id, ...row })
    .onConflict((conflict) => conflict.column('electorId').doUpdateSet(row))
    .execute()
  await markCast(change, elector)
  await change.record('vote.cast', vote.id, { edition })
  return which
}

/**
 * Casts a secret ballot, once and for all: it goes into the urn, and the roll says that it did. Refuses a vote that is
 * over, a ballot that does not fit, a second one, and a receipt that lies in the urn already.
 */
export async function castSecretly(
  change: Change,
  { choices, code, ...which }: Cast & { choices: number[]; code: Buffer },
) {
  const { vote, elector, edition } = await running(change, which)
  if (!vote?.urn) return refuse('voteOver')
  const parts = choices.map((choice) => ({ choice, weight: 1 }))
  const options = await optionsOf(change, vote)
  if (!isBallot({ rule: vote, options, weight: 1, parts })) return refuse('partsWrong', 'choice')
  if (elector.hasCast) return refuse('castAlready')
  const urn = putInto(change.house, vote.id, vote.urn, { code, choices })
  if (!urn) return refuse('codeTaken')
  await change.write.updateTable('votes').set({ urn }).where('id', '=', vote.id).execute()
  await markCast(change, elector)
  await change.record('vote.cast', vote.id, { edition })
  return which
}

/** The vote while it runs, locked, and the elector for whom the viewer casts. Throws NotFound for who may not. */
async function running(change: Change, { groupId, id, electorId }: Cast) {
  const { editionId } = await workedGroup(change, groupId)
  const vote = await lockedVote(change, { groupId, id })
  const rows = await ownElectors(change)
    .innerJoin('groupMembers as own', (join) =>
      join.on('own.groupId', '=', groupId).on('own.state', '=', 'active').on('own.personId', '=', viewerId(change)),
    )
    .where('electors.voteId', '=', id)
    .where('electors.id', '=', electorId)
    .select([
      'electors.id',
      'electors.weight',
      'electors.hasCast',
      'electors.castBy',
      'own.id as ownId',
      'voteSpeakers.memberId',
      'voteSpeakers.isDeputy',
    ])
    .execute()
  const [first] = rows
  if (!first) throw new NotFound()
  const isStandIn = !rows.some(({ memberId, ownId, isDeputy }) => memberId === ownId && !isDeputy)
  const isOver = vote.state !== 'open' || (vote.closesAt !== null && vote.closesAt <= change.now)
  return { vote: isOver ? undefined : vote, elector: { ...first, isStandIn }, edition: editionId }
}

const viewerId = ({ viewer }: Change) => (viewer.kind === 'person' ? viewer.id : null)

const markCast = ({ write }: Change, { id, ownId }: { id: string; ownId: string }) =>
  write.updateTable('electors').set({ hasCast: true, castBy: ownId }).where('id', '=', id).execute()

async function optionsOf({ write }: Change, { id }: LockedVote) {
  const { count } = await write
    .selectFrom('voteOptions')
    .where('voteId', '=', id)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

import { workedGroup } from '../../groups/index.ts'
import { type Change, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { isBallot, object, type Part } from '../model.ts'
import { ownElectors } from '../permissions.ts'
import { putInto } from '../urn.ts'
import { type LockedVote, lockedVote, type Which } from './votes.ts'

type Cast = Which & { electorId: string }

/**
 * Casts or changes the open ballot of an elector. Refuses a vote that is over (`voteOver`), a ballot that does not fit
 * (`partsWrong`), an objection without a reason, and who only stands in where the elector has cast already (`castAlready`).
 * What another has cast for the same organisation is replaced only where `replaces` names them (`castByOther`), and kept.
 */
export async function castOpenly(
  change: Change,
  { parts, reason, replaces, ...which }: Cast & { parts: Part[]; reason: string; replaces: readonly string[] },
) {
  const { vote, elector, edition } = await running(change, which)
  if (!vote || vote.isSecret) return refuse('voteOver')
  const options = await optionsOf(change, vote)
  if (!isBallot({ rule: vote, options, weight: elector.weight, parts })) return refuse('partsWrong', 'choice')
  const isObjection = vote.method === 'consent' && parts[0]!.choice === object
  if (isObjection && !reason) return refuse('reasonMissing', 'reason')
  if (elector.hasCast && elector.isStandIn && elector.castBy !== elector.ownId) return refuse('castAlready')
  const other = elector.castBy !== elector.ownId ? elector.castBy : null
  if (other && elector.organisationId && !replaces.includes(other)) return refuse('castByOther', 'replaces')
  if (await holdsTooMany(change, vote, elector)) return refuse('proxiesTooMany')
  if (other) await keepReplaced(change, elector.id, other)
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
  if (await holdsTooMany(change, vote, elector)) return refuse('proxiesTooMany')
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
      join.on('own.groupId', '=', groupId).on('own.state', '=', 'active').on('own.personId', '=', personOf(change)),
    )
    .where('electors.voteId', '=', id)
    .where('electors.id', '=', electorId)
    .select([
      'electors.id',
      'electors.weight',
      'electors.hasCast',
      'electors.castBy',
      'electors.organisationId',
      'own.id as ownId',
      'voteSpeakers.memberId',
      'voteSpeakers.isDeputy',
    ])
    .execute()
  const [first] = rows
  if (!first) throw new NotFound()
  const isStandIn = !rows.some(({ memberId, ownId, isDeputy }) => memberId === ownId && !isDeputy)
  const isByProxy = rows.every(({ memberId, ownId }) => memberId !== ownId)
  const isOver = vote.state !== 'open' || (vote.closesAt !== null && vote.closesAt <= change.now)
  return { vote: isOver ? undefined : vote, elector: { ...first, isStandIn, isByProxy }, edition: editionId }
}

type Held = { id: string; ownId: string; isByProxy: boolean }

/** Whether somebody has cast as a proxy for as many others as the vote allows. */
async function holdsTooMany({ write }: Change, vote: LockedVote, { id, ownId, isByProxy }: Held) {
  if (!isByProxy) return false
  const { count } = await write
    .selectFrom('electors')
    .where('voteId', '=', vote.id)
    .where('castBy', '=', ownId)
    .where('id', '!=', id)
    .where('id', 'not in', write.selectFrom('voteSpeakers').where('memberId', '=', ownId).select('electorId'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count >= vote.mostProxies
}

const keepReplaced = ({ write, now }: Change, electorId: string, castBy: string) =>
  write
    .insertInto('replacedBallots')
    .columns(['electorId', 'parts', 'castBy', 'replacedAt'])
    .expression((row) =>
      row
        .selectFrom('voteBallots')
        .where('electorId', '=', electorId)
        .select((own) => [
          'electorId',
          'parts',
          own.cast<string>(own.val(castBy), 'uuid').as('castBy'),
          own.cast<Date>(own.val(now), 'timestamptz').as('replacedAt'),
        ]),
    )
    .execute()

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

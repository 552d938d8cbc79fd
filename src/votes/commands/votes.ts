import { randomUUID } from 'node:crypto'
import { ledGroup } from '../../groups/index.ts'
import { notify, notifyNow } from '../../notices/index.ts'
import { type Change, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { type Rule, ruleProblem } from '../model.ts'
import { electorateOf, type NewElector, openingProblem } from '../queries/electorate.ts'
import { newUrn } from '../urn.ts'

/** A vote that ends so soon is told at once. */
const hurriedMs = 3 * 86_400_000

export type Which = { groupId: string; id: string }
type Said = Rule & { title: string; text: string; options: readonly string[] }

/** Drafts a vote. Refuses a rule whose parts do not go together (`ruleProblem`). */
export async function draftVote(change: Change, { groupId, options, ...values }: Said & { groupId: string }) {
  const group = await ledGroup(change, groupId)
  const problem = ruleProblem(values, options)
  if (problem) return refuse(problem.refused, problem.field)
  const { id } = await change.write
    .insertInto('votes')
    .values({ groupId, ...values, createdAt: change.now, createdBy: personOf(change) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await setOptions(change, id, options)
  await change.record('vote.drafted', id, { edition: group.editionId, after: { title: values.title } })
  return { groupId, id }
}

/** Changes a draft. Refuses as `draftVote` does, and `changedMeanwhile`. */
export async function changeVote(
  change: Change,
  { groupId, id, seen, options, ...values }: Said & Which & { seen: number },
) {
  const { group, vote } = await draft(change, { groupId, id })
  if (vote.revision !== seen) return refuse('changedMeanwhile')
  const problem = ruleProblem(values, options)
  if (problem) return refuse(problem.refused, problem.field)
  await change.write
    .updateTable('votes')
    .set({ ...values, revision: seen + 1 })
    .where('id', '=', id)
    .execute()
  await setOptions(change, id, options)
  await change.record('vote.changed', id, { edition: group.editionId, after: { title: values.title } })
  return { groupId, id }
}

/** Takes a draft away. */
export async function removeVote(change: Change, which: Which) {
  const { group } = await draft(change, which)
  await change.write.deleteFrom('votes').where('id', '=', which.id).execute()
  await change.record('vote.removed', which.id, { edition: group.editionId })
  return which
}

/**
 * Opens a vote: who is entitled, who may cast for them and with which weight is fixed now. Refuses a deadline that has
 * passed, nobody entitled, and too few for a secret. The clock will close it at its deadline.
 */
export async function openVote(change: Change, which: Which) {
  const { group, vote } = await draft(change, which)
  const { id } = which
  const electorate = await electorateOf(change, vote)
  const problem = openingProblem(change, vote, electorate)
  if (problem) return refuse(problem)
  const { electors, version } = electorate
  await enterElectors(change, id, electors)
  const urn = vote.isSecret ? newUrn(change.house, id) : null
  const opened = { state: 'open', openedAt: change.now, weightVersionId: version?.id ?? null, urn } as const
  await change.write.updateTable('votes').set(opened).where('id', '=', id).execute()
  if (vote.closesAt) await change.queue('closeVote', { vote: id }, { runAt: vote.closesAt, key: `close-vote-${id}` })
  const tell = vote.closesAt && vote.closesAt.getTime() - change.now.getTime() <= hurriedMs ? notifyNow : notify
  await tell(change, { groupId: which.groupId, kind: 'vote', until: vote.closesAt })
  await change.record('vote.opened', id, { edition: group.editionId, after: { electors: electors.length } })
  return which
}

async function enterElectors({ write }: Change, voteId: string, electors: readonly NewElector[]) {
  const rows = electors.map(({ speakers, ...elector }) => ({ row: { id: randomUUID(), voteId, ...elector }, speakers }))
  await write
    .insertInto('electors')
    .values(rows.map(({ row }) => row))
    .execute()
  await write
    .insertInto('voteSpeakers')
    .values(rows.flatMap(({ row, speakers }) => speakers.map((speaker) => ({ electorId: row.id, ...speaker }))))
    .execute()
}

/** The vote's row, locked: who casts, closes or cancels it waits. Throws NotFound for one of another group. */
export async function lockedVote({ write }: Change, { groupId, id }: Which) {
  const row = await write
    .selectFrom('votes')
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .select([
      'id',
      'groupId',
      'method',
      'basis',
      'isWeighted',
      'isSecret',
      'maySplit',
      'majority',
      'quorumPercent',
      'mostProxies',
      'closesAt',
      'state',
      'revision',
      'urn',
    ])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
export type LockedVote = Awaited<ReturnType<typeof lockedVote>>

async function draft(change: Change, which: Which) {
  const group = await ledGroup(change, which.groupId)
  const vote = await lockedVote(change, which)
  if (vote.state !== 'draft') throw new NotFound()
  return { group, vote }
}

async function setOptions({ write }: Change, voteId: string, options: readonly string[]) {
  await write.deleteFrom('voteOptions').where('voteId', '=', voteId).execute()
  const rows = options.map((text, index) => ({ voteId, position: index + 1, text }))
  if (rows.length > 0) await write.insertInto('voteOptions').values(rows).execute()
}

import { ledGroup } from '../../groups/index.ts'
import type { Merging } from '../../platform/room.ts'
import { type Change, personOf, refuse } from '../../platform/visit.ts'
import { count, type Part, type Result } from '../model.ts'
import { ballotsIn, hasKey, type SecretBallot } from '../urn.ts'
import { type LockedVote, lockedVote, type Which } from './votes.ts'

/**
 * Closes a vote and counts it. Refuses one that is not open, one whose deadline has not come while somebody may still
 * cast (`deadlineHolds`), and a secret one whose key is gone (`urnLost`).
 */
export async function closeVote(change: Change, which: Which) {
  const group = await ledGroup(change, which.groupId)
  const vote = await lockedVote(change, which)
  if (vote.state !== 'open') return refuse('notOpen')
  if (vote.closesAt && change.now < vote.closesAt && !(await haveAllCast(change, vote))) return refuse('deadlineHolds')
  return finish(change, vote, group.editionId)
}

/** Closes a vote whose deadline has come; does nothing where somebody was first. */
export async function closeDueVote(change: Change, id: string) {
  const found = await change.write
    .selectFrom('votes')
    .innerJoin('workingGroups', 'workingGroups.id', 'votes.groupId')
    .where('votes.id', '=', id)
    .select(['groupId', 'editionId'])
    .executeTakeFirst()
  if (!found) return {}
  const vote = await lockedVote(change, { groupId: found.groupId, id })
  const isDue = vote.state === 'open' && vote.closesAt !== null && vote.closesAt <= change.now
  return isDue ? finish(change, vote, found.editionId) : {}
}

/** Ends an open vote without a result, for a reason that everybody in the group reads. Nothing of its ballots is kept. */
export async function cancelVote(change: Change, { reason, ...which }: Which & { reason: string }) {
  const group = await ledGroup(change, which.groupId)
  const vote = await lockedVote(change, which)
  if (vote.state !== 'open') return refuse('notOpen')
  for (const table of ['voteBallots', 'replacedBallots'] as const)
    await change.write
      .deleteFrom(table)
      .where('electorId', 'in', change.write.selectFrom('electors').where('voteId', '=', which.id).select('id'))
      .execute()
  await change.write
    .updateTable('votes')
    .set({ state: 'cancelled', closedAt: change.now, closedBy: personOf(change), reason, urn: null })
    .where('id', '=', which.id)
    .execute()
  if (vote.isSecret) await change.queue('destroyUrn', { vote: vote.id })
  await change.record('vote.cancelled', which.id, { edition: group.editionId })
  return which
}

async function finish(change: Change, vote: LockedVote, edition: string) {
  const { id, groupId } = vote
  if (vote.isSecret && !hasKey(change.house, id)) return refuse('urnLost')
  const secret = vote.urn ? ballotsIn(change.house, id, vote.urn) : []
  const result = await counted(change, vote, secret)
  if (secret.length > 0 && result.outcome !== 'too_few') await publish(change, id, secret)
  await change.write
    .updateTable('votes')
    .set({
      state: 'closed',
      closedAt: change.now,
      closedBy: personOf(change),
      result: JSON.stringify(result),
      urn: null,
    })
    .where('id', '=', id)
    .execute()
  if (vote.isSecret) await change.queue('destroyUrn', { vote: id })
  await change.record('vote.closed', id, { edition, after: { outcome: result.outcome } })
  return { groupId, id }
}

// They leave the urn in the order of their codes, which are random.
const publish = ({ write }: Change, voteId: string, ballots: readonly SecretBallot[]) =>
  write
    .insertInto('secretBallots')
    .values(ballots.map(({ code, choices }) => ({ voteId, code, choices: JSON.stringify(choices) })))
    .execute()

async function counted({ write }: Change, vote: LockedVote, secret: readonly SecretBallot[]): Promise<Result> {
  const electors = await write
    .selectFrom('electors')
    .leftJoin('voteBallots', 'voteBallots.electorId', 'electors.id')
    .where('voteId', '=', vote.id)
    .select(['electors.weight', 'voteBallots.parts', 'electors.hasCast'])
    .execute()
  const options = await write.selectFrom('voteOptions').where('voteId', '=', vote.id).select('position').execute()
  const open = electors.flatMap(({ weight, parts }) => (parts ? [{ weight, parts: parts as unknown as Part[] }] : []))
  const ballots = vote.isSecret
    ? secret.map(({ choices }) => ({ weight: 1, parts: choices.map((choice) => ({ choice, weight: 1 })) }))
    : open
  // What was cast and what lies there is the same number, or something is wrong that nobody may paint over.
  if (electors.filter(({ hasCast }) => hasCast).length !== ballots.length) throw new Error('roll and ballots differ')
  return count({ rule: vote, options: options.length, electors, ballots })
}

async function haveAllCast({ write }: Change, { id }: LockedVote) {
  const left = await write
    .selectFrom('electors')
    .where('voteId', '=', id)
    .where('hasCast', '=', false)
    .select('id')
    .executeTakeFirst()
  return left === undefined
}

/** Whether both organisations have a vote of their own in one that is open. */
export async function voteTogether({ write }: Change, { kept, gone }: Merging): Promise<boolean> {
  const row = await write
    .selectFrom('electors as one')
    .innerJoin('electors as other', 'other.voteId', 'one.voteId')
    .innerJoin('votes', 'votes.id', 'one.voteId')
    .where('votes.state', '=', 'open')
    .where('one.organisationId', '=', kept)
    .where('other.organisationId', '=', gone)
    .select('votes.id')
    .executeTakeFirst()
  return row !== undefined
}

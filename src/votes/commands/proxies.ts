import { workedGroup } from '../../groups/index.ts'
import { type Change, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { standardProxies } from '../model.ts'

type Given = { groupId: string; proxyId: string; voteId: string | null; untilOn: string | null }

/**
 * Lets another member vote for the viewer, in one vote or until a day. One given before for the same is replaced. Refuses
 * oneself, who does not decide in the group, a vote that is over, neither vote nor day, and who stands for as many others
 * as one may (`proxyFull`).
 */
export async function giveProxy(change: Change, { groupId, proxyId, voteId, untilOn }: Given) {
  const { editionId } = await workedGroup(change, groupId)
  const giver = await ownMember(change, groupId)
  if (proxyId === giver.id) return refuse('ownProxy', 'proxyId')
  if (!(await isDeciding(change, groupId, proxyId))) return refuse('memberUnknown', 'proxyId')
  if (voteId === null && untilOn === null) return refuse('spanMissing', 'untilOn')
  if (voteId === null && untilOn! < change.now.toISOString().slice(0, 10)) return refuse('dayPassed', 'untilOn')
  const vote = voteId === null ? { mostProxies: standardProxies } : await openVote(change, groupId, voteId)
  if (!vote) return refuse('voteOver', 'voteId')
  if ((await othersOf(change, { proxyId, voteId, giverId: giver.id })) >= vote.mostProxies)
    return refuse('proxyFull', 'proxyId')
  await change.write
    .updateTable('voteProxies')
    .set({ endedAt: change.now })
    .where('giverId', '=', giver.id)
    .where('voteId', voteId === null ? 'is' : '=', voteId)
    .where('endedAt', 'is', null)
    .execute()
  const { id } = await change.write
    .insertInto('voteProxies')
    .values({ groupId, giverId: giver.id, proxyId, voteId, untilOn: voteId ? null : untilOn, createdAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('proxy.given', id, { edition: editionId })
  return { groupId }
}

/** Takes a proxy back that the viewer gave. What was cast with it stays. */
export async function endProxy(change: Change, { groupId, id }: { groupId: string; id: string }) {
  const { editionId } = await workedGroup(change, groupId)
  const giver = await ownMember(change, groupId)
  const row = await change.write
    .updateTable('voteProxies')
    .set({ endedAt: change.now })
    .where('id', '=', id)
    .where('giverId', '=', giver.id)
    .where('endedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  await change.record('proxy.ended', id, { edition: editionId })
  return { groupId }
}

async function ownMember(change: Change, groupId: string) {
  const row = await change.write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('personId', '=', personOf(change))
    .where('state', '=', 'active')
    .select('id')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

async function isDeciding({ write }: Change, groupId: string, id: string) {
  const row = await write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .where('part', 'in', ['lead', 'member'])
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

const openVote = ({ write }: Change, groupId: string, id: string) =>
  write
    .selectFrom('votes')
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .select('mostProxies')
    .executeTakeFirst()

/** For how many other members somebody stands as a proxy, in one vote or for a time. */
async function othersOf(
  { write, now }: Change,
  { proxyId, voteId, giverId }: { proxyId: string; voteId: string | null; giverId: string },
) {
  const { count } = await write
    .selectFrom('voteProxies')
    .innerJoin('groupMembers as givers', 'givers.id', 'voteProxies.giverId')
    .where('givers.state', '=', 'active')
    .where('givers.part', 'in', ['lead', 'member'])
    .where('proxyId', '=', proxyId)
    .where('giverId', '!=', giverId)
    .where('endedAt', 'is', null)
    .where((row) => row.or([row('voteId', '=', voteId), row('untilOn', '>=', now.toISOString().slice(0, 10))]))
    .select(({ fn }) => fn.count<number>('giverId').distinct().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

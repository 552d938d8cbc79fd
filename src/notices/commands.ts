import { queueMail } from '../platform/outbox.ts'
import { type Change, linkSecret, NotFound } from '../platform/visit.ts'
import { type Counts, type Kind, type Pace, paces, standardPace } from './model.ts'
import { wishes } from './permissions.ts'

/** The secret of the link that changes or ends a member's notices. */
export const wishSecret = (house: Change['house'], memberId: string) => linkSecret(house, 'notices', memberId, 1)

/**
 * Notes for everybody in a group but who did it that there is something new; each is told as they want. Belongs to a
 * change that is recorded by its own name. A mail says of which kind it is and in which group, and nothing more.
 */
export const notify = (change: Change, news: News) => note(change, news, ['at_once'])

/** The same for what does not wait: all who want to be told at all are told now. */
export const notifyNow = (change: Change, news: News) => note(change, news, paces)

type News = { groupId: string; kind: Kind }

async function note(change: Change, { groupId, kind }: News, hurried: readonly Pace[]) {
  const own = change.viewer.kind === 'person' ? change.viewer.id : null
  const members = await change.write
    .selectFrom('groupMembers')
    .leftJoin('noticeWishes', 'noticeWishes.memberId', 'groupMembers.id')
    .where('groupId', '=', groupId)
    .where('state', '=', 'active')
    .where('personId', 'is distinct from', own)
    .select(['groupMembers.id', 'pace'])
    .execute()
  const told = members.filter(({ pace }) => pace !== 'never')
  if (told.length === 0) return
  const rows = told.map(({ id }) => ({ memberId: id, kind, createdAt: change.now }))
  await change.write.insertInto('notices').values(rows).execute()
  for (const { id, pace } of told)
    if (hurried.includes((pace ?? standardPace) as Pace))
      await change.queue('tellNotices', { member: id }, { key: `notices-${id}` })
}

/** Sets how often the viewer is told of a group. Throws NotFound for who is not in it. */
export async function wish(change: Change, { memberId, pace }: { memberId: string; pace: Pace }) {
  await setPace(change, memberId, pace)
  await change.record('notices.wished', memberId, { after: { pace } })
  return { memberId }
}

/** The same for the holder of the link in a mail. */
export async function wishByLink(change: Change, { pace }: { pace: Pace }) {
  const row = await wishes(change).select('noticeWishes.memberId').executeTakeFirst()
  if (!row) throw new NotFound()
  return wish(change, { memberId: row.memberId, pace })
}

/** Mails a member what is new, all in one. Who has left or wants nothing any more is told nothing, and it is gone. */
export async function tellMember(change: Change, memberId: string) {
  // Taken away first: of two who tell at the same moment the second finds nothing.
  const fresh = await change.write.deleteFrom('notices').where('memberId', '=', memberId).returning('kind').execute()
  if (fresh.length === 0) return
  const member = await change.write
    .selectFrom('groupMembers')
    .innerJoin('people', 'people.id', 'groupMembers.personId')
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .leftJoin('noticeWishes', 'noticeWishes.memberId', 'groupMembers.id')
    .where('groupMembers.id', '=', memberId)
    .where('groupMembers.state', '=', 'active')
    .where('people.disabledAt', 'is', null)
    .select(['people.email', 'people.language', 'workingGroups.editionId', 'noticeWishes.pace'])
    .executeTakeFirst()
  if (member && member.pace !== 'never') {
    await setPace(change, memberId, member.pace ?? standardPace)
    const counts: Counts = {}
    for (const { kind } of fresh) counts[kind] = (counts[kind] ?? 0) + 1
    await queueMail(change, {
      template: 'notices.new',
      about: memberId,
      edition: member.editionId,
      recipient: member.email,
      language: member.language,
      values: counts,
    })
  }
  await change.record('notices.told', memberId, member ? { edition: member.editionId } : {})
}

/** Members who wait to be told and want it at this pace. */
export const waitingFor = async ({ read }: Pick<Change, 'read'>, pace: Pace) =>
  (
    await read
      .selectFrom('notices')
      .leftJoin('noticeWishes', 'noticeWishes.memberId', 'notices.memberId')
      .where((row) => row(row.fn.coalesce('pace', row.val(standardPace)), '=', pace))
      .select('notices.memberId')
      .distinct()
      .execute()
  ).map(({ memberId }) => memberId)

// The row is there as soon as a mail with its link is.
async function setPace({ write, house }: Change, memberId: string, pace: Pace) {
  await write
    .insertInto('noticeWishes')
    .values({ memberId, pace, secretHash: wishSecret(house, memberId).hash })
    .onConflict((conflict) => conflict.column('memberId').doUpdateSet({ pace }))
    .execute()
}

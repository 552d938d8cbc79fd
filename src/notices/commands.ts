import { queueMail } from '../platform/outbox.ts'
import { type Change, linkSecret, NotFound } from '../platform/visit.ts'
import { type Kind, type News, type Pace, paces, standardPace } from './model.ts'
import { wishes } from './permissions.ts'

/** The secret of the link that changes or ends a member's notices. */
export const wishSecret = (house: Change['house'], memberId: string) => linkSecret(house, 'notices', memberId, 1)

/**
 * Notes for everybody in a group but who did it that there is something new; each is told as they want. Belongs to a
 * change that is recorded by its own name. A mail says of which kind it is and in which group, and nothing more.
 */
export const notify = (change: Change, told: Told) => note(change, told, ['at_once'])

/** The same for what does not wait: all who want to be told at all are told now. */
export const notifyNow = (change: Change, told: Told) => note(change, told, paces)

type Told = { groupId: string; kind: Exclude<Kind, 'task'>; until?: Date | null }

async function note(change: Change, { groupId, kind, until = null }: Told, hurried: readonly Pace[]) {
  const own = change.viewer.kind === 'person' ? change.viewer.id : null
  const members = await change.write
    .selectFrom('groupMembers')
    .leftJoin('noticeWishes', 'noticeWishes.memberId', 'groupMembers.id')
    .where('groupId', '=', groupId)
    .where('state', '=', 'active')
    .where('personId', 'is distinct from', own)
    .select(['groupMembers.id', 'pace'])
    .execute()
  await noteFor(change, members, { kind, until, hurried })
}

/** Notes for one member that a task was given to them; not where they took it themselves. */
export async function notifyOfTask(change: Change, memberId: string) {
  const own = change.viewer.kind === 'person' ? change.viewer.id : null
  const member = await change.write
    .selectFrom('groupMembers')
    .leftJoin('noticeWishes', 'noticeWishes.memberId', 'groupMembers.id')
    .where('groupMembers.id', '=', memberId)
    .where('personId', 'is distinct from', own)
    .select(['groupMembers.id', 'pace'])
    .execute()
  await noteFor(change, member, { kind: 'task', until: null, hurried: ['at_once'] })
}

type Note = { kind: Kind; until: Date | null; hurried: readonly Pace[] }

async function noteFor(
  change: Change,
  members: readonly { id: string; pace: string | null }[],
  { kind, until, hurried }: Note,
) {
  const told = members.filter(({ pace }) => pace !== 'never')
  if (told.length === 0) return
  const rows = told.map(({ id }) => ({ memberId: id, kind, until, createdAt: change.now }))
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
  const fresh = await change.write
    .deleteFrom('notices')
    .where('memberId', '=', memberId)
    .returning(['kind', 'until'])
    .execute()
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
    const news: News = {}
    for (const { kind, until } of fresh) {
      news[kind] = (news[kind] ?? 0) + 1
      const ends = until?.toISOString()
      if (ends && (!news.until || ends < news.until)) news.until = ends
    }
    await queueMail(change, {
      template: 'notices.new',
      about: memberId,
      edition: member.editionId,
      recipient: member.email,
      language: member.language,
      values: news,
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

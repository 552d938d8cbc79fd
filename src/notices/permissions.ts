import { ownMemberships } from '../groups/index.ts'
import type { Visit } from '../platform/visit.ts'

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/** The wishes that the viewer may see and change: their own, or the one whose secret they hold, while in the group. */
export function wishes(visit: Asker) {
  const { read, viewer } = visit
  const all = read
    .selectFrom('noticeWishes')
    .innerJoin('groupMembers', 'groupMembers.id', 'noticeWishes.memberId')
    .where('groupMembers.state', '=', 'active')
  if (viewer.kind === 'holder') return all.where('noticeWishes.secretHash', '=', viewer.secretHash)
  return all.where('noticeWishes.memberId', 'in', ownMemberships(visit).select('groupMembers.id'))
}

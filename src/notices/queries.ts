import type { Group } from '../groups/index.ts'
import type { Bilingual } from '../platform/language.ts'
import { NotFound, type Visit } from '../platform/visit.ts'
import { type Pace, standardPace } from './model.ts'
import { wishes } from './permissions.ts'

/** How often the viewer is told of a group they are in. */
export async function ownPace(visit: Visit, { ownMemberId }: Pick<Group, 'ownMemberId'>): Promise<Pace> {
  const row = await wishes(visit)
    .where('noticeWishes.memberId', '=', ownMemberId ?? null)
    .select('pace')
    .executeTakeFirst()
  return row?.pace ?? standardPace
}

/** The same for the holder of a link, with the group's name. Throws NotFound for a link that holds no more. */
export async function heldWish(visit: Visit): Promise<{ pace: Pace; group: Bilingual }> {
  const row = await wishes(visit)
    .innerJoin('workingGroups', 'workingGroups.id', 'groupMembers.groupId')
    .select(['noticeWishes.pace', 'workingGroups.name as group'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

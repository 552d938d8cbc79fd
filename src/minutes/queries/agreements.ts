import { sql } from 'kysely'
import type { Group } from '../../groups/index.ts'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { AgreementKind, TaskState } from '../model.ts'
import { agreements, shownDecisions } from '../permissions.ts'

export type Agreement = {
  id: string
  kind: AgreementKind
  text: string
  memberId: string | null
  who: string
  dueOn: string | null
  state: TaskState
  revision: number
  sectionId: string | null
  meetingId: string
  meeting: string
  isApproved: boolean
}

const withWho = (visit: Visit) =>
  agreements(visit)
    .innerJoin('meetings', 'meetings.id', 'agreements.meetingId')
    .innerJoin('minutes', 'minutes.meetingId', 'agreements.meetingId')
    .leftJoin('groupMembers', 'groupMembers.id', 'agreements.memberId')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .select([
      'agreements.id',
      'agreements.kind',
      'agreements.text',
      'agreements.memberId',
      'agreements.dueOn',
      'agreements.state',
      'agreements.revision',
      'agreements.sectionId',
      'agreements.meetingId',
      'meetings.title as meeting',
      sql<string>`coalesce(people.name, '')`.as('who'),
      sql<boolean>`minutes.state = 'approved'`.as('isApproved'),
    ])

/** What a group agreed: open tasks by the day they are due, then decisions and what is settled, the latest first. */
export const agreementsOf = (visit: Visit, group: Group): Promise<Agreement[]> =>
  withWho(visit)
    .where('agreements.groupId', '=', group.id)
    .orderBy(sql`agreements.kind = 'task' and agreements.state = 'open'`, 'desc')
    .orderBy('agreements.dueOn', (order) => order.asc().nullsLast())
    .orderBy('agreements.createdAt', 'desc')
    .orderBy('agreements.id')
    .limit(1000)
    .execute()

/** What a meeting agreed, in the order it was entered. */
export const agreementsOfMeeting = (visit: Visit, meetingId: string): Promise<Agreement[]> =>
  withWho(visit)
    .where('agreements.meetingId', '=', meetingId)
    .orderBy('agreements.createdAt')
    .orderBy('agreements.id')
    .execute()

/** One of them. Throws NotFound where there is none. */
export async function agreementAt(visit: Visit, group: Group, id: string): Promise<Agreement> {
  const row = isId(id)
    ? await withWho(visit).where('agreements.groupId', '=', group.id).where('agreements.id', '=', id).executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

/** The decisions of a group that everybody may know. */
export const decisionsShown = (visit: Visit, ids: readonly string[]) =>
  shownDecisions(visit)
    .where('agreements.groupId', 'in', ids)
    .select(['agreements.id', 'agreements.groupId', 'agreements.text', 'minutes.approvedAt'])
    .orderBy('minutes.approvedAt', 'desc')
    .orderBy('agreements.createdAt')
    .orderBy('agreements.id')
    .limit(50)
    .execute()

/** Tasks that the viewer has taken on and that are open, the next one due first. */
export const ownTasks = (visit: Visit) =>
  agreements(visit)
    .innerJoin('groupMembers', 'groupMembers.id', 'agreements.memberId')
    .where('groupMembers.personId', '=', visit.viewer.kind === 'person' ? visit.viewer.id : null)
    .where('groupMembers.state', '=', 'active')
    .where('agreements.kind', '=', 'task')
    .where('agreements.state', '=', 'open')
    .select(['agreements.id', 'agreements.groupId', 'agreements.text', 'agreements.dueOn'])
    .orderBy('agreements.dueOn', (order) => order.asc().nullsLast())
    .orderBy('agreements.id')
    .limit(20)
    .execute()

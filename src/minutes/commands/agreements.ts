import { workedGroup } from '../../groups/index.ts'
import { notifyOfTask } from '../../notices/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { type AgreementKind, reminderDays, reminderEveryDays, type TaskState } from '../model.ts'
import { isLed, isTooMuch, writtenMinutes } from './minutes.ts'

export type Agreed = { kind: AgreementKind; text: string; memberId: string | null; dueOn: string | null }

/**
 * Writes down what was agreed at a section. A decision has nobody who does it and no day. Refuses as `writtenMinutes`
 * does, and `tooLong`.
 */
export async function addAgreement(
  change: Change,
  { groupId, meetingId, sectionId, ...input }: Agreed & { groupId: string; meetingId: string; sectionId: string },
) {
  const written = await writtenMinutes(change, { groupId, meetingId })
  if (isRefusal(written)) return written
  const section = await change.write
    .selectFrom('minutesSections')
    .where('meetingId', '=', meetingId)
    .where('id', '=', sectionId)
    .select('id')
    .executeTakeFirst()
  if (!section) throw new NotFound()
  if (await isTooMuch(change, { meetingId, text: input.text })) return refuse('tooLong', 'text')
  const values = await valuesOf(change, groupId, input)
  if (!values) return refuse('memberUnknown', 'memberId')
  const at = { createdAt: change.now, changedAt: change.now }
  const { id } = await change.write
    .insertInto('agreements')
    .values({ groupId, meetingId, sectionId, kind: input.kind, ...values, ...at })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (values.memberId) await notifyOfTask(change, values.memberId)
  await change.record(`agreement.${input.kind}_added`, id, { edition: written.group.editionId, after: values })
  return { id }
}

type Input = Omit<Agreed, 'kind'> & { groupId: string; id: string; seen: number; state: TaskState }

/**
 * Changes what was agreed. Once the minutes are approved its words stay; who does a task, until when and how far it is may
 * still change. Refuses `changedMeanwhile`, and `liesBefore` while the minutes lie before those who were there and somebody
 * else than a lead changes it.
 */
export async function changeAgreement(change: Change, { groupId, id, seen, state, ...input }: Input) {
  const group = await workedGroup(change, groupId)
  const row = await change.write
    .selectFrom('agreements')
    .innerJoin('minutes', 'minutes.meetingId', 'agreements.meetingId')
    .where('agreements.groupId', '=', groupId)
    .where('agreements.id', '=', id)
    .select([
      'kind',
      'text',
      'memberId',
      'dueOn',
      'agreements.state',
      'agreements.revision',
      'minutes.state as minutesState',
    ])
    .forUpdate('agreements')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.revision !== seen) return refuse('changedMeanwhile')
  const isApproved = row.minutesState === 'approved'
  if (row.minutesState === 'commenting' && !(await isLed(change, groupId))) return refuse('liesBefore')
  if (isApproved && (row.kind === 'decision' || input.text !== row.text)) return refuse('approved', 'text')
  const said = await valuesOf(change, groupId, { ...input, kind: row.kind })
  if (!said) return refuse('memberUnknown', 'memberId')
  const values = { ...said, state: row.kind === 'task' ? state : ('open' as const) }
  const isMoved = values.dueOn !== row.dueOn || values.memberId !== row.memberId
  await change.write
    .updateTable('agreements')
    .set({ ...values, revision: seen + 1, changedAt: change.now, ...(isMoved ? { remindedAt: null } : {}) })
    .where('id', '=', id)
    .execute()
  if (values.memberId && values.memberId !== row.memberId) await notifyOfTask(change, values.memberId)
  await change.record('agreement.changed', id, { edition: group.editionId, ...changedOf(row, values) })
  return { id }
}

/** Reminds of open tasks that are due soon or late already; of each once a week. */
export async function remindTasks(change: Change) {
  const day = 86_400_000
  const soon = new Date(change.now.getTime() + reminderDays * day).toISOString().slice(0, 10)
  const due = await change.write
    .selectFrom('agreements')
    .innerJoin('groupMembers', 'groupMembers.id', 'agreements.memberId')
    .innerJoin('people', 'people.id', 'groupMembers.personId')
    .innerJoin('workingGroups', 'workingGroups.id', 'agreements.groupId')
    .where('agreements.kind', '=', 'task')
    .where('agreements.state', '=', 'open')
    .where('groupMembers.state', '=', 'active')
    .where('people.disabledAt', 'is', null)
    .where('dueOn', '<=', soon)
    .where((row) =>
      row.or([
        row('remindedAt', 'is', null),
        row('remindedAt', '<=', new Date(change.now.getTime() - reminderEveryDays * day)),
      ]),
    )
    .select(['agreements.id', 'people.email', 'people.language', 'workingGroups.editionId'])
    .forUpdate('agreements')
    .execute()
  for (const { id, email, language, editionId } of due) {
    await change.write.updateTable('agreements').set({ remindedAt: change.now }).where('id', '=', id).execute()
    await queueMail(change, { template: 'minutes.task', about: id, edition: editionId, recipient: email, language })
    await change.record('agreement.reminded', id, { edition: editionId })
  }
}

/** What is written of an agreement; undefined for a member who is not in the group. */
async function valuesOf({ write }: Change, groupId: string, { kind, text, memberId, dueOn }: Agreed) {
  if (kind === 'decision') return { text, memberId: null, dueOn: null }
  if (memberId === null) return { text, memberId, dueOn }
  const member = await write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .select('id')
    .executeTakeFirst()
  return member && { text, memberId, dueOn }
}

import { ledGroup, ledGroups, workedGroup } from '../../groups/index.ts'
import { presentGuestsOf } from '../../meetings/index.ts'
import { notify } from '../../notices/index.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, isRefusal, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { nextStates, type State, tooMuch } from '../model.ts'

export type Which = { groupId: string; meetingId: string }

/** Begins the minutes of a meeting that has a date, a section for each item of its agenda. Who is second finds them there. */
export async function beginMinutes(change: Change, { groupId, meetingId }: Which) {
  const group = await workedGroup(change, groupId)
  const meeting = await change.write
    .selectFrom('meetings')
    .leftJoin('minutes', 'minutes.meetingId', 'meetings.id')
    .where('groupId', '=', groupId)
    .where('id', '=', meetingId)
    .select(['title', 'meetings.state', 'minutes.meetingId as begun'])
    .executeTakeFirst()
  if (!meeting) throw new NotFound()
  if (meeting.begun) return { meetingId }
  if (meeting.state !== 'planned' && meeting.state !== 'held') return refuse('noDate')
  await change.write
    .insertInto('minutes')
    .values({ meetingId, createdAt: change.now, createdBy: personOf(change) })
    .execute()
  const items = await change.write
    .selectFrom('agendaItems')
    .where('meetingId', '=', meetingId)
    .select(['id', 'title'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  for (const [position, { id, title }] of (items.length > 0 ? items : [{ id: null, title: meeting.title }]).entries())
    await insertSection(change, { meetingId, agendaItemId: id, position, title })
  await change.record('minutes.begun', meetingId, { edition: group.editionId })
  return { meetingId }
}

/** Adds a section at the end. Refuses as `writtenMinutes` does, and `tooLong`. */
export async function addSection(change: Change, { title, ...which }: Which & { title: string }) {
  const written = await writtenMinutes(change, which)
  if (isRefusal(written)) return written
  const { meetingId } = which
  if (await isTooMuch(change, { meetingId, text: title })) return refuse('tooLong', 'title')
  const last = await change.write
    .selectFrom('minutesSections')
    .where('meetingId', '=', meetingId)
    .select((eb) => eb.fn.max<number | null>('position').as('position'))
    .executeTakeFirst()
  const id = await insertSection(change, { meetingId, agendaItemId: null, position: (last?.position ?? -1) + 1, title })
  await change.record('minutes.section_added', meetingId, { edition: written.group.editionId })
  return { id }
}

type SectionInput = Which & { id: string; seen: number; title: string; text: string }

/**
 * Saves a section as a new version. Refuses `changedMeanwhile` when there is a newer one than the writer has seen: then
 * the page shows both texts; `tooLong` for more than minutes hold, and as `writtenMinutes` does.
 */
export async function saveSection(change: Change, { id, seen, title, text, ...which }: SectionInput) {
  const written = await writtenMinutes(change, which)
  if (isRefusal(written)) return written
  const row = await change.write
    .selectFrom('minutesSections')
    .where('meetingId', '=', which.meetingId)
    .where('id', '=', id)
    .select(['revision', 'title', 'text'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.title === title && row.text === text) return { id }
  if (row.revision !== seen) return refuse('changedMeanwhile')
  if (await isTooMuch(change, { meetingId: which.meetingId, sectionId: id, text })) return refuse('tooLong', 'text')
  const revision = row.revision + 1
  const at = change.now
  await change.write
    .updateTable('minutesSections')
    .set({ title, text, revision, changedAt: at, changedBy: personOf(change) })
    .where('id', '=', id)
    .execute()
  await change.write
    .insertInto('minutesVersions')
    .values({ sectionId: id, revision, title, text, at, byPerson: personOf(change) })
    .execute()
  await change.record('minutes.section_saved', which.meetingId, { edition: written.group.editionId })
  return { id }
}

/** Opens minutes to comments or takes them back. Refuses `moveImpossible` when they stand elsewhere by now. */
export async function moveMinutes(change: Change, { to, ...which }: Which & { to: Exclude<State, 'approved'> }) {
  const group = await ledGroup(change, which.groupId)
  const { state } = await lockedRow(change, which)
  if (!nextStates(state).includes(to)) return refuse('moveImpossible')
  const { meetingId } = which
  await change.write.updateTable('minutes').set({ state: to }).where('meetingId', '=', meetingId).execute()
  if (to === 'commenting') await askThosePresent(change, { ...which, edition: group.editionId })
  await recordMove(change, { meetingId, edition: group.editionId, from: state, to })
  return { meetingId }
}

export const recordMove = (
  change: Change,
  { meetingId, edition, from, to }: { meetingId: string; edition: string; from: State; to: State },
) => change.record('minutes.moved', meetingId, { edition, before: { state: from }, after: { state: to } })

/** Members are told as they wish to be; guests who were there by a mail with their link. */
async function askThosePresent(change: Change, { groupId, meetingId, edition }: Which & { edition: string }) {
  await notify(change, { groupId, kind: 'minutes' })
  for (const { id, email, language } of await presentGuestsOf(change, meetingId))
    if (email)
      await queueMail(change, { template: 'minutes.guest', about: id, edition, recipient: email, language, values: {} })
}

/** The minutes, locked, for who writes in the group. Refuses nobody: approved ones are not there to be written. */
export async function lockedMinutes(change: Change, which: Which) {
  const group = await workedGroup(change, which.groupId)
  const { state } = await lockedRow(change, which)
  if (state === 'approved') throw new NotFound()
  return { group, state }
}

/**
 * The same to change what they say. Refuses `approved`, and `liesBefore` to all but leads while they lie before those
 * who were there: then others propose.
 */
export async function writtenMinutes(change: Change, { groupId, meetingId }: Which) {
  const group = await workedGroup(change, groupId)
  const { state } = await lockedRow(change, { groupId, meetingId })
  if (state === 'approved') return refuse('approved')
  if (state === 'commenting' && !(await isLed(change, groupId))) return refuse('liesBefore')
  return { group }
}

export const isLed = async (change: Change, groupId: string) =>
  (await ledGroups(change).where('workingGroups.id', '=', groupId).select('workingGroups.id').executeTakeFirst()) !==
  undefined

/** Whether minutes would hold more than can be set, with this text in a section's stead or beside all. */
export async function isTooMuch(
  { write }: Change,
  { meetingId, sectionId, text }: { meetingId: string; sectionId?: string; text: string },
) {
  const [sections, agreed] = await Promise.all([
    write.selectFrom('minutesSections').where('meetingId', '=', meetingId).select(['id', 'text']).execute(),
    write.selectFrom('agreements').where('meetingId', '=', meetingId).select('text').execute(),
  ])
  return tooMuch([
    text,
    ...sections.flatMap((one) => (one.id === sectionId ? [] : [one.text])),
    ...agreed.map((one) => one.text),
  ])
}

export async function lockedRow({ write }: Change, { groupId, meetingId }: Which) {
  const row = await write
    .selectFrom('minutes')
    .innerJoin('meetings', 'meetings.id', 'minutes.meetingId')
    .where('meetings.groupId', '=', groupId)
    .where('minutes.meetingId', '=', meetingId)
    .select('minutes.state')
    .forUpdate('minutes')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

async function insertSection(
  change: Change,
  row: { meetingId: string; agendaItemId: string | null; position: number; title: string },
) {
  const { id } = await change.write
    .insertInto('minutesSections')
    .values({ ...row, changedAt: change.now, changedBy: personOf(change) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.write
    .insertInto('minutesVersions')
    .values({ sectionId: id, revision: 1, title: row.title, text: '', at: change.now, byPerson: personOf(change) })
    .execute()
  return id
}

import { type Change, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { movedRanges, placeOf } from '../anchors.ts'
import { tooMuch } from '../model.ts'
import { ledPaper, touch, type Which, workedPaper } from './papers.ts'

type Of = Which & { id: string }

/** Who may write now: everybody who works in the group in a draft; its lead while amendments are open. */
export async function writtenPaper(change: Change, which: Which) {
  const { group, paper } = await workedPaper(change, which)
  return paper.state === 'draft' ? { group, paper } : ledPaper(change, which)
}

/** Adds an empty section at the end. Refuses `paperTooLong` where there is no room for it. */
export async function addSection(change: Change, { title, ...which }: Which & { title: string }) {
  const { group } = await writtenPaper(change, which)
  const { paperId } = which
  const wrong = tooMuch('', await textsBeside(change, { id: null, paperId }))
  if (wrong) return refuse(wrong, 'title')
  const last = await change.write
    .selectFrom('paperSections')
    .where('paperId', '=', paperId)
    .select((row) => row.fn.max<number | null>('position').as('position'))
    .executeTakeFirst()
  const { id } = await change.write
    .insertInto('paperSections')
    .values({
      ...{ paperId, title, position: (last?.position ?? -1) + 1 },
      ...{ changedAt: change.now, changedBy: personOf(change) },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertVersion(change, { sectionId: id, revision: 1, title, text: '' })
  await touch(change, paperId)
  await change.record('paper.section_added', paperId, { edition: group.editionId, after: { title } })
  return { id }
}

/**
 * Saves a section as a new version. Refuses `changedMeanwhile` when there is a newer one than the writer has seen: then
 * the page shows both texts; `tooLong` and `paperTooLong` for more than can be set.
 */
export async function saveSection(
  change: Change,
  { id, seen, title, text, ...which }: Of & { seen: number; title: string; text: string },
) {
  const { group } = await writtenPaper(change, which)
  const section = await lockedSection(change, { ...which, id })
  if (section.title === title && section.text === text) return { id }
  if (section.revision !== seen) return refuse('changedMeanwhile')
  const wrong = await tooMuchFor(change, section, text)
  if (wrong) return refuse(wrong, 'text')
  await writeVersion(change, section, { title, text })
  await change.record('paper.section_saved', which.paperId, { edition: group.editionId, after: { title } })
  return { id }
}

/** What is too much where this becomes the text of a locked section. */
export const tooMuchFor = async (change: Change, section: Pick<Section, 'id' | 'paperId'>, text: string) =>
  tooMuch(text, await textsBeside(change, section))

/** The texts of a paper's other sections, also of those taken out: they can be put back. */
async function textsBeside({ write }: Change, { id, paperId }: { id: string | null; paperId: string }) {
  const rows = await write.selectFrom('paperSections').where('paperId', '=', paperId).select(['id', 'text']).execute()
  return rows.flatMap((row) => (row.id === id ? [] : [row.text]))
}

/** Makes an earlier version the latest again; it becomes a new one. Refuses `changedMeanwhile` as saving does. */
export async function restoreVersion(
  change: Change,
  { id, seen, version, ...which }: Of & { seen: number; version: number },
) {
  const { write } = change
  const row = await write
    .selectFrom('paperVersions')
    .where('sectionId', '=', id)
    .where('revision', '=', version)
    .select(['title', 'text'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return saveSection(change, { ...which, ...row, id, seen })
}

/** Moves a section one place up. */
export async function moveSectionUp(change: Change, { id, ...which }: Of) {
  const { group } = await ledPaper(change, which)
  const all = await change.write
    .selectFrom('paperSections')
    .where('paperId', '=', which.paperId)
    .where('isRemoved', '=', false)
    .select(['id', 'position'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const at = all.findIndex((section) => section.id === id)
  if (at < 0) throw new NotFound()
  const order = at === 0 ? all : all.with(at - 1, all[at]!).with(at, all[at - 1]!)
  for (const [position, section] of order.entries())
    if (section.position !== position)
      await change.write.updateTable('paperSections').set({ position }).where('id', '=', section.id).execute()
  await touch(change, which.paperId)
  await change.record('paper.section_moved', which.paperId, { edition: group.editionId })
  return { id }
}

/** Takes a section out of the paper. */
export const removeSection = (change: Change, of: Of) => setRemoved(change, of, true)
/** Puts one back that was taken out. */
export const putBackSection = (change: Change, of: Of) => setRemoved(change, of, false)

async function setRemoved(change: Change, { id, ...which }: Of, isRemoved: boolean) {
  const { group } = await ledPaper(change, which)
  const { title } = await lockedSection(change, { ...which, id })
  await change.write.updateTable('paperSections').set({ isRemoved }).where('id', '=', id).execute()
  await touch(change, which.paperId)
  const what = isRemoved ? 'paper.section_removed' : 'paper.section_put_back'
  await change.record(what, which.paperId, { edition: group.editionId, after: { title } })
  return { id }
}

/** A section of the paper, locked. Throws NotFound where there is none. */
export async function lockedSection({ write }: Change, { id, paperId }: Of) {
  const row = await write
    .selectFrom('paperSections')
    .where('paperId', '=', paperId)
    .where('id', '=', id)
    .select(['id', 'paperId', 'revision', 'title', 'text'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

type Section = Awaited<ReturnType<typeof lockedSection>>

/** Writes the next version of a locked section, and takes along what is said at its passages. */
export async function writeVersion(change: Change, section: Section, { title, text }: { title: string; text: string }) {
  const revision = section.revision + 1
  await change.write
    .updateTable('paperSections')
    .set({ title, text, revision, changedAt: change.now, changedBy: personOf(change) })
    .where('id', '=', section.id)
    .execute()
  await insertVersion(change, { sectionId: section.id, revision, title, text })
  await touch(change, section.paperId)
  if (section.text === text) return
  for (const table of ['paperComments', 'paperAmendments'] as const) {
    await takeAlong(change, table, { id: section.id, from: section.text, to: text })
    await takeUpLost(change, table, { ...section, text })
  }
}

const insertVersion = (change: Change, version: { sectionId: string; revision: number; title: string; text: string }) =>
  change.write
    .insertInto('paperVersions')
    .values({ ...version, at: change.now, byPerson: personOf(change) })
    .execute()

type Anchored = 'paperComments' | 'paperAmendments'

/** Finds every passage of a section that something is said at in its next version. */
async function takeAlong(change: Change, table: Anchored, { id, from, to }: { id: string; from: string; to: string }) {
  const rows = await change.write
    .selectFrom(table)
    .where('sectionId', '=', id)
    .where('quoteStart', 'is not', null)
    .select(['id', 'quoteStart', 'quoteEnd'])
    .execute()
  const ranges = rows.map(({ quoteStart, quoteEnd }) => ({ start: quoteStart ?? 0, end: quoteEnd ?? 0 }))
  for (const [index, there] of (rows.length > 0 ? movedRanges(from, to, ranges) : []).entries()) {
    const before = ranges[index]!
    if (there?.start === before.start && there.end === before.end) continue
    await change.write
      .updateTable(table)
      .set({ quoteStart: there?.start ?? null, quoteEnd: there?.end ?? null })
      .where('id', '=', rows[index]!.id)
      .execute()
  }
}

/** What was said at a passage of the paper that is gone belongs here when its very words stand here now. */
async function takeUpLost(change: Change, table: Anchored, { id, paperId, text }: Section) {
  const lost = await change.write
    .selectFrom(table)
    .innerJoin('paperSections', 'paperSections.id', `${table}.sectionId`)
    .where('paperSections.paperId', '=', paperId)
    .where('quoteStart', 'is', null)
    .where('quote', 'is not', null)
    .select([`${table}.id`, `${table}.quote`])
    .execute()
  for (const { id: lostId, quote } of lost) {
    const there = placeOf(text, quote ?? '')
    if (!there) continue
    await change.write
      .updateTable(table)
      .set({ sectionId: id, quoteStart: there.start, quoteEnd: there.end })
      .where('id', '=', lostId)
      .execute()
    if (table === 'paperComments')
      await change.write.updateTable(table).set({ sectionId: id }).where('answersId', '=', lostId).execute()
  }
}

import type { Bilingual, Language } from '../platform/language.ts'
import { queueMail } from '../platform/outbox.ts'
import { type Change, NotFound, refuse } from '../platform/visit.ts'
import { installation } from '../region/index.ts'
import {
  type AnswerWay,
  answerTemplate,
  blanksIn,
  isOperatorKey,
  type Menu,
  type OperatorFacts,
  type OperatorKey,
  operatorKeys,
  reportVersion,
  reservedSlugs,
} from './model.ts'
import { mayPublish, mayWrite, pages, reports } from './permissions.ts'
import { operatorFacts } from './queries/pages.ts'

export type PageInput = {
  slugDe: string
  slugEn: string
  menu: Menu
  position: number
  title: Bilingual
  text: Bilingual
  isPublished: boolean
}

/**
 * Makes a page, as a draft or published at once. Refuses with `slugTaken` at the slug that another page has, and with
 * `mayNotPublish` for authors.
 */
export async function addPage(change: Change, input: PageInput) {
  if (!mayWrite(change)) throw new NotFound()
  if (input.isPublished && !mayPublish(change)) return refuse('mayNotPublish', 'isPublished')
  const taken = await slugTaken(change, input)
  if (taken) return taken
  const unknown = unknownBlank(input)
  if (unknown) return unknown
  const { title, text, isPublished, ...rest } = input
  const page = await change.write
    .insertInto('pages')
    .values({ ...rest, kind: 'own', publishedVersion: isPublished ? 1 : null, createdAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addVersion(change, page.id, 1, { title, text })
  await change.record('page.created', page.id, { after: { ...rest, title, isPublished } })
  return page
}

/**
 * Writes a new version of a page. Refuses with `changedMeanwhile` when somebody else wrote one since `seen`, with
 * `slugTaken`, and with `mayNotPublish` for authors.
 */
export async function changePage(change: Change, input: PageInput & { id: string; seen: number }) {
  if (!mayWrite(change)) throw new NotFound()
  const page = await pages(change).where('id', '=', input.id).selectAll().forUpdate().executeTakeFirst()
  if (!page) throw new NotFound()
  if (page.currentVersion !== input.seen) return refuse('changedMeanwhile')
  if (input.isPublished && !mayPublish(change)) return refuse('mayNotPublish', 'isPublished')
  const taken = await slugTaken(change, input, input.id)
  if (taken) return taken
  const unknown = unknownBlank(input)
  if (unknown) return unknown
  const { id, seen, title, text, isPublished, ...rest } = input
  const version = seen + 1
  await addVersion(change, id, version, { title, text })
  const publishedVersion = isPublished ? version : page.publishedVersion
  await change.write
    .updateTable('pages')
    .set({ ...rest, currentVersion: version, publishedVersion })
    .where('id', '=', id)
    .execute()
  await change.record('page.changed', id, {
    before: { version: seen, menu: page.menu },
    after: { version, isPublished, menu: rest.menu },
  })
  return { id }
}

/** Makes an old version the latest one again, as a draft. */
export async function restoreVersion(change: Change, input: { page: string; version: number }) {
  if (!mayWrite(change)) throw new NotFound()
  const page = await pages(change).where('id', '=', input.page).selectAll().forUpdate().executeTakeFirst()
  const old =
    page &&
    (await change.read
      .selectFrom('pageVersions')
      .selectAll()
      .where('pageId', '=', page.id)
      .where('version', '=', input.version)
      .executeTakeFirst())
  if (!page || !old) throw new NotFound()
  const version = page.currentVersion + 1
  await addVersion(change, page.id, version, old)
  await change.write.updateTable('pages').set({ currentVersion: version }).where('id', '=', page.id).execute()
  await change.record('page.restored', page.id, {
    before: { version: page.currentVersion },
    after: { version, from: input.version },
  })
  return { id: page.id }
}

/** Takes a page offline; its versions stay. Pages that law asks for can't be: refuses with `pageIsRequired`. */
export async function unpublishPage(change: Change, input: { page: string }) {
  if (!mayPublish(change)) throw new NotFound()
  const page = await pages(change).where('id', '=', input.page).selectAll().forUpdate().executeTakeFirst()
  if (!page) throw new NotFound()
  if (['imprint', 'privacy', 'accessibility'].includes(page.kind)) return refuse('pageIsRequired')
  await change.write.updateTable('pages').set({ publishedVersion: null }).where('id', '=', page.id).execute()
  await change.record('page.unpublished', page.id, { before: { version: page.publishedVersion } })
  return { id: page.id }
}

/** Writes down what only the operator knows; an empty German value makes it a blank again. */
export async function tellOperatorFacts(change: Change, facts: Readonly<Record<OperatorKey, Bilingual>>) {
  if (!mayPublish(change)) throw new NotFound()
  const known = await operatorFacts(change)
  const changed = operatorKeys.filter((key) => !isSame(known[key] ?? { de: '' }, facts[key]))
  for (const key of changed) await tellFact(change, key, facts[key])
  const pick = (from: OperatorFacts) => Object.fromEntries(changed.map((key) => [key, from[key] ?? '']))
  await change.record('operator.told', null, { before: pick(known), after: pick(facts) })
  return { changed: changed.length }
}

const isSame = (one: Bilingual, other: Bilingual) => one.de === other.de && (one.en || '') === (other.en || '')

async function tellFact({ write, now }: Change, key: OperatorKey, { de, en }: Bilingual) {
  if (de === '') return void (await write.deleteFrom('operatorFacts').where('key', '=', key).execute())
  const row = { value: de, valueEn: en || null, changedAt: now }
  await write
    .insertInto('operatorFacts')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute()
}

/** Takes in a barrier or a question from anybody and tells the office by mail, where its address is known. */
export async function report(
  change: Change,
  input: { kind: 'barrier' | 'question'; page: string; text: string; email: string | null; language: Language },
) {
  const { id } = await change.write
    .insertInto('reports')
    .values({ ...input, at: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record(`report.${input.kind}`, id)
  const { contactEmail, languages } = await installation(change)
  if (contactEmail)
    await queueMail(change, {
      template: 'report.received',
      about: id,
      recipient: contactEmail,
      language: languages[0] ?? 'de',
    })
  return { id }
}

type Answer = { report: string; answer: string; way: AnswerWay; staysOpen: boolean; seen: string }

/**
 * Answers a report, by mail to who wrote it or as a note of what was said elsewhere, and settles it unless it is to stay
 * open; as often as it likes. Refuses with `answeredMeanwhile` when somebody else has answered, settled or
 * reopened it since `seen`, and a mail
 * with `answerMissing` and `noAddress`.
 */
export async function answerReport(change: Change, { report: id, answer, way, staysOpen, seen }: Answer) {
  const stored = await reports(change)
    .where('id', '=', id)
    .select(['id', 'answer', 'answeredAt', 'doneAt', 'email', 'language'])
    .forUpdate()
    .executeTakeFirst()
  if (!stored) throw new NotFound()
  if (reportVersion(stored) !== seen) return refuse('answeredMeanwhile', 'answer')
  if (way === 'mail') {
    if (!answer) return refuse('answerMissing', 'answer')
    if (!stored.email) return refuse('noAddress', 'way')
    await queueMail(change, {
      template: answerTemplate,
      about: id,
      recipient: stored.email,
      language: stored.language,
      values: { answer },
    })
    await change.record('report.mailed', id)
  }
  await noteAnswer(change, stored, { answer, way, isDone: !staysOpen })
  return { id, way }
}

type Stored = { id: string; answer: string | null; doneAt: Date | null }

async function noteAnswer(
  change: Change,
  { id, ...stored }: Stored,
  { answer, way, isDone }: { answer: string; way: AnswerWay; isDone: boolean },
) {
  const isAnswered = way === 'mail' || answer !== (stored.answer ?? '')
  const isMoved = isDone !== (stored.doneAt !== null)
  const by = change.viewer.kind === 'person' ? change.viewer.id : null
  const note = answer ? { answer, answeredAt: change.now, answeredBy: by } : noAnswer
  if (isAnswered || isMoved)
    await change.write
      .updateTable('reports')
      .set({ ...(isAnswered ? note : {}), ...(isMoved ? { doneAt: isDone ? change.now : null } : {}) })
      .where('id', '=', id)
      .execute()
  if (isAnswered && way === 'note') await change.record('report.answered', id)
  if (isMoved) await change.record(isDone ? 'report.settled' : 'report.reopened', id)
}

const noAnswer = { answer: null, answeredAt: null, answeredBy: null }

/** Deletes reports one year after they came. */
export async function eraseReports(change: Change) {
  const aYearAgo = new Date(change.now)
  aYearAgo.setUTCFullYear(change.now.getUTCFullYear() - 1)
  const { numDeletedRows } = await change.write.deleteFrom('reports').where('at', '<', aYearAgo).executeTakeFirst()
  if (numDeletedRows > 0n) await change.record('report.erased', null, { after: { count: Number(numDeletedRows) } })
}

async function slugTaken(change: Change, input: { slugDe: string; slugEn: string }, except?: string) {
  let others = change.read.selectFrom('pages').select(['slugDe', 'slugEn'])
  if (except) others = others.where('id', '<>', except)
  const rows = await others.execute()
  const all = new Set([...reservedSlugs, ...rows.flatMap(({ slugDe, slugEn }) => [slugDe, slugEn])])
  if (all.has(input.slugDe)) return refuse('slugTaken', 'slugDe')
  if (all.has(input.slugEn)) return refuse('slugTaken', 'slugEn')
  return undefined
}

/** A placeholder that no fact of the operator fills would stay a gap for ever. */
function unknownBlank({ text }: Pick<PageInput, 'text'>) {
  const unknown = (source: string) => blanksIn(source).filter((key) => !isOperatorKey(key))
  const [german, english] = [unknown(text.de), unknown(text.en ?? '')]
  if (german.length > 0) return refuse('unknownBlank', 'textDe', german.join(', '))
  return english.length > 0 ? refuse('unknownBlank', 'textEn', english.join(', ')) : undefined
}

const addVersion = (
  change: Change,
  pageId: string,
  version: number,
  { title, text }: { title: Bilingual; text: Bilingual },
) =>
  change.write
    .insertInto('pageVersions')
    .values({
      pageId,
      version,
      title,
      text,
      at: change.now,
      byPerson: change.viewer.kind === 'person' ? change.viewer.id : null,
    })
    .execute()

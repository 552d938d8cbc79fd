import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { blanksIn, isOperatorKey, type Menu, type OperatorFacts, optionalOperatorKeys } from '../model.ts'
import { answerMails, mayWrite, pages, reports } from '../permissions.ts'

export type PageLink = { slugDe: string; slugEn: string; title: Bilingual; menu: Menu; kind: string }

/** The published pages that stand in a menu, in their order. */
export async function menuPages(visit: Pick<Visit, 'read'>): Promise<PageLink[]> {
  return visit.read
    .selectFrom('pages')
    .innerJoin('pageVersions', (join) =>
      join.onRef('pageVersions.pageId', '=', 'pages.id').onRef('version', '=', 'publishedVersion'),
    )
    .where('menu', '<>', 'none')
    .select(['slugDe', 'slugEn', 'title', 'menu', 'kind'])
    .orderBy('position')
    .orderBy('slugDe')
    .execute()
}

export type PageText = {
  id: string
  kind: string
  slugDe: string
  slugEn: string
  title: Bilingual
  text: Bilingual
  at: Date
  version: number
  isPublished: boolean
}

/** One page by its slug in either language: as published; for those who write, the latest version with `draft`. */
export async function pageBySlug(visit: Visit, slug: string, draft = false): Promise<PageText | undefined> {
  const wanted = draft && mayWrite(visit) ? 'currentVersion' : 'publishedVersion'
  const row = await pages(visit)
    .innerJoin('pageVersions', (join) =>
      join.onRef('pageVersions.pageId', '=', 'pages.id').onRef('version', '=', wanted),
    )
    .where((eb) => eb.or([eb('slugDe', '=', slug), eb('slugEn', '=', slug)]))
    .select(['pages.id', 'kind', 'slugDe', 'slugEn', 'title', 'text', 'at', 'version', 'publishedVersion'])
    .executeTakeFirst()
  return row && { ...row, isPublished: row.publishedVersion === row.version }
}

/** What the operator has told so far. */
export async function operatorFacts(visit: Pick<Visit, 'read'>): Promise<OperatorFacts> {
  const rows = await visit.read.selectFrom('operatorFacts').select(['key', 'value', 'valueEn']).execute()
  return Object.fromEntries(rows.map(({ key, value, valueEn }) => [key, { de: value, en: valueEn ?? undefined }]))
}

export type PageRow = {
  id: string
  kind: string
  slugDe: string
  slugEn: string
  menu: Menu
  position: number
  currentVersion: number
  publishedVersion: number | null
  title: Bilingual
  text: Bilingual
  changedAt: Date
}

/** Every page with its latest title, for those who write. */
export async function allPages(visit: Visit): Promise<PageRow[]> {
  return pages(visit)
    .innerJoin('pageVersions', (join) =>
      join.onRef('pageVersions.pageId', '=', 'pages.id').onRef('version', '=', 'currentVersion'),
    )
    .select([
      'pages.id',
      'kind',
      'slugDe',
      'slugEn',
      'menu',
      'position',
      'currentVersion',
      'publishedVersion',
      'title',
      'text',
      'at as changedAt',
    ])
    .orderBy('menu')
    .orderBy('position')
    .orderBy('slugDe')
    .execute()
}

export type PageVersion = { version: number; title: Bilingual; text: Bilingual; at: Date; by: string | null }

/** The versions of one page, newest first. */
export async function versionsOf(visit: Visit, page: string): Promise<PageVersion[]> {
  return pages(visit)
    .where('pages.id', '=', page)
    .innerJoin('pageVersions', 'pageVersions.pageId', 'pages.id')
    .leftJoin('people', 'people.id', 'pageVersions.byPerson')
    .select(['version', 'title', 'text', 'at', 'people.name as by'])
    .orderBy('version', 'desc')
    .execute()
}

/** The blanks still open in published pages, with the pages that ask for them. */
export async function openBlanks(visit: Visit): Promise<{ key: string; pages: PageRow[] }[]> {
  const [rows, facts] = await Promise.all([allPages(visit), operatorFacts(visit)])
  const missing = new Map<string, PageRow[]>()
  for (const row of rows)
    for (const key of blanksIn(`${row.text.de}\n${row.text.en ?? ''}`))
      if (isOperatorKey(key) && !facts[key] && !optionalOperatorKeys.includes(key))
        missing.set(key, [...(missing.get(key) ?? []), row])
  return [...missing].map(([key, where]) => ({ key, pages: where }))
}

export type Report = Awaited<ReturnType<typeof reportList>>[number]

const reportRows = (visit: Visit) =>
  reports(visit)
    .leftJoin('people', 'people.id', 'answeredBy')
    .select([
      'reports.id',
      'kind',
      'page',
      'text',
      'reports.email',
      'reports.language',
      'at',
      'doneAt',
      'answer',
      'answeredAt',
    ])
    .select((eb) =>
      eb.fn.coalesce(eb.fn<string | null>('nullif', ['people.name', eb.val('')]), 'people.email').as('by'),
    )

/** What visitors reported, open ones first, at most the latest 200. */
export const reportList = (visit: Visit) =>
  reportRows(visit)
    .orderBy((eb) => eb('doneAt', 'is not', null))
    .orderBy('at', 'desc')
    .limit(200)
    .execute()

/** One report with its answer. Throws NotFound where the viewer may see none of this id. */
export async function oneReport(visit: Visit, id: string): Promise<Report> {
  const row = await reportRows(visit).where('reports.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** The answers that went to the visitor by mail, newest first. */
export const answersMailed = (visit: Visit, report: string) =>
  answerMails(visit)
    .where('about', '=', report)
    .select(['id', 'queuedAt', 'state'])
    .orderBy('queuedAt', 'desc')
    .limit(20)
    .execute()
export type MailedAnswer = Awaited<ReturnType<typeof answersMailed>>[number]

import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { type Asked, tsqueryOf } from '../../search/index.ts'
import { pages } from '../permissions.ts'
import { type Filters, passingSql, placesOf } from './matching.ts'

/** A page on which the question is answered, and how well. */
export type Passage = { id: string; page: number; rank: number }

/** So many pages are compared at most, and so many looked at for each way in which the words may stand there. */
const mostCompared = 240
const mostLookedAt = 5000

/**
 * The pages to be compared: all words on one page, often ones before single ones, as typed before widened ones. Only of
 * documents that match and pass the filters; `few` names these where they can be named.
 */
export async function passages(
  visit: Visit,
  asked: Asked,
  filters: Filters,
  few: readonly string[] | null,
): Promise<Passage[]> {
  if (few?.length === 0) return []
  const rank = (form: 'strict' | 'wide') => sql`ts_rank(words, ${tsqueryOf(asked, form)}::tsquery, 1)`
  const { rows } = await sql<Passage>`with ${few ? ofFew(visit, asked, few) : ofMany(visit, asked, filters)}
    select id, page, 4 * ${rank('strict')} + ${rank('wide')} as rank from candidates`.execute(visit.read as never)
  return rows
}

/** Pages of documents that are named: each is looked at. */
const ofFew = (visit: Visit, asked: Asked, few: readonly string[]) =>
  sql`candidates as materialized (select c.id, page, p.words from documents c join document_pages p on p.document_id = c.id and p.version = c.current_version
    where c.id = any(${few}::uuid[]) and ${isOpen(visit)} and p.words @@ ${tsqueryOf(asked, 'wide')}::tsquery limit ${sql.lit(mostCompared * 2)})`

function ofMany(visit: Visit, asked: Asked, filters: Filters) {
  const known = passingSql(visit, asked.without, filters)
  const way = (places: RawBuilder<unknown>) => sql`(select known.id, no as page from ${places}
    join ${known} known on known.id = of_document and known.current_version = of_version where ${isOpen(visit)} limit ${sql.lit(mostCompared)})`
  const forms = asked.terms.length > 0 ? (['⁴', '²', 'strict', 'wide'] as const) : []
  const ways = [
    ...asked.phrases.filter(({ pairs }) => pairs.every((one) => one.length > 0)).map((phrase) => way(placesOf(phrase))),
    ...forms.map((form) =>
      way(sql`pages_with(${tsqueryOf({ ...asked, phrases: [] }, form)}::tsquery, ${sql.lit(mostLookedAt)})`),
    ),
  ]
  if (ways.length === 0) ways.push(way(sql`pages_with(${tsqueryOf(asked, 'wide')}::tsquery, ${sql.lit(mostLookedAt)})`))
  return sql`places as materialized (select * from (${sql.join(ways, sql` union all `)}) ways limit ${sql.lit(mostCompared)}),
    candidates as materialized (select distinct on (places.id, places.page) places.id, places.page, p.words from places
      join documents c on c.id = places.id
      join document_pages p on p.document_id = c.id and p.version = c.current_version and p.page = places.page)`
}

/** For documents in which the words stand on different pages: those pages, the ones that say most of them first. */
export async function scattered(visit: Visit, { terms }: Asked, ids: readonly string[]): Promise<Passage[]> {
  if (ids.length === 0 || terms.length === 0) return []
  const any = terms.map((term) => tsqueryOf({ terms: [term], phrases: [] }, 'wide')).join(' | ')
  return currentPages(visit, ids)
    .where(sql<boolean>`document_pages.words @@ ${any}::tsquery`)
    .select(['documents.id', 'page', sql<number>`ts_rank(document_pages.words, ${any}::tsquery)`.as('rank')])
    .execute()
}

/** The texts of these pages. */
export async function textsOf(
  visit: Visit,
  wanted: readonly { id: string; page: number }[],
): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const rows = await currentPages(visit, [...new Set(wanted.map(({ id }) => id))])
    .where(
      sql<boolean>`(document_id, page) in (select id, page from json_to_recordset(${JSON.stringify(wanted)}) as wanted (id uuid, page int))`,
    )
    .select(['documents.id', 'page', 'text'])
    .execute()
  return new Map(rows.map(({ id, page, text }) => [placeOf({ id, page }), text]))
}
export const placeOf = ({ id, page }: { id: string; page: number }) => `${id} ${page}`

/** What is under embargo is found by what is said about it only. */
const isOpen = ({ now }: Visit) => sql<boolean>`(embargo_until is null or embargo_until <= ${now})`

const currentPages = (visit: Visit, ids: readonly string[]) =>
  pages(visit)
    .innerJoin('documents', (join) =>
      join.onRef('documents.id', '=', 'documentId').onRef('documents.currentVersion', '=', 'version'),
    )
    .where('documentId', 'in', [...ids])
    .where(isOpen(visit))

import { sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { type Asked, tsqueryOf } from '../../search/index.ts'
import { pages } from '../permissions.ts'
import { chosenSql, type Filters } from './matching.ts'

/** A page on which the question is answered, and how well. */
export type Passage = { id: string; page: number; rank: number }

/** So many pages are compared at most: those first on which the words stand most often. */
const mostCompared = 240

/**
 * The pages to be compared: all words on one page, often ones before single ones, as typed before widened ones. Only of
 * documents that match and pass the filters; `few` names these where they are few.
 */
export async function passages(
  visit: Visit,
  asked: Asked,
  filters: Filters,
  few: readonly string[] | null,
): Promise<Passage[]> {
  if (few?.length === 0) return []
  const isAmong = few ? sql`document_id = any(${few}::uuid[])` : sql`true`
  const forms = asked.terms.length > 0 ? (['⁴', '²', 'strict', 'wide'] as const) : (['wide'] as const)
  const branch = (form: (typeof forms)[number]) => sql`(select p.document_id, p.page, p.words from ${
    few ? sql`documents c` : sql`chosen c`
  } join document_pages p on p.document_id = c.id and p.version = c.current_version
    where ${isAmong} and ${isOpen(visit)} and p.words @@ ${tsqueryOf(asked, form)}::tsquery limit ${sql.lit(mostCompared)})`
  const rank = (form: 'strict' | 'wide') => sql`ts_rank(words, ${tsqueryOf(asked, form)}::tsquery, 1)`
  const { rows } = await sql<Passage>`with ${few ? sql`nothing as (select)` : chosenSql(visit, asked, filters)},
    candidates as materialized (select * from (${sql.join(forms.map(branch), sql` union all `)}) all_of_them limit ${sql.lit(mostCompared * 2)})
    select distinct on (document_id, page) document_id as id, page, 4 * ${rank('strict')} + ${rank('wide')} as rank from candidates`.execute(
    visit.read as never,
  )
  return rows
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

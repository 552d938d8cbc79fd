import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { type Asked, type Form, tsqueryOf } from '../../search/index.ts'
import { pages } from '../permissions.ts'
import { type Filters, type Matched, mostPhrases, passingSql, placesOf } from './matching.ts'

/** A page on which the question is answered, and how well. */
export type Passage = { id: string; page: number; rank: number }

/** So many pages are compared at most; of documents that are named twice as many, shared among them. */
const mostCompared = 240
const shareOf = (ids: readonly string[]) => sql.lit(Math.max(4, Math.floor((2 * mostCompared) / ids.length)))
/** So many pages are looked at for each way in which the words may stand there; more where filters leave few of them. */
const mostLookedAt = { unfiltered: 1000, filtered: 5000 }

/**
 * The pages to be compared: all words on one page, often ones before single ones, as typed before widened ones. Only of
 * documents that match and pass the filters, `total` in number; `few` names these, or some, where they can be named.
 */
export async function passages(
  visit: Visit,
  asked: Asked,
  filters: Filters,
  { few, total }: Pick<Matched, 'few' | 'total'>,
): Promise<Passage[]> {
  if (few?.length === 0) return []
  if (!few) return compared(visit, asked, amongMany(visit, asked, filters))
  const isNarrowed = Object.keys(filters).length > 0 || asked.without.length > 0
  if (isNarrowed || few.length < total) return passagesIn(visit, asked, few)
  return compared(visit, asked, amongFew(visit, asked, few))
}

/** The same of documents that are named and are known to be the viewer's to read. */
export const passagesIn = async (visit: Visit, asked: Asked, ids: readonly string[]): Promise<Passage[]> =>
  ids.length > 0 ? compared(visit, asked, pagesOf(visit, ids, tsqueryOf(asked, 'wide'))) : []

async function compared(visit: Visit, asked: Asked, candidates: RawBuilder<unknown>) {
  const { rows } =
    await sql<Passage>`with ${candidates} select id, page, ${rankSql(asked)} as rank from candidates`.execute(
      visit.read as never,
    )
  return rows
}

/** As typed counts four times what was widened to. */
function rankSql(asked: Asked) {
  const [strict, wide] = [tsqueryOf(asked, 'strict'), tsqueryOf(asked, 'wide')]
  const rank = (query: string) => sql`ts_rank(words, ${query}::tsquery, 1)`
  return strict === wide ? sql`5 * ${rank(wide)}` : sql`4 * ${rank(strict)} + ${rank(wide)}`
}

/**
 * Pages of documents that are named, each looked at; of each document the first ones. The index of words, which the
 * planner would ask anew for every document, is kept out: it lists the word's pages in the whole library each time.
 */
const pagesOf = (visit: Visit, ids: readonly string[], query: string) =>
  sql`candidates as materialized (select c.id, p.page, p.words from documents c,
    lateral (select page, words from document_pages where document_id = c.id and version = c.current_version
      and (words @@ ${query}::tsquery) is true limit ${shareOf(ids)}) p
    where c.id = any(${ids}::uuid[]) and ${isOpen(visit)})`

/** Pages of all documents that match, which are few: the indexes know them. */
const amongFew = (visit: Visit, asked: Asked, few: readonly string[]) =>
  sql`places as materialized (select *, row_number() over (partition by of_document, of_version order by no) as nth
      from (${sql.join(
        waysTo(asked, { forms: ['wide'], most: mostLookedAt.filtered, phrases: mostPhrases }).map(
          (places) => sql`select * from ${places}`,
        ),
        sql` union `,
      )}) places where of_document = any(${few}::uuid[])),
    candidates as materialized (select c.id, p.page, p.words from places
      join documents c on c.id = of_document and c.current_version = of_version and ${isOpen(visit)}
      join document_pages p on p.document_id = c.id and p.version = c.current_version and p.page = no
      where nth <= ${shareOf(few)})`

function amongMany(visit: Visit, asked: Asked, filters: Filters) {
  const isNarrowed = Object.keys(filters).length > 0
  const most = isNarrowed ? mostLookedAt.filtered : mostLookedAt.unfiltered
  const known = passingSql(visit, asked.without, filters)
  const way = (places: RawBuilder<unknown>) => sql`(select known.id, no as page from ${places}
    join ${known} known on known.id = of_document and known.current_version = of_version where ${isOpen(visit)} limit ${sql.lit(mostCompared)})`
  const ways = waysTo(asked, { forms: ['strict⁴', 'strict²', 'strict', 'wide⁴', 'wide'], most, phrases: most }).map(way)
  return sql`places as materialized (select * from (${sql.join(ways, sql` union all `)}) ways limit ${sql.lit(mostCompared)}),
    candidates as materialized (select distinct on (places.id, places.page) places.id, places.page, p.words from places
      join documents c on c.id = places.id
      join document_pages p on p.document_id = c.id and p.version = c.current_version and p.page = places.page)`
}

/** In which forms words are looked for, and at how many pages of each form and of each phrase. */
type Ways = { forms: readonly Form[]; most: number; phrases: number }

/**
 * The pages that the indexes give for a question: those of each phrase by its pairs, for its stems would lead to every
 * page that holds them in whatever order, and those of its words in each of these forms.
 */
function waysTo(asked: Asked, { forms, most, phrases }: Ways): RawBuilder<unknown>[] {
  const paired = asked.phrases.filter(({ pairs }) => pairs.every((one) => one.length > 0))
  const words = { ...asked, phrases: [] }
  const queries = new Set(asked.terms.length > 0 ? forms.map((form) => tsqueryOf(words, form)) : [])
  if (queries.size + paired.length === 0) queries.add(tsqueryOf(asked, 'wide'))
  return [
    ...paired.map((phrase) => placesOf(phrase, phrases)),
    ...[...queries].map((query) => sql`pages_with(${query}::tsquery, ${sql.lit(most)}) places`),
  ]
}

/** For documents in which the words stand on different pages: those pages, the ones that say most of them first. */
export async function scattered(visit: Visit, { terms }: Asked, ids: readonly string[]): Promise<Passage[]> {
  if (ids.length === 0 || terms.length === 0) return []
  const any = terms.map((term) => tsqueryOf({ terms: [term], phrases: [] }, 'wide')).join(' | ')
  const { rows } = await sql<Passage>`with ${pagesOf(visit, ids, any)}
    select id, page, ts_rank(words, ${any}::tsquery) as rank from candidates`.execute(visit.read as never)
  return rows
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

import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import type { Type, WrittenIn } from '../model/document.ts'
import { isAsked, type Marked, marking, type Question, sentenceOf } from '../model/question.ts'
import { pages, readable } from '../permissions.ts'
import { type Card, cardsOf } from './documents.ts'
import { type Asked, asked } from './words.ts'

export type Filters = { type?: Type; year?: number; subject?: string; language?: WrittenIn }
export type Search = { question: Question; filters: Filters; sort: 'relevance' | 'date'; page: number }
export type Facet = { value: string; count: number }
export type Facets = Record<'types' | 'years' | 'subjects' | 'languages', Facet[]>
/** A page of a document on which something was found, with the sentence. */
export type PageHit = { page: number; sentence: Marked[] }
export type Hit = Card & { hits: PageHit[]; pagesFound: number; sentence: Marked[] | undefined }
export type Found = { total: number; hits: Hit[]; facets: Facets }

export const hitsPerPage = 20
const pagesShown = 3

type Row = { id: string; pages: number[] | null; pagesFound: number }
type Answer = { total: number; rows: Row[] } & Facets

/** What a search finds among the published documents the viewer may read. Without a question: all of them. */
export async function search(visit: Visit, { question, filters, sort, page }: Search): Promise<Found> {
  const query = isAsked(question) || question.without.length > 0 ? await asked(visit, question) : undefined
  const { rows } = await sql<Answer>`${foundSql(visit, query, isAsked(question))}, ${chosenSql(filters)}
    select (select count(*)::int from chosen) as total,
      (select coalesce(json_agg(one), '[]') from (select id, pages, found as "pagesFound" from chosen
        order by ${orderOf(sort, isAsked(question))} limit ${hitsPerPage} offset ${(page - 1) * hitsPerPage}) one) as rows,
      ${facetSql('type', sql`is_year and is_language and is_subject`)} as types,
      ${facetSql('year', sql`is_type and is_language and is_subject`)} as years,
      ${facetSql('language', sql`is_type and is_year and is_subject`)} as languages,
      (select coalesce(json_agg(one), '[]') from (select subject_id as value, count(*)::int as count
        from flagged join document_subjects on document_id = id
        where is_type and is_year and is_language group by 1) one) as subjects`.execute(visit.read as never)
  const { total, rows: found, ...facets } = rows[0]!
  return { total, facets, hits: await withSentences(visit, found, isAsked(question) ? query : undefined) }
}

/** The documents that answer the question, each with how well and on which pages; names them `found`. */
function foundSql(visit: Visit, query: Asked | undefined, hasWords: boolean) {
  const known = readable(visit)
    .where('documents.state', '=', 'published')
    .select(['id', 'type', 'year', 'language', 'dated', 'publishedAt', 'currentVersion', 'german', 'english'])
  if (!query)
    return sql`with found as materialized (select known.*, 0::real as rank, null::int[] as pages, 0 as found
      from (${known}) known)`
  const { german, english } = query
  const without = sql`german @@ to_tsquery('german', ${german.without}) or english @@ to_tsquery('english', ${english.without})`
  const wanted = sql`known as materialized (select * from (${known}) known where not (${without}) and not exists (
    select from document_pages p where p.document_id = known.id and p.version = known.current_version and (${without})))`
  if (!hasWords)
    return sql`with ${wanted}, found as materialized (select *, 0::real as rank, null::int[] as pages, 0 as found from known)`
  const isHit = sql`german @@ to_tsquery('german', ${german.wide}) or english @@ to_tsquery('english', ${english.wide})`
  return sql`with ${wanted}, hits as (
      select id, 0 as page, ${rankSql(query)} as rank from known where ${isHit}
      union all
      select id, page, ${rankSql(query, 'p')} from known join document_pages p on document_id = id and version = current_version
      where ${sql`p.german @@ to_tsquery('german', ${german.wide}) or p.english @@ to_tsquery('english', ${english.wide})`}
    ), best as (
      select id, coalesce(max(rank) filter (where page = 0), 0) + coalesce(max(rank) filter (where page > 0), 0) as rank,
        (array_agg(page order by rank desc, page) filter (where page > 0))[1:${sql.lit(pagesShown)}] as pages,
        count(*) filter (where page > 0)::int as found
      from hits group by id
    ), found as materialized (select known.*, best.rank, best.pages, best.found from known join best using (id))`
}

/** Words as they were typed count four times what the widened question does. */
function rankSql({ german, english }: Asked, table = 'known'): RawBuilder<number> {
  const rank = (column: 'german' | 'english', text: string) =>
    sql`ts_rank(${sql.ref(`${table}.${column}`)}, to_tsquery(${sql.lit(column)}, ${text}))`
  return sql`4 * greatest(${rank('german', german.strict)}, ${rank('english', english.strict)})
    + greatest(${rank('german', german.wide)}, ${rank('english', english.wide)})`
}

/** Marks which of the found documents each filter lets through (`flagged`), and those that pass them all (`chosen`). */
function chosenSql({ type, year, subject, language }: Filters) {
  return sql`flagged as materialized (select found.*,
      ${type ? sql`type = ${type}` : sql`true`} as is_type,
      ${year ? sql`coalesce(year = ${year}, false)` : sql`true`} as is_year,
      ${language ? sql`language = ${language}` : sql`true`} as is_language,
      ${subject ? sql`exists (select from document_subjects where document_id = id and subject_id = ${subject})` : sql`true`} as is_subject
    from found), chosen as (select * from flagged where is_type and is_year and is_language and is_subject)`
}

const orderOf = (sort: Search['sort'], hasRank: boolean) =>
  sort === 'relevance' && hasRank
    ? sql`rank desc, dated desc nulls last, id`
    : sql`dated desc nulls last, published_at desc, id`

/** How many documents there are for each value of a facet, the other filters applied. */
const facetSql = (column: 'type' | 'year' | 'language', passed: RawBuilder<unknown>) =>
  sql`(select coalesce(json_agg(one), '[]') from (select ${sql.ref(column)}::text as value, count(*)::int as count
    from flagged where ${passed} and ${sql.ref(column)} is not null group by 1 order by 1 desc) one)`

async function withSentences(visit: Visit, rows: readonly Row[], query: Asked | undefined): Promise<Hit[]> {
  const cards = await cardsOf(
    visit,
    rows.map(({ id }) => id),
  )
  const marked = query ? await markedTexts(visit, rows, query) : []
  return rows.flatMap(({ id, pages, pagesFound }) => {
    const card = cards.find((one) => one.id === id)
    if (!card) return []
    const own = marked.filter((one) => one.id === id)
    const hits = (pages ?? []).flatMap((page) => {
      const text = own.find((one) => one.page === page)?.marked
      return text ? [{ page, sentence: sentenceOf(text) }] : []
    })
    const abstract = own.find(({ page }) => page === 0)?.marked
    return [{ ...card, hits, pagesFound, sentence: abstract?.includes('\ue000') ? sentenceOf(abstract) : undefined }]
  })
}

/** The texts of the pages to be shown, and of the abstracts (page 0), with the words that were found marked. */
async function markedTexts(visit: Visit, rows: readonly Row[], { german, english }: Asked) {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const headline = (text: RawBuilder<string>) => sql<string>`case
    when to_tsvector('german', ${text}) @@ to_tsquery('german', ${german.wide})
      then ts_headline('german', ${text}, to_tsquery('german', ${german.wide}), ${marking})
    else ts_headline('english', ${text}, to_tsquery('english', ${english.wide}), ${marking}) end`
  const wanted = rows.flatMap(({ id, pages }) => (pages ?? []).map((page) => ({ id, page })))
  const ofPages = pages(visit)
    .innerJoin('documents', (join) =>
      join.onRef('documents.id', '=', 'documentId').onRef('documents.currentVersion', '=', 'version'),
    )
    .where(
      sql<boolean>`(document_id, page) in (select id, page from json_to_recordset(${JSON.stringify(wanted)}) as wanted (id uuid, page int))`,
    )
    .select(['documents.id', 'page', headline(sql`text`).as('marked')])
  const inPageLanguage =
    visit.language === 'en'
      ? sql<string>`coalesce(abstract ->> 'en', abstract ->> 'de')`
      : sql<string>`abstract ->> 'de'`
  const ofAbstracts = readable(visit)
    .where('documents.id', 'in', ids)
    .where('abstract', 'is not', null)
    .select(['documents.id', sql<number>`0`.as('page'), headline(inPageLanguage).as('marked')])
  return (await Promise.all([ofPages.execute(), ofAbstracts.execute()])).flat()
}

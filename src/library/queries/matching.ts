import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { type Asked, type Phrase, type Term, tsqueryOf } from '../../search/index.ts'
import type { Access, Type, WrittenIn } from '../model/document.ts'
import { readable } from '../permissions.ts'

export type Filters = {
  type?: Type
  year?: number
  subject?: string
  region?: string
  language?: WrittenIn
  access?: Access
  edition?: string
}
export type Facet = { value: string; count: number }
const facetNames = ['type', 'year', 'subject', 'region', 'language', 'access', 'edition'] as const
export type FacetName = (typeof facetNames)[number]
export type Facets = Record<FacetName, Facet[]>

/** Of the documents that match: how many, how many for each value of each facet, and those to be ranked. */
export type Matched = {
  total: number
  facets: Facets
  /** Documents that say it in what is said about them, best first. */
  about: { id: string; rank: number }[]
  /** All of them where they are few enough to be named one by one. */
  few: string[] | null
}
/** More than so many are not named one by one. */
const few = 200
const mostAbout = 200

/**
 * The published documents the viewer may read in which everything asked for stands, anywhere, and nothing of what is
 * excluded; counted for every facet as if that facet did not narrow. Without a question: all of them.
 */
export async function matched(visit: Visit, asked: Asked | undefined, filters: Filters): Promise<Matched> {
  const { rows } = await sql<{
    total: number
    facets: [FacetName, string, number][]
    about: Matched['about']
    few: string[] | null
  }>`
    with ${chosenSql(visit, asked, filters)}
    select (select count(*)::int from chosen) as total,
      (select coalesce(json_agg(json_build_array(facet, value, count)), '[]') from (${facetsSql()}) f) as facets,
      ${asked ? aboutSql(asked) : sql`'[]'::json`} as about,
      (select case when count(*) <= ${sql.lit(few)} then json_agg(id) end from (select id from chosen limit ${sql.lit(few + 1)}) c) as few`.execute(
    visit.read as never,
  )
  const { total, facets, about, few: named } = rows[0]!
  const of = (name: FacetName) =>
    facets.filter(([facet]) => facet === name).map(([, value, count]) => ({ value, count }))
  const all = Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Facets
  return { total, facets: all, about, few: total === 0 ? [] : named }
}

/** The matching documents that pass all filters, in the order of their dates. */
export async function byDate(
  visit: Visit,
  asked: Asked | undefined,
  filters: Filters,
  part: { limit: number; offset: number; without?: readonly string[] },
) {
  const left = part.without ?? []
  const { rows } = await sql<{ id: string }>`with ${chosenSql(visit, asked, filters)}
    select id from chosen where id <> all(${left}::uuid[]) order by dated desc nulls last, published_at desc, id limit ${part.limit} offset ${part.offset}`.execute(
    visit.read as never,
  )
  return rows.map(({ id }) => id)
}

/** `flagged`: what matches, with the one filter it fails; `chosen`: what fails none. */
export function chosenSql(visit: Visit, asked: Asked | undefined, filters: Filters) {
  const known = readable(visit)
    .where('documents.state', '=', 'published')
    .select([
      'id',
      'type',
      'year',
      'language',
      'access',
      'editionId as edition',
      'dated',
      'publishedAt',
      'currentVersion',
      'embargoUntil',
    ])
  const narrowing = Object.entries(filters) as [FacetName, string | number][]
  const fails = narrowing.map(
    ([name, value]) => sql`case when ${passes(name, value)} then null else ${sql.lit(name)}::text end`,
  )
  const failed = fails.length === 0 ? sql`null::text[]` : sql`array_remove(array[${sql.join(fails)}], null)`
  return sql`matching as materialized (select * from (${known}) known where ${asked ? matchSql(visit, asked) : sql`true`}),
    flagged as materialized (select *, failing[1] as failed from (select *, ${failed} as failing from matching) f
      where coalesce(cardinality(failing), 0) < 2),
    chosen as not materialized (select * from flagged where failed is null)`
}

const passes = (name: FacetName, value: string | number) =>
  name === 'subject'
    ? sql`exists (select from document_subjects where document_id = id and subject_id = ${value})`
    : name === 'region'
      ? sql`exists (select from document_regions where document_id = id and region_id = ${value})`
      : sql`coalesce(${sql.ref(name)}::text = ${String(value)}, false)`

/** Every word and phrase in all words of the document; a phrase whole on one page or in what is said about it. */
function matchSql(visit: Visit, { terms, phrases, without, isLoose }: Asked) {
  const holds = [
    ...terms.map(termSql),
    ...phrases.map((phrase) => sql`((${allSql(phrase)}) and document_id in (${phraseSql(visit, phrase)}))`),
  ]
  const found = sql`id in (select document_id from document_words where ${holds.length > 0 ? sql.join(holds, isLoose ? sql` or ` : sql` and `) : sql`false`})`
  const all = terms.length + phrases.length > 0 ? [found] : []
  const left = without.map(
    (one) =>
      sql`id not in (${one.typed.includes(' ') ? phraseSql(visit, one) : sql`select document_id from document_words where ${allSql(one)}`})`,
  )
  return all.length + left.length > 0 ? sql.join([...all, ...left], sql` and `) : sql`false`
}

const termSql = ({ wide, pairs }: Term) =>
  pairs.length === 0
    ? sql`words && ${wide}::text[]`
    : sql`(words && ${wide}::text[] or ${sql.join(
        pairs.map(([a, b]) => sql`(words && ${a}::text[] and words && ${b}::text[])`),
        sql` or `,
      )})`
const allSql = ({ all }: Phrase) =>
  sql.join(
    all.map((stems) => sql`words @> ${stems}::text[]`),
    sql` or `,
  )
const phraseSql = (
  { now }: Visit,
  { query }: Phrase,
) => sql`select document_id from document_pages p where p.words @@ ${query}::tsquery
    and version = (select current_version from documents where documents.id = document_id and (embargo_until is null or embargo_until <= ${now}))
  union select id from documents where documents.words @@ ${query}::tsquery`

function aboutSql(asked: Asked) {
  const wide = sql`${tsqueryOf(asked, 'wide')}::tsquery`
  const strict = sql`${tsqueryOf(asked, 'strict')}::tsquery`
  return sql`(select coalesce(json_agg(json_build_object('id', id, 'rank', rank)), '[]') from (
    select chosen.id, 4 * ts_rank(words, ${strict}) + ts_rank(words, ${wide}) as rank
    from (select id, dated from chosen where id in (select id from documents where words @@ ${wide})
      order by dated desc nulls last limit ${sql.lit(mostAbout)}) chosen join documents using (id) order by rank desc) about)`
}

/** One row for each value of each facet, with how many documents pass all other filters. */
function facetsSql(): RawBuilder<unknown> {
  const own = (['type', 'year', 'language', 'access', 'edition'] as const).map(
    (name) => sql`select ${sql.lit(name)}::text as facet, ${sql.ref(name)}::text as value, count(*)::int as count
      from flagged where (failed is null or failed = ${sql.lit(name)}) and ${sql.ref(name)} is not null group by 2`,
  )
  const joined = (name: 'subject' | 'region', table: string, column: string) =>
    sql`select ${sql.lit(name)}::text, ${sql.ref(column)}::text, count(*)::int from flagged join ${sql.table(table)} on document_id = id
      where failed is null or failed = ${sql.lit(name)} group by 2`
  return sql`${sql.join([...own, joined('subject', 'document_subjects', 'subject_id'), joined('region', 'document_regions', 'region_id')], sql` union all `)} order by 1, 3 desc, 2`
}

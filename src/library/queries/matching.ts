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

/** A part of a list; `without`: but of these documents. */
export type Part = { limit: number; offset: number; without?: readonly string[] }

/** Of the documents that match: how many, how many for each value of each facet, and those to be ranked. */
export type Matched = {
  total: number
  facets: Facets
  /** Documents that say it in what is said about them, best first. */
  about: { id: string; rank: number }[]
  /** Those whose pages are to be compared, where they can be named one by one. */
  few: string[] | null
  /** Those of the asked part of the list by date. */
  dated: string[]
  /** A phrase stands on more pages than are looked at. */
  isCut: boolean
}
/** More than so many are not named one by one. */
const few = 120
/** Of those in which a single word stands: so many of the newest, where there are more than that or filters leave many. */
const someOfMany = 60
const tooMany = 2000
const mostAbout = 200

/**
 * The published documents the viewer may read in which everything asked for stands, anywhere, and nothing of what is
 * excluded; counted for every facet as if that facet did not narrow. Without a question: all of them.
 */
export async function matched(
  visit: Visit,
  { asked, filters, part }: { asked: Asked | undefined; filters: Filters; part: Part | undefined },
): Promise<Matched> {
  const { rows } = await sql<Omit<Matched, 'facets'> & { facets: [FacetName, string, number][] }>`
    with ${chosenSql(visit, asked, filters)}
    select (select count(*)::int from chosen) as total,
      (select coalesce(json_agg(json_build_array(facet, value, count)), '[]') from (${facetsSql()}) f) as facets,
      ${asked ? aboutSql(asked) : sql`'[]'::json`} as about,
      ${asked ? fewSql(asked, filters) : sql`null::json`} as few,
      (${isCutSql(asked?.phrases ?? [])}) as "isCut",
      ${part ? sql`array(${datedSql(part)})` : sql`'{}'::uuid[]`} as dated`.execute(visit.read as never)
  const { total, facets, few: named, ...listed } = rows[0]!
  const of = (name: FacetName) =>
    facets.filter(([facet]) => facet === name).map(([, value, count]) => ({ value, count }))
  const all = Object.fromEntries(facetNames.map((name) => [name, of(name)])) as Facets
  return { total, facets: all, ...listed, few: total === 0 ? [] : named }
}

/** Of a word that stands in more documents than this there is plenty to be ranked as it was typed. */
const plenty = 500

/**
 * The question by whose words pages are ranked: as it is, but a word of which the documents that the viewer may read hold
 * plenty is ranked as it was typed. What it was widened to matches and counts all the same.
 */
export async function asRanked(visit: Visit, asked: Asked): Promise<Asked> {
  const widened = asked.terms.filter(({ strict, wide, pairs }) => wide.length > strict.length || pairs.length > 0)
  if (widened.length === 0) return asked
  const known = sql`(${knownOf(visit)}) known`
  const counts = widened.map(
    ({ strict }) =>
      sql`(select count(*)::int from (select from ${known} where ${isWith(strict)} limit ${sql.lit(plenty + 1)}) enough)`,
  )
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(
    visit.read as never,
  )
  const common = new Set(widened.filter((_, index) => rows[0]!.counts[index]! > plenty))
  const asTyped = (term: Term): Term => ({ ...term, wide: term.strict, pairs: [] })
  return { ...asked, terms: asked.terms.map((term) => (common.has(term) ? asTyped(term) : term)) }
}

/** The matching documents that pass all filters, in the order of their dates. */
export async function byDate(visit: Visit, asked: Asked | undefined, filters: Filters, part: Part): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`with ${chosenSql(visit, asked, filters)} ${datedSql(part)}`.execute(
    visit.read as never,
  )
  return rows.map(({ id }) => id)
}

const datedSql = ({ limit, offset, without = [] }: Part) =>
  sql`select id from chosen where id <> all(${without}::uuid[])
    order by dated desc nulls last, published_at desc, id limit ${limit} offset ${offset}`

/** The published documents the viewer may read that pass all filters and hold nothing of what is excluded. */
export function passingSql(visit: Visit, without: readonly Phrase[], filters: Filters) {
  const narrowing = Object.entries(filters) as [FacetName, string | number][]
  const asked = without.length > 0 ? matchSql(visit, { terms: [], phrases: [], without: [...without] }) : sql`true`
  const passing = [...narrowing.map(([name, value]) => passes(name, value)), asked]
  return sql`(select * from (${knownOf(visit)}) known where ${sql.join(passing, sql` and `)})`
}

/** `flagged`: what matches, with the one filter it fails; `chosen`: what fails none. */
export function chosenSql(visit: Visit, asked: Asked | undefined, filters: Filters) {
  const narrowing = Object.entries(filters) as [FacetName, string | number][]
  const matching = sql`(select * from (${knownOf(visit)}) known where ${asked ? matchSql(visit, asked) : sql`true`})`
  if (narrowing.length === 0)
    return sql`matching as materialized ${matching}, flagged as not materialized (select *, null::text as failed from matching),
      chosen as not materialized (select * from matching)`
  const fails = narrowing.map(
    ([name, value]) => sql`case when ${passes(name, value)} then null else ${sql.lit(name)}::text end`,
  )
  // Of one filter nothing can fail two.
  const flagged =
    fails.length === 1
      ? sql`select *, ${fails[0]} as failed from ${matching} matching`
      : sql`select *, failing[1] as failed
      from (select *, array_remove(array[${sql.join(fails)}], null) as failing from ${matching} matching) f where cardinality(failing) < 2`
  return sql`flagged as materialized (${flagged}),
    chosen as not materialized (select * from flagged where failed is null)`
}

const knownOf = (visit: Visit) =>
  readable(visit)
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

const passes = (name: FacetName, value: string | number) =>
  name === 'subject'
    ? sql`exists (select from document_subjects where document_id = id and subject_id = ${value})`
    : name === 'region'
      ? sql`(exists (select from document_regions where document_id = id and region_id = ${value})
          or exists (select from document_districts where document_id = id and district_key = ${value}))`
      : sql`coalesce(${sql.ref(name)}::text = ${String(value)}, false)`

/** Every word and phrase in all words of the document; a phrase whole on one page or in what is said about it. */
function matchSql(visit: Visit, { terms, phrases, without, isLoose }: Asked) {
  const holds = [...terms.map(termSql), ...phrases.map((phrase) => phraseSql(visit, phrase))]
  const found = holds.length > 0 ? sql.join(holds, isLoose ? sql` or ` : sql` and `) : sql`false`
  const left = without.map((one) => sql`not ${one.typed.includes(' ') ? phraseSql(visit, one) : allSql(one)}`)
  const isAsked = terms.length + phrases.length > 0 || without.length === 0
  return sql.join([...(isAsked ? [sql`(${found})`] : []), ...left], sql` and `)
}

// Not taken for a join, which the planner would make one by one: it cannot know how many there will be.
const isWith = (stems: readonly string[]) => sql`(id in (select documents_with(${stems}::text[]))) is true`
const termSql = ({ wide, pairs }: Term) =>
  sql`(${sql.join([isWith(wide), ...pairs.map(([a, b]) => sql`(${isWith(a)} and ${isWith(b)})`)], sql` or `)})`
const allSql = ({ all }: Phrase) =>
  sql`(${sql.join(
    all.map((stems) => sql`id in (select documents_with_all(${stems}::text[]))`),
    sql` or `,
  )})`
const phraseSql = ({ now }: Visit, phrase: Phrase) =>
  phrase.pairs.some((one) => one.length === 0)
    ? allSql(phrase)
    : sql`(id in (
  select of_document from ${placesOf(phrase, mostPhrases)}
    join documents of on of.id = of_document and of.current_version = of_version and (of.embargo_until is null or of.embargo_until <= ${now})
  union all select documents.id from documents where documents.words @@ ${phrase.query}::tsquery))`
/** The pages on which a phrase stands, at most so many in each language. */
export const placesOf = ({ pairs }: Pick<Phrase, 'pairs'>, most: number) =>
  sql`(${sql.join(
    pairs.map((one) => sql`select * from pages_with_pairs(${one}::integer[], ${sql.lit(most)})`),
    sql` union all `,
  )}) places`
/** More pages with a phrase are not looked at. */
export const mostPhrases = 10_000
const isCutSql = (phrases: readonly Phrase[]) =>
  sql.join(
    [sql`false`, ...phrases.flatMap(({ pairs }) => pairs.filter(({ length }) => length > 0)).map(isOnMore)],
    sql` or `,
  )
const isOnMore = (pairs: readonly number[]) =>
  sql`exists (select from pages_with_pairs(${pairs}::integer[], ${sql.lit(mostPhrases)}) offset ${sql.lit(mostPhrases - 1)})`

function aboutSql(asked: Asked) {
  const wide = sql`${tsqueryOf(asked, 'wide')}::tsquery`
  const strict = sql`${tsqueryOf(asked, 'strict')}::tsquery`
  return sql`(select coalesce(json_agg(json_build_object('id', id, 'rank', rank)), '[]') from (
    select chosen.id, 4 * ts_rank(words, ${strict}) + ts_rank(words, ${wide}) as rank
    from (select id, dated from chosen where id in (select documents_about(${wide}))
      order by dated desc nulls last limit ${sql.lit(mostAbout)}) chosen join documents using (id) order by rank desc) about)`
}

/**
 * Those whose pages are compared: all where they are few; the newest where a single word stands in very many, or where
 * filters or an exclusion leave many. Otherwise pages lead to them, which costs as much as there are pages with the word.
 */
function fewSql({ terms, phrases, without }: Asked, filters: Filters) {
  const isNarrowed = without.length > 0 || Object.keys(filters).length > 0
  const many = isNarrowed ? few : tooMany
  const some = sql`(select json_agg(id) from (select id from chosen order by dated desc nulls last, id limit ${sql.lit(someOfMany)}) c)`
  const count = sql`(select count(*) from chosen)`
  return sql`case when ${count} <= ${sql.lit(few)} then (select json_agg(id) from chosen)
    ${terms.length === 1 && phrases.length === 0 ? sql`when ${count} > ${sql.lit(many)} then ${some}` : sql``} end`
}

/** One row for each value of each facet, with how many documents pass all other filters. */
function facetsSql(): RawBuilder<unknown> {
  const own = ['type', 'year', 'language', 'access', 'edition'] as const
  // All in one pass over the few ways in which values come together: which column a row was grouped by says which of its
  // counts is meant.
  const columns = sql.join(own.map((name) => sql.ref(name)))
  const together = sql`(select ${columns}, failed, count(*)::int as documents from flagged group by ${columns}, failed) together`
  const isOf = (name: string) => sql`grouping(${sql.ref(name)}) = 0`
  const chosenBy = (what: (name: string) => RawBuilder<unknown>) =>
    sql`case ${sql.join(
      own.map((name) => sql`when ${isOf(name)} then ${what(name)}`),
      sql` `,
    )} end`
  const counted = chosenBy((name) => sql`sum(documents) filter (where failed is null or failed = ${sql.lit(name)})`)
  const grouped = sql`select ${chosenBy((name) => sql.lit(name))} as facet, ${chosenBy((name) => sql`${sql.ref(name)}::text`)} as value, ${counted}::int as count
    from ${together} group by grouping sets (${sql.join(own.map((name) => sql`(${sql.ref(name)})`))})`
  const joined = (name: 'subject' | 'region', table: string, column: string) =>
    sql`select ${sql.lit(name)}::text, ${sql.ref(column)}::text, count(*)::int from flagged join ${sql.table(table)} on document_id = id
      where failed is null or failed = ${sql.lit(name)} group by 2`
  return sql`select * from (${sql.join(
    [grouped, joined('subject', 'document_subjects', 'subject_id'), joined('region', 'document_regions', 'region_id')],
    sql` union all `,
  )}) counts where value is not null and count > 0 order by 1, 3 desc, 2`
}

import {
  Actions,
  type Doc,
  Docs,
  Empty,
  Example,
  FilterBar,
  Hidden,
  More,
  Page,
  Pagination,
  SearchBar,
  Select,
  Stack,
  TextField,
} from '../../design/index.tsx'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { searchPaths } from '../../search/index.ts'
import type { Unit } from '../model/reading.ts'
import { paths } from '../paths.ts'
import type { Covered } from '../queries/covers.ts'
import type { Facet } from '../queries/matching.ts'
import type { Found, Hit, PageHit } from '../queries/search.ts'
import { useText } from '../text.ts'
import { coverOf, foreign, kindText, pageHref, Sentence } from './words.tsx'

type Props = {
  form: FormState
  found: Found
  /** What filters are named by: subjects, regions and congresses the viewer may see. */
  names: Record<'subject' | 'region' | 'edition', readonly { id: string; name: Bilingual }[]>
  page: number
  pages: number
  /** The search as the page's query, without the page. */
  query: Record<string, string>
  isNarrowed: boolean
  covers: ReadonlyMap<string, Covered>
}

/** The library: one field to search with, what narrows it, and what there is. */
export function LibraryPage(props: Props) {
  const { form, found, page, pages, query, isNarrowed } = props
  const { language, asset } = useFrame()
  const t = useText()
  const isSearch = Object.keys(query).length > 0
  return (
    <Page
      kind="public"
      title={t.library}
      lead={t.lead}
      crumbs={[{ label: t.home, href: home.at(language) }, { label: t.library }]}
      meta={
        <>
          {(isSearch || page > 1) && <meta name="robots" content="noindex" />}
          <script type="module" src={asset('suggesting.js')} />
        </>
      }
    >
      {found.total === 0 && !isSearch ? (
        <Empty title={t.search.empty} office={paths.office.at(language)} />
      ) : (
        <Stack>
          <SearchBar
            action={paths.library.at(language)}
            label={t.search.label}
            suggestions={searchPaths.suggestions.at(language)}
          >
            <TextField form={form} name="q" type="search" label={t.search.words} hint={t.search.hint} maxLength={300} />
          </SearchBar>
          <Narrowing {...props} />
          <h2>{valueOf(form, 'q') || isNarrowed ? t.search.found(found.total) : t.search.allOf(found.total)}</h2>
          {found.isCut && <p>{t.search.cut}</p>}
          {found.isLoose && found.total > 0 && <p>{t.search.loose}</p>}
          {found.total === 0 ? (
            <Nothing />
          ) : (
            <Docs
              docs={found.hits.map((hit) => ({
                ...docOf(language, hit, { q: valueOf(form, 'q'), unit: props.covers.get(hit.id)?.unit ?? 'page' }),
                cover: coverOf(hit.slug, props.covers.get(hit.id)),
              }))}
            />
          )}
          <Pagination
            page={page}
            pages={pages}
            hrefOf={(no) => paths.library.at(language, {}, { ...query, seite: no > 1 ? String(no) : '' })}
          />
          <Actions>
            <More href={paths.feed.at(language, {}, query)}>{isSearch ? t.search.feed : t.search.feedAll}</More>
            <More href={paths.alerts.at(language, {}, query)}>{isSearch ? t.search.mail : t.search.mailAll}</More>
            <More href={paths.collections.at(language)}>{t.collections.title}</More>
            <More href={paths.barriers.at(language)}>{t.barriers.title}</More>
          </Actions>
        </Stack>
      )}
    </Page>
  )
}

function Nothing() {
  const { language } = useFrame()
  const t = useText().search
  return (
    <Empty title={t.none}>
      <More href={paths.library.at(language)}>{t.clear}</More>
    </Empty>
  )
}

/** Kind, year, subject and language with how many there are of each, and the order. */
function Narrowing({ form, found: { facets }, names, query, isNarrowed }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { q } = query
  const field = (name: string, label: string, options: readonly { value: string; label: string }[]) =>
    options.length > 0 && (
      <Select form={form} name={name} label={label} empty={t.search.all} options={options} optional />
    )
  const named = (facet: keyof typeof names) =>
    facets[facet].flatMap(({ value, count }) => {
      const one = names[facet].find(({ id }) => id === value)
      return one ? [{ value, label: `${inLanguage(language, one.name)} (${count})` }] : []
    })
  const inWords = (words: Readonly<Record<string, string>>) => (value: string) => words[value] ?? value
  return (
    <FilterBar
      action={paths.library.at(language)}
      clear={isNarrowed ? paths.library.at(language, {}, { q }) : undefined}
      label={t.search.label}
    >
      {q && <Hidden name="q" value={q} />}
      {field('art', t.search.type, counted(facets.type, inWords(t.types)))}
      {field(
        'jahr',
        t.search.year,
        counted(
          facets.year.toSorted((a, b) => Number(b.value) - Number(a.value)),
          String,
        ),
      )}
      {field('thema', t.search.subject, named('subject'))}
      {field('region', t.search.region, named('region'))}
      {field('kongress', t.search.congress, named('edition'))}
      {field('sprache', t.search.language, counted(facets.language, inWords(t.languages)))}
      {facets.access.length > 1 && field('zugang', t.search.access, counted(facets.access, inWords(t.accesses)))}
      <Select
        form={form}
        name="folge"
        label={t.search.sort}
        optional
        options={[
          { value: '', label: q ? t.search.sorts.relevance : t.search.sorts.date },
          ...(q ? [{ value: 'datum', label: t.search.sorts.date }] : []),
        ]}
      />
    </FilterBar>
  )
}

const counted = (facets: readonly Facet[], labelOf: (value: string) => string) =>
  facets.map(({ value, count }) => ({ value, label: `${labelOf(value)} (${count})` }))

function docOf(language: 'de' | 'en', hit: Hit, { q, unit }: { q: string; unit: Unit }): Doc {
  const { slug, title, subtitle, abstract, isExample, hits, sentence } = hit
  const lang = foreign(language, hit)
  const about = subtitle ? <span lang={lang}>{subtitle}</span> : abstract && inLanguage(language, abstract)
  return {
    title,
    lang,
    href: paths.document.at(language, { document: slug }),
    kind: kindText(language, hit),
    text: sentence && q ? <Sentence parts={sentence} /> : about,
    more: (
      <>
        {isExample && (
          <p>
            <ExampleWord />
          </p>
        )}
        {hits.map((one) => (
          <PageFound key={one.page} {...{ hit: one, slug, lang, unit }} />
        ))}
        <MorePages hit={hit} unit={unit} />
      </>
    ),
  }
}

function ExampleWord() {
  const t = useText()
  return <Example>{t.example}</Example>
}

type PageFoundProps = { hit: PageHit; slug: string; lang: string | undefined; unit: Unit }

/** The page, leading to it, and the sentence on it. */
function PageFound({ hit: { page, sentence }, slug, lang, unit }: PageFoundProps) {
  const { language } = useFrame()
  const t = useText().units[unit]
  return (
    <p>
      <a href={pageHref(language, slug, page)}>{t.no(page)}</a>: <Sentence parts={sentence} lang={lang} />
    </p>
  )
}

function MorePages({ hit: { hits, pagesFound }, unit }: { hit: Hit; unit: Unit }) {
  const t = useText().units[unit]
  return pagesFound > hits.length ? <p>{t.more(pagesFound - hits.length)}</p> : null
}

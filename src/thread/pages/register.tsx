import {
  Actions,
  Choropleth,
  Docs,
  Empty,
  Figures,
  FilterBar,
  JsonLd,
  type MapDrawing,
  More,
  Note,
  Page,
  Select,
  SpanBar,
  Stack,
  Table,
} from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import type { FormState } from '../../platform/forms.ts'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage, langOf } from '../../platform/language.ts'
import { isOver, projectStates } from '../model.ts'
import { paths } from '../paths.ts'
import type { Card } from '../queries/pieces.ts'
import type { RegisterRow } from '../queries/register.ts'
import type { ResultCard } from '../queries/thread.ts'
import { useText } from '../text/public.ts'
import { crumbsTo, ExampleWord, hrefOf, listOf, OutcomeWord, Said, StateWord } from './words.tsx'

type Field = { id: string; name: Bilingual }
export type ProjectMap = { drawing: MapDrawing; source: string | undefined; values: Record<string, number> }
type Props = {
  form: FormState
  projects: readonly RegisterRow[]
  fields: readonly Field[]
  regions: readonly { id: string; no: number; name: Bilingual }[]
  map: ProjectMap | undefined
  /** The filter as the page's query. */
  query: Record<string, string>
  now: Date
}

/** The register of projects: what narrows it, where, and over time. */
export function ProjectsPage(props: Props) {
  const { projects, query, fields } = props
  const frame = useFrame()
  const { language } = frame
  const t = useText().projects
  const isNarrowed = Object.keys(query).length > 0
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      crumbs={crumbsTo(language, { label: t.title })}
      meta={isNarrowed && <meta name="robots" content="noindex" />}
    >
      <JsonLd data={listData(projects, frame)} />
      <Stack>
        <Narrowing {...props} />
        <h2>{t.found(projects.length)}</h2>
        {projects.length === 0 ? (
          <Empty title={t.none}>
            <More href={paths.projects.at(language)}>{t.clear}</More>
          </Empty>
        ) : (
          <Timeline {...props} />
        )}
        <ProjectsMap {...props} />
        <h2>{t.fields}</h2>
        <Actions>
          {fields.map(({ id, name }) => (
            <More key={id} href={paths.field.at(language, { field: id })}>
              <Said of={name} />
            </More>
          ))}
        </Actions>
      </Stack>
    </Page>
  )
}

function Narrowing({ form, fields, regions, query }: Props) {
  const { language } = useFrame()
  const t = useText()
  const p = t.projects
  const named = (list: readonly Field[]) =>
    list.map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  return (
    <FilterBar
      action={paths.projects.at(language)}
      clear={Object.keys(query).length > 0 ? paths.projects.at(language) : undefined}
    >
      <Select form={form} name="feld" label={p.field} empty={p.all} options={named(fields)} optional />
      <Select form={form} name="region" label={p.region} empty={p.all} options={named(regions)} optional />
      <Select
        form={form}
        name="stand"
        label={p.state}
        empty={p.all}
        options={projectStates.map((value) => ({ value, label: t.states[value] }))}
        optional
      />
    </FilterBar>
  )
}

/** Projects as a table that says begin and end and draws them on one scale. */
function Timeline({ projects, fields, query, now }: Omit<Props, 'form' | 'regions' | 'map'>) {
  const { language } = useFrame()
  const t = useText()
  const { columns, table, csv, span, goesOn } = t.projects
  const years = projects.flatMap(({ starts, ends }) => [starts, ends].flatMap((one) => (one ? yearOf(one) : [])))
  const edges = [
    Math.floor(Math.min(...years, now.getUTCFullYear())),
    Math.ceil(Math.max(...years, now.getUTCFullYear() + 1)),
  ] as const
  const dated = (value: string | null) => (value ? datedText(language, value) : '')
  return (
    <Table
      caption={table}
      aside={{ href: paths.projectsCsv.at(language, {}, query), label: csv }}
      rows={projects}
      keyOf={({ id }) => id}
      columns={[
        { label: columns.title, kind: 'name', cell: (row) => <ProjectName row={row} /> },
        { label: columns.field, cell: ({ fieldId }) => nameIn(language, fields, fieldId) },
        { label: columns.begin, cell: ({ starts }) => dated(starts) || t.unknown },
        { label: columns.end, cell: ({ ends, state }) => dated(ends) || (isOver(state) ? '' : goesOn) },
        { label: columns.state, cell: ({ state }) => <StateWord of={state} /> },
        {
          label: span(edges[0], edges[1]),
          cell: ({ starts, ends, state, regionNos }) =>
            starts && (
              <SpanBar
                from={yearOf(starts)}
                to={ends ? yearOf(ends) : isOver(state) ? yearOf(starts) : undefined}
                edges={edges}
                region={regionNos.length === 1 ? regionNos[0] : undefined}
              />
            ),
        },
      ]}
    />
  )
}

/** 2022-07 as 2022.5. */
const yearOf = (dated: string) =>
  Number(dated.slice(0, 4)) + (dated.length > 4 ? (Number(dated.slice(5, 7)) - 1) / 12 : 0)
const nameIn = (language: Frame['language'], fields: readonly Field[], id: string | null) => {
  const field = fields.find((one) => one.id === id)
  return field ? inLanguage(language, field.name) : ''
}

function ProjectName({ row }: { row: RegisterRow }) {
  const { language } = useFrame()
  return (
    <>
      <a href={hrefOf(language, row)}>
        <Said of={row.title} />
      </a>
      <ExampleWord of={row} />
    </>
  )
}

function ProjectsMap({ map, regions, query }: Props) {
  const t = useText().projects
  if (!map) return null
  return (
    <section>
      <h2>{t.map}</h2>
      <Choropleth
        id="projects-map"
        drawing={map.drawing}
        title={t.map}
        region={regions.find(({ id }) => id === query.region)?.no}
        values={map.values}
        breaks={[1, 2, 4]}
        legend={{ steps: t.mapSteps }}
      />
      {map.source && <Note>{t.mapSource(map.source)}</Note>}
    </section>
  )
}

const listData = (rows: readonly RegisterRow[], { language, publicUrl }: Frame) => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  numberOfItems: rows.length,
  itemListElement: rows.map((row, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: inLanguage(language, row.title),
    url: publicUrl + hrefOf(language, row),
  })),
})

type FieldProps = {
  field: Field
  results: readonly ResultCard[]
  projects: readonly RegisterRow[]
  positions: readonly RegisterRow[]
}

/** A field of cooperation: its results, projects and positions. */
export function FieldPage({ field, results, projects, positions }: FieldProps) {
  const { language } = useFrame()
  const t = useText()
  const p = t.projects
  const name = inLanguage(language, field.name)
  return (
    <Page
      kind="public"
      title={name}
      over={p.field}
      lead={p.fieldLead(name)}
      crumbs={crumbsTo(language, listOf(language, 'project'), { label: name })}
    >
      <Stack>
        <Figures
          figures={[
            { label: p.results, value: results.length },
            { label: p.title, value: projects.length },
            { label: p.positions, value: positions.length },
          ]}
        />
        <Cards title={p.title} cards={projects} />
        <Cards title={p.results} cards={results} />
        <Cards title={p.positions} cards={positions} />
      </Stack>
    </Page>
  )
}

function Cards({ title, cards }: { title?: string; cards: readonly Card[] }) {
  const { language } = useFrame()
  const t = useText()
  if (cards.length === 0) return null
  return (
    <section>
      {title && <h2>{title}</h2>}
      <Docs
        docs={cards.map((card) => ({
          title: inLanguage(language, card.title),
          lang: langOf(language, card.title),
          href: hrefOf(language, card),
          kind: card.kind === 'result' ? <OutcomeWord of={card.outcome} /> : <StateWord of={card.state} />,
          text:
            card.kind === 'position' && card.addressee
              ? t.positions.to(inLanguage(language, card.addressee))
              : card.text && <Said of={card.text} />,
          more: <ExampleWord of={card} />,
        }))}
      />
    </section>
  )
}

/** What the region demands, and what became of it. */
export function PositionsPage({ positions }: { positions: readonly RegisterRow[] }) {
  const { language } = useFrame()
  const t = useText().positions
  return (
    <Page kind="public" title={t.title} lead={t.lead} crumbs={crumbsTo(language, { label: t.title })}>
      {positions.length === 0 ? <Empty title={t.none} /> : <Cards cards={positions} />}
    </Page>
  )
}

import {
  Choropleth,
  Col,
  Cols,
  Count,
  Empty,
  Files,
  FilterBar,
  JsonLd,
  List,
  type MapDrawing,
  More,
  Note,
  Page,
  Place,
  Select,
  SpanLine,
  SpanScale,
  Stack,
  Table,
  type TimeScale,
} from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import type { FormState } from '../../platform/forms.ts'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { inOrderOfBegin, projectStates } from '../model.ts'
import { paths } from '../paths.ts'
import type { RegisterRow } from '../queries/register.ts'
import { text, useText } from '../text/public.ts'
import { crumbsTo, ExampleWord, hrefOf, Said, StateWord, stateForms } from './words.tsx'

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

/** The register of projects: what narrows it, its projects as lines over the years, and where they are. */
export function ProjectsPage(props: Props) {
  const { projects, query } = props
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
      {(projects.length > 0 || isNarrowed) && <Narrowing {...props} />}
      {projects.length > 0 ? (
        <Timeline {...props} />
      ) : isNarrowed ? (
        <Empty title={t.none}>
          <More href={paths.projects.at(language)}>{t.clear}</More>
        </Empty>
      ) : (
        <Empty title={t.empty} office={paths.office.at(language)} />
      )}
      {projects.length > 0 && !isNarrowed && <Places {...props} />}
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

/** Projects in the order in which they began, each saying its time in words and drawing it on the scale of all. */
function Timeline({ projects, fields, query, now }: Props) {
  const { language } = useFrame()
  const t = useText().projects
  const { columns } = t
  const scale = scaleOf(projects, now)
  return (
    <Stack>
      <h2>{t.found(projects.length)}</h2>
      <Table
        caption={t.found(projects.length)}
        isCaptionHidden
        rows={inOrderOfBegin(projects)}
        keyOf={({ id }) => id}
        columns={[
          { label: columns.title, kind: 'name', cell: (row) => <ProjectName row={row} /> },
          { label: columns.field, kind: 'labelled', cell: ({ fieldId }) => nameIn(language, fields, fieldId) },
          { label: t.when, kind: 'labelled', cell: (row) => timeIn(language, row) },
          { label: columns.state, kind: 'labelled', cell: ({ state }) => <StateWord of={state} /> },
          {
            label: t.line,
            kind: 'span',
            head: <SpanScale scale={scale} today={t.today} />,
            cell: (row) => <ProjectLine row={row} scale={scale} />,
          },
        ]}
      />
      <Note>{t.reading}</Note>
      <Files files={{ CSV: paths.projectsCsv.at(language, {}, query) }} />
    </Stack>
  )
}

const ProjectLine = ({ row: { starts, ends, state, regionNos }, scale }: { row: RegisterRow; scale: TimeScale }) => (
  <SpanLine
    scale={scale}
    from={starts ? yearOf(starts) : undefined}
    to={ends ? yearOf(ends) : undefined}
    form={stateForms[state]}
    regions={regionNos}
  />
)

/** From the first year that any of them knows to the last, and a little beyond today. */
function scaleOf(projects: readonly RegisterRow[], at: Date): TimeScale {
  const now = at.getUTCFullYear() + at.getUTCMonth() / 12
  const years = projects.flatMap(({ starts, ends }) => [starts, ends].flatMap((one) => (one ? yearOf(one) : [])))
  const [least, most] = [Math.min(...years, now - 1), Math.max(...years, now + 1)]
  // Before the first line there is room for the numbers of regions.
  return { first: Math.floor(least - (most - least) * 0.12), last: Math.ceil(most + 0.5), now }
}

/** 2022-07 as 2022.5. */
const yearOf = (dated: string) =>
  Number(dated.slice(0, 4)) + (dated.length > 4 ? (Number(dated.slice(5, 7)) - 1) / 12 : 0)

/** “seit Mai 2016”, “1991 bis 2021”, “bis 2029”: as much of its time as is known, to the month. */
function timeIn(language: Frame['language'], { starts, ends, state }: RegisterRow) {
  const { projects: t } = text[language]
  const begin = starts && datedText(language, starts.slice(0, 7))
  const end = ends && datedText(language, ends.slice(0, 7))
  if (begin && end) return begin === end ? begin : t.between(begin, end)
  if (begin) return state === 'under_way' ? t.since(begin) : t.from(begin)
  return end ? t.until(end) : t.noBegin
}

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

/** Where the projects are and what they work on: ways into the register. */
function Places({ projects, regions, fields, map }: Props) {
  const { language } = useFrame()
  const t = useText().projects
  const inRegion = (no: number) => projects.filter(({ regionNos }) => regionNos.includes(no)).length
  const inField = (id: string) => projects.filter(({ fieldId }) => fieldId === id).length
  return (
    <div class="noprint">
      <Cols>
        {map && <PlacesMap map={map} />}
        <Col span={3}>
          <h2>{t.regions}</h2>
          <List
            items={regions.map(({ id, no, name }) => (
              <Place region={no}>
                <a href={paths.projects.at(language, {}, { region: id })}>{inLanguage(language, name)}</a>{' '}
                <Count>{inRegion(no)}</Count>
              </Place>
            ))}
          />
        </Col>
        <Col span={3}>
          <h2>{t.fields}</h2>
          <List
            items={fields.map(({ id, name }) => (
              <>
                <a href={paths.field.at(language, { field: id })}>
                  <Said of={name} />
                </a>{' '}
                {inField(id) > 0 && <Count>{inField(id)}</Count>}
              </>
            ))}
          />
        </Col>
      </Cols>
    </div>
  )
}

function PlacesMap({ map }: { map: ProjectMap }) {
  const t = useText().projects
  return (
    <Col span={6}>
      <h2>{t.map}</h2>
      <Choropleth
        id="projects-map"
        drawing={map.drawing}
        title={t.map}
        values={Object.fromEntries(map.drawing.areas.map(({ key }) => [key, map.values[key] ?? 0]))}
        breaks={[1, 2, 4]}
        legend={{ steps: t.mapSteps }}
      />
      {map.source && <Note>{t.mapSource(map.source)}</Note>}
    </Col>
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

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
  Pagination,
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
import { projectStates } from '../model.ts'
import { paths } from '../paths.ts'
import type { Counts, Extent, RegisterRow } from '../queries/register.ts'
import { useProjectText } from '../text/projects.ts'
import { text, useText } from '../text/public.ts'
import { crumbsTo, ExampleWord, hrefOf, Said, StateWord, stateForms } from './words.tsx'

type Field = { id: string; name: Bilingual }
type ProjectMap = { drawing: MapDrawing; source: string | undefined }
/** So many projects stand on a page of the register. */
export const onPage = 100
type Props = {
  form: FormState
  /** Those of this page. */
  projects: readonly RegisterRow[]
  /** How many a filter leaves on all pages, and over which time. */
  extent: Extent
  /** Where all projects are and what they are about; none on a narrowed page. */
  counts: Counts | undefined
  page: number
  fields: readonly Field[]
  regions: readonly { id: string; no: number; name: Bilingual }[]
  map: ProjectMap | undefined
  /** The filter as the page's query. */
  query: Record<string, string>
  now: Date
}

/** The register of projects: what narrows it, its projects as lines over the years, and where they are. */
export function ProjectsPage(props: Props) {
  const { projects, counts, query } = props
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
      <JsonLd data={listData(props, frame)} />
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
      {projects.length > 0 && counts && <Places {...props} counts={counts} />}
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
function Timeline({ projects, extent, page, fields, query, now }: Props) {
  const { language } = useFrame()
  const t = useText().projects
  const words = useProjectText()
  const { columns } = t
  const scale = scaleOf(extent, now)
  const fileAs = (as: string) => paths.projectsFile.at(language, { as }, query)
  const hrefOf = (no: number) => paths.projects.at(language, {}, { ...query, ...(no > 1 ? { seite: String(no) } : {}) })
  return (
    <Stack>
      <h2>{t.found(extent.count)}</h2>
      <Table
        caption={t.found(extent.count)}
        isCaptionHidden
        rows={projects}
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
      <Pagination page={page} pages={Math.ceil(extent.count / onPage)} hrefOf={hrefOf} />
      <Note>{t.reading}</Note>
      <Files files={{ CSV: fileAs('csv'), Excel: fileAs('xlsx'), JSON: fileAs('json') }} />
      <More href={paths.projectsFeed.at(language)}>{words.feed}</More>
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
function scaleOf({ first, last }: Extent, at: Date): TimeScale {
  const now = at.getUTCFullYear() + at.getUTCMonth() / 12
  const least = Math.min(first ? yearOf(first) : now, now - 1)
  const most = Math.max(last ? yearOf(last) : now, now + 1)
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
function Places({ regions, fields, map, counts: { byPlace, byField } }: Props & { counts: Counts }) {
  const { language } = useFrame()
  const t = useText().projects
  return (
    <div class="noprint">
      <Cols>
        {map && <PlacesMap map={map} values={byPlace} />}
        <Col span={3}>
          <h2>{t.regions}</h2>
          <List
            items={regions.map(({ id, no, name }) => (
              <Place region={no}>
                <a href={paths.projects.at(language, {}, { region: id })}>{inLanguage(language, name)}</a>{' '}
                <Count>{byPlace[id] ?? 0}</Count>
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
                {byField[id] && <Count>{byField[id]}</Count>}
              </>
            ))}
          />
        </Col>
      </Cols>
    </div>
  )
}

function PlacesMap({ map, values }: { map: ProjectMap; values: Counts['byPlace'] }) {
  const t = useText().projects
  return (
    <Col span={6}>
      <h2>{t.map}</h2>
      <Choropleth
        id="projects-map"
        drawing={map.drawing}
        title={t.map}
        values={Object.fromEntries(map.drawing.areas.map(({ key }) => [key, values[key] ?? 0]))}
        breaks={[1, 2, 4]}
        legend={{ steps: t.mapSteps }}
      />
      {map.source && <Note>{t.mapSource(map.source)}</Note>}
    </Col>
  )
}

const listData = ({ projects, extent, page }: Props, { language, publicUrl }: Frame) => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  numberOfItems: extent.count,
  itemListElement: projects.map((row, index) => ({
    '@type': 'ListItem',
    position: (page - 1) * onPage + index + 1,
    name: inLanguage(language, row.title),
    url: publicUrl + hrefOf(language, row),
  })),
})

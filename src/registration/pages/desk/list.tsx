import { congressPaths } from '../../../congress/index.ts'
import {
  Ahead,
  Band,
  ButtonLink,
  type Column,
  Figures,
  Files,
  List,
  More,
  Notice,
  Page,
  Pagination,
  Place,
  State,
  StepPlot,
  Table,
} from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { dates, inLanguage, number } from '../../../platform/language.ts'
import { countedAtMost, rowsPerPage } from '../../model.ts'
import { deskPaths } from '../../paths.ts'
import type { DeskEdition, Filter, ListRow } from '../../queries/desk.ts'
import type { Concern } from '../../queries/desk-attention.ts'
import type { Figures as Counted, Point } from '../../queries/desk-standing.ts'
import { useDeskText } from '../../text/desk.ts'
import { concernWords } from './concerns.ts'
import { type Choices, Filters, queryOf } from './filters.tsx'

export const stateForms = { confirmed: 'done', waiting: 'waiting', cancelled: 'off' } as const

export type ListContent = {
  edition: DeskEdition
  filter: Filter
  rows: readonly ListRow[]
  count: number
  match: 'exact' | 'similar'
  figures: Counted
  curve: readonly Point[]
  concerns: readonly Concern[]
  choices: Choices
}

/** Registrations of one edition: how many over time, and the list to search and filter. */
export function DeskListPage(props: ListContent) {
  const { language } = useFrame()
  const t = useDeskText()
  const { edition, filter, rows, count, match } = props
  const at = { edition: edition.slug }
  const query = queryOf(filter)
  return (
    <Page
      kind="office"
      title={t.title}
      lead={inLanguage(language, edition.title)}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={
        edition.mayWork
          ? [{ label: t.edition, href: congressPaths.edit.at(language, at) }, { label: t.title }]
          : undefined
      }
      wide
    >
      <Band>
        <Standing {...props} />
        <Concerns {...props} />
        <Ways edition={edition} />
        <Filters {...props} />
        {match === 'similar' && rows.length > 0 && <Notice kind="info">{t.similar}</Notice>}
        <Table
          caption={t.caption(Math.min(count, countedAtMost), count > countedAtMost)}
          density="dense"
          rows={rows}
          keyOf={(row) => row.id}
          empty={t.empty}
          columns={useColumns(edition)}
        />
        <Pagination
          page={filter.page}
          pages={Math.ceil(Math.min(count, countedAtMost) / rowsPerPage)}
          hrefOf={(page) => deskPaths.list.at(language, at, { ...query, page: String(page) })}
        />
        {edition.mayWork && (
          <Files csv={deskPaths.csv.at(language, at, query)} xlsx={deskPaths.xlsx.at(language, at, query)}>
            {t.files}
          </Files>
        )}
      </Band>
    </Page>
  )
}

function useColumns(edition: DeskEdition): Column<ListRow>[] {
  const { language } = useFrame()
  const t = useDeskText()
  const c = t.columns
  const { dense } = dates(language, edition.zone)
  return [
    { label: c.number, kind: 'number', cell: (row) => row.number },
    { label: c.at, cell: (row) => dense(row.createdAt) },
    {
      label: c.name,
      kind: 'name',
      cell: (row) => (
        <>
          {edition.mayWork ? (
            <a href={deskPaths.one.at(language, { edition: edition.slug, registration: row.id })}>{row.name}</a>
          ) : (
            row.name
          )}
          {Boolean(row.isDouble) && (
            <>
              {' '}
              <State form="open">{t.double}</State>
            </>
          )}
        </>
      ),
    },
    { label: c.organisation, cell: (row) => row.organisation },
    { label: c.region, cell: (row) => row.regionNo && <Place region={row.regionNo} /> },
    { label: c.type, cell: (row) => inLanguage(language, row.ticketName) },
    { label: c.state, cell: (row) => <State form={stateForms[row.state]}>{t.states[row.state]}</State> },
  ]
}

function Standing({ edition, figures, curve }: ListContent) {
  const { language } = useFrame()
  const t = useDeskText()
  const { day, short } = dates(language, edition.zone)
  const last = curve.at(-1)
  const first = curve[0]
  const until = Math.max(last?.at ?? 0, edition.closesAt?.getTime() ?? 0)
  return (
    <div class="over-plot">
      <Figures
        figures={[
          { label: t.figures.confirmed, value: number(figures.confirmed) },
          { label: t.figures.waiting, value: number(figures.waiting) },
          { label: t.figures.cancelled, value: number(figures.cancelled) },
          ...(figures.left === undefined ? [] : [{ label: t.figures.left, value: number(figures.left) }]),
        ]}
      />
      {first && last ? (
        <StepPlot
          id="course"
          title={t.plot.title(number(last.value))}
          points={curve}
          until={until}
          lastLabel={t.plot.today(number(last.value))}
          limit={edition.seats === null ? undefined : { value: edition.seats, label: t.plot.limit }}
          ticks={[
            { at: first.at, label: day(new Date(first.at)), short: short(new Date(first.at)) },
            { at: last.at, label: day(new Date(last.at)), short: short(new Date(last.at)) },
          ]}
          region={edition.regionNo ?? 1}
          summary={t.plot.summary}
        >
          <Table
            caption={t.plot.summary}
            isCaptionHidden
            rows={curve.filter((_, index) => index % Math.ceil(curve.length / 20) === 0 || index === curve.length - 1)}
            keyOf={(point) => point.at}
            columns={[
              { label: t.plot.day, kind: 'name', cell: (point) => day(new Date(point.at)) },
              { label: t.plot.count, kind: 'number', cell: (point) => number(point.value) },
            ]}
          />
        </StepPlot>
      ) : (
        <p>{t.plot.none}</p>
      )}
    </div>
  )
}

function Concerns({ edition, concerns }: ListContent) {
  const { language } = useFrame()
  const t = useDeskText().attention
  if (concerns.length === 0) return null
  const waiting = deskPaths.list.at(language, { edition: edition.slug }, { state: 'waiting', sort: 'oldest' })
  return (
    <Notice kind="warning" title={t.title}>
      <List
        items={concerns.map((concern) => {
          const words = concernWords(language, concern)
          return concern.kind === 'waiting' ? <a href={waiting}>{words}</a> : words
        })}
      />
    </Notice>
  )
}

function Ways({ edition }: { edition: DeskEdition }) {
  const { language } = useFrame()
  const t = useDeskText()
  const at = { edition: edition.slug }
  if (!edition.mayWork) return <More href={deskPaths.door.at(language, at)}>{t.doorList}</More>
  return (
    <Ahead action={<ButtonLink href={deskPaths.add.at(language, at)}>{t.add}</ButtonLink>}>
      <More href={deskPaths.door.at(language, at)}>{t.doorList}</More>
      <More href={deskPaths.needs.at(language, at)}>{t.needs}</More>
      <More href={deskPaths.participants.at(language, at)}>{t.participants}</More>
      <More href={congressPaths.ticketTypes.at(language, at)}>{t.tickets}</More>
    </Ahead>
  )
}

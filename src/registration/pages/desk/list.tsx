import { congressPaths } from '../../../congress/index.ts'
import {
  Ahead,
  Band,
  ButtonLink,
  type Column,
  Details,
  Figures,
  Files,
  List,
  More,
  Notice,
  Page,
  Pagination,
  Place,
  State,
  Table,
} from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { dates, inLanguage, number } from '../../../platform/language.ts'
import { countedAtMost, rowsPerPage, states } from '../../model.ts'
import { deskPaths } from '../../paths.ts'
import type { DeskEdition, Filter, ListRow } from '../../queries/desk.ts'
import type { Concern } from '../../queries/desk-attention.ts'
import type { Figures as Counted, Point } from '../../queries/desk-standing.ts'
import { useDeskText } from '../../text/desk.ts'
import { concernHref, concernWords } from './concerns.ts'
import { Course, courseTitle } from './course.tsx'
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
  const title = inLanguage(language, edition.title)
  return (
    <Page
      kind="office"
      title={t.title}
      lead={title}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      crumbs={
        edition.mayWork ? [{ label: title, href: congressPaths.edit.at(language, at) }, { label: t.title }] : undefined
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
          sheet={`${t.title}, ${title}`}
          aside={{ href: deskPaths.print.at(language, at, query), label: t.print }}
          columns={useColumns(edition)}
        />
        <Pagination
          page={filter.page}
          pages={Math.ceil(Math.min(count, countedAtMost) / rowsPerPage)}
          hrefOf={(page) => deskPaths.list.at(language, at, { ...query, page: String(page) })}
        />
        {edition.mayWork && (
          <Files files={{ CSV: deskPaths.csv.at(language, at, query), Excel: deskPaths.xlsx.at(language, at, query) }}>
            {t.files}
          </Files>
        )}
      </Band>
    </Page>
  )
}

/** Who it is first; on the phone so one below the other: name, state and ticket, organisation. */
export function useColumns(edition: DeskEdition): Column<ListRow>[] {
  const { language } = useFrame()
  const t = useDeskText()
  const c = t.columns
  const { dense } = dates(language, edition.zone)
  return [
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
    { label: c.state, cell: (row) => <State form={stateForms[row.state]}>{t.states[row.state]}</State> },
    { label: c.type, cell: (row) => inLanguage(language, row.ticketName) },
    { label: c.organisation, kind: 'line', cell: (row) => row.organisation },
    { label: c.region, cell: (row) => row.regionNo && <Place region={row.regionNo} /> },
    {
      label: c.at,
      kind: 'labelled',
      cell: (row) => <time datetime={row.createdAt.toISOString()}>{dense(row.createdAt)}</time>,
    },
    { label: c.number, kind: 'number', cell: (row) => row.number },
  ]
}

/** A line that only ever rose once says nothing, and who searches wants the list. */
const isWorthSeeing = ({ curve, filter }: ListContent) =>
  new Set(curve.map(({ onSite, online }) => onSite + online)).size > 2 &&
  filter.page === 1 &&
  !Object.values(queryOf(filter)).some(Boolean)

function Standing(props: ListContent) {
  const { edition, figures, curve } = props
  const { language } = useFrame()
  const t = useDeskText()
  const title = courseTitle(language, curve)
  return (
    <div class="over-plot">
      <Figures
        figures={[
          ...states.map((state) => ({
            label: <a href={deskPaths.list.at(language, { edition: edition.slug }, { state })}>{t.states[state]}</a>,
            value: number(figures[state]),
          })),
          ...(figures.left === undefined ? [] : [{ label: t.figures.left, value: number(figures.left) }]),
        ]}
      />
      {title ? (
        <Details summary={title} isOpen={isWorthSeeing(props)}>
          <Course edition={edition} curve={curve} />
        </Details>
      ) : (
        <p>{t.plot.none}</p>
      )}
    </div>
  )
}

function Concerns({ concerns }: ListContent) {
  const { language } = useFrame()
  const t = useDeskText().attention
  if (concerns.length === 0) return null
  return (
    <Notice kind="warning" title={t.title}>
      <List
        items={concerns.map((concern) => {
          const words = concernWords(language, concern)
          return concern.kind === 'full' ? words : <a href={concernHref(language, concern)}>{words}</a>
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

import { Note, SpanLine, SpanScale, Table, type TimeScale } from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import { useFrame } from '../../platform/frame.ts'
import { beginOf, type Pace, paceOf } from '../model/projects.ts'
import type { Piece } from '../queries/pieces.ts'
import type { Planned, ProjectDetails } from '../queries/projects.ts'
import { useProjectText } from '../text/projects.ts'
import { Said } from './words.tsx'

type Props = { piece: Piece; details: ProjectDetails; today: string }
type Row = { id: string; what: Planned['title'] | 'begin' | 'end'; by: string | null; pace: Pace } & Pick<
  Planned,
  'plannedFor' | 'happenedOn'
> & { first: string }

/** Milestones, begin and end: what was planned first, what is planned now, and what happened; nothing without a plan. */
export function PlanTable({ piece, details, today }: Props) {
  const { language } = useFrame()
  const t = useProjectText().plan
  const rows = rowsOf({ piece, details, today })
  if (rows.length === 0) return null
  const scale = scaleOf(rows, today)
  const dated = (value: string | null) => (value ? datedText(language, value) : '')
  const nameOf = (id: string | null) => piece.organisations.find((one) => one.id === id)?.name
  return (
    <section class="stack">
      <h2>{t.title}</h2>
      <Table
        caption={t.title}
        isCaptionHidden
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { label: t.columns.what, kind: 'name', cell: (row) => <What row={row} by={nameOf(row.by)} /> },
          { label: t.columns.first, kind: 'labelled', cell: ({ first }) => dated(first) },
          {
            label: t.columns.planned,
            kind: 'labelled',
            cell: ({ first, plannedFor }) => (plannedFor === first ? '' : dated(plannedFor)),
          },
          { label: t.columns.happened, kind: 'labelled', cell: ({ happenedOn }) => dated(happenedOn) },
          { label: t.columns.pace, kind: 'labelled', cell: ({ pace }) => t.paces[pace] },
          {
            label: t.line,
            kind: 'span',
            head: <SpanScale scale={scale} today={t.today} />,
            cell: (row) => <PlanLine row={row} scale={scale} />,
          },
        ]}
      />
      <Note>
        {t.lead} {t.reading}
      </Note>
    </section>
  )
}

function What({ row: { what }, by }: { row: Row; by: string | undefined }) {
  const t = useProjectText().plan
  return (
    <>
      {typeof what === 'string' ? t[what] : <Said of={what} />}
      {by && <span class="note"> ({t.by(by)})</span>}
    </>
  )
}

const forms = { early: 'done', on_time: 'done', late: 'done', overdue: 'stopped', ahead: 'unknown' } as const

function PlanLine({ row, scale }: { row: Row; scale: TimeScale }) {
  const [one, other] = [yearOf(row.first), yearOf(row.happenedOn ?? row.plannedFor ?? row.first)]
  return <SpanLine scale={scale} from={Math.min(one, other)} to={Math.max(one, other)} form={forms[row.pace]} />
}

function rowsOf({ piece, details, today }: Props): Row[] {
  const happened = (kind: string) => details.milestones.find((one) => one.kind === kind)?.happenedOn ?? null
  const edges: (Omit<Row, 'pace' | 'first'> & { first: string | null })[] = [
    {
      id: 'begin',
      what: 'begin',
      by: null,
      first: details.firstStarts,
      plannedFor: piece.starts,
      happenedOn: happened('begun'),
    },
    ...details.milestones.map(({ id, title, organisationId, firstPlannedFor, plannedFor, happenedOn }) => ({
      ...{ id, what: title, by: organisationId, plannedFor, happenedOn },
      first: firstPlannedFor ?? plannedFor,
    })),
    {
      id: 'end',
      what: 'end',
      by: null,
      first: details.firstEnds,
      plannedFor: piece.ends,
      happenedOn: happened('completed'),
    },
  ]
  return edges.flatMap(({ first, ...row }) =>
    first === null ? [] : [{ ...row, first, pace: paceIn(row, first, today) }],
  )
}

/** What has happened is measured by the first plan; what has not is overdue by the plan of today. */
const paceIn = ({ plannedFor, happenedOn }: Pick<Row, 'plannedFor' | 'happenedOn'>, first: string, today: string) =>
  paceOf({ plannedFor: happenedOn ? first : (plannedFor ?? first), happenedOn, today })

const yearMs = 365.25 * 86_400_000
const yearOf = (dated: string) => 1970 + beginOf(dated) / yearMs

function scaleOf(rows: readonly Row[], today: string): TimeScale {
  const now = yearOf(today)
  const years = rows.flatMap(({ first, plannedFor, happenedOn }) =>
    [first, plannedFor, happenedOn].flatMap((one) => (one ? [yearOf(one)] : [])),
  )
  return { first: Math.floor(Math.min(now, ...years) - 0.2), last: Math.ceil(Math.max(now, ...years) + 0.2), now }
}

import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Empty } from './notice.tsx'
import { useText } from './text.ts'

export type Column<Row> = {
  label: string
  /** What its head shows instead of the words: a scale. */
  head?: ComponentChildren
  cell: (row: Row) => ComponentChildren
  /**
   * `name` heads the row; `number` is set right and keeps its label in a block, as `labelled` does; `line` has a line
   * of its own there; `group` heads the rows that follow; `pick` and `action` hide their label; `span` is a drawing on
   * the scale in its head, which stays in sight.
   */
  kind?: 'text' | 'labelled' | 'name' | 'number' | 'line' | 'group' | 'action' | 'pick' | 'span'
  /** Where a click on the label sorts; `direction` for the column sorted by now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined
}

export type TableProps<Row> = {
  caption: ComponentChildren
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string | number
  /** A caption that the heading above says already. */
  isCaptionHidden?: boolean
  /** `dense` for the office's long lists. */
  density?: 'normal' | 'dense'
  /** A link in the caption, such as the download. */
  aside?: { href: string; label: string } | undefined
  /** Stands on top of every printed sheet. */
  sheet?: string
  /** What leads to a row; a row without one has no anchor. */
  anchorOf?: (row: Row) => string | undefined
  /** Said instead of the table where there are no rows. */
  empty?: string
}

/** Rows of things. Where there is little room every row turns into a short block. */
export function Table<Row>({ columns, rows, keyOf, density, empty, sheet, anchorOf, ...caption }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <Empty title={empty} />
  return (
    <div class="box">
      <table class={classes('rows', density === 'dense' && 'dense')}>
        <Caption {...caption} />
        <thead>
          {sheet && (
            <tr class="sheet">
              <th colspan={columns.length}>{sheet}</th>
            </tr>
          )}
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.label} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} id={anchorOf?.(row)}>
              {columns.map((column) => (
                <Cell key={column.label} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Caption = ({
  caption,
  isCaptionHidden,
  aside,
}: Pick<TableProps<never>, 'caption' | 'isCaptionHidden' | 'aside'>) => (
  <caption class={classes(isCaptionHidden && 'hide')}>
    {caption}{' '}
    {aside && (
      <a class="more csv" href={aside.href}>
        {aside.label}
      </a>
    )}
  </caption>
)

function HeadCell<Row>({ column: { label, head, kind, sort } }: { column: Column<Row> }) {
  const t = useText()
  const isQuiet = kind === 'action' || kind === 'pick' || kind === 'group' || kind === 'span'
  return (
    <th scope="col" class={classes(kind === 'number' && 'r', kind === 'span' && 'sp')} aria-sort={sort?.direction}>
      {head}
      {sort ? (
        <a href={sort.href}>
          {label}
          {sort.direction && <span class="hide">, {t.sorted[sort.direction]}</span>}
        </a>
      ) : (
        <span class={classes(isQuiet && 'hide')}>{label}</span>
      )}
    </th>
  )
}

function Cell<Row>({ column: { label, kind, cell }, row }: { column: Column<Row>; row: Row }) {
  if (kind === 'name') return <th scope="row">{cell(row)}</th>
  return (
    <td class={cellNames[kind ?? 'text']} data-l={kind === 'number' || kind === 'labelled' ? label : undefined}>
      {cell(row)}
    </td>
  )
}

const cellNames = {
  text: undefined,
  labelled: undefined,
  number: 'r',
  line: 'line',
  group: 'group',
  action: 'act',
  pick: 'sel',
  span: 'sp',
}

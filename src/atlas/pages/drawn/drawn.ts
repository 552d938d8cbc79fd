import type { VNode } from 'preact'
import type { Column } from '../../../platform/spreadsheet.ts'
import type { Standing } from '../../queries/standing.ts'
import type { ViewData } from '../../queries/view.ts'

/** A row of the table behind a view: its name, and each number as a number and as it is read. */
export type DrawnRow = { key: string; name: string; region?: number | undefined; cells: readonly DrawnCell[] }
export type DrawnCell = { value: number | string | null; text: string }

/** A view in a language, ready to be set on a page, in a file, in somebody else's page or in a story. */
export type Drawn = {
  kind: ViewData['kind']
  query: ViewData['query']
  standing: Standing
  /** What is shown, with unit and date. */
  name: string
  /** What it says, as a title and in sentences computed from the numbers. */
  title: string
  text: string
  /** As of, source, method. */
  note: string
  /** Where its figures come from, for who cites it. */
  source: string
  /** Undefined where nothing is known. */
  chart: VNode | undefined
  size: readonly [width: number, height: number]
  legend: readonly { step: number | 'unknown' | 'less' | 'more'; words: string }[]
  /** What the first column names, and the heads of the others. */
  heads: readonly [string, ...string[]]
  rows: readonly DrawnRow[]
}

/** What charts and files ask of a table. */
export const columnsOf = ({ heads: [first, ...heads] }: Pick<Drawn, 'heads'>): Column<DrawnRow>[] => [
  { title: first, value: ({ name }) => name, width: 28 },
  ...heads.map((title, index) => ({ title, value: ({ cells }: DrawnRow) => cells[index]?.value, width: 16 })),
]

import { number } from '../platform/language.ts'

/** One section of a network with both ends, the people on it, and those by the number of their home region. */
export type FlowRow = { from: string; to: string; total: number; byRegion: Readonly<Record<number, number>> }

type Props = {
  rows: readonly FlowRow[]
  regions: readonly { no: number; name: string }[]
  words: { caption: string; section: string; total: string }
}

/** The table behind a network plan: every section, both directions together, by home region. */
export const FlowTable = ({ rows, regions, words }: Props) => (
  <div class="scroll">
    <table>
      <caption>{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.section}</th>
          <th scope="col" class="r">
            {words.total}
          </th>
          {regions.map(({ no, name }) => (
            <th key={no} scope="col" class="r">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.from} ${row.to}`}>
            <th scope="row">
              {row.from} – {row.to}
            </th>
            <td class="r">{number(row.total)}</td>
            {regions.map(({ no }) => (
              <td key={no} class="r">
                {row.byRegion[no] ? number(row.byRegion[no]) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

import { inLanguage, type Language } from '../../platform/language.ts'
import type { Theme } from '../model/theme.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { text } from '../text.ts'
import { dateText, namesOf, sourceLine } from './words.ts'

type Props = { view: IndicatorView; theme: Theme; language: Language }

// A file on its own knows no stylesheet: five greys and one ink, as on paper.
const greys = ['#e3e0d8', '#bdbab3', '#91908c', '#5f6264', '#22272c']
const [ink, quiet, paper] = ['#15191d', '#dedad0', '#ffffff']
const top = 96
const foot = 64

/** The map of an indicator as a picture of its own, with title, date and source written on it. */
export function SvgFile({ view, theme, language }: Props) {
  const { indicator, map, sources, cells, year } = view
  const drawing = map?.drawing ?? { width: 730, height: 0, areas: [], places: [] }
  const asOf = dateText(language, [...cells.values()][0]?.asOf ?? String(year ?? ''))
  const height = drawing.height + top + foot
  const lines = wrapped(`${text[language].source}: ${sourceLine(language, sources)}`, 96)
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${drawing.width} ${height}`} font-family="Arial, sans-serif">
      <title>{inLanguage(language, indicator.name)}</title>
      <rect width={drawing.width} height={height} fill={paper} />
      <text x="6" y="40" font-size="30" font-weight="bold" fill={ink}>
        {inLanguage(language, indicator.name)}
      </text>
      <text x="6" y="72" font-size="18" fill={ink}>
        {`${inLanguage(language, indicator.unit)}, ${asOf}`}
      </text>
      <g transform={`translate(0 ${top})`}>
        <Shapes view={view} theme={theme} language={language} />
      </g>
      {lines.slice(0, 3).map((line, index) => (
        <text key={line} x="6" y={height - foot + 22 + index * 16} font-size="12" fill={ink}>
          {line}
        </text>
      ))}
    </svg>
  )
}

function Shapes({ view: { map, land }, theme, language }: Props) {
  const names = namesOf(language, land)
  if (!map) return null
  return (
    <>
      {map.drawing.areas.map(({ key, path }) => (
        <path
          key={key}
          d={path}
          fill={theme.steps?.[key] === undefined ? quiet : greys[theme.steps[key]]}
          stroke={paper}
          stroke-width="2.5"
        >
          <title>{names.get(key)?.name}</title>
        </path>
      ))}
      {theme.circles?.map(({ key, radius, isNegative }) => {
        const [x, y] = map.drawing.areas.find((area) => area.key === key)?.middle ?? [0, 0]
        const look = isNegative ? { fill: paper, stroke: ink, 'stroke-width': 5 } : { fill: ink, stroke: paper }
        return <circle key={key} cx={x} cy={y} r={radius} {...look} />
      })}
    </>
  )
}

/** A text in lines of at most so many letters, cut at blanks. */
function wrapped(words: string, most: number): string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

import { apart } from '../../design/index.tsx'
import { inLanguage, type Language } from '../../platform/language.ts'
import { headlineOf } from '../model/headline.ts'
import type { Theme } from '../model/theme.ts'
import type { IndicatorView } from '../queries/indicator.ts'
import { text } from '../text.ts'
import { classWords, dateText, headlineText, namesOf, sourceLine } from './words.ts'

type Props = { view: IndicatorView; theme: Theme; language: Language }

// A file on its own knows no stylesheet: five greys and one ink, as on paper.
const greys = ['#e3e0d8', '#bdbab3', '#91908c', '#5f6264', '#22272c']
const [ink, quiet, paper] = ['#15191d', '#dedad0', '#ffffff']
const font = "'Hanken Grotesk', Arial, sans-serif"
const top = 126
const [legendLine, sourceLineHeight] = [26, 17]

/** The map of an indicator as a picture of its own, with its finding, legend, date and source written on it. */
export function SvgFile({ view, theme, language, scale = 1 }: Props & { scale?: number }) {
  const { indicator, map, sources, cells, year } = view
  const drawing = map?.drawing ?? { width: 730, height: 0, areas: [], places: [] }
  const asOf = dateText(language, [...cells.values()][0]?.asOf ?? String(year ?? ''))
  const legend = legendOf(language, view, theme)
  const lines = wrapped(`${text[language].source}: ${sourceLine(language, sources)}`, 98).slice(0, 4)
  const below = top + drawing.height + 20
  const foot = below + legend.length * legendLine + 20
  const [width, height] = [drawing.width, foot + lines.length * sourceLineHeight]
  const titles = wrapped(titleOf(language, view), 44).slice(0, 2)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width * scale}
      height={height * scale}
      font-family={font}
      role="img"
      aria-labelledby="picture-title"
    >
      <title id="picture-title">{`${inLanguage(language, indicator.name)}: ${titles.join(' ')}`}</title>
      <rect width={width} height={height} fill={paper} />
      {titles.map((line, index) => (
        <text key={line} x="6" y={34 + index * 34} font-size="30" font-weight="700" fill={ink}>
          {line}
        </text>
      ))}
      <text x="6" y={38 + titles.length * 34} font-size="17" fill={ink}>
        {`${inLanguage(language, indicator.name)}, ${inLanguage(language, indicator.unit)}, ${asOf}`}
      </text>
      <g transform={`translate(0 ${top})`}>
        <Shapes view={view} theme={theme} language={language} />
      </g>
      {legend.map(({ fill, words }, index) => (
        <g key={words} transform={`translate(6 ${below + index * legendLine})`}>
          <rect width="32" height="16" fill={fill} />
          <text x="42" y="13" font-size="15" fill={ink}>
            {words}
          </text>
        </g>
      ))}
      {lines.map((line, index) => (
        <text key={line} x="6" y={foot + index * sourceLineHeight} font-size="13" fill={ink}>
          {line}
        </text>
      ))}
    </svg>
  )
}

/** The finding as title, or the name where there is none to tell. */
function titleOf(language: Language, { indicator, land, cells }: IndicatorView): string {
  const headline = headlineOf(
    indicator,
    land.districts.map(({ key }) => key),
    cells,
  )
  return headline
    ? headlineText(language, indicator, headline, namesOf(language, land))
    : inLanguage(language, indicator.name)
}

function legendOf(language: Language, { indicator }: IndicatorView, theme: Theme) {
  const t = text[language].indicator
  const unknown = theme.unknown.length > 0 ? [{ fill: quiet, words: t.unknown }] : []
  if (!theme.steps) return [{ fill: greys[2]!, words: t.circleIs }, ...unknown]
  return [
    ...classWords(language, indicator, theme).map(({ step, words }) => ({ fill: greys[step]!, words })),
    ...unknown,
  ]
}

function Shapes({ view: { map, land }, theme, language }: Props) {
  const names = namesOf(language, land)
  if (!map) return null
  const spots = apart(theme.circles ?? [], map.drawing)
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
        const [x, y] = spots.get(key) ?? [0, 0]
        const look = isNegative ? { fill: paper, stroke: ink, 'stroke-width': 5 } : { fill: greys[2], stroke: paper }
        return <circle key={key} cx={x} cy={y} r={radius} {...look} />
      })}
      {map.drawing.areas.map(({ key, label, middle }) => (
        <text
          key={key}
          x={(spots.get(key) ?? middle)[0]}
          y={(spots.get(key) ?? middle)[1] + 6}
          font-size="17"
          font-weight="700"
          text-anchor="middle"
          fill={ink}
          stroke={paper}
          stroke-width="4"
          paint-order="stroke"
        >
          {label}
        </text>
      ))}
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

import { InFile, regionTokens } from '../../design/index.tsx'
import type { Language } from '../../platform/language.ts'
import type { Region } from '../../region/index.ts'
import { text } from '../text.ts'
import type { Drawn } from './drawn/index.ts'

type Regions = readonly Pick<Region, 'no' | 'colours'>[]
type Props = { drawn: Drawn; regions: Regions; language: Language; scale?: number }

// A file on its own knows no stylesheet: the colours are those of paper.
const greys = ['#e3e0d8', '#bdbab3', '#91908c', '#5f6264', '#22272c']
const [ink, quiet, paper, muted] = ['#15191d', '#dedad0', '#ffffff', '#5b6167']
const font = "'Hanken Grotesk', Arial, sans-serif"
const width = 730
const [titleLine, legendLine, noteLine] = [34, 26, 17]

/** A view as a picture of its own, with its finding, legend, date and source written on it, and whether there is newer. */
export function PictureFile({ drawn, regions, language, scale = 1 }: Props) {
  const { size, legend, chart, name } = drawn
  const titles = wrapped(drawn.title, 42).slice(0, 3)
  const names = wrapped(name, 82).slice(0, 2)
  const notes = [...stateOf(language, drawn), ...wrapped(drawn.note, 98).slice(0, 5)]
  const top = 22 + titles.length * titleLine + names.length * 20
  const high = Math.round((size[1] * width) / size[0])
  const below = top + high + 24
  const foot = below + legend.length * legendLine + 10
  const height = foot + notes.length * noteLine
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      {...{ width: width * scale, height: height * scale }}
      font-family={font}
      role="img"
      aria-labelledby="picture-title"
    >
      <title id="picture-title">{`${name}: ${drawn.title}`}</title>
      <style>{rules(regions)}</style>
      <rect width={width} height={height} fill={paper} />
      <Lines lines={titles} at={[34, titleLine]} look={{ 'font-size': 30, 'font-weight': 700 }} />
      <Lines lines={names} at={[26 + titles.length * titleLine, 20]} look={{ 'font-size': 17 }} />
      <InFile value={{ x: 0, y: top, width, height: high }}>{chart}</InFile>
      {legend.map(({ step, words }, index) => (
        <g key={words} transform={`translate(6 ${below + index * legendLine})`}>
          <Swatch step={step} />
          <text x="42" y="13" font-size="15" fill={ink}>
            {words}
          </text>
        </g>
      ))}
      <Lines lines={notes} at={[foot, noteLine]} look={{ 'font-size': 13 }} />
    </svg>
  )
}

type LinesProps = { lines: readonly string[]; at: readonly [first: number, step: number]; look: Record<string, number> }
const Lines = ({ lines, at: [first, step], look }: LinesProps) =>
  lines.map((line, index) => (
    <text key={line} x="6" y={first + index * step} fill={ink} {...look}>
      {line}
    </text>
  ))

function Swatch({ step }: { step: Drawn['legend'][number]['step'] }) {
  if (step === 'more' || step === 'less')
    return (
      <circle
        cx="16"
        cy="8"
        r="7"
        {...(step === 'less' ? { fill: paper, stroke: ink, 'stroke-width': 3 } : { fill: muted })}
      />
    )
  return <rect width="32" height="16" fill={step === 'unknown' ? quiet : greys[step]} />
}

/** What whoever meets this picture elsewhere must know: there are newer data, or some have been taken back. */
export function stateOf(
  language: Language,
  { standing: { version, newest, isReduced } }: Pick<Drawn, 'standing'>,
): string[] {
  const t = text[language].views
  return [...(version < newest ? [t.newerExist(version)] : []), ...(isReduced ? [t.reduced] : [])]
}

/** The rules of the charts with colours in place of the page's tokens: programs that draw files know no tokens. */
function rules(regions: Regions): string {
  const steps = greys.map((grey, step) => `.step-${step}{fill:${grey}}`).join('')
  const places = regions.map(({ no, colours }) => {
    const { field, line, on, isOutlined } = regionTokens({ no, ...colours })
    const edge = isOutlined ? ink : line.light
    const at = (look: string) => `[data-region="${no}"] .${look},.${look}[data-region="${no}"]`
    return (
      `${at('symbol')}{fill:${field.light};stroke:${edge}}${at('length')},${at('band-flow')}{fill:${line.light};stroke:${edge}}` +
      `${at('series')},${at('strand')}{stroke:${line.light}}${at('on')}{fill:${on.light};stroke:none}`
    )
  })
  return (
    `text{fill:${ink};font-family:${font}}.chart text{font-size:17px;font-weight:700}.chart .quantity,.chart .tick{font-weight:400}.chart .tick{font-size:15px;fill:${muted}}` +
    `.thematic path{stroke:${paper};stroke-width:2.5}.thematic text{font-size:21px;font-weight:700;text-anchor:middle}.land,.unknown{fill:${quiet}}.hatch{fill:${muted}}${steps}` +
    `.halo{paint-order:stroke;stroke:${paper};stroke-width:5px;stroke-linejoin:round}.symbol{fill:${muted};stroke-width:2}.zero{stroke:#cfcbc1;stroke-width:1.5}.mean{stroke:${ink};stroke-width:2;stroke-dasharray:3 3}` +
    `.series{fill:none;stroke:${ink};stroke-width:3.5}.length{fill:${muted}}.band-flow{stroke-width:.75;fill-opacity:.72}.chart .lead{fill:none;stroke:${muted}}` +
    `.net .case,.net .strand,.net .quiet{fill:none}.net .case{stroke:${ink}}.net .quiet{stroke:${quiet};stroke-width:3}.net .stop{fill:${paper};stroke:${ink};stroke-width:6}.net .self{fill:${ink}}.net text{font-size:24px}.net .big{font-weight:700}.net .plate{display:none}` +
    `${places.join('')}.symbol.less{fill:${paper} !important;stroke-width:5}`
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

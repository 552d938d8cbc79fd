import { render } from 'preact-render-to-string'
import { rasterise } from '../platform/picture.ts'
import { contrast } from './colour.ts'

export type OpenGraphPicture = {
  title: string
  /** A few words above the title: the kind of thing, or who publishes. */
  over?: string | undefined
  /** A sentence under the title. */
  line?: string | undefined
  date?: string | undefined
  place?: string | undefined
  /** Colour of every region's line on white (`#rrggbb`), in the order of their numbers. */
  colours: readonly string[]
  /** The line that branches off to the stop; without one all run through. */
  regionNo?: number | undefined
  regionCount: number
}

const size = { width: 1200, height: 630 }
const ink = '#15191d'
const lines = 230
const left = 292
const branch = { y: 500, stop: 330, radius: 28 }
const column = size.width - left - 64

/** The picture shown where a page is linked: the regions' lines, one branching off to a stop with day and place. */
export function openGraphSvg(input: OpenGraphPicture): string {
  const title = fit(input.title)
  const under = 132 + title.size * 0.8 + (title.rows.length - 1) * title.size * 1.04
  const facts = [input.date, input.place].filter(Boolean).join(' · ')
  return render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      font-family="Hanken Grotesk"
      fill={ink}
    >
      <title>{plain(input.title)}</title>
      <rect width={size.width} height={size.height} fill="#ffffff" />
      <Strands {...input} />
      {input.over && (
        <text x={left} y={96} font-size={30} font-weight={400}>
          {input.over}
        </text>
      )}
      {title.rows.map((row, i) => (
        <text
          key={row}
          x={left}
          y={132 + title.size * 0.8 + i * title.size * 1.04}
          font-size={title.size}
          font-weight={700}
          letter-spacing={-title.size * 0.026}
        >
          {row}
        </text>
      ))}
      {input.line && under < 370 && (
        <text x={left} y={under + 58} font-size={32} font-weight={400}>
          {cut(input.line, 32)}
        </text>
      )}
      {facts && (
        <text x={left} y={590} font-size={34} font-weight={700}>
          {cut(facts, 34)}
        </text>
      )}
    </svg>,
  )
}

/** The same picture as PNG, 1200 × 630. */
export function openGraphPng(input: OpenGraphPicture): Promise<Buffer> {
  return rasterise(openGraphSvg(input))
}

function Strands({ colours, regionNo, regionCount }: OpenGraphPicture) {
  const width = lines / regionCount
  const numbers = Array.from({ length: regionCount }, (_, i) => i + 1)
  const colourOf = (no: number) => colours[no - 1] ?? ink
  const own = regionNo !== undefined && regionNo <= regionCount ? regionNo : undefined
  return (
    <>
      {numbers.map(
        (no) => no !== own && <rect key={no} x={(no - 1) * width} width={width} height={630} fill={colourOf(no)} />,
      )}
      {own !== undefined && <Branch x={(own - 0.5) * width} width={width} colour={colourOf(own)} />}
    </>
  )
}

/** White beside the branch keeps it apart from the lines it crosses; a pale line gets an outline in ink. */
function Branch({ x, width, colour }: { x: number; width: number; colour: string }) {
  const slant = 70
  const path = `M${x} -20V${branch.y - slant - 40}Q${x} ${branch.y - slant} ${x + 28} ${branch.y - slant + 28}L${x + slant - 28} ${branch.y - 28}Q${x + slant} ${branch.y} ${x + slant + 40} ${branch.y}H1220`
  const isPale = contrast(colour, '#ffffff') < 3
  return (
    <g fill="none">
      <path d={path} stroke="#ffffff" stroke-width={width + 14} />
      {isPale && <path d={path} stroke={ink} stroke-width={width + 3} />}
      <path d={path} stroke={colour} stroke-width={width} />
      <circle
        cx={branch.stop}
        cy={branch.y}
        r={Math.max(branch.radius, width / 2 + 8)}
        fill="#ffffff"
        stroke={ink}
        stroke-width={11}
      />
    </g>
  )
}

/** The largest size at which the title needs no more than three rows; a longer one is cut with an ellipsis. */
function fit(title: string) {
  for (const size of [88, 76, 66, 56]) {
    const rows = wrap(title, size, column)
    if (rows.length <= 3 && rows.length * size * 1.04 < 290) return { size, rows }
  }
  const rows = wrap(title, 56, column).slice(0, 4)
  rows.push(`${rows.pop()!.replace(/[\s,.;:–-]+$/, '')} …`)
  return { size: 56, rows }
}

/** The first row of a text, with an ellipsis if there is more. */
function cut(text: string, size: number) {
  const rows = wrap(text, size, column)
  return rows.length > 1 ? `${wrap(text, size, column - 2 * size)[0]} …` : rows[0]
}

/** Rows no wider than so many pixels, by the approximate widths of letters; soft hyphens break a long word. */
export function wrap(text: string, size: number, width: number): string[] {
  const rows: string[] = []
  let row = ''
  for (const word of text.trim().split(/\s+/)) {
    const longer = row ? `${row} ${plain(word)}` : plain(word)
    if (widthOf(longer) * size <= width) row = longer
    else {
      const [head, tail] = hyphenated(word, (part) => widthOf(row ? `${row} ${part}` : part) * size <= width)
      if (head) rows.push(row ? `${row} ${head}` : head)
      else if (row) rows.push(row)
      row = tail
    }
  }
  return row ? [...rows, row] : rows
}

const plain = (word: string) => word.replaceAll('\u00ad', '')

/** As many syllables as fit, with a hyphen, and the rest. */
function hyphenated(word: string, fits: (part: string) => boolean): [head: string, tail: string] {
  const parts = word.split('\u00ad')
  for (let i = parts.length - 1; i > 0; i--) {
    const head = `${parts.slice(0, i).join('')}-`
    if (fits(head)) return [head, parts.slice(i).join('')]
  }
  return ['', plain(word)]
}

const narrowLetters = new Set([..."iljI.,:;!|'’()[] t f r".replaceAll(' ', ''), ' '])
const wideLetters = new Set([...'mwMWOQGD@%—'])

/** Width of a text in bold, in em: on the safe side of Hanken Grotesk's. */
function widthOf(text: string) {
  const letters = [...text].map((letter) => {
    if (narrowLetters.has(letter)) return 0.31
    if (wideLetters.has(letter)) return 0.8
    return letter === letter.toUpperCase() && letter !== letter.toLowerCase() ? 0.66 : 0.57
  })
  return letters.reduce((sum, width) => sum + width, 0)
}

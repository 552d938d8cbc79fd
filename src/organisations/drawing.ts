import type { PlanDrawing } from '../design/index.tsx'
import type { Tie } from './model.ts'

type PlanSection = PlanDrawing['sections'][number]
type PlanStop = PlanDrawing['stops'][number]
type Stop = { id: string; name: string; regionNo: number | null }

const [width, labels, step, edge] = [1000, 500, 62, 40]
const tiesAtMost = 250
const [lettersWide, lettersNarrow] = [38, 18]

/**
 * Organisations as stops on one vertical line in the order given, those who work together joined by arcs, wider with
 * more in common, in the colours of their regions. The same input gives the same drawing, in pixels of its own.
 */
export function arcs(stops: readonly Stop[], ties: readonly Tie[], focus?: string): PlanDrawing {
  const place = new Map(stops.map(({ id }, index) => [id, index]))
  const drawn = ties.filter(({ a, b }) => place.has(a) && place.has(b)).slice(0, tiesAtMost)
  const widest = Math.max(1, ...drawn.map(({ a, b }) => Math.abs(place.get(a)! - place.get(b)!)))
  const sections = drawn.map((tie): PlanSection => {
    const [from, to] = [place.get(tie.a)!, place.get(tie.b)!].sort((p, q) => p - q) as [number, number]
    const regions = [...new Set([stops[from]!.regionNo, stops[to]!.regionNo].filter((no) => no !== null))]
    const each = 3 + 2 * Math.min(tie.things.length, 5)
    const bulge = 60 + (to - from) * ((width - labels - 90) / widest)
    const arc = (out: number) => arcBetween(yOf(from) - out / 2, yOf(to) + out / 2, bulge + out)
    return {
      ...{ from: tie.a, to: tie.b, total: tie.things.length, path: arc(0) },
      caseWidth: regions.length > 0 ? each * regions.length + 4 : undefined,
      strands: regions.map((region, index) => ({
        ...{ region, width: each },
        path: arc((index - (regions.length - 1) / 2) * each),
      })),
    }
  })
  const height = 2 * edge + Math.max(0, stops.length - 1) * step
  // What many have in common lies on top.
  return { width, height, sections: sections.reverse(), stops: stops.map((stop, index) => stopAt(stop, index, focus)) }
}

const yOf = (index: number) => edge + index * step

/** From one point of the line to another below it, out to the right; a cubic curve reaches three quarters of its handles. */
function arcBetween(from: number, to: number, bulge: number) {
  const [x, out] = [labels, labels + bulge * (4 / 3)].map(Math.round)
  return `M${x} ${from}C${out} ${from} ${out} ${to} ${x} ${to}`
}

function stopAt({ id, name }: Stop, index: number, focus: string | undefined): PlanStop {
  const isFocus = id === focus
  const at = { x: labels - 28, anchor: 'end', isStrong: isFocus } as const
  return {
    ...{ x: labels, y: yOf(index), radius: 11, isFocus },
    name: { ...at, y: yOf(index) + 8, text: shortened(name, lettersWide) },
    short: { ...at, y: yOf(index) + 15, text: shortened(name, lettersNarrow) },
  }
}

const shortened = (name: string, letters: number) =>
  name.length > letters ? `${name.slice(0, letters - 1).trimEnd()}…` : name

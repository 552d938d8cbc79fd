import type { ComponentChildren } from 'preact'
import { useFrame } from '../platform/frame.ts'
import { classes } from './classes.ts'
import { type RegionColours, regionTokens } from './tokens.ts'

/** A region's number on its colour. Never alone: use `Place` unless the name stands beside it anyway. */
export const Mark = ({ region }: { region: number }) => (
  <span class="mark" data-region={region}>
    {region}
  </span>
)

/** A region's mark with a name: the region's own, or what the children say. */
export function Place({ region, children }: { region: number; children?: ComponentChildren }) {
  const name = useFrame().regions.find(({ no }) => no === region)?.name
  return (
    <span class="place">
      <Mark region={region} /> <span>{children ?? name}</span>
    </span>
  )
}

/** The lines across the page; the page's own one lies at the bottom and flows into the field. */
export function Lines({ region }: { region?: number | undefined }) {
  const others = useFrame().regions.filter(({ no }) => no !== region)
  const own = useFrame().regions.filter(({ no }) => no === region)
  return (
    <div class="lines" aria-hidden="true">
      {[...others, ...own].map(({ no }) => (
        <i key={no} data-region={no} class={classes(no === region && 'own')} />
      ))}
    </div>
  )
}

/** The M of as many strokes as there are regions, the first innermost. */
export function Emblem() {
  const { regions } = useFrame()
  if (regions.length === 0) return null
  return (
    <svg class="emblem" viewBox="1 0 86 72" aria-hidden="true">
      {strokes(regions.length).map(({ d, width }, index) => (
        <path key={d} data-region={regions[index]!.no} d={d} fill="none" stroke-width={width} stroke-miterlimit={9} />
      ))}
    </svg>
  )
}

/** The same M as a file of its own, `icon.svg`, in the regions' colours on light paper. */
export function iconSvg(regions: readonly RegionColours[]): string {
  const paths = strokes(regions.length).map(
    ({ d, width }, index) =>
      `<path d="${d}" stroke="${regionTokens(regions[index]!).line.light}" stroke-width="${width}"/>`,
  )
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="1 -7 86 86" fill="none" stroke-miterlimit="9">' +
    `${paths.join('')}</svg>`
  )
}

function strokes(count: number): { d: string; width: number }[] {
  const width = 23.5 / Math.max(count, 3)
  return Array.from({ length: count }, (_, index) => ({
    d: letter(1.45 + width * (0.5 + 0.979 * (count - 1 - index))),
    width: round(width),
  }))
}

/** One stroke of the M with its stem at x = left; a stroke further in hangs lower, so that all run in parallel. */
function letter(left: number): string {
  const top = 0.8 + 2.414 * (left - 3.8)
  const [right, valley] = [88 - left, top + 44 - left]
  const at = (x: number, y: number) => `${round(x)} ${round(y)}`
  return `M${at(left, 72)}L${at(left, top)}L${at(44, valley)}L${at(right, top)}L${at(right, 72)}`
}

const round = (value: number) => Math.round(value * 10) / 10

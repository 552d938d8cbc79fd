import type { ComponentChildren } from 'preact'
import { useFrame } from '../platform/frame.ts'
import { classes } from './classes.ts'

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
  const width = 23.5 / Math.max(regions.length, 3)
  return (
    <svg class="emblem" viewBox="1 0 86 72" aria-hidden="true">
      {regions.map(({ no }, index) => (
        <path
          key={no}
          data-region={no}
          d={letter(1.45 + width * (0.5 + 0.979 * (regions.length - 1 - index)))}
          fill="none"
          stroke-width={round(width)}
          stroke-miterlimit={9}
        />
      ))}
    </svg>
  )
}

/** One stroke of the M with its stem at x = left; a stroke further in hangs lower, so that all run in parallel. */
function letter(left: number): string {
  const top = 0.8 + 2.414 * (left - 3.8)
  const [right, valley] = [88 - left, top + 44 - left]
  const at = (x: number, y: number) => `${round(x)} ${round(y)}`
  return `M${at(left, 72)}L${at(left, top)}L${at(44, valley)}L${at(right, top)}L${at(right, 72)}`
}

const round = (value: number) => Math.round(value * 10) / 10

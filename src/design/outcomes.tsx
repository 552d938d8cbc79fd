import type { ComponentChildren } from 'preact'

/** What became of something: done, going on, stopped, or not known here. By form, never by colour. */
export type OutcomeForm = 'done' | 'going' | 'stopped' | 'unknown'

/** An outcome by form and word. */
export const OutcomeMark = ({ form, children }: { form: OutcomeForm; children: ComponentChildren }) => (
  <span class="place">
    <svg width="14" height="14" viewBox="4 4 32 32" aria-hidden="true">
      <OutcomeStop form={form} x={20} ink="currentColor" ground="none" />
    </svg>{' '}
    <span>{children}</span>
  </span>
)

type LineProps = {
  /** Unique on the page. */
  id: string
  /** What the picture says, for those who do not see it. */
  title: string
  region?: number | undefined
  stops: readonly OutcomeForm[]
  /** How many stops the longest line beside it has, so that all have one scale. */
  most: number
}

/** An edition as a line with one stop for each result: what became of it is the form of the stop. */
export function OutcomeLine({ id, title, region, stops, most }: LineProps) {
  const width = most * 48
  const x = (index: number) => 16 + index * 48
  return (
    <svg data-region={region} viewBox={`0 0 ${width} 40`} width={width} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true">
        <Line d={`M${x(0)} 20H${x(Math.max(1, stops.length) - 1)}`} />
        {stops.map((form, index) => (
          <OutcomeStop key={index} form={form} x={x(index)} ink="var(--ink)" ground="var(--paper)" />
        ))}
      </g>
    </svg>
  )
}

/** A stretch of the region's line, with the seam that pale lines need on paper. */
const Line = ({ d }: { d: string }) => (
  <g fill="none">
    <path stroke="var(--case)" stroke-width="12" d={d} />
    <path stroke="var(--line)" stroke-width="10" d={d} />
  </g>
)

type StopProps = { form: OutcomeForm; x: number; ink: string; ground: string }

/** A stop 20 pixels below its origin. */
export function OutcomeStop({ form, x, ink, ground }: StopProps) {
  const ring = { cx: x, cy: 20, r: 13, stroke: ink, 'stroke-width': 5, fill: ground }
  if (form === 'done') return <circle {...ring} fill={ink} />
  if (form === 'unknown') return <circle {...ring} stroke-dasharray="0.1 8.1" stroke-linecap="round" />
  return (
    <>
      <circle {...ring} />
      {form === 'stopped' && <path stroke={ink} stroke-width="5" d={`M${x - 8} 20H${x + 8}`} />}
    </>
  )
}

import { Chart, type Told } from './chart.tsx'

export type PlanText = { x: number; y: number; anchor: 'start' | 'middle' | 'end'; text: string; isStrong?: boolean }
export type PlanStop = { x: number; y: number; radius: number; isFocus: boolean; name: PlanText; short: PlanText }
export type PlanSection = {
  from: string
  to: string
  total: number
  path: string
  /** Width of the outline under the strands; without one the section is a hairline. */
  caseWidth: number | undefined
  strands: { region: number; path: string; width: number }[]
}

/** The geometry of a network plan, in pixels of its own drawing; what lies on top comes last. */
export type PlanDrawing = { width: number; height: number; sections: PlanSection[]; stops: PlanStop[] }

type Props = Told & {
  drawing: PlanDrawing
  /** What is said of a section; left out, sections say nothing. */
  hint?: (section: Pick<PlanSection, 'from' | 'to' | 'total'>) => string
}

/** A plan like that of public transport: districts are stops, sections as wide as people travel on them. */
export function NetworkPlan({ drawing, hint, ...told }: Props) {
  const { width, height, sections, stops } = drawing
  return (
    <Chart {...told} look="net" box={[0, 0, width, height]}>
      {sections.map((section) => section.caseWidth === undefined && <path class="quiet" d={section.path} />)}
      {sections.map((section) => section.caseWidth !== undefined && <Bundle section={section} hint={hint} />)}
      {stops.map((stop) => (
        <circle class={stop.isFocus ? 'stop self' : 'stop'} cx={stop.x} cy={stop.y} r={stop.radius} />
      ))}
      {stops.map((stop) => (
        <>
          <Name text={stop.name} class={stop.name.isStrong ? 'name halo big' : 'name halo'} />
          <Name text={stop.short} class={stop.short.isStrong ? 'plate halo p-self' : 'plate halo'} />
        </>
      ))}
    </Chart>
  )
}

const Bundle = ({ section, hint }: { section: PlanSection; hint: Props['hint'] }) => (
  <g data-t={hint && ' '}>
    {hint && <title>{hint(section)}</title>}
    <path class="case" d={section.path} stroke-width={section.caseWidth} />
    {section.strands.map(({ region, path, width }) => (
      <path class="strand" data-region={region} d={path} stroke-width={width} />
    ))}
  </g>
)

const Name = ({ text, class: look }: { text: PlanText; class: string }) => (
  <text class={look} x={text.x} y={text.y} text-anchor={text.anchor}>
    {text.text}
  </text>
)

import { Fragment } from 'preact'
import { Chart, narrow, sized, type Told, wide } from './chart.tsx'
import { classes } from './classes.ts'

export type SankeyNode = { key: string; region: number; name: string; out: number; into: number }
export type SankeyFlow = { from: string; to: string; value: number }
type Props = Told & {
  /** In the order of the regions' lines. */
  nodes: readonly SankeyNode[]
  flows: readonly SankeyFlow[]
  /** How a number is written. */
  format: (value: number) => string
}

const [height, bar] = [470, 12]
type Shape = { width: number; side: number; gap: number }
/** On a narrow place names stand above their bars instead of beside them. */
const shapeOf = (width: number): Shape =>
  width === narrow ? { width, side: 0, gap: 40 } : { width, side: 190, gap: 24 }

/** What goes from each region to each other: bands as wide as the flow, in the colour of the region it comes from. */
export const Sankey = sized<Props>(({ nodes, flows, format, width, ...told }) => {
  const shape = shapeOf(width)
  const { left, right, bands } = sankeyLayout(nodes, flows, shape)
  const top = shape.side > 0 ? 12 : 28
  return (
    <Chart {...told} look="map chart" box={[0, -top, width, height + top + 12]}>
      {bands
        .toSorted((a, b) => b.value - a.value)
        .map(({ key, region, path, source, target, value, isThin }) => (
          <path
            key={key}
            class={classes('band-flow', isThin && 'thin')}
            data-region={region}
            data-t={`${source.name} → ${target.name}: ${format(value)}`}
            d={path}
          />
        ))}
      {nodes.map((node) => (
        <Fragment key={node.key}>
          <Side node={node} spot={left.get(node.key)} shape={shape} text={format(node.out)} />
          <Side node={node} spot={right.get(node.key)} shape={shape} text={format(node.into)} isRight />
        </Fragment>
      ))}
    </Chart>
  )
})

type Spot = { y: number; height: number }
type SideProps = { node: SankeyNode; spot: Spot | undefined; shape: Shape; text: string; isRight?: boolean }

function Side({ node, spot, shape: { width, side }, text, isRight = false }: SideProps) {
  if (!spot) return null
  const x = isRight ? width - side - bar : side
  const anchor = isRight === side > 0 ? 'start' : 'end'
  const middle = spot.y + spot.height / 2
  return (
    <>
      <rect class="length" data-region={node.region} x={x} y={spot.y} width={bar} height={spot.height} />
      {side > 0 ? (
        <>
          <text dy=".35em" x={isRight ? x + bar + 10 : x - 10} y={middle - 9} text-anchor={anchor}>
            {node.name}
          </text>
          <text dy=".35em" class="quantity" x={isRight ? x + bar + 10 : x - 10} y={middle + 11} text-anchor={anchor}>
            {text}
          </text>
        </>
      ) : (
        <text dy=".35em" class="halo" x={isRight ? width : 0} y={spot.y - 14} text-anchor={isRight ? 'end' : 'start'}>
          {node.name} <tspan class="quantity">{text}</tspan>
        </text>
      )}
    </>
  )
}

/** Where everything stands: heights are proportional to people on one scale for both sides. */
export function sankeyLayout(nodes: readonly SankeyNode[], flows: readonly SankeyFlow[], shape: Shape = shapeOf(wide)) {
  const { gap } = shape
  const total = flows.reduce((sum, { value }) => sum + value, 0)
  const scale = total > 0 ? (height - gap * Math.max(0, nodes.length - 1)) / total : 0
  const column = (of: (node: SankeyNode) => number) => {
    let y = 0
    return new Map(
      nodes.map((node): [string, Spot] => {
        const spot = { y: tenth(y), height: tenth(of(node) * scale) }
        y += of(node) * scale + gap
        return [node.key, spot]
      }),
    )
  }
  const [left, right] = [column(({ out }) => out), column(({ into }) => into)]
  return { left, right, bands: bandsOf(nodes, flows, { left, right, scale, shape }) }
}

type Columns = { left: Map<string, Spot>; right: Map<string, Spot>; scale: number; shape: Shape }

/** On either side the bands lie in the order of the regions, so that as few as can be cross. */
function bandsOf(nodes: readonly SankeyNode[], flows: readonly SankeyFlow[], { left, right, scale, shape }: Columns) {
  const used = new Map<string, number>()
  const from = (side: string, spot: Spot | undefined, height: number) => {
    const y = (spot?.y ?? 0) + (used.get(side) ?? 0)
    used.set(side, (used.get(side) ?? 0) + height)
    return tenth(y)
  }
  return nodes.flatMap((source) =>
    nodes.flatMap((target) => {
      const value = flows.find((one) => one.from === source.key && one.to === target.key)?.value
      if (!value) return []
      const thick = value * scale
      const y = from(`out ${source.key}`, left.get(source.key), thick)
      const to = from(`into ${target.key}`, right.get(target.key), thick)
      const path = bandPath(y, to, tenth(thick), shape)
      return [
        { key: `${source.key} ${target.key}`, region: source.region, path, source, target, value, isThin: thick < 3 },
      ]
    }),
  )
}

function bandPath(from: number, to: number, thick: number, { width, side }: Shape): string {
  const [x, end, middle] = [side + bar, width - side - bar, width / 2]
  return `M${x} ${from}C${middle} ${from} ${middle} ${to} ${end} ${to}V${tenth(to + thick)}C${middle} ${tenth(to + thick)} ${middle} ${tenth(from + thick)} ${x} ${tenth(from + thick)}Z`
}

const tenth = (value: number) => Math.round(value * 10) / 10

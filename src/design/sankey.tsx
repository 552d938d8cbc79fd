import { Fragment } from 'preact'
import { Chart, type Told } from './chart.tsx'

export type SankeyNode = { key: string; region: number; name: string; out: number; into: number }
export type SankeyFlow = { from: string; to: string; value: number }
type Props = Told & {
  /** In the order of the regions' lines. */
  nodes: readonly SankeyNode[]
  flows: readonly SankeyFlow[]
  /** How a number is written. */
  format: (value: number) => string
}

const [width, height, gap, side, bar] = [730, 470, 24, 190, 12]

/** What goes from each region to each other: bands as wide as the flow, in the colour of the region it comes from. */
export function Sankey({ nodes, flows, format, ...told }: Props) {
  const { left, right, bands } = sankeyLayout(nodes, flows)
  return (
    <Chart {...told} look="map chart" box={[0, -12, width, height + 24]}>
      {bands.map(({ key, region, path, source, target, value }) => (
        <path
          key={key}
          class="band-flow"
          data-region={region}
          data-t={`${source.name} → ${target.name}: ${format(value)}`}
          d={path}
        />
      ))}
      {nodes.map((node) => (
        <Fragment key={node.key}>
          <Side node={node} spot={left.get(node.key)} x={side} text={format(node.out)} />
          <Side node={node} spot={right.get(node.key)} x={width - side - bar} text={format(node.into)} />
        </Fragment>
      ))}
    </Chart>
  )
}

type Spot = { y: number; height: number }

function Side({ node, spot, x, text }: { node: SankeyNode; spot: Spot | undefined; x: number; text: string }) {
  if (!spot) return null
  const isLeft = x < width / 2
  const at = isLeft ? x - 10 : x + bar + 10
  const middle = spot.y + spot.height / 2
  return (
    <>
      <rect class="length" data-region={node.region} x={x} y={spot.y} width={bar} height={spot.height} />
      <text dy=".35em" x={at} y={middle - 9} text-anchor={isLeft ? 'end' : 'start'}>
        {node.name}
      </text>
      <text dy=".35em" class="quantity" x={at} y={middle + 11} text-anchor={isLeft ? 'end' : 'start'}>
        {text}
      </text>
    </>
  )
}

/** Where everything stands: heights are proportional to people on one scale for both sides. */
export function sankeyLayout(nodes: readonly SankeyNode[], flows: readonly SankeyFlow[]) {
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
  return { left, right, bands: bandsOf(nodes, flows, { left, right, scale }) }
}

type Columns = { left: Map<string, Spot>; right: Map<string, Spot>; scale: number }

/** On either side the bands lie in the order of the regions, so that as few as can be cross. */
function bandsOf(nodes: readonly SankeyNode[], flows: readonly SankeyFlow[], { left, right, scale }: Columns) {
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
      const path = bandPath(y, to, tenth(thick))
      return [{ key: `${source.key} ${target.key}`, region: source.region, path, source, target, value }]
    }),
  )
}

function bandPath(from: number, to: number, thick: number): string {
  const [x, end, middle] = [side + bar, width - side - bar, width / 2]
  return `M${x} ${from}C${middle} ${from} ${middle} ${to} ${end} ${to}V${tenth(to + thick)}C${middle} ${tenth(to + thick)} ${middle} ${tenth(from + thick)} ${x} ${tenth(from + thick)}Z`
}

const tenth = (value: number) => Math.round(value * 10) / 10

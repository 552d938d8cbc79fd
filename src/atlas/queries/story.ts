import { keeping } from '../../platform/kept.ts'
import type { Visit } from '../../platform/visit.ts'
import { neighbours } from '../../region/index.ts'
import { betweenRegions } from '../model/flows.ts'
import { commutingZones, intramax, type Joining } from '../model/interlinkage.ts'
import { whole } from '../model/values.ts'
import { type Atlas, atlasOf } from './atlas.ts'
import { type Source, sourcesOf } from './indicator.ts'
import { type FlowsNow, flowsNow } from './territory.ts'

export type CoreShare = { indicator: Atlas['indicators'][number]; share: number; asOf: string }
export type Story = Pick<Atlas, 'land'> & {
  /** The first line's region, and its share in what can be added up. */
  core: { id: string; no: number } | undefined
  shares: CoreShare[]
  flows: FlowsNow | undefined
  /** People who leave their district for work, stay inside, and cross from region to region. */
  leaving: number | undefined
  inside: number
  across: number
  groups: string[][]
  joinings: Joining[]
  /** By district the city whose commuting zone it is in; undefined while nobody has said how many are employed where. */
  zones: Map<string, string> | undefined
  sources: Source[]
}

const keptGroups = keeping<ReturnType<typeof intramax>>(2)

const told = ['area', 'population', 'gdp']

/** What the story of the metropolitan region tells, computed from the figures of today. */
export async function story(visit: Visit): Promise<Story> {
  const [atlas, flows, pairs] = await Promise.all([atlasOf(visit), flowsNow(visit, 'commuters'), neighbours(visit)])
  const { land } = atlas
  const rows = flows?.rows ?? []
  const regionOf = new Map(land.districts.map(({ key, regionId }) => [key, regionId]))
  const sum = (list: readonly { value: number }[]) => list.reduce((all, { value }) => all + value, 0)
  const besides = new Set(pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const areBeside = (a: string, b: string) => pairs.length === 0 || besides.has(`${a} ${b}`)
  const keys = land.districts.map(({ key }) => key)
  const core = land.regions[0]
  return {
    land,
    core,
    shares: core ? told.flatMap((id) => shareOf(atlas, id, core.id)) : [],
    flows,
    leaving: latest(atlas, 'out-commuters')?.cells.get(whole)?.value ?? undefined,
    inside: sum(rows),
    across: sum(betweenRegions(rows, regionOf)),
    ...(await keptGroups(JSON.stringify([keys, pairs, land.regions.length, flows?.versionId, rows.length]), () =>
      intramax(keys, rows, { count: Math.max(1, land.regions.length), areBeside }),
    )),
    zones: zonesOf(atlas, rows),
    sources: await sourcesOf(visit, atlas.values.sourcesOf([...told, 'out-commuters'])),
  }
}

function latest({ values }: Atlas, id: string) {
  const year = values.yearsOf(id).at(-1)
  return year === undefined ? undefined : { year, cells: values.cells(id, year) }
}

function shareOf(atlas: Atlas, id: string, core: string): CoreShare[] {
  const indicator = atlas.indicators.find((one) => one.id === id)
  const cells = latest(atlas, id)?.cells
  const [part, all] = [cells?.get(core), cells?.get(whole)]
  if (!indicator || !part?.value || !all?.value) return []
  return [{ indicator, share: part.value / all.value, asOf: part.asOf }]
}

/** The commuting zones of the cities that are districts of their own. */
function zonesOf(atlas: Atlas, rows: readonly { from: string; to: string; value: number }[]) {
  const cells = latest(atlas, 'employees')?.cells
  const employed = new Map([...(cells ?? [])].flatMap(([key, { value }]) => (value ? [[key, value] as const] : [])))
  const cities = atlas.land.districts.filter(({ kind }) => kind === 'city').map(({ key }) => key)
  return employed.size > 0 ? commutingZones(cities, rows, employed) : undefined
}

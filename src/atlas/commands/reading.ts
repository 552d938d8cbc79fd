import { cut } from '../../platform/clean.ts'
import type { Change } from '../../platform/visit.ts'
import {
  addBoundaries,
  addFlows,
  addMunicipalities,
  addMunicipalityFlows,
  clearFlows,
  districts,
  type MunicipalityRow,
  municipalityKeys,
  regions,
} from '../../region/index.ts'
import type { AreaCell, Measure } from '../import/cells.ts'
import { type Finding, hasFailed } from '../import/check.ts'
import { AreaCheck } from '../import/check-areas.ts'
import { FlowCheck, type FlowTaken } from '../import/check-flows.ts'
import { ValueCheck } from '../import/check-values.ts'
import { levelOf, type Places } from '../import/places.ts'
import { Unreadable } from '../import/problem.ts'
import type { LevelOf, Recognised } from '../import/recognise.ts'
import { areaOf, coarser, middleOf } from '../model/area.ts'
import type { Indicator } from '../model/indicator.ts'
import { allIndicators } from '../queries/atlas.ts'
import { addMunicipalityValues, addValues, clearValues, type MunicipalityValueRow, type ValueRow } from './values.ts'

export type Mapping = { measures: (Measure & { indicator: string | null })[] }
export type Reading = { rows: number; findings: Finding[]; mapping: Mapping }
/** Which column is which indicator, where the office has said so; and who is told how many rows have been read. */
export type Told = { mapping?: Mapping; progress?: (rows: number) => Promise<void> }

const atOnce = 10_000
/** Each of them is assigned by hand. */
const mostMeasures = 1000

/**
 * Reads a file into its load, some thousand rows at once; what a check has failed leaves nothing there. Throws Unreadable
 * where a row cannot be read: then the caller takes back what is there already.
 */
export async function readInto(change: Change, id: string, read: Recognised, told: Told = {}): Promise<Reading> {
  const places = await placesOf(change)
  if ('areas' in read) return areasInto(change, id, { ...read, ...told, places })
  return read.kind === 'flows'
    ? flowsInto(change, id, { cells: read.cells, places, ...told })
    : valuesInto(change, id, { cells: read.cells, places, ...told })
}

/** Of what level the areas of a file are. */
export async function levels(change: Pick<Change, 'read'>): Promise<LevelOf> {
  const places = await placesOf(change)
  return (area) => levelOf(places, area)
}

/** The places that are known, by the keys that files use, official and European. */
async function placesOf(change: Pick<Change, 'read'>): Promise<Places> {
  const [all, lines, municipalities] = await Promise.all([districts(change), regions(change), municipalityKeys(change)])
  return {
    known: new Map(all.flatMap(({ key, nuts }) => [[key, key] as const, ...(nuts ? [[nuts, key] as const] : [])])),
    municipalities,
    regions: new Map(lines.flatMap(({ id, territoryKey }) => (territoryKey ? [[territoryKey, id] as const] : []))),
  }
}

type Input<Kind extends 'flows' | 'values'> = Told & { places: Places } & Pick<
    Extract<Recognised, { kind: Kind }>,
    'cells'
  >

type Areas = Extract<Recognised, { areas: unknown }> & Told & { places: Places }

/** So many areas go into the load at once. */
const areasAtOnce = 500

/** Municipalities with their districts, or the districts' own boundaries; of each no more is held than its thinned outline. */
async function areasInto(change: Change, id: string, { kind, areas, places, progress }: Areas): Promise<Reading> {
  const check = new AreaCheck(places, kind)
  const [rows, features]: [MunicipalityRow[], ReturnType<typeof featureOf>[]] = [[], []]
  let read = 0
  for await (const area of areas) {
    if (++read % areasAtOnce === 0) await progress?.(read)
    if ((levelOf(places, area) ?? kind) !== kind) throw new Unreadable('mixedLevels')
    const district = check.taken(area)
    if (!district) continue
    if (kind === 'boundaries') features.push(featureOf({ ...area, district }))
    else rows.push(municipalityRow({ ...area, district }))
  }
  const reading = { findings: check.findings(), mapping: { measures: [] } }
  if (hasFailed(reading.findings)) return { ...reading, rows: 0 }
  if (kind === 'boundaries') await addBoundaries(change, id, { type: 'FeatureCollection', features })
  for (let at = 0; at < rows.length; at += areasAtOnce)
    await addMunicipalities(change, id, rows.slice(at, at + areasAtOnce))
  return { ...reading, rows: rows.length + features.length }
}

type OwnArea = AreaCell & { district: string }

/** In degrees, about fifty metres: a map of one district shows no more. */
const fineGrid = 0.0005

const municipalityRow = ({ key, district, name, nameEn, kind, area, polygons, middle }: OwnArea): MunicipalityRow => ({
  key,
  district_key: district,
  name: cut(name, 200),
  name_en: nameEn && cut(nameEn, 200),
  kind: kind && cut(kind, 100),
  ...(middle ?? middleOf(polygons)),
  area_km2: area ?? (Math.round(areaOf(polygons) * 100) / 100 || null),
  boundary: polygons.length > 0 ? coarser(polygons, fineGrid) : null,
})

/** As fine as a map of all districts shows. */
const coarseGrid = 0.002

const featureOf = ({ district, polygons }: OwnArea) => ({
  type: 'Feature',
  id: district,
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates: coarser(polygons, coarseGrid) },
})

async function flowsInto(change: Change, id: string, { cells, places, progress }: Input<'flows'>): Promise<Reading> {
  const check = new FlowCheck(places)
  let rows = 0
  let batch: FlowTaken[] = []
  const flush = async () => {
    const [fine, coarse] = [batch.filter(({ isFine }) => isFine), batch.filter(({ isFine }) => !isFine)]
    await addFlows(change, id, coarse)
    await addMunicipalityFlows(change, id, fine)
    rows += batch.length
    batch = []
    await progress?.(check.read)
  }
  for await (const cell of cells) {
    const flow = check.taken(cell)
    if (flow) batch.push(flow)
    if (batch.length === atOnce) await flush()
  }
  if (check.read === 0) throw new Unreadable('noRows')
  await flush()
  const findings = check.findings()
  if (!hasFailed(findings)) return { rows, findings, mapping: { measures: [] } }
  await clearFlows(change, id)
  return { rows: 0, findings, mapping: { measures: [] } }
}

async function valuesInto(change: Change, id: string, input: Input<'values'>): Promise<Reading> {
  const { cells, places, progress } = input
  const check = new ValueCheck(places)
  const columns = new Columns(await allIndicators(change), input.mapping)
  const isRegion = new Set(places.regions.values())
  let [rows, coarse, fine]: [number, ValueRow[], MunicipalityValueRow[]] = [0, [], []]
  const flush = async () => {
    await addValues(change, id, coarse)
    await addMunicipalityValues(change, id, fine)
    rows += coarse.length + fine.length
    ;[coarse, fine] = [[], []]
    await progress?.(check.read)
  }
  for await (const cell of cells) {
    const [place, indicator] = [check.taken(cell), columns.indicatorOf(cell)]
    if (check.read % atOnce === 0) await flush()
    const { number, year, asOf } = cell
    if (!indicator || !place || typeof number !== 'object') continue
    const row = { indicator, year, value: number.value, status: number.status, as_of: asOf }
    const district = places.municipalities.get(place)
    if (district !== undefined && !places.known.has(place)) fine.push({ ...row, district, municipality: place })
    else if (isRegion.has(place)) coarse.push({ ...row, district: null, region: place })
    else coarse.push({ ...row, district: place, region: null })
  }
  if (check.read === 0) throw new Unreadable('noRows')
  await flush()
  const reading = { findings: check.findings(), mapping: { measures: columns.all } }
  if (!hasFailed(reading.findings)) return { ...reading, rows }
  await clearValues(change, id)
  return { ...reading, rows: 0 }
}

/** The file's measures as they come, each with the indicator it is known to be or the office has said it is. */
class Columns {
  readonly #indicators: readonly Indicator[]
  readonly #said: ReadonlyMap<string, string | null>
  readonly #of = new Map<string, Mapping['measures'][number]>()

  constructor(indicators: readonly Indicator[], said: Mapping | undefined) {
    this.#indicators = indicators.filter(({ derivation }) => derivation === null)
    this.#said = new Map(said?.measures.map(({ code, indicator }) => [code, indicator]))
  }

  get all() {
    return [...this.#of.values()]
  }

  indicatorOf({ measure: code, label }: Measured): string | null {
    const known = this.#of.get(code)
    if (known) return known.indicator
    if (this.#of.size >= mostMeasures) throw new Unreadable('tooLarge')
    const said = this.#said.get(code)
    const indicator = said === undefined ? this.#guessed(code, label) : said
    this.#of.set(code, { code, label, indicator })
    return indicator
  }

  /** Two columns are never the same indicator by guess. */
  #guessed(code: string, label: string): string | null {
    const same = this.#indicators.find(({ id, name }) =>
      [code, label].some((one) => [id, name.de, name.en].includes(one)),
    )
    const id = same?.id ?? this.#indicators.find((one) => one.id === codes[code.toUpperCase()])?.id ?? null
    return this.all.some(({ indicator }) => indicator === id) ? null : id
  }
}

type Measured = { measure: string; label: string }

/** What offices call what the atlas begins with. */
const codes: Readonly<Record<string, string>> = {
  BEVSTD: 'population',
  BEV002: 'population',
  BIP: 'gdp',
  BIP001: 'gdp',
  FLC006: 'area',
  STU001: 'students',
}

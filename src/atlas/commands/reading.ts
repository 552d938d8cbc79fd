import { cut } from '../../platform/clean.ts'
import type { Change } from '../../platform/visit.ts'
import {
  addBoundaries,
  addFlows,
  addMunicipalities,
  clearFlows,
  districts,
  type MunicipalityRow,
  municipalityKeys,
} from '../../region/index.ts'
import type { AreaCell, Measure, ValueCell } from '../import/cells.ts'
import {
  AreaCheck,
  checkValues,
  type Finding,
  FlowCheck,
  hasFailed,
  type Known,
  type Places,
  placeOf,
} from '../import/check.ts'
import { Unreadable } from '../import/problem.ts'
import type { Recognised } from '../import/recognise.ts'
import { areaOf, coarser, middleOf } from '../model/area.ts'
import { allIndicators } from '../queries/atlas.ts'
import { addMunicipalityValues, addValues, type MunicipalityValueRow, type ValueRow } from './values.ts'

export type Mapping = { measures: (Measure & { indicator: string | null })[] }
export type Reading = { rows: number; findings: Finding[]; mapping: Mapping }
/** Which column is which indicator, where the office has said so; and who is told how many rows have been read. */
export type Told = { mapping?: Mapping; progress?: (rows: number) => Promise<void> }

const atOnce = 10_000
/** Values are held all at once, so that totals can be compared with what they consist of. */
const mostValues = 400_000
/** Each of them is assigned by hand. */
const mostMeasures = 1000

/**
 * Reads a file into its load, some thousand rows at once; what a check has failed leaves nothing there. Throws Unreadable
 * where a row cannot be read: then the caller takes back what is there already.
 */
export async function readInto(change: Change, id: string, read: Recognised, told: Told = {}): Promise<Reading> {
  const known = await knownKeys(change)
  if ('areas' in read) return areasInto(change, id, { ...read, ...told, known })
  return read.kind === 'flows'
    ? flowsInto(change, id, { cells: read.cells, known, ...told })
    : valuesInto(change, id, { cells: read.cells, known, ...told })
}

/** From the keys that files use, official and European, to the districts' own. */
async function knownKeys(change: Change): Promise<Known> {
  const all = await districts(change)
  return new Map(all.flatMap(({ key, nuts }) => [[key, key] as const, ...(nuts ? [[nuts, key] as const] : [])]))
}

type Input<Kind extends 'flows' | 'values'> = Told & { known: Known } & Pick<
    Extract<Recognised, { kind: Kind }>,
    'cells'
  >

type Areas = Extract<Recognised, { areas: unknown }> & Told & { known: Known }

/** So many areas go into the load at once. */
const areasAtOnce = 500

/** Municipalities with their districts, or the districts' own boundaries; of each no more is held than its thinned outline. */
async function areasInto(change: Change, id: string, { kind, areas, known, progress }: Areas): Promise<Reading> {
  const check = new AreaCheck(known)
  const [rows, features]: [MunicipalityRow[], ReturnType<typeof featureOf>[]] = [[], []]
  let read = 0
  for await (const area of areas) {
    if (++read % areasAtOnce === 0) await progress?.(read)
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

const municipalityRow = ({ key, district, name, kind, area, polygons }: OwnArea): MunicipalityRow => ({
  key,
  district_key: district,
  name: cut(name, 200),
  kind: kind && cut(kind, 100),
  ...middleOf(polygons),
  area_km2: area ?? Math.round(areaOf(polygons) * 100) / 100,
  boundary: coarser(polygons, fineGrid),
})

/** As fine as a map of all districts shows. */
const coarseGrid = 0.002

const featureOf = ({ district, polygons }: OwnArea) => ({
  type: 'Feature',
  id: district,
  properties: {},
  geometry: { type: 'MultiPolygon', coordinates: coarser(polygons, coarseGrid) },
})

async function flowsInto(change: Change, id: string, { cells, known, progress }: Input<'flows'>): Promise<Reading> {
  const check = new FlowCheck(known)
  let rows = 0
  let batch: Parameters<typeof addFlows>[2][number][] = []
  const flush = async () => {
    await addFlows(change, id, batch)
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

async function valuesInto(
  change: Change,
  id: string,
  { cells, known, mapping, progress }: Input<'values'>,
): Promise<Reading> {
  const values: ValueCell[] = []
  const measures = new Set<string>()
  for await (const cell of cells) {
    if (values.push(cell) > mostValues || measures.add(cell.measure).size > mostMeasures)
      throw new Unreadable('tooLarge')
    if (values.length % atOnce === 0) await progress?.(values.length)
  }
  if (values.length === 0) throw new Unreadable('noRows')
  const places = { known, municipalities: await municipalityKeys(change) }
  const findings = checkValues(values, places)
  const used = mapping ?? (await guessed(change, values))
  if (hasFailed(findings)) return { rows: 0, findings, mapping: used }
  let rows = 0
  for (let at = 0; at < values.length; at += atOnce) {
    rows += await valuesAdded(change, id, { values: values.slice(at, at + atOnce), mapping: used, places })
    await progress?.(values.length)
  }
  return { rows, findings, mapping: used }
}

type Taken = { values: readonly ValueCell[]; mapping: Mapping; places: Places }

/** Puts into the load what is of a place and an indicator that are known; gives how many those are. */
async function valuesAdded(change: Change, id: string, { values, mapping, places }: Taken): Promise<number> {
  const indicatorOf = new Map(mapping.measures.map(({ code, indicator }) => [code, indicator]))
  const coarse: ValueRow[] = []
  const fine: MunicipalityValueRow[] = []
  for (const { key, year, asOf, measure, number } of values) {
    const [indicator, place] = [indicatorOf.get(measure), placeOf(places, key)]
    if (!indicator || !place || typeof number !== 'object') continue
    const row = { indicator, year, value: number.value, status: number.status, as_of: asOf }
    const district = places.municipalities.get(place)
    if (district === undefined) coarse.push({ ...row, district: place, region: null })
    else fine.push({ ...row, district, municipality: place })
  }
  await addValues(change, id, coarse)
  await addMunicipalityValues(change, id, fine)
  return coarse.length + fine.length
}

/** What offices call what the atlas begins with. */
const codes: Readonly<Record<string, string>> = {
  BEVSTD: 'population',
  BEV002: 'population',
  BIP: 'gdp',
  BIP001: 'gdp',
  FLC006: 'area',
  STU001: 'students',
}

/** The file's measures, each with the indicator it is known to be. */
async function guessed(change: Change, values: readonly ValueCell[]): Promise<Mapping> {
  const all = (await allIndicators(change)).filter(({ derivation }) => derivation === null)
  const labels = new Map(values.map(({ measure, label }) => [measure, label]))
  const measures = [...labels].map(([code, label]) => {
    const same = all.find(({ id, name }) => [code, label].some((one) => [id, name.de, name.en].includes(one)))
    const indicator = same?.id ?? all.find(({ id }) => id === codes[code.toUpperCase()])?.id ?? null
    return { code, label, indicator }
  })
  return { measures }
}

import { keeping } from '../../platform/kept.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import {
  type District,
  type FlowKind,
  flowKinds,
  flowSets,
  type Municipalities,
  type MunicipalityMap,
  municipalitiesOf,
  municipalityAt,
  municipalityFlowsIn,
  municipalityMap,
} from '../../region/index.ts'
import { type Exchange, exchanges } from '../model/flows.ts'
import { basesOf, type Indicator } from '../model/indicator.ts'
import { mostOnMap, withoutSubtraction } from '../model/municipal.ts'
import { type Cells, type Given, Values } from '../model/values.ts'
import { municipalityValues } from '../permissions.ts'
import { type Atlas, atlasOf } from './atlas.ts'
import { type Source, sourcesOf } from './indicator.ts'

/** What indicators say of municipalities, with the districts' own values beside. */
export type Fine = Atlas & { municipalities: Municipalities; fine: Values }

type Asked = { districts?: readonly string[] | undefined; day?: string | undefined; upTo?: number | undefined }

/** No load of municipalities is published, or none that has any here. */
const nowhere: Municipalities = { loadId: '', asOf: '', source: { de: '' }, sourceId: '', rows: [] }

/** The municipalities of districts, or of all, with what is known of them. */
async function fineAtlas(visit: Visit, { districts, day, upTo }: Asked, ids?: readonly string[]): Promise<Fine> {
  const [atlas, found] = await Promise.all([
    atlasOf(visit, { ...(ids ? { ids } : {}), upTo }),
    municipalitiesOf(visit, { ...(districts ? { districts } : {}), day }),
  ])
  const municipalities = found ?? nowhere
  const wanted = ids && [...new Set(ids.flatMap((id) => basesOf(id, atlas.indicators)))]
  const scope = { districts, upTo, ids: wanted }
  const loads = await counted(visit, scope)
  const key = JSON.stringify([municipalities.loadId, municipalities.rows.length, scope, loads])
  const fine = await keptBeside(atlas.values)(key, async () =>
    valuesOf(atlas, municipalities, await given(visit, scope)),
  )
  return { ...atlas, municipalities, fine }
}

const keptAll = new WeakMap<Values, ReturnType<typeof keeping<Values>>>()
/** What was made beside these values of districts; with others, other values of municipalities would be secret. */
function keptBeside(values: Values) {
  const kept = keptAll.get(values) ?? keeping<Values>(8)
  keptAll.set(values, kept)
  return kept
}

type Scope = {
  districts: readonly string[] | undefined
  upTo: number | undefined
  ids: readonly string[] | undefined
}

const scoped = (visit: Visit, { districts, upTo, ids }: Scope) => {
  let all = municipalityValues(visit, upTo)
  if (districts) all = all.where('districtKey', 'in', [...districts, ''])
  if (ids) all = all.where('indicatorId', 'in', [...ids, ''])
  return all
}

/** How many values each published load has: what was published never changes. */
const counted = (visit: Visit, scope: Scope) =>
  scoped(visit, scope)
    .select(['versionId', ({ fn }) => fn.countAll<string>().as('count')])
    .groupBy('versionId')
    .orderBy('versionId')
    .execute()

async function given(visit: Visit, scope: Scope): Promise<Given[]> {
  const rows = await scoped(visit, scope)
    .distinctOn(['indicatorId', 'year', 'municipalityKey'])
    .select([
      'indicatorId',
      'year',
      'municipalityKey as territory',
      'value',
      'status',
      'municipalityValues.asOf',
      'sourceId',
    ])
    .orderBy('indicatorId')
    .orderBy('year')
    .orderBy('municipalityKey')
    .orderBy('no', 'desc')
    .execute()
  return rows
}

/** Values of municipalities, and all that follows from them; what a subtraction would tell is secret. */
function valuesOf({ indicators, values }: Atlas, { rows, asOf, sourceId }: Municipalities, told: readonly Given[]) {
  const year = Number(asOf.slice(0, 4))
  const hasAreas = told.some(({ indicatorId }) => indicatorId === 'area')
  const areas = rows.flatMap(({ key: territory, areaKm2: value }): Given[] =>
    value === null || hasAreas
      ? []
      : [{ indicatorId: 'area', year, territory, value, status: 'final', asOf, sourceId }],
  )
  const known = new Set(rows.map(({ key }) => key))
  const groups = Map.groupBy(
    [...areas, ...ofCities(indicators, values, rows), ...told.filter(({ territory }) => known.has(territory))],
    ({ indicatorId, year: of }) => `${indicatorId} ${of}`,
  )
  const shown = [...groups.values()].flatMap((group) => {
    const [{ indicatorId, year: of }] = group as [Given]
    const indicator = indicators.find(({ id }) => id === indicatorId)
    const totals: Cells = values.cells(indicatorId, of)
    return indicator ? withoutSubtraction(indicator, group, { parts: rows, totals }) : []
  })
  // Districts stand above municipalities as regions do above districts; their own numbers come from the atlas.
  const land = { districts: rows.map(({ key, districtKey }) => ({ key, regionId: districtKey })), regions: [] }
  return new Values(indicators, land, shown)
}

/** A city that is a district of its own has its district’s figures, which sources tell only there. */
function ofCities(indicators: readonly Indicator[], values: Values, rows: Municipalities['rows']): Given[] {
  const cities = rows.filter(({ key, districtKey }) => key === `${districtKey}000`)
  return indicators.flatMap(({ id, derivation }) =>
    derivation
      ? []
      : values.yearsOf(id).flatMap((year) => {
          const cells = values.cells(id, year)
          return cities.flatMap(({ key, districtKey }): Given[] => {
            const cell = cells.get(districtKey)
            return cell ? [{ ...cell, indicatorId: id, year, territory: key }] : []
          })
        }),
  )
}

/** What municipalities are called, as they were on a day. */
export async function municipalityNames(visit: Visit, day: string): Promise<Map<string, string>> {
  const found = await municipalitiesOf(visit, { day })
  return new Map(found?.rows.map(({ key, name }) => [key, name]))
}

/** What a municipality exchanges with others of one kind on the latest day: the strongest, and how many there are. */
export type Exchanged = { kind: FlowKind; asOf: string; source: Bilingual; partners: Partner[]; all: number }
type Partner = Exchange & { name: string }
const mostPartners = 12

async function exchangedOf(visit: Visit, key: string): Promise<Exchanged[]> {
  const latest = await Promise.all(flowKinds.map((kind) => flowSets(visit, kind, { isFine: true })))
  const found = flowKinds.flatMap((kind, index) => (latest[index]?.[0] ? [{ kind, set: latest[index][0] }] : []))
  return Promise.all(
    found.map(async ({ kind, set: { versionId, asOf, source } }) => {
      const [rows, names] = await Promise.all([
        municipalityFlowsIn(visit, versionId, key),
        municipalityNames(visit, asOf),
      ])
      const others = new Set(rows.flatMap(({ from, to }) => [from, to]))
      const partners = exchanges(key, [...others], rows)
      const named = partners.slice(0, mostPartners).map((one) => ({ ...one, name: names.get(one.key) ?? one.key }))
      return { kind, asOf, source: source.title, partners: named, all: partners.length }
    }),
  )
}

export type MunicipalityView = Fine & {
  exchanged: Exchanged[]
  municipality: Municipalities['rows'][number]
  district: District
  map: MunicipalityMap | undefined
  sources: Source[]
}

/** Everything about a municipality. Throws NotFound for what is none. */
export async function municipalityView(visit: Visit, key: string): Promise<MunicipalityView> {
  const found = await municipalityAt(visit, key)
  if (!found) throw new NotFound()
  const fine = await fineAtlas(visit, { districts: [found.districtKey], day: found.asOf })
  const municipality = fine.municipalities.rows.find((one) => one.key === key)
  const district = fine.land.districts.find((one) => one.key === found.districtKey)
  if (!municipality || !district) throw new NotFound()
  const ids = fine.indicators.map(({ id }) => id)
  return {
    ...fine,
    municipality,
    district,
    map: await municipalityMap(visit, fine.municipalities),
    exchanged: await exchangedOf(visit, key),
    sources: await sourcesOf(visit, fine.fine.sourcesOf(ids)),
  }
}

export type FineView = Fine & {
  indicator: Indicator
  years: number[]
  year: number | undefined
  cells: Cells
  /** The district that is shown; undefined: all of them. */
  district: District | undefined
  /** Undefined where no boundaries are known, or more than fit on one map. */
  map: MunicipalityMap | undefined
  sources: Source[]
  /** Those of the year shown. */
  told: Source[]
}

type FineQuestion = { district?: string | undefined; year?: number | undefined; version?: number | undefined }

/** An indicator by municipality, of a district or of all. Throws NotFound for what is none. */
export async function fineView(visit: Visit, id: string, asked: FineQuestion): Promise<FineView> {
  const known = await fineAtlas(visit, await placeAsked(visit, asked), [id])
  const indicator = known.indicators.find((one) => one.id === id)
  if (!indicator) throw new NotFound()
  const years = known.fine.yearsOf(id)
  const year = asked.year !== undefined && years.includes(asked.year) ? asked.year : years.at(-1)
  const isDrawn = known.municipalities.rows.length <= mostOnMap
  const sources = await sourcesOf(visit, known.fine.sourcesOf(basesOf(id, known.indicators)))
  return {
    ...known,
    indicator,
    years,
    year,
    cells: year === undefined ? new Map() : known.fine.cells(id, year),
    district: known.land.districts.find(({ key }) => key === asked.district),
    map: isDrawn ? await municipalityMap(visit, known.municipalities) : undefined,
    sources,
    told: sources.filter(({ id: source }) => year !== undefined && known.fine.sourcesIn(id, year).includes(source)),
  }
}

/** A district that is none asks for all; a year asks for the municipalities there were at its end. */
async function placeAsked(visit: Visit, { district, year, version }: FineQuestion): Promise<Asked> {
  const { land } = await atlasOf(visit, { ids: [] })
  const isKnown = land.districts.some(({ key }) => key === district)
  return {
    ...(isKnown ? { districts: [district!] } : {}),
    day: year === undefined ? undefined : `${year}-12-31`,
    upTo: version,
  }
}

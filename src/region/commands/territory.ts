import { codeOf } from '../../platform/problem.ts'
import { type Change, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import { may } from '../permissions.ts'
import type { Source, Territory } from '../territory-file.ts'
import { addFlows, newVersion, publishVersion } from './versions.ts'

/**
 * Takes in districts, neighbours, commuters and figures. Throws NotFound for all but administrators. Refuses regions and
 * districts that are not known, and to drop a district that something names.
 */
export async function loadTerritory(change: Change, territory: Territory): Promise<{ done: true } | Refusal> {
  if (!may.change(change.viewer)) throw new NotFound()
  const refused = await saveTerritory(change, territory)
  if (refused) return refused
  const { districts, neighbours, flows, figures } = territory
  const counts = { districts, neighbours, commuters: flows?.rows, figures }
  const after = Object.entries(counts).flatMap(([part, rows]) => (rows ? [[part, rows.length]] : []))
  await change.record('region.territory_loaded', null, { after: Object.fromEntries(after) })
  return { done: true }
}

/** Each part replaces what was there of its kind; commuters become a new version of their day. The caller permits and records. */
export async function saveTerritory(change: Change, territory: Territory | undefined): Promise<Refusal | undefined> {
  if (!territory) return undefined
  const { districts, neighbours, flows, figures, sources } = territory
  await saveSources(change, [...sources, ...(flows ? [flows.source] : [])])
  const refused = districts && (await saveDistricts(change, districts))
  if (refused) return refused
  const known = await change.write.selectFrom('districts').select('key').execute()
  const named = [...(neighbours ?? []).flat(), ...(flows?.rows ?? []).flatMap(({ home, work }) => [home, work])]
  const unknown = [...new Set(named)].filter((one) => !known.some(({ key }) => key === one))
  if (unknown.length > 0) return refuse('unknownDistrict', 'file', listed(unknown))
  if (neighbours) await saveNeighbours(change, neighbours)
  if (flows) await saveFlows(change, flows)
  return figures && saveFigures(change, figures)
}

const listed = (names: readonly string[]) => names.slice(0, 5).join(', ') + (names.length > 5 ? ' …' : '')

async function saveSources({ write }: Change, sources: readonly Source[]) {
  for (const { id, title, address, licence } of sources) {
    const row = { title, address: address || null, licence: licence || null }
    await write
      .insertInto('sources')
      .values({ id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
  }
}

type Districts = NonNullable<Territory['districts']>

async function saveDistricts(change: Change, districts: Districts): Promise<Refusal | undefined> {
  const { write } = change
  const regions = await write.selectFrom('regions').select(['id', 'no', 'name']).execute()
  const regionOf = (named: string) =>
    regions.find(({ id, no, name }) => [id, String(no), name.de.toLowerCase()].includes(named.toLowerCase()))?.id
  const lost = districts.filter(({ region }) => regionOf(region) === undefined)
  if (lost.length > 0) return refuse('unknownRegion', 'file', listed([...new Set(lost.map(({ region }) => region))]))
  for (const { key, region, nuts, nameEn, regionCode: _, ...district } of districts) {
    const row = {
      ...district,
      nameEn: nameEn || null,
      regionId: regionOf(region)!,
      label: district.label || district.name,
      short: district.short || district.plate || district.name.slice(0, 3),
      seat: district.seat || null,
      plate: district.plate || null,
      ...(nuts ? { nuts } : {}),
    }
    await write
      .insertInto('districts')
      .values({ key, ...row })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
      .execute()
  }
  for (const { region, regionCode } of districts)
    if (regionCode)
      await write.updateTable('regions').set({ territoryKey: regionCode }).where('id', '=', regionOf(region)!).execute()
  return dropOthers(change, new Set(districts.map(({ key }) => key)))
}

/** Takes out the districts that are no longer stated, with their commuters and borders. */
async function dropOthers({ write }: Change, stated: ReadonlySet<string>): Promise<Refusal | undefined> {
  const all = await write.selectFrom('districts').select(['key', 'name']).execute()
  for (const { key, name } of all.filter((one) => !stated.has(one.key))) {
    await write
      .deleteFrom('neighbours')
      .where((eb) => eb.or([eb('a', '=', key), eb('b', '=', key)]))
      .execute()
    await write
      .deleteFrom('flows')
      .where((eb) => eb.or([eb('home', '=', key), eb('work', '=', key)]))
      .execute()
    try {
      await write.deleteFrom('districts').where('key', '=', key).execute()
    } catch (error) {
      if (codeOf(error) === '23503') return refuse('districtInUse', 'file', name)
      throw error
    }
  }
  return undefined
}

async function saveNeighbours({ write }: Change, pairs: NonNullable<Territory['neighbours']>) {
  await write.deleteFrom('neighbours').execute()
  const rows = pairs.filter(([p, q]) => p !== q).map(([p, q]) => (p < q ? { a: p, b: q } : { a: q, b: p }))
  if (rows.length > 0)
    await write
      .insertInto('neighbours')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function saveFlows(change: Change, { rows, asOf, source }: NonNullable<Territory['flows']>) {
  const versionId = await newVersion(change, { kind: 'commuters', asOf, sourceId: source.id })
  await addFlows(change, versionId, rows)
  await publishVersion(change, versionId)
}

async function saveFigures(
  { write }: Change,
  figures: NonNullable<Territory['figures']>,
): Promise<Refusal | undefined> {
  const known = await write.selectFrom('sources').select('id').execute()
  const lost = figures.filter(({ source }) => !known.some(({ id }) => id === source))
  if (lost.length > 0) return refuse('unknownSource', 'file', listed(lost.map(({ source }) => source)))
  await write.deleteFrom('figures').execute()
  const rows = figures.map(({ source, ...figure }, position) => ({ ...figure, sourceId: source, position }))
  if (rows.length > 0) await write.insertInto('figures').values(rows).execute()
  return undefined
}

import { readFile } from 'node:fs/promises'
import { decoded, tableOf } from '../../platform/csv.ts'
import { placeOf, storeFile } from '../../platform/files.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, isRefusal, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import {
  addFlows,
  districts,
  newVersion,
  publishVersion,
  removeVersion,
  sourceIdOf,
  withdrawVersion,
} from '../../region/index.ts'
import { checkFlows, checkValues, type Finding, hasFailed } from '../import/check.ts'
import { type Measure, type Recognised, recognise, type ValueCell } from '../import/recognise.ts'
import { mustKeep } from '../permissions.ts'
import { allIndicators } from '../queries/atlas.ts'
import { addValues } from './values.ts'

export type Mapping = { measures: (Measure & { indicator: string | null })[] }
export type Sent = { name: string; bytes: Buffer; source: Bilingual; asOf: string | null }

/**
 * Takes in a file as a load that nobody sees yet. Refuses what cannot be read, saying where; what can be read but not
 * published stands in its findings.
 */
export async function takeIn(change: Change, { name, bytes, source, asOf }: Sent): Promise<{ id: string } | Refusal> {
  mustKeep(change)
  const read = readData(bytes)
  if (isRefusal(read)) return read
  const day = asOf ?? ('asOf' in read ? read.asOf : null)
  if (read.flows && !day) return refuse('asOfMissing', 'asOf')
  // Kept as text in UTF-8, whatever the office's machine wrote it in.
  const text = Buffer.from(decoded(bytes).data ?? '')
  const file = await storeFile(change, { name: `${name}.txt`, bytes: text, isPublic: false, kinds: ['txt', 'md'] })
  if (isRefusal(file)) return file
  const named = await sourceIdOf(change, { sourceId: null, source: { title: source, address: null } })
  if (isRefusal(named)) return named
  const sourceId = named.sourceId!
  const kind = read.flows ? 'commuters' : 'values'
  const id = await newVersion(change, { kind, asOf: read.flows ? day : null, sourceId })
  const rows = await keepRead(change, { id, read, fileId: file.id, name: name.slice(0, 200) })
  await change.record('atlas.imported', null, { after: { name, format: read.format, rows } })
  return { id }
}

/** Notes what was read and found, and puts in what no check has failed; gives how many rows. */
async function keepRead(
  change: Change,
  { id, read, fileId, name }: { id: string; read: Recognised; fileId: string; name: string },
) {
  const known = await knownKeys(change)
  const places = new Set(known.values()).size
  const findings = read.flows ? checkFlows(read.flows, known) : checkValues(read.values, known, places)
  const mapping = { measures: read.measures ? await guessed(change, read.measures) : [] }
  const row = { versionId: id, fileId, name, format: read.format, state: 'read' as const, changedAt: change.now }
  await change.write
    .insertInto('imports')
    .values({ ...row, mapping: JSON.stringify(mapping), findings: JSON.stringify(findings) })
    .execute()
  const rows = hasFailed(findings) ? 0 : await fill(change, id, read, { mapping, known })
  await change.write.updateTable('imports').set({ rowsRead: rows }).where('versionId', '=', id).execute()
  return rows
}

/** What a file says, or why it cannot be read, in a key of the room's refusals. */
function readData(bytes: Buffer): Recognised | Refusal {
  const text = decoded(bytes)
  if (text.problem) return refuse(text.problem, 'file')
  const table = tableOf(text.data)
  if (table.problem) return refuse(table.problem, 'file')
  const { data, problem } = recognise(table.data)
  if (data) return data
  if (typeof problem === 'string') return refuse(problem, 'file')
  return refuse('wrongCell', 'file', String(problem!.row), problem!.column, problem!.value)
}

/** From the keys that files use, official and European, to the districts' own. */
async function knownKeys(change: Change): Promise<Map<string, string>> {
  const all = await districts(change)
  return new Map(all.flatMap(({ key, nuts }) => [[key, key] as const, ...(nuts ? [[nuts, key] as const] : [])]))
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

async function guessed(change: Change, measures: readonly Measure[]): Promise<Mapping['measures']> {
  const all = (await allIndicators(change)).filter(({ derivation }) => derivation === null)
  return measures.map(({ code, label }) => {
    const same = all.find(({ id, name }) => [code, label].some((one) => [id, name.de, name.en].includes(one)))
    const indicator = same?.id ?? all.find(({ id }) => id === codes[code.toUpperCase()])?.id ?? null
    return { code, label, indicator }
  })
}

type Filling = { mapping: Mapping; known: ReadonlyMap<string, string> }
const atOnce = 10_000

/** Puts what was read into the load, some thousand rows at once; gives how many. Values wait for their indicators. */
async function fill(change: Change, id: string, read: Recognised, { mapping, known }: Filling): Promise<number> {
  const flows = (read.flows ?? []).flatMap(({ from, to, number }) => {
    const [home, work] = [known.get(from), known.get(to)]
    const people = typeof number === 'object' ? number.value : null
    return home && work && home !== work && people ? [{ home, work, people }] : []
  })
  for (let at = 0; at < flows.length; at += atOnce) await addFlows(change, id, flows.slice(at, at + atOnce))
  const values = valueRows(read.values ?? [], { mapping, known })
  for (let at = 0; at < values.length; at += atOnce) await addValues(change, id, values.slice(at, at + atOnce))
  return flows.length + values.length
}

function valueRows(values: readonly ValueCell[], { mapping, known }: Filling) {
  const indicatorOf = new Map(mapping.measures.map(({ code, indicator }) => [code, indicator]))
  return values.flatMap(({ key, year, asOf, measure, number }) => {
    const [indicator, district] = [indicatorOf.get(measure), known.get(key)]
    if (!indicator || !district || typeof number !== 'object') return []
    return [{ indicator, year, district, region: null, value: number.value, status: number.status, as_of: asOf }]
  })
}

/** Says which of a file's measures is which indicator, and reads it again. Refuses the same indicator twice. */
export async function mapMeasures(change: Change, { id, chosen }: { id: string; chosen: (string | null)[] }) {
  const load = await locked(change, id)
  if (load.publishedAt) return refuse('isPublished')
  const used = chosen.filter((one) => one !== null)
  if (new Set(used).size < used.length) return refuse('indicatorTwice')
  const mapping: Mapping = {
    measures: load.mapping.measures.map((measure, index) => ({ ...measure, indicator: chosen[index] ?? null })),
  }
  await change.write.deleteFrom('indicatorValues').where('versionId', '=', id).execute()
  const read = readData(await readFile(placeOf(change.house, load.sha256)))
  if (isRefusal(read)) return read
  const rows = hasFailed(load.findings) ? 0 : await fill(change, id, read, { mapping, known: await knownKeys(change) })
  await change.write
    .updateTable('imports')
    .set({ mapping: JSON.stringify(mapping), rowsRead: rows, changedAt: change.now })
    .where('versionId', '=', id)
    .execute()
  await change.record('atlas.mapped', null, { after: { name: load.name, rows } })
  return { id }
}

/** From now on its figures count. Refuses a load that a check has failed, and one that holds nothing. */
export async function publishLoad(change: Change, id: string) {
  const load = await locked(change, id)
  if (load.publishedAt) return refuse('isPublished')
  if (hasFailed(load.findings)) return refuse('hasFailed')
  if (load.rowsRead === 0) return refuse('holdsNothing')
  await publishVersion(change, id)
  await change.record('atlas.published', null, { after: { name: load.name, rows: load.rowsRead } })
  return { id }
}

/** Takes back a published load, so that earlier figures count again; removes one that never was. */
export async function takeBack(change: Change, id: string): Promise<{ isRemoved: boolean }> {
  mustKeep(change)
  const row = await change.read
    .selectFrom('dataVersions')
    .where('id', '=', id)
    .select(['publishedAt', 'withdrawnAt', 'no'])
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.withdrawnAt) throw new NotFound()
  if (row.publishedAt) await withdrawVersion(change, id)
  else await removeVersion(change, id)
  await change.record(row.publishedAt ? 'atlas.takenBack' : 'atlas.removed', null, {
    after: { version: Number(row.no) },
  })
  return { isRemoved: !row.publishedAt }
}

async function locked(change: Change, id: string) {
  mustKeep(change)
  const row = await change.read
    .selectFrom('imports')
    .innerJoin('dataVersions', 'dataVersions.id', 'versionId')
    .innerJoin('files', 'files.id', 'fileId')
    .where('versionId', '=', id)
    .select(['imports.name', 'mapping', 'findings', 'rowsRead', 'publishedAt', 'sha256'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...row, mapping: row.mapping as Mapping, findings: row.findings as Finding[] }
}

import { endUploads } from '../../files/index.ts'
import { cut } from '../../platform/clean.ts'
import { storeFile, withCopy } from '../../platform/files.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, isRefusal, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import {
  type FlowKind,
  newVersion,
  publishVersion,
  removeVersion,
  sourceIdOf,
  withdrawVersion,
} from '../../region/index.ts'
import { type Finding, hasFailed } from '../import/check.ts'
import { isArchive, keptSource, sentSource } from '../import/file.ts'
import { unpackedTable } from '../import/packed.ts'
import { type Prepared, withPrepared } from '../import/prepared.ts'
import { Unreadable } from '../import/problem.ts'
import { type Recognised, recognise } from '../import/recognise.ts'
import { textOf } from '../import/table.ts'
import { mustKeep } from '../permissions.ts'
import { levels, type Mapping, type Reading, readInto, type Told } from './reading.ts'
import { clearValues } from './values.ts'

/** A file of a form, or one that came in pieces before it and lies on the disk. */
type Content = { bytes: Buffer } | { upload: string; file: string; bytes: number }
export type Sent = {
  name: string
  source: Bilingual
  licence?: string | null
  asOf: string | null
  /** Of what kind flows are; commuters when not said. */
  kind?: FlowKind
} & Content

/** Larger files are read by a job, while the office watches. A workbook is packed about eight times. */
const atOnceBytes = 1024 * 1024
const packed = 8

/**
 * Takes in a file as a load that nobody sees yet; a large one is read afterwards. Refuses what cannot be read, saying
 * where; what can be read but not published stands in its findings.
 */
export async function takeIn(change: Change, sent: Sent): Promise<{ id: string } | Refusal> {
  mustKeep(change)
  try {
    if ('upload' in sent) return await withPrepared(sent, (prepared) => takenIn(change, sent, prepared))
    return await takenIn(change, sent, { bytes: await unpackedTable(sent.bytes) })
  } catch (error) {
    if (error instanceof Unreadable) return refusalOf(error)
    throw error
  }
}

async function takenIn(change: Change, sent: Sent, given: Given): Promise<{ id: string } | Refusal> {
  const isPacked = 'file' in given ? given.isPacked : isArchive(given.bytes)
  const source = 'file' in given ? keptSource(given.file, isPacked) : sentSource(given.bytes)
  const read = await recognise(source, await levels(change))
  const load = await newLoad(change, { sent, given, isPacked }, read)
  if (isRefusal(load)) return load
  if ('upload' in sent) await endUploads(change, [sent.upload])
  const size = 'file' in given ? given.bytes : given.bytes.length
  if (isLong(size, isPacked)) await change.queue('readLoad', { id: load.id })
  else await noteRead(change, load.id, await readInto(change, load.id, read))
  await change.record('atlas.imported', null, { after: { name: sent.name, format: read.format } })
  return load
}

function refusalOf({ problem }: Unreadable): Refusal {
  if (typeof problem === 'string') return refuse(problem, 'file')
  return refuse('wrongCell', 'file', String(problem.row), problem.column, problem.value)
}

type Given = { bytes: Buffer } | Prepared
type Arrived = { sent: Sent; given: Given; isPacked: boolean }

/** A load with its file, not read yet. */
async function newLoad(change: Change, { sent, given, isPacked }: Arrived, read: Recognised) {
  const isDated = read.kind !== 'values'
  const day = sent.asOf ?? (read.kind === 'flows' ? read.asOf : null)
  if (isDated && !day) return refuse('asOfMissing', 'asOf')
  const file = await kept(change, sent.name, { given, isPacked })
  if (isRefusal(file)) return file
  const source = { title: sent.source, address: null, licence: sent.licence ?? null }
  const named = await sourceIdOf(change, { sourceId: null, source })
  if (isRefusal(named)) return named
  const id = await newVersion(change, {
    kind: read.kind === 'flows' ? (sent.kind ?? 'commuters') : read.kind,
    asOf: isDated ? day : null,
    sourceId: named.sourceId!,
  })
  const row = { versionId: id, fileId: file.id, name: cut(sent.name, 200), format: read.format, changedAt: change.now }
  await change.write
    .insertInto('imports')
    .values({ ...row, state: 'waiting', mapping: JSON.stringify({ measures: [] }) })
    .execute()
  return { id }
}

/** A workbook as it came; text in UTF-8, whatever the office's machine wrote it in. */
function kept(change: Change, name: string, { given, isPacked }: Pick<Arrived, 'given' | 'isPacked'>) {
  const isOnDisk = 'file' in given
  const bytes = isOnDisk ? { file: given.file, bytes: given.bytes } : given.bytes
  if (isPacked) return storeFile(change, { name: `${name}.xlsx`, bytes, isPublic: false, kinds: ['docx', 'xlsx'] })
  const text = isOnDisk ? bytes : Buffer.from(textOf(given.bytes))
  return storeFile(change, { name: `${name}.txt`, bytes: text, isPublic: false, kinds: ['txt', 'md', 'csv'] })
}

/** What was read and found of a load. */
export async function noteRead(change: Change, id: string, { rows, findings, mapping }: Reading) {
  const found = { mapping: JSON.stringify(mapping), findings: JSON.stringify(findings) }
  await change.write
    .updateTable('imports')
    .set({ ...found, state: 'read', rowsRead: rows, changedAt: change.now })
    .where('versionId', '=', id)
    .execute()
}

/**
 * Says which of a file's measures is which indicator, and reads it again; a large one afterwards, as when it came. Refuses
 * the same indicator twice.
 */
export async function mapMeasures(change: Change, { id, chosen }: { id: string; chosen: (string | null)[] }) {
  const load = await locked(change, id)
  if (load.publishedAt) return refuse('isPublished')
  if (load.state !== 'read') return refuse('isReading')
  const used = chosen.filter((one) => one !== null)
  if (new Set(used).size < used.length) return refuse('indicatorTwice')
  const mapping: Mapping = {
    measures: load.mapping.measures.map((measure, index) => ({ ...measure, indicator: chosen[index] ?? null })),
  }
  await clearValues(change, id)
  if (isLong(load.bytes, load.isPacked)) {
    const waits = { state: 'waiting', rowsRead: 0, mapping: JSON.stringify(mapping), changedAt: change.now } as const
    await change.write.updateTable('imports').set(waits).where('versionId', '=', id).execute()
    await change.queue('readLoad', { id })
  } else await noteRead(change, id, await readKept(change, { id, ...load }, { mapping }))
  await change.record('atlas.mapped', null, { after: { name: load.name } })
  return { id }
}

const isLong = (bytes: number, isPacked: boolean) => bytes * (isPacked ? packed : 1) > atOnceBytes

/** Reads a load's kept file into it. Throws Unreadable where a row cannot be read. */
export const readKept = (change: Change, load: { id: string; sha256: Buffer; isPacked: boolean }, told: Told) =>
  withCopy(change.house, load.sha256, async (file) =>
    readInto(change, load.id, await recognise(keptSource(file, load.isPacked), await levels(change)), told),
  )

/** From now on its figures count. Refuses a load that a check has failed, that holds nothing, or that is being read. */
export async function publishLoad(change: Change, id: string) {
  const load = await locked(change, id)
  if (load.publishedAt) return refuse('isPublished')
  if (hasFailed(load.findings)) return refuse('hasFailed')
  if (load.state !== 'read') return refuse('isReading')
  if (load.rowsRead === 0) return refuse('holdsNothing')
  await publishVersion(change, id)
  await change.record('atlas.published', null, { after: { name: load.name, rows: load.rowsRead } })
  return { id }
}

/** A job that has told nothing for so long has stopped. */
const stoppedAfterMinutes = 10

/**
 * Takes back a published load, so that earlier figures count again; removes one that never was. Refuses one that is just
 * being read.
 */
export async function takeBack(change: Change, id: string): Promise<{ isRemoved: boolean } | Refusal> {
  mustKeep(change)
  const row = await change.read
    .selectFrom('dataVersions')
    .leftJoin('imports', 'versionId', 'dataVersions.id')
    .where('dataVersions.id', '=', id)
    .select(['publishedAt', 'withdrawnAt', 'no', 'state', 'changedAt'])
    .forUpdate('dataVersions')
    .executeTakeFirst()
  if (!row || row.withdrawnAt) throw new NotFound()
  const isFresh = row.changedAt && change.now.getTime() - row.changedAt.getTime() < stoppedAfterMinutes * 60_000
  if (isFresh && (row.state === 'waiting' || row.state === 'reading')) return refuse('isReading')
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
    .select(['imports.name', 'mapping', 'findings', 'rowsRead', 'publishedAt', 'sha256', 'bytes', 'mediaType', 'state'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const isPacked = !row.mediaType.startsWith('text/')
  return { ...row, isPacked, mapping: row.mapping as Mapping, findings: row.findings as Finding[] }
}

import { fromBufferPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import { readTable } from '../library/index.ts'
import { archiveKind } from '../platform/archive-kind.ts'
import { clean, cut } from '../platform/clean.ts'
import { decoded, rowsOf, TableError } from '../platform/csv.ts'
import { largestFileBytes } from '../platform/file-content.ts'
import type { Upload } from '../platform/forms.ts'
import { jsonOf } from '../platform/json.ts'
import { type Refusal, refuse } from '../platform/visit.ts'
import { recordsIn } from './model/exports.ts'
import { type Column, columnsOf, headOf, type Said } from './model/fields.ts'

export type SentFile = { name: string; bytes: Buffer }
export type SentRow = { line: number; said: string[] | Said }
/** What came in, read: rows of a table or records of an export, and the files beside them. */
export type Sent = {
  kind: 'table' | 'records'
  name: string
  columns: Column[]
  rows: SentRow[]
  files: SentFile[]
}

export const mostRows = 5000
/** Lines of a table, empty ones and what stands above it among them. */
const mostLines = 2 * mostRows
const mostColumns = 100
const mostFiles = 1000
const longestCell = 20_000
/** Of all archives of a form. */
const mostUnpacked = 200 * 1024 * 1024

/**
 * Reads what was sent: a table (CSV, XLSX) or an export (JSON), with files or archives of files; the table may lie in the
 * archive, too. Refuses, at the form's fields, what cannot be read; nothing is stored.
 */
export async function readSent(uploads: readonly Upload[]): Promise<Sent | Refusal> {
  const files: SentFile[] = []
  const left = { bytes: mostUnpacked, files: mostFiles }
  for (const { name, bytes } of uploads.filter(({ field }) => field === 'file')) {
    const inside = isArchive(bytes) && !(await archiveKind(bytes)) ? await unpacked(bytes, left) : [{ name, bytes }]
    if ('refused' in inside) return inside
    files.push(...inside)
  }
  if (files.length > mostFiles) return refuse('tooManyFiles', 'file')
  const table = uploads.find(({ field }) => field === 'table') ?? takeTable(files)
  if (!table) return refuse('tableMissing', 'table')
  const read = /^\s*[[{]/.test(table.bytes.subarray(0, 200).toString('utf8')) ? records(table) : await rows(table)
  return 'refused' in read ? read : { ...read, name: cut(table.name.replace(/^.*[/\\]/, ''), 200), files }
}

const isArchive = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))

/** The one table that lies among the files, taken out of them. */
function takeTable(files: SentFile[]): SentFile | undefined {
  const tables = files.filter(({ name }) => /\.(csv|tsv|json)$/i.test(name))
  const named = [...tables, ...files].filter(({ name }) =>
    /(^|\/)meta(daten|data)?[^/]*\.(csv|tsv|xlsx|json)$/i.test(name),
  )
  const table = named[0] ?? (tables.length === 1 ? tables[0] : undefined)
  if (table) files.splice(files.indexOf(table), 1)
  return table
}

/** The files of an archive by their names; what lies about a file for an operating system is left out. All archives of a form share what is `left`. */
async function unpacked(bytes: Buffer, left: { bytes: number; files: number }): Promise<SentFile[] | Refusal> {
  const files: SentFile[] = []
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true })
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry
      if (/\/$|(^|\/)(__MACOSX\/|\.)/.test(fileName)) continue
      if (entry.isEncrypted()) return refuse('archiveEncrypted', 'file')
      if (--left.files < 0) return refuse('tooManyFiles', 'file')
      const content = await contentOf(zip, entry, Math.min(left.bytes, largestFileBytes + 1))
      left.bytes -= content.length
      if (left.bytes <= 0) return refuse('archiveTooLarge', 'file')
      files.push({ name: clean(fileName), bytes: content })
    }
  } catch {
    // Names that lead out of it and whatever else is wrong with an archive are its sender's to mend.
    return refuse('archiveBroken', 'file')
  }
  return files
}

/** A file's bytes, cut behind so many: what is too large is refused as such later. */
async function contentOf(zip: ZipFile, entry: ZipEntry, most: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  const stream = await zip.openReadStreamPromise(entry)
  for await (const piece of stream) {
    pieces.push(piece as Buffer)
    bytes += (piece as Buffer).length
    if (bytes >= most) break
  }
  return Buffer.concat(pieces).subarray(0, most)
}

function records({ bytes }: SentFile): Omit<Sent, 'name' | 'files'> | Refusal {
  const { data, problem } = jsonOf(bytes.toString('utf8'))
  if (problem) return refuse(problem === 'tooLarge' ? 'tooManyRows' : 'exportBroken', 'table')
  const found = recordsIn(data)
  if (!found) return refuse('exportUnknown', 'table')
  if (found.length > mostRows) return refuse('tooManyRows', 'table')
  return { kind: 'records', columns: [], rows: found.map((said, index) => ({ line: index + 1, said })) }
}

async function rows({ bytes }: SentFile): Promise<Omit<Sent, 'name' | 'files'> | Refusal> {
  const cells = isArchive(bytes) ? await readTable(bytes) : fromText(bytes)
  const read = cells?.map((row) => row.slice(0, mostColumns).map(clean))
  if (!read) return refuse('tableBroken', 'table')
  if (read.length > mostLines) return refuse('tooManyRows', 'table')
  const head = headOf(read)
  if (head === undefined) return refuse('noTitleColumn', 'table')
  const columns = columnsOf(read[head]!)
  const found = read.flatMap((cells, index) =>
    index > head && cells.some(Boolean) ? [{ line: index + 1, said: cells }] : [],
  )
  if (found.length === 0) return refuse('noRows', 'table')
  return found.length > mostRows ? refuse('tooManyRows', 'table') : { kind: 'table', columns, rows: found }
}

function fromText(bytes: Buffer): string[][] | undefined {
  const text = decoded(bytes)
  if (text.problem) return undefined
  const rows: string[][] = []
  try {
    for (const row of rowsOf(text.data, { longestCell })) if (rows.push(row) > mostLines) break
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    return undefined
  }
  return rows
}

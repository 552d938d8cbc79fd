import { sql } from 'kysely'
import sharp from 'sharp'
import { asWebp, extensionOf, narrowed } from '../platform/file-content.ts'
import { bytesOf, keepBeside, readBeside, withCopy } from '../platform/files.ts'
import type { Job, JobVisit } from '../platform/room.ts'
import { type House, inChange } from '../platform/visit.ts'
import { liftEmbargoes } from './commands/documents.ts'
import { keepPictures } from './commands/pictures.ts'
import { keepReading, recognising } from './commands/reading.ts'
import { keepRecognised } from './commands/recognition.ts'
import { isFaint } from './model/accessibility.ts'
import {
  coverName,
  coverWidth,
  highestOfWidth,
  linesName,
  mostPictures,
  pictureName,
  picturesAtOnce,
  pictureWidth,
  recognisedName,
} from './model/reading.ts'
import { type Drawn, drawFile, readFile, recogniseInFile } from './reader/run.ts'
import { hasTesseract } from './reader/tesseract.ts'

type Of = { document: string; version: number }

/** The version of a document with its file, if it still waits for this. */
const waitingFor = ({ db }: JobVisit, what: 'reading' | 'drawing' | 'recognition', { document, version }: Of) =>
  db
    .selectFrom('documentVersions')
    .innerJoin('files', 'files.id', 'fileId')
    .where('documentId', '=', document)
    .where('version', '=', version)
    .where(what, '=', 'waiting')
    .select(['files.sha256', 'files.name', 'files.mediaType', 'pageCount', 'pictureHeights'])
    .executeTakeFirst()

/** Reads the text of a version that waits for it. A file that cannot be read ends in a state that the office sees. */
export const readDocument: Job = async (visit, payload) => {
  const { db, house } = visit
  const document = String(payload.document)
  const version = Number(payload.version)
  const waiting = await waitingFor(visit, 'reading', { document, version })
  if (!waiting) return
  const { name: fileName, mediaType, sha256 } = waiting
  const reading = isPicture(mediaType)
    ? ({ state: 'picture' } as const)
    : await withCopy(house, sha256, (file) => readFile(file, extensionOf(mediaType)))
  await inChange(db, visit, (change) =>
    keepReading(change, { document, version, fileName, mediaType, reading, canRecognise: hasTesseract() }),
  )
}

const isPicture = (mediaType: string) => mediaType.startsWith('image/')

/**
 * Draws the next pages of a version that is being drawn, then queues those after them. The pictures lie beside the file;
 * a file that cannot be drawn to its end keeps what was drawn.
 */
export const drawDocument: Job = async (visit, payload) => {
  const { db, house } = visit
  const document = String(payload.document)
  const version = Number(payload.version)
  const row = await waitingFor(visit, 'drawing', { document, version })
  if (!row) return
  if (isPicture(row.mediaType)) return drawPicture(visit, { document, version, sha256: row.sha256 })
  const known = row.pictureHeights as number[]
  const last = Math.min(row.pageCount ?? 0, mostPictures, known.length + picturesAtOnce)
  const heights: number[] = []
  const faint = new Set<number>()
  const asked = { first: known.length + 1, last, width: pictureWidth }
  const isWhole = await withCopy(house, row.sha256, (file) =>
    drawFile(file, asked, async (drawn) => {
      await keepPicture(house, row.sha256, drawn)
      if (isScanned(drawn) && isFaint(drawn.pixels)) faint.add(drawn.page)
      heights[drawn.page - asked.first] = drawn.height
    }),
  )
  const isDone = last === Math.min(row.pageCount ?? 0, mostPictures)
  const drawing = !isWhole ? 'failed' : isDone ? 'drawn' : 'waiting'
  await inChange(db, visit, (change) =>
    keepPictures(change, { document, version, known, heights, faint: faint.size, drawing }),
  )
}

/**
 * Makes of a picture what pages have: one in their width, a narrow strip in as much of it as its height leaves, and a
 * small one. It was drawn anew when it came in.
 */
async function drawPicture(visit: JobVisit, { document, version, sha256 }: Of & { sha256: Buffer }) {
  const { db, house } = visit
  const bytes = await bytesOf(house, sha256)
  const narrow = sharp(await narrowed(bytes, pictureWidth))
  const { width, height } = await narrow.metadata()
  const high = Math.min(highestOfWidth * pictureWidth, Math.max(1, Math.round((height * pictureWidth) / width)))
  const wide = await narrow
    .resize({ width: pictureWidth, height: high, fit: 'contain', background: '#fff' })
    .toBuffer({ resolveWithObject: true })
  await keepBeside(house, sha256, pictureName(1), wide.data)
  await keepBeside(house, sha256, coverName, await narrowed(wide.data, coverWidth))
  const heights = [wide.info.height]
  await inChange(db, visit, (change) =>
    keepPictures(change, { document, version, known: [], heights, faint: 0, drawing: 'drawn' }),
  )
}

/** Whether no text lies behind a picture. */
const isScanned = ({ height, lines }: Drawn) => height > 0 && lines.toString() === '[]'

async function keepPicture(house: House, sha256: Buffer, { page, height, pixels, lines }: Drawn) {
  if (height === 0) return
  const size = { width: pictureWidth, height }
  await keepBeside(house, sha256, pictureName(page), await asWebp(pixels, size))
  await keepBeside(house, sha256, linesName(page), lines)
  if (page === 1) await keepBeside(house, sha256, coverName, await asWebp(pixels, size, coverWidth))
}

/**
 * Recognises the next page of a scan, then queues the one after it; the texts lie beside the file until all are there. A
 * page that cannot be recognised is empty.
 */
export const recogniseDocument: Job = async (visit, payload) => {
  const { db, house } = visit
  const document = String(payload.document)
  const version = Number(payload.version)
  const row = await waitingFor(visit, 'recognition', { document, version })
  if (!row) return
  const { sha256, name: fileName, mediaType } = row
  const count = row.pageCount ?? 0
  const isThere = async (page: number) => (await readBeside(house, sha256, recognisedName(page))) !== undefined
  // Those before the one that was asked for are there; a run that was broken off may have left more.
  let page = Number(payload.page ?? 1)
  while (page <= count && (await isThere(page))) page++
  if (page <= count) {
    const text = await withCopy(house, sha256, (file) => recogniseInFile(file, page))
    await keepBeside(house, sha256, recognisedName(page), Buffer.from(text ?? ''))
    page++
  }
  const texts: string[] = []
  for (let no = 1; page > count && no <= count; no++)
    texts.push((await readBeside(house, sha256, recognisedName(no)))?.toString('utf8') ?? '')
  await inChange(db, visit, async (change) => {
    if (page <= count) return change.queue('recogniseDocument', { document, version, page }, { queue: recognising })
    return keepRecognised(change, { document, version, fileName, mediaType, texts })
  })
}

/** Ends the embargoes whose day has come, so that pages kept until then are made anew. */
export const endEmbargoes: Job = (visit) => inChange(visit.db, visit, (change) => liftEmbargoes(change))

/** Finds out anew which words stand in what everybody may read; no other one widens a stranger's search. */
export const relearnWords: Job = async ({ db }) => {
  await sql`select relearn_words()`.execute(db)
}

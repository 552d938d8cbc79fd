import { Parser } from 'htmlparser2'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { printable } from '../../platform/clean.ts'
import { Unreadable } from './problem.ts'
import { checkSize, type Sheet } from './table.ts'

const mostParts = 10_000
/** What may come out of an archive in all: a million rows are 150 MB, a bomb has no end. */
const mostUnpackedBytes = 400 * 1024 * 1024
const mostSharedLetters = 20 * 1024 * 1024
const mostSharedWords = 500_000
/** As many as a cell may have letters in Excel. */
const longestWord = 32_767
const mostSheets = 1000
/** So deep may marks lie in each other. */
const deepestMark = 100
/** So long may one mark, or what is told of nothing, be. */
const longestMark = 1024 * 1024

/** The sheets of a workbook (ECMA-376) in its order, each row by row while the archive is unpacked. */
export async function* sheetsIn(parts: Parts): AsyncGenerator<Sheet> {
  if (!parts.has('xl/workbook.xml')) throw new Unreadable('notWorkbook')
  const targets = new Map<string, string>()
  await walk(parts.open('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Target = '' }) => {
      if (name !== 'Relationship' || !Id) return
      targets.set(Id, Target.replace(/^\/?(xl\/)?/, 'xl/'))
      if (targets.size > mostParts) throw new Unreadable('tooLarge')
    },
  })
  const sheets: { name: string; part: string }[] = []
  await walk(parts.open('xl/workbook.xml'), {
    open: (name, attributes) => {
      const part = targets.get(attributes['r:id'] ?? '')
      if (name === 'sheet' && part && sheets.push({ name: printable(attributes.name ?? ''), part }) > mostSheets)
        throw new Unreadable('tooLarge')
    },
  })
  const words = await sharedWords(parts)
  for (const { name, part } of sheets) yield { name, rows: rowsIn(parts.open(part), words) }
}

/** What is in an archive; its parts are unpacked piece by piece. */
export type Parts = {
  names: readonly string[]
  has: (name: string) => boolean
  open: (name: string) => AsyncGenerator<string>
  bytes: (name: string) => AsyncGenerator<Buffer>
}

/** Whatever is wrong with an archive, it is no workbook. */
async function careful<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('notWorkbook')
  }
}

/** The parts of an archive. Throws Unreadable for what is none. */
export const partsOf = (bytes: Buffer): Promise<Parts> => careful(() => opened(bytes))

async function opened(bytes: Buffer): Promise<Parts> {
  const file = await fromBufferPromise(bytes, { lazyEntries: true })
  const entries = new Map<string, Entry>()
  for await (const entry of file.eachEntry()) {
    if (entries.size >= mostParts) throw new Unreadable('tooLarge')
    entries.set(entry.fileName, entry)
  }
  const left = { bytes: mostUnpackedBytes }
  const unpack = (name: string) => unpacked(file, entries.get(name), left)
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: unpack,
    async *open(name) {
      const decoder = new TextDecoder()
      for await (const piece of unpack(name)) yield decoder.decode(piece, { stream: true })
    },
  }
}

async function* unpacked(file: ZipFile, entry: Entry | undefined, left: { bytes: number }): AsyncGenerator<Buffer> {
  if (!entry) return
  try {
    for await (const piece of await file.openReadStreamPromise(entry)) {
      left.bytes -= (piece as Buffer).length
      if (left.bytes < 0) throw new Unreadable('tooLarge')
      yield piece as Buffer
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('notWorkbook')
  }
}

type Walk = {
  open?: (name: string, attributes: Record<string, string>) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/**
 * Tells what is in the pieces, and gives a turn after each. Entities that a document declares itself are not resolved. A
 * mark is kept until it ends: one that does not end is too large.
 */
async function* walking(pieces: AsyncIterable<string>, { open, close, text }: Walk) {
  let [quiet, depth] = [0, 0]
  const told =
    <A extends unknown[]>(tell: (...given: A) => void) =>
    (...given: A) => {
      quiet = 0
      tell(...given)
    }
  const parser = new Parser(
    {
      onopentag: told((name, attributes) => {
        if (++depth > deepestMark) throw new Unreadable('tooLarge')
        open?.(name.replace(/^\w+:/, ''), attributes)
      }),
      onclosetag: told((name) => {
        depth--
        close?.(name.replace(/^\w+:/, ''))
      }),
      ontext: told((piece) => text?.(piece)),
    },
    { xmlMode: true },
  )
  for await (const piece of pieces) {
    quiet += piece.length
    parser.write(piece)
    if (quiet > longestMark) throw new Unreadable('tooLarge')
    yield
  }
  parser.end()
  yield
}

async function walk(pieces: AsyncIterable<string>, told: Walk) {
  for await (const _ of walking(pieces, told));
}

/** The texts that cells refer to by their number. */
async function sharedWords(parts: Parts): Promise<string[]> {
  const words: string[] = []
  let [pieces, letters, all, isText]: [string[], number, number, boolean] = [[], 0, 0, false]
  await walk(parts.open('xl/sharedStrings.xml'), {
    open: (name) => {
      isText = name === 't'
    },
    close: (name) => {
      isText = false
      if (name !== 'si') return
      if (words.push(pieces.join('')) > mostSharedWords) throw new Unreadable('tooLarge')
      ;[pieces, letters] = [[], 0]
    },
    text: (text) => {
      if (!isText) return
      all += text.length
      letters += text.length
      if (all > mostSharedLetters || letters > longestWord) throw new Unreadable('tooLarge')
      pieces.push(text)
    },
  })
  return words
}

/** The rows of a sheet, numbered as it numbers them: rows it leaves out are empty. */
async function* rowsIn(pieces: AsyncIterable<string>, words: readonly string[]): AsyncGenerator<string[]> {
  const { told, taken } = rowReading(words)
  for await (const _ of walking(pieces, told)) yield* taken()
}

function rowReading(words: readonly string[]) {
  let [ready, row, no]: [string[][], string[], number] = [[], [], 0]
  let [type, value, column, isValue] = ['', '', 0, false]
  const told: Walk = {
    open(name, { r, t }) {
      if (name === 'row') {
        const next = Number(r ?? no + 1)
        checkSize(next, 0)
        for (; no + 1 < next; no++) ready.push([])
        row = []
        column = 0
      }
      if (name === 'c') {
        type = t ?? ''
        value = ''
        column = r ? columnOf(r) : column + 1
        checkSize(0, column)
      }
      if (name === 'v' || name === 't') isValue = true
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c') {
        while (row.length < column - 1) row.push('')
        row[column - 1] = cellText(type, value, words)
      }
      if (name !== 'row') return
      ready.push(row)
      no++
    },
    text(text) {
      if (!isValue) return
      value += text
      checkSize(0, 0, value.length)
    },
  }
  const taken = () => {
    const all = ready
    ready = []
    return all
  }
  return { told, taken }
}

/** From 1: A, B, …, Z, AA. */
const columnOf = (reference: string) =>
  [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** A number is written as the CSV files of the offices write it, with a comma. */
function cellText(type: string, value: string, words: readonly string[]): string {
  if (type === 's') return printable(words[Number(value)] ?? '').trim()
  const isNumber = (type === '' || type === 'n') && /^-?[\d.]+(e[-+]?\d+)?$/i.test(value)
  return isNumber ? String(Number(value)).replace('.', ',') : printable(value).trim()
}

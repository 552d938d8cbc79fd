import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Column, csv, type Value } from './spreadsheet.ts'
import { sheet, xlsx } from './workbook.ts'

const german = { language: 'de', zone: 'Europe/Berlin' } as const
const columns: readonly Column<readonly [string, Value]>[] = [
  { title: 'Name', value: ([name]) => name },
  { title: 'Wert; "roh"', value: ([, value]) => value },
]

async function whole(pieces: AsyncIterable<string>) {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** The cells of a CSV file, as a spreadsheet program reads them. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  return rows.filter((row) => row.length > 1)
}

test('what is written is read back, whatever is in it', async () => {
  const file = await whole(
    csv(
      columns,
      [
        ['Müller; "Anna"\r\nZeile 2', 1.5],
        ['', null],
        ['b', true],
      ],
      german,
    ),
  )
  expect(file.startsWith('\ufeffName;"Wert; ""roh"""\r\n')).toBe(true)
  expect(cellsOf(file).slice(1)).toEqual([
    ['Müller; "Anna"\r\nZeile 2', '1,5'],
    ['', ''],
    ['b', 'ja'],
  ])
})

const cell = async (value: Value) => cellsOf(await whole(csv(columns, [['x', value]], german)))[1]?.[1]

test('a formula is defused, numbers and telephone numbers stay', async () => {
  const formulas = ['=1+1', '+1+cmd|A', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '+49-711']
  for (const formula of formulas) expect(await cell(formula)).toBe(`'${formula}`)
  for (const kept of ['-3,5', '-3.5', '+49 711 123', 'a=b', '5']) expect(await cell(kept)).toBe(kept)
  expect(await cell(-3.5)).toBe('-3,5')
})

test('a moment is told in the place’s clock, a day as its day there', async () => {
  const at = new Date('2028-10-18T22:15:00Z')
  expect(await cell(at)).toBe('2028-10-19 00:15')
  const day: Column<Date>[] = [
    { title: 'Tag', value: (date) => date, date: 'day' },
    { title: 'x', value: () => 1 },
  ]
  expect(await whole(csv(day, [at], german))).toBe('\ufeffTag;x\r\n2028-10-19;1\r\n')
})

test('60,000 rows come in pieces', async () => {
  const rows = (function* () {
    for (let row = 0; row < 60_000; row += 1) yield [`Person ${row}`, row] as const
  })()
  let longest = 0
  let lines = 0
  for await (const piece of csv(columns, rows, german)) {
    longest = Math.max(longest, piece.length)
    lines += piece.split('\r\n').length - 1
  }
  expect(lines).toBe(60_001)
  expect(longest).toBeLessThan(70_000)
})

/** The files in a ZIP archive by name. */
function unzipped(archive: Buffer): Record<string, string> {
  const files: Record<string, string> = {}
  let at = archive.readUInt32LE(archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const bytes = archive.subarray(start, start + archive.readUInt32LE(at + 20))
    files[name] = (archive.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8')
    at += 46 + nameLength + extra + comment
  }
  return files
}

async function bytesOf(pieces: AsyncIterable<Buffer>) {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

test('a workbook holds text as text, dates as dates of the place, and no formula', async () => {
  const rows: [string, Value][] = [
    ['=1+1', new Date('2028-10-18T22:15:00Z')],
    ['a\u0000<b>&', 2.5],
    ['', null],
  ]
  const files = unzipped(await bytesOf(xlsx([sheet('A/B', columns, rows, german), sheet('Leer', columns, [], german)])))
  expect(files['xl/workbook.xml']).toMatch(/name="A B"[\s\S]*name="Leer"/)
  const first = files['xl/worksheets/sheet1.xml'] ?? ''
  expect(first).not.toContain('<f>')
  // 19 October 2028 is day 47045 of Excel's calendar, a quarter past midnight 15/1440 of a day.
  expect(Number(/<c r="B2"[^>]*><v>([\d.]+)<\/v>/.exec(first)?.[1])).toBeCloseTo(47045 + 15 / 1440, 6)
  expect(first).toMatch(/<c r="B3"[^>]*><v>2.5<\/v>/)
  const texts = Object.values(files).join('\n')
  expect(texts).toContain('=1+1')
  expect(texts).toContain('a&lt;b&gt;&amp;')
})

test('a workbook of 60,000 rows is sent while its rows are read, a little at a time', async () => {
  let read = 0
  const rows = (function* () {
    for (; read < 60_000; read += 1) yield [`Person ${read} ${Math.sin(read)}`, Math.cos(read)] as const
  })()
  const pieces: { bytes: Buffer; read: number }[] = []
  for await (const bytes of xlsx([sheet('Lang', columns, rows, german)])) pieces.push({ bytes, read })
  const early = pieces[Math.floor(pieces.length / 10)]!
  expect(early.read).toBeLessThan(20_000)
  expect(Math.max(...pieces.map(({ bytes }) => bytes.length))).toBeLessThan(70_000)
  const files = unzipped(Buffer.concat(pieces.map(({ bytes }) => bytes)))
  expect(files['xl/worksheets/sheet1.xml']).toContain('<row r="60001">')
})

test('what goes wrong while rows are read is told, and ends the file', async () => {
  const rows = (function* () {
    yield ['x', 1] as const
    throw new Error('the database is gone')
  })()
  await expect(bytesOf(xlsx([sheet('A', columns, rows, german)]))).rejects.toThrow('the database is gone')
})

import { expect, test } from 'vitest'
import { rowsFrom, rowsOf, type TableError } from './csv.ts'

const texts = [
  'a;b\r\n1;"zwei; ""drei""\r\nvier"\r\n;\r\n',
  'a;b\n1;2',
  'a;b\r\r\n"x" ;y\n\n',
  '"a";"b"\n"1";"2"',
  'a;b\n"offen;2\n3;4',
  'a;"b"c\n1;2',
]

/** The rows, or what is wrong. */
async function read(rows: AsyncIterable<string[]> | Iterable<string[]>) {
  const all: string[][] = []
  try {
    for await (const row of rows) all.push(row)
    return all
  } catch (error) {
    return (error as TableError).problem
  }
}

test('a table says the same whole and in pieces, wherever they are cut', async () => {
  for (const text of texts) {
    const whole = await read(rowsOf(text))
    for (let size = 1; size <= text.length; size++) {
      const pieces = async function* () {
        for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
      }
      expect(await read(rowsFrom(pieces(), { telling: 4 }))).toEqual(whole)
      expect(await read(rowsFrom(pieces()))).toEqual(whole)
    }
  }
})

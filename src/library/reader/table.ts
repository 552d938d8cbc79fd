import type { Reading } from '../model/reading.ts'
import { openArchive } from './archive.ts'
import { TooLarge } from './limits.ts'
import { targetsOf } from './office-parts.ts'
import { sharedWords, shownSheets } from './sheets.ts'
import { attribute, type Walk, walkXml } from './xml.ts'

const mostRows = 10_000
const mostColumns = 200

/** The cells of a workbook's first sheet where they stand, each row as a page of JSON; a row that is missing is empty. */
export async function readTable(bytes: Buffer): Promise<Reading> {
  const archive = await openArchive(bytes)
  const targets = await targetsOf(archive, 'xl', 'workbook.xml')
  const words = await sharedWords(archive)
  const [first] = await shownSheets(archive)
  const rows: string[][] = []
  await walkXml(archive.open(targets.get(first?.id ?? '') ?? ''), cells(rows, words))
  return { state: 'read', unit: 'sheet', title: '', outline: [], pages: rows.map((row) => JSON.stringify(row)) }
}

function cells(rows: string[][], words: readonly string[]): Walk {
  let type = ''
  let at = -1
  let value = ''
  let isValue = false
  return {
    open(name, attributes) {
      if (name === 'row') {
        const no = Number(attribute(attributes, 'r')) || rows.length + 1
        if (no > mostRows) throw new TooLarge()
        while (rows.length < no) rows.push([])
        at = -1
      }
      if (name === 'c') {
        type = attribute(attributes, 't')
        at = columnOf(attribute(attributes, 'r')) ?? at + 1
        value = ''
      }
      if (name === 'v' || name === 't') isValue = true
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name !== 'c' || at >= mostColumns) return
      const row = rows.at(-1) ?? []
      while (row.length < at) row.push('')
      row[at] = (type === 's' ? (words[Number(value)] ?? '') : value).trim()
    },
    text: (text) => {
      if (isValue) value += text
    },
  }
}

/** The column of a cell, counted from nought: 27 for AB7. */
function columnOf(cell: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(cell)?.[0]
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : undefined
}

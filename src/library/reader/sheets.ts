import type { Reading } from '../model/reading.ts'
import { type Archive, openArchive } from './archive.ts'
import { mostLetters, TooLarge } from './limits.ts'
import { propertiesIn, relation, saying, targetsOf } from './office-parts.ts'
import { type Writing, writing } from './writing.ts'
import { attribute, type Walk, walkXml } from './xml.ts'

/** What stands in the sheets of a workbook (ECMA-376) that it shows, a row a line. */
export async function readSheets(bytes: Buffer): Promise<Reading> {
  const archive = await openArchive(bytes)
  const targets = await targetsOf(archive, 'xl', 'workbook.xml')
  const words = await sharedWords(archive)
  const out = writing()
  for (const [index, { name, id }] of (await shownSheets(archive)).entries()) {
    if (index > 0) out.turn()
    out.mark(name, 1)
    out.add(`${name}\n\n`)
    await walkXml(archive.open(targets.get(id) ?? ''), sheet(out, words))
  }
  const { title, said } = await propertiesIn(archive, 'docProps/core.xml')
  return saying(out.reading('sheet', title), said)
}

/** Its sheets that are shown, in their order. */
export async function shownSheets(archive: Archive) {
  const sheets: { name: string; id: string }[] = []
  await walkXml(archive.open('xl/workbook.xml'), {
    open: (mark, attributes) => {
      if (mark === 'sheet' && !attributes.state) sheets.push({ name: attributes.name ?? '', id: relation(attributes) })
    },
  })
  return sheets
}

/** The texts that cells refer to by their number. */
export async function sharedWords(archive: Archive) {
  const words: string[] = []
  let letters = 0
  let isText = false
  await walkXml(archive.open('xl/sharedStrings.xml'), {
    open: (name) => {
      if (name === 'si') words.push('')
      isText = name === 't'
    },
    close: () => {
      isText = false
    },
    text: (text) => {
      letters += text.length
      if (letters > mostLetters) throw new TooLarge()
      if (isText) words[words.length - 1] += text
    },
  })
  return words
}

function sheet(out: Writing, words: readonly string[]): Walk {
  let type = ''
  let value = ''
  let isValue = false
  let cells: string[] = []
  return {
    open(name, attributes) {
      if (name === 'c') type = attribute(attributes, 't')
      if (name === 'v' || name === 't') isValue = true
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'c') {
        cells.push(type === 's' ? (words[Number(value)] ?? '') : value)
        value = ''
      }
      if (name !== 'row') return
      const filled = cells.filter((cell) => cell.trim())
      if (filled.length > 0) out.add(`${filled.join(' | ')}\n\n`)
      cells = []
    },
    text: (text) => {
      if (isValue) value += text
    },
  }
}

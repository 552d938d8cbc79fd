import type { Reading } from '../model/reading.ts'
import { type Archive, openArchive } from './archive.ts'
import { propertiesIn, saying } from './office-parts.ts'
import { inPages, type Paragraph } from './writing.ts'
import { attribute, type Walk, walkXml } from './xml.ts'

/** What stands in a Word document (ECMA-376): by its pages where it tells them, else in parts. */
export async function readWord(bytes: Buffer): Promise<Reading> {
  const archive = await openArchive(bytes)
  const levels = await headingStyles(archive)
  const pieces: Paragraph[] = []
  await walkXml(
    archive.open('word/document.xml'),
    body(levels, (piece) => pieces.push(piece)),
  )
  const { title, said } = await propertiesIn(archive, 'docProps/core.xml')
  return saying(inPages(pieces, title), said)
}

/** What is kept twice for older programs, what was deleted, and what a field is computed from: none of it is text. */
const unread = ['Fallback', 'del', 'moveFrom', 'instrText']

function body(levels: ReadonlyMap<string, number>, found: (piece: Paragraph) => unknown): Walk {
  let text = ''
  let level: number | undefined
  let beginsPage = false
  let isText = false
  let within = 0
  const end = () => {
    if (text.trim()) {
      found({ text: text.trim(), level, beginsPage })
      beginsPage = false
    }
    text = ''
  }
  return {
    open(name, attributes) {
      if (unread.includes(name)) within++
      if (within > 0) return
      if (name === 't') isText = true
      if (name === 'tab') text += ' '
      if (name === 'pStyle') level = levels.get(attribute(attributes, 'val'))
      const isPageEnd = name === 'br' && attribute(attributes, 'type') === 'page'
      if (isPageEnd || name === 'lastRenderedPageBreak') {
        end()
        beginsPage = true
      } else if (name === 'br' || name === 'cr') text += '\n'
    },
    close(name) {
      if (unread.includes(name)) within--
      else if (within > 0) return
      else if (name === 't') isText = false
      else if (name === 'tc') text += ' '
      else if (name === 'p') {
        end()
        level = undefined
      }
    },
    text: (part) => {
      if (isText && within === 0) text += part
    },
  }
}

/** The styles that are headings, each with its level; a program in another language calls them otherwise. */
async function headingStyles(archive: Archive) {
  const levels = new Map<string, number>()
  let style = ''
  await walkXml(archive.open('word/styles.xml'), {
    open(name, attributes) {
      if (name === 'style') style = attribute(attributes, 'styleId')
      if (name === 'outlineLvl' && style) levels.set(style, Number(attribute(attributes, 'val')) + 1 || 1)
    },
  })
  for (const level of [1, 2, 3, 4, 5, 6])
    for (const name of [`Heading${level}`, `berschrift${level}`]) levels.set(name, levels.get(name) ?? level)
  return levels
}

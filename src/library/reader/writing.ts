import { cut } from '../../platform/clean.ts'
import type { Heading, Reading, Unit } from '../model/reading.ts'
import { deepestHeading, mostHeadings, mostLetters, mostLettersOfPage, mostPages, TooLarge } from './limits.ts'

/** A text without pages is cut into parts of about so many letters, before a heading or a paragraph. */
const lettersOfPart = 3000
/** A text as short as this is one page, whatever made it. */
const lettersOfOnePage = 6000

/** Collects what a file says, in its order: text, ends of paragraphs, headings, new pages. */
export function writing() {
  const pages: string[][] = [[]]
  const outline: Heading[] = []
  let letters = 0
  const here = () => pages.at(-1)!
  const add = (text: string) => {
    letters += text.length
    if (letters > mostLetters) throw new TooLarge()
    here().push(text)
  }
  const turn = () => {
    if (pages.length >= mostPages) throw new TooLarge()
    pages.push([])
  }
  const mark = (title: string, level: number) => {
    const plain = cut(title.replace(/\s+/g, ' ').trim(), 300)
    if (plain && outline.length < mostHeadings)
      outline.push({ title: plain, page: pages.length, level: Math.min(deepestHeading, Math.max(1, level)) })
  }
  return {
    add,
    /** Notes in the table of contents what stands on the page at hand. */
    mark,
    /** Begins a new page. */
    turn,
    /** Begins a new page, where anything stands on the one at hand. */
    turnUsed: () => {
      if (here().some((text) => text.trim())) turn()
    },
    /** Whether the page at hand is long enough to end before the next paragraph. */
    isFull: () => here().reduce((sum, { length }) => sum + length, 0) > lettersOfPart,
    reading(unit: Unit, title = ''): Reading {
      const texts = pages.map((parts) => parts.join('').slice(0, mostLettersOfPage))
      if (texts.length > 1 && !texts.at(-1)!.trim() && unit !== 'slide' && unit !== 'sheet') texts.pop()
      if (texts.every((text) => !text.trim())) return { state: 'empty' }
      return { state: 'read', unit, title, pages: texts, outline }
    },
  }
}
export type Writing = ReturnType<typeof writing>

/** A paragraph on its way into a writing: its text, its level where it is a heading, whether a page begins with it. */
export type Paragraph = { text: string; level: number | undefined; beginsPage?: boolean }

/** Puts paragraphs on the pages that they tell of; where none does, into parts. */
export function inPages(paragraphs: readonly Paragraph[], title: string): Reading {
  if (!paragraphs.some(({ beginsPage }) => beginsPage)) return inParts(paragraphs, title)
  const out = writing()
  for (const { text, level, beginsPage } of paragraphs) {
    if (beginsPage) out.turn()
    if (level !== undefined) out.mark(text, level)
    out.add(`${text}\n\n`)
  }
  return out.reading('page', title || firstHeading(paragraphs))
}

/**
 * Puts paragraphs of a text without pages into parts: a new one before a heading of the first two levels, or where a
 * part has become long. A short text is one page.
 */
export function inParts(paragraphs: readonly Paragraph[], title: string): Reading {
  const isShort = paragraphs.reduce((sum, { text }) => sum + text.length, 0) <= lettersOfOnePage
  const out = writing()
  for (const { text, level } of paragraphs) {
    if (!isShort && ((level !== undefined && level <= 2) || out.isFull())) out.turnUsed()
    if (level !== undefined) out.mark(text, level)
    out.add(`${text}\n\n`)
  }
  return out.reading(isShort ? 'page' : 'part', title || firstHeading(paragraphs))
}

const firstHeading = (paragraphs: readonly Paragraph[]) => paragraphs.find(({ level }) => level === 1)?.text ?? ''

import { cut } from '../../platform/clean.ts'
import type { Accessibility } from './accessibility.ts'

/** What a file says of itself beside its title: who made it, and when, each as programs write it. */
export type SaidOfItself = { author: string; made: string }

/** An entry of a document's table of contents; `page` from 1, `level` from 1. */
export type Heading = { title: string; page: number; level: number }

/** What the pages of a file are; `part`: a piece of a text that has no pages. */
export const units = ['page', 'slide', 'sheet', 'part'] as const
export type Unit = (typeof units)[number]

/** A run of text on the picture of a page: from the left, from the top, width and height in pixels, its words. */
export type Line = [left: number, top: number, width: number, height: number, words: string]

/** Pages are drawn in this width, and the first one once more as a small cover. */
export const pictureWidth = 800
export const coverWidth = 240
/** No picture is higher than so many times its width. */
export const highestOfWidth = 4
/** So many pages of a file are drawn, and so many in one go. */
export const mostPictures = 500
export const picturesAtOnce = 20
/** What they and their lines are called beside the file. */
export const pictureName = (page: number) => `page-${page}.webp`
export const linesName = (page: number) => `page-${page}.json`
export const coverName = 'cover.webp'
/** Text is recognised on so many pages of a scan, and lies there under this name until all are done. */
export const mostRecognised = 300
export const recognisedName = (page: number) => `recognised-${page}.txt`

/** What was found in a file: its pages as the file has them, or why there are none. */
export type Reading =
  | {
      state: 'read'
      unit: Unit
      title: string
      pages: string[]
      outline: Heading[]
      accessibility?: Accessibility
      said?: SaidOfItself
    }
  | { state: 'picture' | 'encrypted' | 'broken' | 'empty' | 'too_large' }

/** What became of reading a version; `scan`: pages are there, text is not; `picture`: it is none. */
export const readings = ['waiting', 'read', 'scan', 'picture', 'encrypted', 'broken', 'empty', 'too_large'] as const
export type ReadingState = (typeof readings)[number]

/** Whether pages hold so little text that they must be pictures: fewer than twenty letters a page. */
export const isScan = (pages: readonly string[]) => pages.join('').replace(/[^\p{L}]/gu, '').length < 20 * pages.length

/** A page's text as people read it: one line end, words divided at a line's end whole again, ligatures resolved. */
export function tidy(page: string): string {
  return (
    page
      .toWellFormed()
      .normalize('NFKC')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: pdfium writes U+0002 for a soft hyphen
      .replace(/[\u0002\ufffe\u00ad]\n?/g, '')
      .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ue000\ue001]/g, '')
      .replace(/[ \t\u00a0]+/g, ' ')
      .trim()
  )
}

const german = /\b(der|die|und|das|nicht|ist|mit|für|von|den|auf|eine|werden)\b/giu
const english = /\b(the|and|of|to|is|with|for|that|are|on|this)\b/giu
const french = /\b(le|la|les|des|et|est|une|pour|dans|qui|du|sur)\b/giu

/** The language a text is written in, by its commonest small words. */
export function languageOf(text: string): 'de' | 'en' | 'fr' {
  const count = (words: RegExp) => text.match(words)?.length ?? 0
  const counts = [
    ['de', count(german)],
    ['en', count(english)],
    ['fr', count(french)],
  ] as const
  return counts.reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}

/**
 * A title to begin with: the one the file names, unless it is a program's (“Microsoft Word - …”, a file name), else
 * what the first page begins with, else the file's name.
 */
export function proposedTitle(named: string, firstPage: string, fileName: string): string {
  const inFile = named.trim()
  if (inFile && !/^(microsoft word|untitled|unbenannt)|\.(docx?|pptx?|indd|pdf)$/i.test(inFile)) return short(inFile)
  const line = firstPage.split('\n').find((one) => one.replace(/[^\p{L}]/gu, '').length >= 8)
  return short(line ?? nameInWords(fileName))
}

const short = (text: string) => [...text.replace(/\s+/g, ' ').trim()].slice(0, 300).join('')

/** `Dokumentation_2019.pdf` in words: Dokumentation 2019. */
export const nameInWords = (fileName: string) => {
  const stem = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
  return cut(stem.replace(/[-_\s]+/g, ' ').trim(), 200) || 'Dokument'
}

/**
 * A page's text in paragraphs: lines that follow each other are one, until an empty line stands between, a line ends well
 * before the right edge and the next one begins anew, or a sentence ends a little before it. Dotted leaders become one
 * sign; the page's own number at the end goes.
 */
export function paragraphs(text: string, pageNumber?: number): string[] {
  const lines = text.split('\n').map((line) => line.replace(/(\s?[.·_]){4,}/g, ' …').trim())
  while (lines.length > 0 && ['', String(pageNumber)].includes(lines.at(-1)!)) lines.pop()
  const widest = Math.max(0, ...lines.map(({ length }) => length))
  const found: string[][] = []
  let isOpen = false
  for (const [index, line] of lines.entries()) {
    if (line && isOpen) found.at(-1)!.push(line)
    else if (line) found.push([line])
    isOpen = line !== '' && !isLast(line, lines[index + 1] ?? '', widest)
  }
  return found.map((one) => one.join(' '))
}

const isLast = (line: string, next: string, widest: number) =>
  (line.length < widest * 0.6 && !/^\p{Ll}/u.test(next)) ||
  (/[.!?:]$/.test(line) && line.length < widest * 0.8) ||
  /… \S+$/.test(line)

import { inflateSync } from 'node:zlib'
import type { Accessibility } from '../model/accessibility.ts'
import { type Pdfium, textFrom } from './pdfium.ts'

const mostPagesWalked = 500
const mostElements = 100_000
const deepest = 60
const mostPartBytes = 4 * 1024 * 1024
const mostParts = 200

type Figures = { figures: number; describedFigures: number }
type Known = { bytes: Buffer; title: string; pages: readonly string[] } & Figures

/** What a PDF brings along for who does not see it; `pages` are its texts. */
export function accessibilityOf(
  { pdfium, document }: { pdfium: Pdfium; document: number },
  { bytes, title, pages, figures, describedFigures }: Known,
): Accessibility {
  return {
    isTagged: pdfium._FPDFCatalog_IsTagged!(document) === 1,
    hasLanguage: namesLanguage(bytes),
    hasTitle: title.trim() !== '',
    figures,
    describedFigures,
    pagesWithoutText: pages.filter((text) => !/\p{L}/u.test(text)).length,
    pages: pages.length,
  }
}

const language = /\/Lang\s*[(<]\s*[^)>\s]/

/** Whether an object of the file names a language, between its streams or in one that holds objects, packed. */
function namesLanguage(bytes: Buffer): boolean {
  let parts = 0
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    const begun = streamAfter(bytes, at)
    const head = bytes.toString('latin1', at, begun)
    if (language.test(head)) return true
    end = bytes.indexOf('endstream', begun)
    if (end < 0) return false
    const isPacked = /\/ObjStm[^>]{0,200}>>\s*stream\r?\n$/.test(head.slice(-300))
    if (isPacked && parts++ < mostParts && language.test(unpacked(bytes.subarray(begun, end)))) return true
  }
  return false
}

/** Where the next stream begins; the file's end where there is none. */
function streamAfter(bytes: Buffer, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf('stream', at)
    if (at < 0) return bytes.length
    const after = bytes.toString('latin1', at + 6, at + 8)
    const isEnd = bytes.toString('latin1', Math.max(0, at - 3), at) === 'end'
    if (!isEnd && /^\r?\n/.test(after)) return at + (after.startsWith('\r') ? 8 : 7)
  }
}

function unpacked(packed: Buffer): string {
  try {
    return inflateSync(packed, { maxOutputLength: mostPartBytes }).toString('latin1')
  } catch {
    // A part that does not unpack says nothing.
    return ''
  }
}

/** Counts how many pictures the structure of pages names, and how many of them have words, as it looks at the pages. */
export function walkFigures(pdfium: Pdfium) {
  const count: Figures = { figures: 0, describedFigures: 0 }
  const left = { pages: mostPagesWalked, elements: mostElements }
  const walk = (element: number, depth: number) => {
    if (left.elements-- <= 0 || depth > deepest) return
    if (said(pdfium, '_FPDF_StructElement_GetType', element) === 'Figure') {
      count.figures++
      if (said(pdfium, '_FPDF_StructElement_GetAltText', element).trim()) count.describedFigures++
    }
    for (let index = 0; index < pdfium._FPDF_StructElement_CountChildren!(element); index++) {
      const child = pdfium._FPDF_StructElement_GetChildAtIndex!(element, index)
      if (child) walk(child, depth + 1)
    }
  }
  const look = (page: number) => {
    if (left.pages-- <= 0 || left.elements <= 0) return
    const tree = pdfium._FPDF_StructTree_GetForPage!(page)
    if (!tree) return
    for (let index = 0; index < pdfium._FPDF_StructTree_CountChildren!(tree); index++)
      walk(pdfium._FPDF_StructTree_GetChildAtIndex!(tree, index), 0)
    pdfium._FPDF_StructTree_Close!(tree)
  }
  return { count, look }
}

const said = (pdfium: Pdfium, ask: `_FPDF${string}`, element: number) =>
  textFrom(pdfium, (buffer, size) => pdfium[ask]!(element, buffer, size))

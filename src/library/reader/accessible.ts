import { inflateSync } from 'node:zlib'
import type { Accessibility } from '../model/accessibility.ts'
import { type Pdfium, textFrom } from './pdfium.ts'

const mostPagesWalked = 500
const mostElements = 100_000
const deepest = 60
const mostPartBytes = 4 * 1024 * 1024
const mostParts = 200

/** What a PDF brings along for who does not see it; `texts` are its pages. */
export function accessibilityOf(
  { pdfium, document }: { pdfium: Pdfium; document: number },
  { bytes, title, texts }: { bytes: Buffer; title: string; texts: readonly string[] },
): Accessibility {
  const catalogue = catalogueIn(bytes)
  return {
    isTagged: pdfium._FPDFCatalog_IsTagged!(document) === 1,
    hasLanguage: /\/Lang\s*[(<]\s*[^)>\s]/.test(catalogue),
    hasTitle: title.trim() !== '',
    ...figuresIn(pdfium, document, texts.length),
    pagesWithoutText: texts.filter((text) => !/\p{L}/u.test(text)).length,
    pages: texts.length,
  }
}

/** The file's objects as text, those in packed parts unpacked: the language of a document stands in one of them. */
function catalogueIn(bytes: Buffer): string {
  const plain = bytes.toString('latin1')
  const parts = [plain.replace(/stream\r?\n[\s\S]*?endstream/g, '')]
  for (const { 0: head, index } of [...plain.matchAll(/\/ObjStm[^>]{0,200}>>\s*stream\r?\n/g)].slice(0, mostParts))
    try {
      const packed = bytes.subarray(index + head.length, plain.indexOf('endstream', index))
      parts.push(inflateSync(packed, { maxOutputLength: mostPartBytes }).toString('latin1'))
    } catch {
      // A part that does not unpack says nothing.
    }
  return parts.join('\n')
}

/** How many pictures its structure names, and how many of them have words. */
function figuresIn(pdfium: Pdfium, document: number, pages: number) {
  const count = { figures: 0, describedFigures: 0 }
  let left = mostElements
  const walk = (element: number, depth: number) => {
    if (left-- <= 0 || depth > deepest) return
    if (said(pdfium, '_FPDF_StructElement_GetType', element) === 'Figure') {
      count.figures++
      if (said(pdfium, '_FPDF_StructElement_GetAltText', element).trim()) count.describedFigures++
    }
    for (let index = 0; index < pdfium._FPDF_StructElement_CountChildren!(element); index++) {
      const child = pdfium._FPDF_StructElement_GetChildAtIndex!(element, index)
      if (child) walk(child, depth + 1)
    }
  }
  for (let no = 0; no < Math.min(pages, mostPagesWalked) && left > 0; no++) {
    const page = pdfium._FPDF_LoadPage!(document, no)
    const tree = page && pdfium._FPDF_StructTree_GetForPage!(page)
    if (tree) {
      for (let index = 0; index < pdfium._FPDF_StructTree_CountChildren!(tree); index++)
        walk(pdfium._FPDF_StructTree_GetChildAtIndex!(tree, index), 0)
      pdfium._FPDF_StructTree_Close!(tree)
    }
    if (page) pdfium._FPDF_ClosePage!(page)
  }
  return count
}

const said = (pdfium: Pdfium, ask: `_FPDF${string}`, element: number) =>
  textFrom(pdfium, (buffer, size) => pdfium[ask]!(element, buffer, size))

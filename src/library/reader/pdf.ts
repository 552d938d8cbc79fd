import { readFileSync } from 'node:fs'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Heading, Reading } from '../model/reading.ts'
import { deepestHeading, mostHeadings, mostLetters, mostLettersOfPage, mostPages } from './limits.ts'

/** What of pdfium its package has no types for. */
type Pdfium = {
  HEAPU8: Uint8Array
  wasmExports: { malloc(size: number): number; free(place: number): void }
  _FPDF_GetLastError(): number
  _FPDF_GetMetaText(document: number, tag: number, buffer: number, size: number): number
  _FPDFBookmark_GetFirstChild(document: number, bookmark: number): number
  _FPDFBookmark_GetNextSibling(document: number, bookmark: number): number
  _FPDFBookmark_GetTitle(bookmark: number, buffer: number, size: number): number
  _FPDFBookmark_GetDest(document: number, bookmark: number): number
  _FPDFDest_GetDestPageIndex(document: number, destination: number): number
}
type Opened = { pdfium: Pdfium; document: number }

let isOutOfMemory = false

/** pdfium's whole memory is one WebAssembly memory; refusing to let it grow stops a file that unpacks without end. */
function limitMemory(bytes: number) {
  const grow = WebAssembly.Memory.prototype.grow
  WebAssembly.Memory.prototype.grow = function (this: WebAssembly.Memory, pages: number) {
    if (this.buffer.byteLength + pages * 65_536 <= bytes) return grow.call(this, pages)
    isOutOfMemory = true
    throw new RangeError('more memory than a document may take')
  }
}

/** What stands in a PDF, on its pages as the file has them; pdfium gets so many megabytes at most. */
export async function readPdf(file: string, mostMegabytes: number): Promise<Reading> {
  limitMemory(mostMegabytes * 1024 * 1024)
  const library = await PDFiumLibrary.init()
  const pdfium = (library as unknown as { module: Pdfium }).module
  try {
    const document = await library.loadDocument(readFileSync(file))
    const pageCount = document.getPageCount()
    if (pageCount === 0) return { state: 'empty' }
    if (pageCount > mostPages) return { state: 'too_large' }
    const opened = { pdfium, document: (document as unknown as { documentIdx: number }).documentIdx }
    const outline = headings(opened)
    const title = text(pdfium, (buffer, size) => metaTitle(opened, buffer, size))
    const pages: string[] = []
    let letters = 0
    for (const page of document.pages()) {
      const found = page.getText().slice(0, mostLettersOfPage)
      letters += found.length
      if (isOutOfMemory || letters > mostLetters) return { state: 'too_large' }
      pages.push(found)
    }
    return { state: 'read', unit: 'page', title, pages, outline }
  } catch {
    // Whatever pdfium throws says that the file cannot be read; which way, its last error tells.
    return { state: isOutOfMemory ? 'too_large' : lastError(pdfium) }
  }
}

/** The error numbers of fpdfview.h: 4 a password is needed, 5 a security handler that is not known. */
function lastError(pdfium: Pdfium) {
  return [4, 5].includes(pdfium._FPDF_GetLastError()) ? 'encrypted' : 'broken'
}

function metaTitle({ pdfium, document }: Opened, buffer: number, size: number) {
  const tag = pdfium.wasmExports.malloc(6)
  pdfium.HEAPU8.set(Buffer.from('Title\0'), tag)
  const length = pdfium._FPDF_GetMetaText(document, tag, buffer, size)
  pdfium.wasmExports.free(tag)
  return length
}

/** Asks for a text as pdfium gives it: the length first, then UTF-16 into a buffer. */
function text(pdfium: Pdfium, ask: (buffer: number, size: number) => number): string {
  const size = ask(0, 0)
  if (size <= 2 || size > 4000) return ''
  const buffer = pdfium.wasmExports.malloc(size)
  ask(buffer, size)
  const found = Buffer.from(pdfium.HEAPU8.subarray(buffer, buffer + size - 2)).toString('utf16le')
  pdfium.wasmExports.free(buffer)
  return found
}

/** The table of contents, top down. One that leads back to itself ends at the most headings there may be. */
function headings({ pdfium, document }: Opened): Heading[] {
  const found: Heading[] = []
  const walk = (parent: number, level: number) => {
    let mark = pdfium._FPDFBookmark_GetFirstChild(document, parent)
    while (mark && found.length < mostHeadings) {
      const title = text(pdfium, (buffer, size) => pdfium._FPDFBookmark_GetTitle(mark, buffer, size)).trim()
      const page = pdfium._FPDFDest_GetDestPageIndex(document, pdfium._FPDFBookmark_GetDest(document, mark)) + 1
      if (title) found.push({ title, page: Math.max(1, page), level })
      if (level < deepestHeading) walk(mark, level + 1)
      mark = pdfium._FPDFBookmark_GetNextSibling(document, mark)
    }
  }
  walk(0, 1)
  return found
}

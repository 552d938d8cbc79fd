import type { Heading, Reading } from '../model/reading.ts'
import { accessibilityOf, walkFigures } from './accessible.ts'
import { deepestHeading, mostHeadings, mostLetters, mostLettersOfPage, mostPages } from './limits.ts'
import { isOutOfMemory, openPdfium, type Pdfium, textFrom } from './pdfium.ts'

type Opened = { pdfium: Pdfium; document: number }

/** What stands in a PDF, on its pages as the file has them; pdfium gets so many megabytes at most. */
export async function readPdf(file: string, mostMegabytes: number): Promise<Reading> {
  const { pdfium, open } = await openPdfium(mostMegabytes)
  try {
    const { document, bytes, handle } = await open(file)
    const pageCount = document.getPageCount()
    if (pageCount === 0) return { state: 'empty' }
    if (pageCount > mostPages) return { state: 'too_large' }
    const opened = { pdfium, document: handle }
    const outline = headings(opened)
    const title = metaText(opened, 'Title')
    const said = { author: metaText(opened, 'Author'), made: metaText(opened, 'CreationDate') }
    const pages: string[] = []
    const figures = walkFigures(pdfium)
    let letters = 0
    for (let no = 0; no < pageCount; no++) {
      const found = onPage(opened, no, figures.look)
      letters += found.length
      if (isOutOfMemory() || letters > mostLetters) return { state: 'too_large' }
      pages.push(found)
    }
    const accessibility = accessibilityOf(opened, { bytes, title, pages, ...figures.count })
    return { state: 'read', unit: 'page', title, pages, outline, accessibility, said }
  } catch {
    // Whatever pdfium throws says that the file cannot be read; which way, its last error tells.
    return { state: isOutOfMemory() ? 'too_large' : lastError(pdfium) }
  }
}

/** The text of a page; whoever looks at it too does so while it is open. Throws where pdfium cannot open it. */
function onPage({ pdfium, document }: Opened, no: number, look: (page: number) => void): string {
  const page = pdfium._FPDF_LoadPage!(document, no)
  const text = page && pdfium._FPDFText_LoadPage!(page)
  if (!text) throw new Error(`page ${no + 1} does not open`)
  const letters = Math.min(pdfium._FPDFText_CountChars!(text), mostLettersOfPage)
  const buffer = pdfium.wasmExports.malloc(2 * letters + 2)
  const signs = letters > 0 ? pdfium._FPDFText_GetText!(text, 0, letters, buffer) - 1 : 0
  const found = Buffer.from(pdfium.HEAPU8.subarray(buffer, buffer + 2 * Math.max(0, signs))).toString('utf16le')
  pdfium.wasmExports.free(buffer)
  look(page)
  pdfium._FPDFText_ClosePage!(text)
  pdfium._FPDF_ClosePage!(page)
  return found
}

/** The error numbers of fpdfview.h: 4 a password is needed, 5 a security handler that is not known. */
function lastError(pdfium: Pdfium) {
  return [4, 5].includes(pdfium._FPDF_GetLastError!()) ? 'encrypted' : 'broken'
}

/** What the file says of itself under this name. */
function metaText({ pdfium, document }: Opened, name: string): string {
  const tag = pdfium.wasmExports.malloc(name.length + 1)
  pdfium.HEAPU8.set(Buffer.from(`${name}\0`), tag)
  const said = textFrom(pdfium, (buffer, size) => pdfium._FPDF_GetMetaText!(document, tag, buffer, size))
  pdfium.wasmExports.free(tag)
  return said
}

/** The table of contents, top down. One that leads back to itself ends at the most headings there may be. */
function headings({ pdfium, document }: Opened): Heading[] {
  const found: Heading[] = []
  const walk = (parent: number, level: number) => {
    let mark = pdfium._FPDFBookmark_GetFirstChild!(document, parent)
    while (mark && found.length < mostHeadings) {
      const title = textFrom(pdfium, (buffer, size) => pdfium._FPDFBookmark_GetTitle!(mark, buffer, size)).trim()
      const page = pdfium._FPDFDest_GetDestPageIndex!(document, pdfium._FPDFBookmark_GetDest!(document, mark)) + 1
      if (title) found.push({ title, page: Math.max(1, page), level })
      if (level < deepestHeading) walk(mark, level + 1)
      mark = pdfium._FPDFBookmark_GetNextSibling!(document, mark)
    }
  }
  walk(0, 1)
  return found
}

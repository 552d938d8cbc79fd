import { highestOfWidth, type Line } from '../model/reading.ts'
import { openPdfium, type Pdfium, textFrom } from './pdfium.ts'
import type { Question } from './question.ts'
import { say } from './say.ts'

const mostLines = 2000
const lettersOfLine = 4000
/** Notes and form fields too; red, green, blue in this order. */
const flags = 0x01 | 0x10

/**
 * Draws pages of a PDF and says of each: its number and the height of its picture, the picture's bytes (red, green, blue,
 * opacity), and its lines. A page that cannot be drawn has the height 0.
 */
export async function drawPages({ file, megabytes, first, last, width }: Question & { what: 'draw' }) {
  const { pdfium, open } = await openPdfium(megabytes)
  const { document, handle } = await open(file)
  for (let page = first; page <= Math.min(last, document.getPageCount()); page++) {
    const { height, pixels, lines } = drawPage(pdfium, handle, page, width)
    say({ page, height })
    say(pixels)
    say(lines)
  }
}

function drawPage(pdfium: Pdfium, document: number, no: number, width: number) {
  const page = pdfium._FPDF_LoadPage!(document, no - 1)
  if (!page) return { height: 0, pixels: Buffer.alloc(0), lines: [] }
  const [wide, high] = [pdfium._FPDF_GetPageWidthF!(page), pdfium._FPDF_GetPageHeightF!(page)]
  const height = Math.min(highestOfWidth * width, Math.round((width * high) / wide)) || 0
  const pixels = height > 0 ? pixelsOf(pdfium, page, width, height) : Buffer.alloc(0)
  const lines = height > 0 ? linesOf(pdfium, page, { scale: width / wide, high }) : []
  pdfium._FPDF_ClosePage!(page)
  return { height, pixels, lines }
}

/** The picture of a page that is open: red, green, blue, opacity. */
export function pixelsOf(pdfium: Pdfium, page: number, width: number, height: number): Uint8Array {
  const bitmap = pdfium._FPDFBitmap_Create!(width, height, 0)
  pdfium._FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff)
  pdfium._FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, flags)
  const at = pdfium._FPDFBitmap_GetBuffer!(bitmap)
  const pixels = pdfium.HEAPU8.slice(at, at + width * height * 4)
  pdfium._FPDFBitmap_Destroy!(bitmap)
  return pixels
}

/** The runs of text on a page with where they stand, in pixels of its picture. */
function linesOf(pdfium: Pdfium, page: number, { scale, high }: { scale: number; high: number }): Line[] {
  const text = pdfium._FPDFText_LoadPage!(page)
  if (!text) return []
  const count = Math.min(mostLines, pdfium._FPDFText_CountRects!(text, 0, -1))
  const place = pdfium.wasmExports.malloc(32)
  const found: Line[] = []
  for (let index = 0; index < count; index++) {
    pdfium._FPDFText_GetRect!(text, index, place, place + 8, place + 16, place + 24)
    const [left, top, right, bottom] = doublesAt(pdfium, place)
    const words = boundedText(pdfium, text, [left, top, right, bottom])
    const line = [left, high - top, right - left, top - bottom].map((value) => Math.round(value * scale)) as Box
    if (words && line.every((value) => Math.abs(value) < 20_000)) found.push([...line, words])
  }
  pdfium.wasmExports.free(place)
  pdfium._FPDFText_ClosePage!(text)
  return found
}

type Box = [number, number, number, number]

/** Left, top, right and bottom as pdfium has written them. */
function doublesAt({ HEAPU8 }: Pdfium, place: number): Box {
  const view = new DataView(HEAPU8.buffer, HEAPU8.byteOffset + place, 32)
  return [0, 8, 16, 24].map((at) => view.getFloat64(at, true)) as Box
}

/** Its letters are counted in UTF-16 units, unlike what is asked for elsewhere. */
function boundedText(pdfium: Pdfium, text: number, box: Box): string {
  const letters = pdfium._FPDFText_GetBoundedText!(text, ...box, 0, 0)
  if (letters <= 0 || letters > lettersOfLine) return ''
  const bytes = 2 * letters + 2
  const ask = (buffer: number) => buffer && pdfium._FPDFText_GetBoundedText!(text, ...box, buffer, letters)
  return (
    textFrom(pdfium, (buffer, size) => (size === 0 ? bytes : ask(buffer)), bytes)
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: pdfium writes U+0002 for a soft hyphen at a line's end
      .replace(/[\u0002\ufffe]/g, '-')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
      .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
      .trim()
  )
}

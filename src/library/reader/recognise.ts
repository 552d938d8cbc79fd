import { pixelsOf } from './draw.ts'
import { openPdfium } from './pdfium.ts'
import type { Question } from './question.ts'
import { openTesseract } from './tesseract.ts'

/** About 200 dots an inch of a page as wide as A4; what is higher than this is cut. */
const widthPixels = 1654
const mostHeight = 4 * widthPixels

/** The text that is recognised on the picture of a page, as lines; empty where there is none. */
export async function recognisePage({ file, megabytes, page: no }: Question & { what: 'recognise' }) {
  const { pdfium, open } = await openPdfium(megabytes)
  const { handle } = await open(file)
  const page = pdfium._FPDF_LoadPage!(handle, no - 1)
  if (!page) return ''
  const [wide, high] = [pdfium._FPDF_GetPageWidthF!(page), pdfium._FPDF_GetPageHeightF!(page)]
  const height = Math.min(mostHeight, Math.round((widthPixels * high) / wide)) || 0
  if (height === 0) return ''
  const grey = greyOf(pixelsOf(pdfium, page, widthPixels, height))
  pdfium._FPDF_ClosePage!(page)
  if (isBlank(grey)) return ''
  return (await openTesseract()).recognise(grey, { width: widthPixels, height })
}

/** Grey values of red, green and blue (ITU-R BT.601). */
function greyOf(pixels: Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length / 4)
  for (let at = 0; at < grey.length; at++)
    grey[at] = 0.299 * pixels[4 * at]! + 0.587 * pixels[4 * at + 1]! + 0.114 * pixels[4 * at + 2]!
  return grey
}

const isBlank = (grey: Uint8Array) => grey.every((value) => value === grey[0])

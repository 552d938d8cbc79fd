import { PDFiumLibrary } from '@hyzyla/pdfium'

/** What stands on the pages of a PDF, a hyphen at a line's end undone, each run of blanks as one. */
export const textOfPdf = async (bytes: Uint8Array) =>
  (await linesOfPdf(bytes)).replace(/[\u00ad\ufffe]\s*/g, '').replace(/\s+/g, ' ')

/** The same line by line; a hyphen at a line's end is U+00AD or U+FFFE. */
export async function linesOfPdf(bytes: Uint8Array): Promise<string> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const pages = [...document.pages()].map((page) => page.getText())
  document.destroy()
  library.destroy()
  return pages.join('\n')
}

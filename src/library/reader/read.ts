// A program of its own: reads one file and writes what it found to standard output, a line of JSON for each page and one
// for the end; or draws its pages. It knows nothing of the house and gets neither its settings nor its secrets; a file that makes it grow or
// crash ends this process only.
import { readFileSync, statSync } from 'node:fs'
import type { Reading } from '../model/reading.ts'
import { Encrypted, mostFileBytes, mostLettersOfPage, TooLarge } from './limits.ts'
import { say } from './say.ts'

const [file = '', kind = '', mostMegabytes = '256', ...toDraw] = process.argv.slice(2)

/** What reads which kind, by the ending that its content has; loaded only where it is needed. */
async function read(): Promise<Reading> {
  if (statSync(file).size > mostFileBytes) throw new TooLarge()
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(file, Number(mostMegabytes))
  const bytes = readFileSync(file)
  if (kind === 'docx') return (await import('./word.ts')).readWord(bytes)
  if (kind === 'pptx') return (await import('./slides.ts')).readSlides(bytes)
  if (kind === 'xlsx') return (await import('./sheets.ts')).readSheets(bytes)
  if (kind === 'table') return (await import('./table.ts')).readTable(bytes)
  if (kind === 'odt') return (await import('./open-text.ts')).readOpenText(bytes)
  const plain = await import('./plain.ts')
  if (kind === 'html') return plain.readHtml(bytes)
  return kind === 'md' ? plain.readMarkdown(bytes) : plain.readPlain(bytes)
}

/** What a file throws says that it cannot be read; which way, its kind tells. */
const inWords = (error: unknown): Reading => ({
  state: error instanceof TooLarge ? 'too_large' : error instanceof Encrypted ? 'encrypted' : 'broken',
})

if (kind === 'drawing') {
  const [first = 1, last = 1, width = 1] = toDraw.map(Number)
  await (await import('./draw.ts')).drawPages({ file, megabytes: Number(mostMegabytes), first, last, width })
  process.exit(0)
}

if (kind === 'recognising') {
  const [page = 1] = toDraw.map(Number)
  const asked = { file, megabytes: Number(mostMegabytes), page }
  say({ page: (await (await import('./recognise.ts')).recognisePage(asked)).slice(0, mostLettersOfPage) })
  process.exit(0)
}

const found = await read().catch(inWords)
if (found.state === 'read') {
  const { pages, ...head } = found
  for (const page of pages) say({ page })
  say(head)
} else say(found)
process.exit(0)

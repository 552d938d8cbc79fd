// A program of its own: is told files on standard input, a line of JSON each, and writes what it finds in them to standard
// output: what stands on the pages, pictures of them, or text recognised on one. It knows nothing of the house and gets
// neither its settings nor its secrets; a file that makes it grow or crash ends this process only. It takes another file
// only after one that gave no trouble.
import { readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Reading } from '../model/reading.ts'
import { Encrypted, mostFileBytes, mostLettersOfPage, TooLarge } from './limits.ts'
import type { Question } from './question.ts'
import { say, sayEnd } from './say.ts'

/** A process that has grown beyond this makes room for a new one. */
const mostRestingBytes = 250 * 1024 * 1024

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line) as Question
  if (!(await answered(asked))) break
  sayEnd()
  if (asked.what === 'recognise' || process.memoryUsage.rss() > mostRestingBytes) break
}
process.exit(0)

/** Answers; tells whether the file gave no trouble. */
async function answered(asked: Question): Promise<boolean> {
  if (asked.what === 'draw') await (await import('./draw.ts')).drawPages(asked)
  else if (asked.what === 'recognise')
    say({ page: (await (await import('./recognise.ts')).recognisePage(asked)).slice(0, mostLettersOfPage) })
  else {
    const found = await read(asked).catch(inWords)
    if (found.state !== 'read') say(found)
    else {
      const { pages, ...head } = found
      for (const page of pages) say({ page })
      say(head)
    }
    return found.state === 'read'
  }
  return true
}

/** What reads which kind, by the ending that its content has; loaded only where it is needed. */
async function read({ file, kind, megabytes }: Question & { what: 'read' }): Promise<Reading> {
  if (statSync(file).size > mostFileBytes) throw new TooLarge()
  if (kind === 'pdf') return (await import('./pdf.ts')).readPdf(file, megabytes)
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
function inWords(error: unknown): Reading {
  return { state: error instanceof TooLarge ? 'too_large' : error instanceof Encrypted ? 'encrypted' : 'broken' }
}

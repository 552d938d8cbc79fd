// Real text to search in: long German and English books that Debian packages carry under free licences (GPL, CC BY-SA).
// They are loaded by apt when measuring and are no part of the program.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type Heading, languageOf, tidy } from '../../src/library/model/reading.ts'
import { readFile } from '../../src/library/reader/run.ts'

/** A document of the corpus; `id` is what judgements name. */
export type Source = { id: string; title: string; language: 'de' | 'en'; pages: string[] }

const books = {
  referenz: ['debian-reference-de', 'usr/share/debian-reference/debian-reference.de.pdf', 2],
  faq: ['debian-faq-de', 'usr/share/doc/debian/FAQ/debian-faq.de.pdf.gz', 2],
  pakete: ['debian-paketmanagement-buch', 'usr/share/doc/debian-paketmanagement-buch/debian-paketmanagement.pdf', 3],
  fraesen: ['linuxcnc-doc-de', 'usr/share/doc/linuxcnc/LinuxCNC_Getting_Started_de.pdf', 3],
  'faq-en': ['debian-faq', 'usr/share/doc/debian/FAQ/debian-faq.en.pdf.gz', 2],
} as const satisfies Record<string, readonly [deb: string, file: string, level: number]>

export const folder = join(tmpdir(), 'metropol-bench-corpus')

/** The books as PDF files, loaded once. */
export function bookFiles(): { name: string; file: string; level: number }[] {
  mkdirSync(folder, { recursive: true })
  return Object.entries(books).map(([name, [deb, path, level]]) => {
    const file = join(folder, `${name}.pdf`)
    if (!existsSync(file)) {
      execFileSync('apt-get', ['download', deb], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
      const found = readdirSync(folder).find((one) => one.startsWith(`${deb}_`))!
      execFileSync('dpkg', ['-x', found, 'unpacked'], { cwd: folder })
      const bytes = readFileSync(join(folder, 'unpacked', path))
      writeFileSync(file, path.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    }
    return { name, file, level }
  })
}

/** Every section of the books as a document of its own; its id is the book and the beginning of its title. */
export async function sections(): Promise<Source[]> {
  const all: Source[] = []
  for (const { name, file, level } of bookFiles()) {
    const reading = await readFile(file, 'pdf', { seconds: 120, megabytes: 512 })
    if (reading.state !== 'read') throw new Error(`${file} is ${reading.state}`)
    const pages = reading.pages.map((page) => tidy(page))
    const heads = reading.outline.filter((one) => one.level <= level)
    for (const [index, head] of heads.entries()) all.push(section(name, head, heads[index + 1], pages))
  }
  const ids = new Set<string>()
  return all.filter(({ id, pages }) => pages.join('').length > 300 && !ids.has(id) && ids.add(id))
}

/** What stands from a heading to the next one; on the first and last page only its own part. */
function section(book: string, head: Heading, next: Heading | undefined, pages: readonly string[]): Source {
  const last = Math.max(head.page, Math.min(next?.page ?? pages.length, head.page + 60))
  const own = pages.slice(head.page - 1, last)
  if (next) own.push(own.pop()!.slice(0, placeOf(next, pages[last - 1]!, own.length === 0 ? 1 : 0)))
  own[0] = own[0]!.slice(placeOf(head, own[0]!, 0))
  const title = head.title.replace(/^(?:Kapitel |Chapter )?[\d.]+\s*/, '')
  const text = own.filter((page) => page.trim().length > 40)
  return {
    id: `${book}/${title.slice(0, 40)}`,
    title,
    language: languageOf(text.join('\n')) as 'de' | 'en',
    pages: text,
  }
}

/** Where a heading stands on its page; its words may go over several lines. */
function placeOf({ title }: Heading, page: string, from: number): number {
  const words = title.slice(0, 60).split(/\s+/).slice(0, 6)
  const pattern = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '.')).join('\\s+')
  const at = page.slice(from).search(new RegExp(pattern, 'u'))
  return at < 0 ? 0 : at + from
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOpenText, aPresentation, aWord, aWorkbook, pageBreak, paragraph } from '../../test/formats.ts'
import { contentOf, keptKinds } from '../platform/file-content.ts'
import { tidy } from './model/reading.ts'
import { readFile } from './reader/run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'metropol-formats-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a file is taken for by its content, and what is read in it. */
async function read(content: Buffer | string) {
  const bytes = Buffer.from(content as string)
  const known = await contentOf(bytes, 'file', keptKinds)
  if ('refused' in known) return { kind: known.refused }
  const file = join(folder, 'file')
  await writeFile(file, bytes)
  const { state, ...found } = await readFile(file, known.extension)
  if (!('pages' in found)) return { kind: known.extension, state }
  return { kind: known.extension, ...found, pages: found.pages.map(tidy) }
}

test('a Word document is read by its pages, with its headings; what was deleted in it is not', async () => {
  const body = [
    paragraph('Anlass', 'Eins'),
    paragraph('Die Züge sind voll.'),
    '<w:p><w:del><w:r><w:delText>Gestrichen</w:delText></w:r></w:del><w:r><w:t>Neu &amp; kurz</w:t></w:r></w:p>',
    pageBreak,
    '<w:p><w:pPr><w:pStyle w:val="Eins"/></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>Vorschlag</w:t></w:r></w:p>',
    '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Wege</w:t></w:r></w:p></w:tc></w:tr></w:tbl>',
  ]
  expect(await read(aWord(body.join(''), { title: 'Bericht' }))).toEqual({
    kind: 'docx',
    unit: 'page',
    title: 'Bericht',
    pages: ['Anlass\n\nDie Züge sind voll.\n\nNeu & kurz', 'Vorschlag\n\nWege'],
    outline: [
      { title: 'Anlass', page: 1, level: 1 },
      { title: 'Vorschlag', page: 2, level: 1 },
    ],
  })
})

test('a presentation is read slide by slide in the order shown, a workbook sheet by sheet', async () => {
  const slides = [['Anfang', 'Worum es geht'] as const, ['Ende', 'Was folgt'] as const]
  expect(await read(aPresentation(slides, 'Vortrag'))).toEqual({
    kind: 'pptx',
    unit: 'slide',
    title: 'Vortrag',
    pages: ['Anfang\n\nWorum es geht', 'Ende\n\nWas folgt'],
    outline: [
      { title: 'Anfang', page: 1, level: 1 },
      { title: 'Ende', page: 2, level: 1 },
    ],
  })
  expect(
    await read(
      aWorkbook({
        Pendler: [
          ['Kreis', 'Zahl'],
          ['Calw', 4711],
        ],
        Leer: [],
      }),
    ),
  ).toEqual({
    kind: 'xlsx',
    unit: 'sheet',
    title: '',
    pages: ['Pendler\n\nKreis | Zahl\n\nCalw | 4711', 'Leer'],
    outline: [
      { title: 'Pendler', page: 1, level: 1 },
      { title: 'Leer', page: 2, level: 1 },
    ],
  })
})

test('an OpenDocument text is read by its pages; notes beside it and what was deleted are not', async () => {
  const body =
    '<text:tracked-changes><text:p>Gestrichen</text:p></text:tracked-changes><text:h text:outline-level="1">Anlass</text:h><text:p>Ein<text:s/>Satz.<office:annotation><text:p>Stimmt das?</text:p></office:annotation></text:p><text:p>Weiter <text:soft-page-break/>auf der zweiten.</text:p>'
  expect(await read(anOpenText(body, 'Papier'))).toEqual({
    kind: 'odt',
    unit: 'page',
    title: 'Papier',
    pages: ['Anlass\n\nEin Satz.\n\nWeiter', 'auf der zweiten.'],
    outline: [{ title: 'Anlass', page: 1, level: 1 }],
  })
})

test('HTML, Markdown and text are told apart by what is in them and read without their marks', async () => {
  const page =
    '<!DOCTYPE html><title>Seite &amp; mehr</title><body><script>alert(1)</script><h1>Anlass</h1><p>Ein <b>Satz</b><br>zwei<img alt="Karte" src=x></body>'
  expect(await read(page)).toEqual({
    kind: 'html',
    unit: 'page',
    title: 'Seite & mehr',
    pages: ['Anlass\n\nEin Satz\n\nzwei Karte'],
    outline: [{ title: 'Anlass', page: 1, level: 1 }],
  })
  expect(await read('# Anlass\n\nEin *Satz*\nmit [Link](https://region.example).\n\n- Punkt\n')).toEqual({
    kind: 'md',
    unit: 'page',
    title: 'Anlass',
    pages: ['Anlass\n\nEin Satz\nmit Link.\n\nPunkt'],
    outline: [{ title: 'Anlass', page: 1, level: 1 }],
  })
  const older = Buffer.from('Größe der Räume, für Bürger\r\n\r\nEnde', 'latin1')
  expect(await read(older)).toMatchObject({ kind: 'txt', pages: ['Größe der Räume, für Bürger\n\nEnde'] })
})

test('text with the same cells in each line is a table, whatever it is called', async () => {
  expect(await read('Jahr;Kreis\n2020;Calw\n2021;"Esslingen; Neckar"\n')).toMatchObject({ kind: 'csv' })
  expect(await read('Kreis,Wert\nCalw,3\n')).toMatchObject({ kind: 'csv' })
  expect(await read('Ein Satz, der geht.\nNoch einer, der steht.\n')).toMatchObject({ kind: 'txt' })
})

test('a long text without pages is cut into parts before its headings', async () => {
  const words = 'Ein Satz über die Region. '.repeat(120)
  const found = await read(`# Studie\n\n${words}\n\n## Ergebnis\n\n${words}\n\n${words}\n\nSchluss`)
  expect(found).toMatchObject({ unit: 'part', title: 'Studie' })
  expect('outline' in found && found.outline).toEqual([
    { title: 'Studie', page: 1, level: 1 },
    { title: 'Ergebnis', page: 2, level: 2 },
  ])
  expect('pages' in found && found.pages.map((page) => page.slice(0, 8))).toEqual([
    'Studie\n\n',
    'Ergebnis',
    'Ein Satz',
    'Schluss',
  ])
})

test('headings hold no letters that are none, and are cut between letters', async () => {
  const long = 'a'.repeat(299)
  const found = await read(
    `<!DOCTYPE html><title>Se\u0085ite</title><h1>An\u202elass</h1><h2>${long}🚀</h2><p>Text.</p>`,
  )
  expect('outline' in found && [found.title, ...found.outline.map(({ title }) => title)]).toEqual([
    'Seite',
    'Anlass',
    long,
  ])
})

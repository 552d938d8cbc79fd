import sharp from 'sharp'
import { expect } from 'vitest'
import { keptFiles, upload } from '../../test/files.ts'
import { rawPdf } from '../../test/hostile.ts'
import { workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'
import { isFaint } from './model/accessibility.ts'

const office = '/verwaltung/bibliothek'
const [width, height] = [1240, 400]

async function picture(lines: readonly string[], ink = '#000') {
  const text = lines.map(
    (line, no) =>
      `<text x="60" y="${90 + no * 80}" font-size="40" font-family="DejaVu Sans" fill="${ink}">${line}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/>${text.join('')}</svg>`
  return sharp(Buffer.from(svg)).toColourspace('b-w').jpeg({ quality: 95 }).toBuffer()
}

/** A PDF of pictures, as a scanner makes it: each page of one with these lines. */
async function aScan(pages: readonly (readonly string[])[], ink?: string) {
  const object = (head: string, content: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`<<${head}/Length ${content.length}>>stream\n`),
      Buffer.from(content as string),
      Buffer.from('\nendstream'),
    ])
  const kids = pages.map((_, no) => `${3 + 3 * no} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
  ]
  for (const [no, lines] of pages.entries()) {
    const jpeg = await picture(lines, ink)
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 192]/Contents ${4 + 3 * no} 0 R/Resources<</XObject<</I ${5 + 3 * no} 0 R>>>>>>`,
      object('', 'q 595 0 0 192 0 0 cm /I Do Q'),
      object(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode`,
        jpeg,
      ),
    )
  }
  return rawPdf(objects)
}

async function takenIn(world: World, bytes: Buffer) {
  const who = await world.person('office')
  await upload(world, office, who, { name: 'scan.pdf', bytes })
  for (let tries = 0; tries < 6; tries++) await workedThrough(world)
  return who
}
const versions = (world: World) => world.sql('select reading, recognition from document_versions')

test('the text of a scan is recognised page by page, can be found, and says that a program has read it', async ({
  world,
}) => {
  const bytes = await aScan([
    ['Die Züge zwischen Göppingen und Plochingen', 'sind an jedem Morgen überfüllt.'],
    ['Ein Radschnellweg entlang des Neckars', 'ersetzt viele kurze Wege.'],
  ])
  const who = await takenIn(world, bytes)
  expect(await versions(world)).toEqual([{ reading: 'read', recognition: 'done' }])
  const rows = await world.sql('select page, text from document_pages order by page')
  expect(rows.map(({ text }) => String(text).replace(/\s+/g, ' '))).toEqual([
    'Die Züge zwischen Göppingen und Plochingen sind an jedem Morgen überfüllt.',
    'Ein Radschnellweg entlang des Neckars ersetzt viele kurze Wege.',
  ])
  const [{ slug, title }] = (await world.sql('select slug, title from documents')) as [{ slug: string; title: string }]
  expect(title).toBe('Die Züge zwischen Göppingen und Plochingen')
  expect((await world.get(`${office}/${slug}`, who)).body).toContain('Lesen Sie ihn gegen, bevor Sie veröffentlichen.')
  await world.post(`${office}/${slug}/veroeffentlichung`, {}, who)
  expect((await world.get(`/bibliothek/${slug}/text`)).body).toContain(
    'von einem Programm erkannt und kann Fehler enthalten',
  )
  expect((await world.get('/bibliothek?q=Radschnellweg')).body).toContain(`/bibliothek/${slug}/text#seite-2`)
})

test('a scan without text stays one, and what was made on the way goes with its file', async ({ world }) => {
  const who = await takenIn(world, await aScan([[]]))
  expect(await versions(world)).toEqual([{ reading: 'scan', recognition: 'failed' }])
  expect(await world.sql('select page from document_pages')).toEqual([])
  const [{ slug }] = (await world.sql('select slug from documents')) as [{ slug: string }]
  const { body } = await world.get(`${office}/${slug}`, who)
  expect(body).toContain('Scan, kein Text')
  expect(body).toContain('keinen Text gefunden')
  await world.post(`${office}/${slug}/loeschen`, {}, who)
  await workedThrough(world)
  expect(await keptFiles(world)).toEqual([])
})

const lines = ['Die Züge zwischen Göppingen und Plochingen', 'sind an jedem Morgen überfüllt.']

test('writing that is too pale against its paper is told from dark writing, and from an empty sheet', async () => {
  const faint = async (words: readonly string[], ink?: string) =>
    isFaint(
      await sharp(await picture(words, ink))
        .toColourspace('srgb')
        .ensureAlpha()
        .raw()
        .toBuffer(),
    )
  expect(await Promise.all([faint(lines), faint(lines, '#555'), faint(lines, '#999'), faint(lines, '#ccc')])).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect([await faint([]), isFaint(new Uint8Array())]).toEqual([false, false])
})

test('the office is told of a pale scan and what to ask for', async ({ world }) => {
  const who = await takenIn(world, await aScan([lines], '#999'))
  const [{ slug }] = (await world.sql('select slug from documents')) as [{ slug: string }]
  const { body } = await world.get(`${office}/${slug}`, who)
  expect(body).toContain('Die Schrift auf eingescannten Seiten ist zu blass.')
  expect(body).toContain('schwarze Schrift auf weißem Grund')
  expect(await world.sql(`select accessibility ->> 'faintPages' as faint from document_versions`)).toEqual([
    { faint: '1' },
  ])
})

test('one page is recognised at a time, and only until all are there', async ({ world }) => {
  const bytes = await aScan([['Ein Satz mit genug Buchstaben darin.'], ['Ein anderer Satz, der auf ihn folgt.']])
  await takenIn(world, bytes)
  await world.sql(`update document_versions set recognition = 'waiting', reading = 'scan'; delete from document_pages`)
  const kept = (await keptFiles(world)).filter((name) => name.includes('recognised'))
  expect(kept.length).toBe(2)
  const add = `select graphile_worker.add_job('recogniseDocument', json_build_object('document', document_id, 'version', version))
    from document_versions`
  await world.sql(`${add}; ${add}`)
  await workedThrough(world)
  expect([await versions(world), (await world.sql('select page from document_pages')).length]).toEqual([
    [{ reading: 'read', recognition: 'done' }],
    2,
  ])
})

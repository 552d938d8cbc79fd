import sharp from 'sharp'
import { expect } from 'vitest'
import { keptFiles, upload } from '../../test/files.ts'
import { rawPdf } from '../../test/hostile.ts'
import { aDocument, aPdf, aPicture } from '../../test/library.ts'
import { workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

const office = '/verwaltung/bibliothek'
const pages = [
  { heading: 'Anlass', text: 'Die Züge sind voll, und die Straßen sind es auch an vielen Tagen.' },
  { heading: 'Vorschlag', text: 'Ein Radschnellweg entlang des Neckars ersetzt viele kurze Wege.' },
]

async function published(world: World, bytes: Buffer) {
  const who = await world.person('office')
  await upload(world, office, who, { name: 'bericht.pdf', bytes })
  await workedThrough(world)
  const [{ slug }] = (await world.sql('select slug from documents')) as [{ slug: string }]
  await world.post(`${office}/${slug}/veroeffentlichung`, {}, who)
  return { slug, who }
}

test('every page is a picture with its text behind it, the first one small in lists', async ({ world }) => {
  const { slug } = await published(world, await aPdf('Verkehr', pages))
  const { body } = await world.get(`/bibliothek/${slug}/seiten`)
  const sources = [...body.matchAll(/<img src="([^"]+)" width="800" height="(\d+)" alt(?:="")? loading="lazy"/g)]
  expect(sources.map(([, source]) => source)).toEqual([1, 2].map((no) => `/bibliothek/${slug}/bilder/1/${no}.webp`))
  const words = [...body.matchAll(/<text[^>]*textLength[^>]*>([^<]*)</g)].map(([, text]) => text).join(' ')
  for (const { heading } of pages) expect(words).toContain(heading)
  expect(words).toContain('Radschnellweg')
  const picture = await world.get(sources[1]![1]!)
  const { format, width, height } = await sharp(picture.rawPayload).metadata()
  expect([format, width, String(height)]).toEqual(['webp', 800, sources[1]![2]])
  expect(picture.rawPayload.length).toBeLessThan(100_000)
  const cover = `/bibliothek/${slug}/bilder/1/cover.webp`
  expect((await world.get('/bibliothek')).body).toContain(`<img class="cover" src="${cover}" width="240"`)
  expect((await world.get(`/bibliothek/${slug}`)).body).toContain(`src="${cover}"`)
  expect((await sharp((await world.get(cover)).rawPayload).metadata()).width).toBe(240)
})

test('pictures of a draft, of what is for members, withdrawn or not there are shown to nobody else', async ({
  world,
}) => {
  const states = [
    { state: 'draft', publishedAt: null },
    { access: 'members' },
    { state: 'withdrawn', withdrawnAt: world.clock.now, withdrawnReason: { de: 'Falsch' } },
  ] as const
  for (const values of states) {
    const { id, slug } = await aDocument(world, { ...values, pages: ['Ein Satz.'] })
    await aPicture(world, id)
    for (const part of ['seiten', 'bilder/1/1.webp', 'bilder/1/cover.webp'])
      expect((await world.get(`/bibliothek/${slug}/${part}`)).statusCode).toBe(404)
  }
  const { id, slug } = await aDocument(world, { pages: ['Ein Satz.'] })
  await aPicture(world, id)
  for (const name of ['2.webp', '1.json', 'page-1.webp', '..%2f1.webp', '0.webp'])
    expect((await world.get(`/bibliothek/${slug}/bilder/1/${name}`)).statusCode).toBe(404)
})

test('a file that cannot be drawn is read all the same, and says so', async ({ world }) => {
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/Contents 4 0 R>>'
  const content = '<</Length 0>>stream\n\nendstream'
  const broken = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, content])
  const { slug } = await published(world, broken)
  expect(await world.sql('select drawing, reading from document_versions')).toEqual([
    { drawing: 'drawn', reading: 'scan' },
  ])
  expect((await world.get(`/bibliothek/${slug}`)).statusCode).toBe(200)
})

test('pictures go with the file', async ({ world }) => {
  const who = await world.person('office')
  await upload(world, office, who, { name: 'entwurf.pdf', bytes: await aPdf('Verkehr', pages) })
  await workedThrough(world)
  expect((await keptFiles(world)).filter((name) => /page-\d\.(webp|json)$|cover\.webp$/.test(name)).length).toBe(5)
  const [row] = await world.sql('select slug from documents')
  await world.post(`${office}/${row!.slug}/loeschen`, {}, who)
  await workedThrough(world)
  expect(await keptFiles(world)).toEqual([])
})

test('a picture is a document: kept large without what the camera wrote into it, shown with its name', async ({
  world,
}) => {
  const who = await world.person('office')
  const picture = sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#1673d1' } })
  const bytes = await picture
    .withExif({ IFD0: { Artist: 'Geheimer Ort' } })
    .jpeg()
    .toBuffer()
  await upload(world, '/verwaltung/bibliothek', who, { name: 'luftbild-neckar.jpg', bytes })
  await workedThrough(world)
  const [row] =
    await world.sql(`select d.id, slug, title, type, proposed, reading, drawing, picture_heights, f.name, f.id as file
    from documents d join document_versions on document_id = d.id join files f on f.id = file_id`)
  const { id: _, file: __, ...said } = row!
  expect(said).toEqual({
    slug: 'luftbild-neckar',
    title: 'luftbild neckar',
    type: 'picture',
    proposed: ['title', 'type'],
    reading: 'picture',
    drawing: 'drawn',
    picture_heights: [400],
    name: 'luftbild-neckar.jpg',
  })
  const address = `/bibliothek/${row!.slug}`
  const kept = await world.get(`${address}/dateien/1/${row!.name}`, who)
  const { width, exif } = await sharp(kept.rawPayload).metadata()
  expect([kept.headers['content-type'], width, exif]).toEqual(['image/jpeg', 3000, undefined])
  expect((await world.get(`/verwaltung${address}`, who)).body).toContain('Was das Bild zeigt, in der Zusammenfassung')
  await world.post(`/verwaltung${address}/veroeffentlichung`, {}, who)
  const { body } = await world.get(address)
  expect(body).toContain(`<img src="${address}/bilder/1/1.webp" width="800" height="400" alt="luftbild neckar"`)
  const drawn = await sharp((await world.get(`${address}/bilder/1/1.webp`)).rawPayload).metadata()
  expect([drawn.width, drawn.height]).toEqual([800, 400])
})

test('a strip of a picture is shown whole, no higher than any page', async ({ world }) => {
  const strip = sharp({ create: { width: 20, height: 4000, channels: 3, background: '#1673d1' } })
  const { slug } = await published(world, await strip.png().toBuffer())
  const page = (await world.get(`/bibliothek/${slug}/bilder/1/1.webp`)).rawPayload
  const { width, height } = await sharp(page).metadata()
  expect([width, height]).toEqual([800, 3200])
})

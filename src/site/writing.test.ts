import sharp from 'sharp'
import { expect } from 'vitest'
import { upload } from '../../test/files.ts'
import { test, type World } from '../../test/world.ts'
import { withPicture } from './model.ts'

type Person = Awaited<ReturnType<World['person']>>
const here = '/verwaltung/seiten/neu'
const typed = {
  seen: '0',
  titleDe: 'Anfahrt',
  titleEn: 'How to get there',
  textDe: '## Mit der Bahn\n\nVom **Hauptbahnhof** zu Fuß.',
  textEn: 'On foot from the *main station*.',
  slugDe: 'anfahrt',
  slugEn: 'way',
  menu: 'foot',
  position: '7',
}
const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
/** What stands in a text field of the page. */
const textIn = (body: string, name: string) =>
  unescaped(new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(body)?.[1] ?? '')
const written = (world: World) => world.sql('select count(*)::int as n from page_versions')

async function aPicture(world: World, who: Person, fields: Record<string, string> = {}) {
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#6f1450' } })
    .png()
    .toBuffer()
  await upload(world, '/verwaltung/dateien', who, { name: 'saal.png', bytes }, { altDe: 'Der Saal', ...fields })
  const { id } = await world.db.selectFrom('files').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  return id
}

test('a preview shows both languages as visitors read them, keeps what was typed and saves nothing', async ({
  world,
}) => {
  const author = await world.person('author')
  const { statusCode, body } = await world.post(here, { ...typed, action: 'preview' }, author)
  expect(statusCode).toBe(200)
  expect(body).toContain('<h3>Mit der Bahn</h3>\n<p>Vom <strong>Hauptbahnhof</strong> zu Fuß.</p>')
  expect(body).toContain('<p>On foot from the <em>main station</em>.</p>')
  expect(body.indexOf('id="preview"')).toBeLessThan(body.indexOf('name="titleDe"'))
  expect([textIn(body, 'textDe'), textIn(body, 'textEn')]).toEqual([typed.textDe, typed.textEn])
  expect(body).toContain('value="anfahrt"')
  expect(await written(world)).toEqual([{ n: 0 }])
  expect((await world.post('/en/office/pages/new', { ...typed, action: 'preview' }, author)).body).toContain(
    'Nothing of it has been saved yet.',
  )
})

test('saving saves, the picker’s fields being of no account', async ({ world }) => {
  const office = await world.person('office')
  const answer = await world.post(here, { ...typed, pictureAltDe: 'Nichts', isPublished: 'on' }, office)
  expect(answer.statusCode).toBe(303)
  expect((await world.get('/anfahrt')).body).toContain('<strong>Hauptbahnhof</strong>')
  const at = String(answer.headers.location)
  expect((await world.post(at, { ...typed, seen: '1', textDe: 'Neu.', isPublished: 'on' }, office)).statusCode).toBe(
    303,
  )
  expect((await world.get('/anfahrt')).body).toContain('<p>Neu.</p>')
})

test('a preview needs nothing but a text, shows what is still to be told, and complains of what cannot be set', async ({
  world,
}) => {
  const office = await world.person('office')
  const blank = await world.post(here, { textDe: 'Telefon: {{operator_phone}}', action: 'preview' }, office)
  expect(blank.statusCode).toBe(200)
  expect(blank.body).toContain(
    'Telefon: <span class="blank"><span class="hide">Telefon</span> <i>wird noch ergänzt</i>',
  )
  const huge = await world.post(here, { ...typed, textDe: 'ü'.repeat(40_001), action: 'preview' }, office)
  expect([huge.statusCode, huge.body.includes('id="f-textDe-error"')]).toEqual([422, true])
})

test('a text made to keep the program busy is set in a moment, and one that is too long is refused at its field', async ({
  world,
}) => {
  const office = await world.person('office')
  await world.sql(
    `insert into operator_facts (key, value, changed_at) values ('operator_name', repeat('x', 2000), now())`,
  )
  const wide = `${'|a'.repeat(40)}|\n${'|-'.repeat(40)}|\n${'|\n'.repeat(60)}\n`
  const texts = [
    '{{operator_phone}} ',
    '{{operator_name}}',
    wide,
    `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|\n'.repeat(9000)}`,
    '|-\n',
  ]
  const timed = async (piece: string) => {
    const text = piece.repeat(40_000 / piece.length + 1).slice(0, 40_000)
    const begun = process.cpuUsage()
    const { statusCode } = await world.post(here, { ...typed, textDe: text, textEn: text, action: 'preview' }, office)
    return { statusCode, ms: process.cpuUsage(begun).user / 1000 }
  }
  await timed('warm ')
  for (const piece of texts) {
    const runs = [await timed(piece), await timed(piece), await timed(piece)]
    const best = Math.min(...runs.map(({ ms }) => ms))
    expect([piece.slice(0, 20), runs[0]!.statusCode, best < 200 || best]).toEqual([piece.slice(0, 20), 200, true])
  }
  const long = await world.post(here, { ...typed, textDe: 'a'.repeat(40_001), action: 'preview' }, office)
  expect(long.body).toMatch(/f-textDe-error"[\s\S]{0,300}40\D{0,3}000/)
})

test('a chosen picture goes to the end of both texts, with its descriptions, and is not saved', async ({ world }) => {
  const author = await world.person('author')
  const id = await aPicture(world, author, { altEn: 'The hall' })
  expect((await world.get(here, author)).body).toContain(`<img src="/dateien/${id}/saal.png?breite=400"`)
  const { statusCode, body } = await world.post(here, { ...typed, action: 'picture', picture: id }, author)
  expect(statusCode).toBe(200)
  expect([textIn(body, 'textDe'), textIn(body, 'textEn')]).toEqual([
    `${typed.textDe}\n\n![Der Saal](/dateien/${id}/saal.png)`,
    `${typed.textEn}\n\n![The hall](/dateien/${id}/saal.png)`,
  ])
  expect(await written(world)).toEqual([{ n: 0 }])
})

test('it goes to the marked place, with the words typed for it', async ({ world }) => {
  const author = await world.person('author')
  const id = await aPicture(world, author)
  const sent = { ...typed, textEn: '', textDe: 'Oben\n\n{{bild}}\n\nUnten', action: 'picture', picture: id }
  const { body } = await world.post(here, { ...sent, pictureAltDe: 'Reihe [1] im Saal' }, author)
  expect(textIn(body, 'textDe')).toBe(`Oben\n\n![Reihe  1  im Saal](/dateien/${id}/saal.png)\n\nUnten`)
  expect(withPicture('a {{ picture }} b {{bild}}', '$&')).toBe('a $& b {{bild}}')
})

test('without a picture, or without its description in every language, it says so at the field', async ({ world }) => {
  const author = await world.person('author')
  const id = await aPicture(world, author)
  const at = async (more: object) => {
    const { statusCode, body } = await world.post(here, { ...typed, action: 'picture', ...more }, author)
    return [statusCode, /href="#f-(\w+)"/.exec(body)?.[1], textIn(body, 'textDe')]
  }
  expect(await at({})).toEqual([422, 'picture', typed.textDe])
  expect(await at({ picture: 'nichts' })).toEqual([422, 'picture', typed.textDe])
  expect(await at({ picture: id })).toEqual([422, 'pictureAltEn', typed.textDe])
})

test('what is not for everybody is not offered and not put in', async ({ world }) => {
  const office = await world.person('office')
  const id = await aPicture(world, office)
  expect((await world.get(here, office)).body).not.toContain(id)
  expect((await world.post(here, { ...typed, action: 'picture', picture: id }, office)).statusCode).toBe(422)
})

test('saving a page says that it is saved, and whether visitors see it', async ({ world }) => {
  const office = await world.person('office')
  const after = async (fields: Record<string, string>) => {
    const { headers } = await world.post(here, { ...typed, ...fields }, office)
    return (await world.get(String(headers.location), office)).body
  }
  expect(await after({})).toContain('Gespeichert als Entwurf')
  const fields = { slugDe: 'weg', slugEn: 'path', isPublished: 'on' }
  expect(await after(fields)).toContain('Gespeichert und veröffentlicht.')
})

test('a page without an address gets one from its title', async ({ world }) => {
  const office = await world.person('office')
  const page = {
    seen: '0',
    titleDe: 'Anreise & Unterkunft',
    titleEn: 'Getting here',
    textDe: 'Mit der Bahn.',
    textEn: 'By rail.',
  }
  await world.post(
    '/verwaltung/seiten/neu',
    { ...page, slugDe: '', slugEn: '', menu: 'none', position: '0', isPublished: 'on' },
    office,
  )
  expect(await world.sql('select slug_de, slug_en from pages')).toEqual([
    { slug_de: 'anreise-unterkunft', slug_en: 'anreise-unterkunft' },
  ])
})

test('a page without an English address and text is published, and says in the English frame that it is in German', async ({
  world,
}) => {
  const office = await world.person('office')
  const page = { seen: '0', titleDe: 'Hausordnung', textDe: 'Bitte leise.', slugDe: 'hausordnung', slugEn: '' }
  const { statusCode } = await world.post(
    '/verwaltung/seiten/neu',
    { ...page, menu: 'none', position: '0', isPublished: 'on' },
    office,
  )
  expect(statusCode).toBe(303)
  const english = (await world.get('/en/hausordnung')).body
  expect(english).toContain('<h1 lang="de">Hausordnung</h1>')
  expect(english).toContain('The content of this page is in German.')
  expect((await world.get('/hausordnung')).body).not.toContain('Der Inhalt dieser Seite')
})

import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { expect } from 'vitest'
import { upload } from '../../test/files.ts'
import { test, type World } from '../../test/world.ts'
import { readRegionFile } from './region-file.ts'

const who = {
  nameDe: 'Metropolregion Am Fluss',
  nameEn: '',
  short: 'MAF',
  contactEmail: 'buero@fluss.example',
  zone: 'Europe/Berlin',
  languages: 'de,en',
}
const regionsOf = (world: World) =>
  world.db.selectFrom('regions').select(['no', 'id', 'name', 'colours']).orderBy('no').execute()
type Person = Awaited<ReturnType<World['person']>>

/** Posts the set-up with a file, as a browser does. */
async function withFile(world: World, person: Person, name: string, content: string | Buffer) {
  const form = new FormData()
  for (const [field, value] of Object.entries({ ...who, formKey: world.formKey(person) })) form.append(field, value)
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name)
  const request = new Request('http://localhost/einrichten', { method: 'POST', body: form })
  return world.app.inject({
    method: 'POST',
    url: '/einrichten',
    cookies: { metropol: person.secret },
    headers: { 'content-type': request.headers.get('content-type')!, 'sec-fetch-site': 'same-origin' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

test('an administrator sets up with typed regions; afterwards the page is not there', async ({ world }) => {
  const administrator = await world.person('administrator')
  expect((await world.get('/zugang/weiter', administrator)).headers.location).toBe('/einrichten')
  const answer = await world.post(
    '/einrichten',
    { ...who, region1De: 'Unterer Fluss', region1Colour: '#1673D1', region2De: 'Öberland' },
    administrator,
  )
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/verwaltung/region?info=gespeichert'])
  expect(await regionsOf(world)).toEqual([
    { no: 1, id: 'unterer-fluss', name: { de: 'Unterer Fluss' }, colours: { field: { light: '#1673d1' } } },
    { no: 2, id: 'oeberland', name: { de: 'Öberland' }, colours: { field: { light: '#6f1450' } } },
  ])
  expect((await world.get('/einrichten', administrator)).statusCode).toBe(404)
  expect((await world.post('/einrichten', { ...who, region1De: 'X' }, administrator)).statusCode).toBe(404)
  expect((await world.get('/zugang/weiter', administrator)).headers.location).not.toBe('/einrichten')
  expect((await world.get('/farben.css')).body).toContain('#1673d1')
})

test('whoever comes to an empty installation reads how to begin, and nothing else; afterwards the page is not there', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  const strangers = [undefined, await world.person('office')]
  for (const stranger of strangers) {
    const { statusCode, body } = await world.get('/einrichten', stranger)
    expect(statusCode).toBe(200)
    expect(body).toContain('npm run metropol -- invite name@example.org')
    expect([body.includes('<textarea'), body.includes('name="nameDe"'), body.includes(administrator.email)]).toEqual([
      false,
      false,
      false,
    ])
    expect((await world.get('/en/set-up', stranger)).body).toContain('How to begin')
  }
  expect((await world.get('/')).body).toContain('href="/einrichten"')
  await world.post('/einrichten', { ...who, region1De: 'Unten' }, administrator)
  for (const stranger of strangers) expect((await world.get('/einrichten', stranger)).statusCode).toBe(404)
  expect((await world.get('/')).body).not.toContain('href="/einrichten"')
})

test('what is missing or wrong is listed with the name of its field, and leads there', async ({ world }) => {
  const administrator = await world.person('administrator')
  const problems = async (typed: Record<string, string>) => {
    const { body } = await world.post('/einrichten', { ...who, ...typed }, administrator)
    return [...body.matchAll(/<a href="#f-(\w+)">([^<]+)<\/a>/g)].map(([, field, words]) => `${field}: ${words}`)
  }
  expect(await problems({ short: '' })).toEqual([
    'short: Kurzname oder Abkürzung: Bitte füllen Sie dieses Feld aus.',
    'region1De: Region 1: Bitte nennen Sie mindestens eine Region.',
  ])
  expect(await problems({ region2De: 'Alb', region2Colour: 'blau', region4De: 'alb' })).toEqual([
    'region2Colour: Region 2: „blau“ ist keine Farbe wie #1673d1.',
    'region4De: Region 4: „alb“ steht zweimal da.',
  ])
  const { body } = await world.get('/einrichten', administrator)
  expect(/<label for="f-region1De">(.*?)<\/label>/.exec(body)?.[1]).toBe('Deutsch')
})

test('nobody but an administrator sets up or finds the region page', async ({ world }) => {
  const strangers = [undefined, await world.person(), await world.person('office'), await world.person('congress_team')]
  for (const stranger of strangers)
    for (const path of ['/einrichten', '/en/set-up', '/verwaltung/region', '/en/office/region']) {
      if (/region/.test(path)) expect([path, (await world.get(path, stranger)).statusCode]).toEqual([path, 404])
      expect([path, (await world.post(path, { ...who, region1De: 'X' }, stranger)).statusCode]).toEqual([path, 404])
    }
  expect(await regionsOf(world)).toEqual([])
})

test('two administrators who set up at once set up one installation', async ({ world }) => {
  const pair = [await world.person('administrator'), await world.person('administrator')]
  const answers = await world.together(2, (n) =>
    world.post('/einrichten', { ...who, region1De: `Region ${n}` }, pair[n]!),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 404])
  expect(await regionsOf(world)).toHaveLength(1)
})

test('regions come from a CSV file as a spreadsheet writes it', async ({ world }) => {
  const administrator = await world.person('administrator')
  const csv = '\ufeffName;Name englisch;Farbe;Träger\r\n"Unterer; Fluss";Lower River;#1673d1;Verband\r\nOberland;;;\r\n'
  expect((await withFile(world, administrator, 'regionen.csv', csv)).statusCode).toBe(303)
  expect((await regionsOf(world)).map(({ name }) => name)).toEqual([
    { de: 'Unterer; Fluss', en: 'Lower River' },
    { de: 'Oberland' },
  ])
})

test('regions come from a CSV file as a German Excel saves it, in Windows-1252', async ({ world }) => {
  const administrator = await world.person('administrator')
  const csv = Buffer.concat([
    Buffer.from('Name;Farbe;Träger\r\nSüdliche Höhe;#1673d1;', 'latin1'),
    Buffer.from([0x84]),
    Buffer.from('Verband Höhe\r\n', 'latin1'),
  ])
  expect((await withFile(world, administrator, 'regionen.csv', csv)).statusCode).toBe(303)
  expect(await world.db.selectFrom('regions').select(['name', 'bodyName']).execute()).toEqual([
    { name: { de: 'Südliche Höhe' }, bodyName: '„Verband Höhe' },
  ])
})

test('a file that is no text is said to be so once', async ({ world }) => {
  const { body } = await withFile(
    world,
    await world.person('administrator'),
    'x.csv',
    Buffer.from([0xff, 0xfe, 0x41, 0]),
  )
  expect(body.match(/<a href="#f-file">/g)).toHaveLength(1)
})

test('a file with mistakes changes nothing and names each row', async ({ world }) => {
  const administrator = await world.person('administrator')
  const csv = 'name;farbe;website\nAlb;blau;\n\n;#000000;\nAlb;;alb.example\n'
  const { statusCode, body } = await withFile(world, administrator, 'regionen.csv', csv)
  expect(statusCode).toBe(422)
  for (const words of [
    'Zeile 2 der Datei: „blau“ ist keine Farbe wie #1673d1.',
    'Zeile 4 der Datei: Der Name fehlt.',
    'Zeile 5 der Datei: „alb.example“ ist keine Adresse, die mit https:// beginnt.',
    'Zeile 5 der Datei: „Alb“ steht zweimal da.',
  ])
    expect(body).toContain(words)
  expect(await regionsOf(world)).toEqual([])
  expect(await world.db.selectFrom('installation').select('short').execute()).toEqual([])
})

test('the file of the example installation is read whole', () => {
  const { regions } = readRegionFile(readFileSync('example/region/region.json'))
  expect(regions?.map(({ id }) => id)).toEqual([
    'region-stuttgart',
    'heilbronn-franken',
    'neckar-alb',
    'nordschwarzwald',
    'ostwuerttemberg',
  ])
  expect(regions?.[0]).toMatchObject({ bodyName: 'Verband Region Stuttgart', colours: { line: { dark: '#ffd24d' } } })
})

test('what is no list of regions says what is wrong with it', () => {
  const problem = (text: string) => readRegionFile(Buffer.from(text)).file
  expect(problem('{')).toBe('notReadable')
  expect(problem('{"regions": 5}')).toBe('noRegions')
  expect(problem('[]')).toBe('noRegions')
  expect(problem('')).toBe('noHeader')
  expect(problem('farbe\n#000000')).toBe('noHeader')
  expect(problem(`name\n${'Ort\n'.repeat(13)}`)).toBe('tooMany')
  expect(readRegionFile(Buffer.from([0xff, 0xfe, 0x41])).file).toBe('notReadable')
  expect(readRegionFile(Buffer.from('[null, 7, {"name": {"de": 5}}]')).rows).toHaveLength(3)
})

test('a region that something names stays, and its colours stay whole while they are not changed', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  await world.post('/einrichten', { ...who, region1De: 'Unten', region2De: 'Oben' }, administrator)
  const colours = { field: { light: '#1673d1', dark: '#1569b8' } }
  await world.db
    .updateTable('regions')
    .set({ colours: JSON.stringify(colours) })
    .where('no', '=', 1)
    .execute()
  await world.db
    .insertInto('districts')
    .values({
      key: '08111',
      regionId: 'oben',
      name: 'Ort',
      label: 'Ort',
      short: 'O',
      kind: 'city',
      latitude: 48,
      longitude: 9,
    })
    .execute()
  const refused = await world.post('/verwaltung/region', { ...who, region1De: 'Unten' }, administrator)
  expect(refused.statusCode).toBe(409)
  expect(refused.body).toContain('Oben wird noch gebraucht')
  const changed = { ...who, region1De: 'Unterland', region1Colour: '#1673d1', region2De: 'Oben' }
  expect((await world.post('/verwaltung/region', changed, administrator)).statusCode).toBe(303)
  expect((await regionsOf(world))[0]).toEqual({ no: 1, id: 'unten', name: { de: 'Unterland' }, colours })
})

test('hostile input is answered in words, never with an error of ours', async ({ world }) => {
  const administrator = await world.person('administrator')
  const statuses = new Set<number>()
  for (const value of ['', '\u0000', '\u202e', "' or 1=1 --", '<script>', '🦄', 'x'.repeat(5000), '__proto__']) {
    const all = {
      nameDe: value,
      nameEn: value,
      short: value,
      contactEmail: value,
      zone: value,
      region1De: value,
      region1Colour: value,
      region12Website: value,
    }
    statuses.add((await world.post('/einrichten', all, administrator)).statusCode)
    statuses.add((await world.post('/einrichten', { ...who, region1De: value }, administrator)).statusCode)
    statuses.add((await withFile(world, administrator, 'x.csv', value)).statusCode)
    statuses.add((await withFile(world, administrator, 'x.json', `[{"name":${JSON.stringify(value)}}]`)).statusCode)
  }
  expect([...statuses].filter((status) => status >= 500)).toEqual([])
})

test('a logo of its own stands on every page until it is taken out; what is no picture is refused at it', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  const fields = { ...who, region1De: 'Unterer Fluss' }
  await world.post('/einrichten', fields, administrator)
  const here = '/verwaltung/region'
  const bytes = await sharp({ create: { width: 90, height: 30, channels: 3, background: '#6f1450' } })
    .png()
    .toBuffer()
  const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')
  const refused = await upload(world, here, administrator, { name: 'l.png', bytes: pdf, field: 'logo' }, fields)
  expect([refused.statusCode, /href="#f-(\w+)"/.exec(refused.body)?.[1]]).toEqual([409, 'logo'])
  const text = Buffer.from('Kein Bild')
  for (const bytes of [pdf, text]) {
    const { body } = await upload(world, here, administrator, { name: 'l.png', bytes, field: 'logo' }, fields)
    expect(body).toContain('Das ist kein Bild. Möglich sind PNG, JPEG, WebP und GIF.')
    expect(body).not.toContain('PDF')
  }
  expect(refused.body).toContain('value="Metropolregion Am Fluss"')
  const sent = await upload(world, here, administrator, { name: 'l.png', bytes, field: 'logo' }, fields)
  expect(sent.statusCode).toBe(303)
  const logo = async () =>
    /<a class="brand"[^>]*><img src="([^"]+)" alt(="")?\/>/.exec((await world.get('/kongresse')).body)?.[1]
  const shown = await world.get((await logo()) ?? '/nirgends')
  expect([shown.statusCode, shown.headers['content-type']]).toEqual([200, 'image/png'])
  await world.post(here, fields, administrator)
  expect(await logo()).toBeDefined()
  await world.post(here, { ...fields, noLogo: 'on' }, administrator)
  expect(await logo()).toBeUndefined()
})

import ICAL from 'ical.js'
import sharp from 'sharp'
import { expect } from 'vitest'
import { aDocument, anEdition, anOpenEdition, aRoom, aSession } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
import { sitemap } from './queries/sitemap.ts'

const text = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00ad', '')
    .replace(/[\s\u00a0]+/g, ' ')
const headings = (html: string) =>
  [...html.matchAll(/<h([12])[^>]*>(.*?)<\/h\1>/gs)].map(([, , inner]) => text(inner!).trim())
const page = async (world: World, path: string, person?: Awaited<ReturnType<World['person']>>) => {
  const answer = await world.get(path, person)
  return { status: answer.statusCode, html: answer.body, text: text(answer.body), headings: headings(answer.body) }
}

test('an announced edition leads with its theme and says when registration begins', async ({ world }) => {
  await anEdition(world, { opensAt: new Date('2026-06-01T08:00:00Z') })
  const shown = await page(world, '/kongresse/2026-heilbronn')
  expect(shown.status).toBe(200)
  expect(shown.headings[0]).toBe('Wirtschaftliche Transformation')
  expect(shown.text).toContain('Donnerstag, 12. November 2026, 9.30 bis 16.00 Uhr, Harmonie Heilbronn.')
  expect(shown.text).toContain('Die Anmeldung beginnt am 1. Juni 2026, 10.00 Uhr.')
  expect(shown.html).not.toContain('/anmeldung"')
})

test('an open edition leads with the way to register and the places left on site', async ({ world }) => {
  await anOpenEdition(world, { seats: 300, closesAt: new Date('2026-11-01T11:00:00Z') })
  const shown = await page(world, '/kongresse/2026-heilbronn')
  expect(shown.html).toContain('href="/kongresse/2026-heilbronn/anmeldung">Anmelden</a>')
  expect(shown.text).toContain('Noch 300 von 300 Plätzen vor Ort')
  expect(shown.text).toContain('Anmeldeschluss ist am 1. November 2026, 12.00 Uhr.')
  expect(shown.html.indexOf('/anmeldung"')).toBeLessThan(shown.html.indexOf('id="programme"'))
})

test('an open edition without places left offers the waiting list', async ({ world }) => {
  await anOpenEdition(world, { seats: 0 })
  const shown = await page(world, '/kongresse/2026-heilbronn')
  expect(shown.html).toContain('href="/kongresse/2026-heilbronn/anmeldung">Auf die Warteliste</a>')
  expect(shown.text).toContain('Vor Ort sind alle Plätze vergeben.')
})

test('a closed edition says since when and offers no registration', async ({ world }) => {
  await anOpenEdition(world, { closesAt: new Date('2026-05-04T09:00:00Z') })
  const shown = await page(world, '/kongresse/2026-heilbronn')
  expect(shown.text).toContain('Die Anmeldung ist seit dem 4. Mai 2026, 11.00 Uhr geschlossen.')
  expect(shown.html).not.toContain('/anmeldung"')
})

for (const state of ['held', 'documented'] as const)
  test(`a ${state} edition leads with what remains of it`, async ({ world }) => {
    const { id } = await anEdition(world, { stateByHand: state })
    await aDocument(world, id, { link: 'https://region.example/thesen.pdf' })
    await aDocument(world, id, { title: { de: 'Filme' }, position: 1 })
    await aSession(world, id)
    const shown = await page(world, '/kongresse/2026-heilbronn')
    expect(shown.headings).toEqual(['Wirtschaftliche Transformation', 'Dokumentation', 'Programm'])
    expect(shown.html).toContain('<a href="https://region.example/thesen.pdf"')
    expect(shown.text).toContain('Filme Bekannt, aber hier nicht vorhanden.')
    expect(shown.html).not.toContain('/anmeldung"')
  })

test('what is not known is said', async ({ world }) => {
  await anEdition(world, { startsAt: null, endsAt: null, dateText: { de: 'Oktober 2026' }, venue: null })
  const shown = await page(world, '/kongresse/2026-heilbronn')
  expect(shown.text).toContain('Oktober 2026, Heilbronn. Tagungsort noch nicht bekannt.')
  expect(shown.text).toContain('Wann die Anmeldung beginnt, steht noch nicht fest.')
  expect(shown.text).toContain('Das Programm ist noch nicht veröffentlicht.')
  expect(shown.text).toContain('Ohne Stufen noch nicht bekannt')
  expect(shown.html).not.toContain('kalender.ics')
  expect((await world.get('/kongresse/2026-heilbronn/kalender.ics')).statusCode).toBe(404)
})

test('an example says so on every page and in every copy of its name', async ({ world }) => {
  const { id } = await anOpenEdition(world, { isExample: true })
  const session = await aSession(world, id)
  for (const path of ['', '/programm', `/programm/${session.id}`])
    expect((await page(world, `/kongresse/2026-heilbronn${path}`)).text).toContain('Beispiel: erfunden')
  const { html } = await page(world, '/kongresse/2026-heilbronn')
  expect(html).toContain('property="og:title" content="7. Metropolkongress: Wirtschaftliche Transformation (Beispiel)"')
  expect((await page(world, '/kongresse')).text).toContain('Beispiel')
  const calendar = await event(world, '/kongresse/2026-heilbronn/kalender.ics')
  expect(calendar.summary).toMatch(/^Beispiel: 7\. Metropolkongress/)
})

test('on an English page a text that exists only in German is marked as German', async ({ world }) => {
  await anEdition(world, { motto: { de: 'Gemeinsam' }, text: { de: 'Nur **deutsch**.' } })
  const { html } = await page(world, '/en/congresses/2026-heilbronn')
  expect(html).toContain('<span lang="de">Gemeinsam</span>')
  expect(html).toMatch(/<div class="prose" lang="de"><p>Nur <strong>deutsch<\/strong>/)
  expect(headings(html)[0]).toBe('Economic transformation')
})

const secret = 'Geheimwort'
async function aSecretDraft(world: World) {
  const { id } = await anEdition(world, { announcedAt: null, theme: { de: secret }, slug: 'geheimwort' })
  const session = await aSession(world, id, { title: { de: secret } })
  return { id, session: session.id }
}

test('a draft is not there for strangers: no page, no calendar, no list, no sitemap', async ({ world }) => {
  const { id, session } = await aSecretDraft(world)
  const other = await world.db
    .insertInto('editions')
    .values({
      seriesId: (await world.db.selectFrom('series').select('id').executeTakeFirstOrThrow()).id,
      number: 8,
      slug: 'anderer',
      title: { de: 'Anderer' },
      sortOn: '2028-01-01',
      createdAt: world.clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const strangers = [
    undefined,
    await world.person(),
    await world.person('author'),
    await world.person('door', id),
    await world.person('congress_team', other.id),
  ]
  const below = [
    '',
    '/programm',
    `/programm/${session}`,
    '/kalender.ics',
    '/bild.png',
    `/programm/${session}/kalender.ics`,
  ]
  for (const stranger of strangers) {
    for (const path of below) {
      const answer = await world.get(`/kongresse/geheimwort${path}`, stranger)
      expect(answer.statusCode).toBe(404)
      expect(answer.body).not.toContain(secret)
    }
    expect((await world.get('/kongresse', stranger)).body).not.toMatch(/geheimwort/i)
  }
})

test('the sitemap names public editions, their programmes and sessions, and no draft even for the office', async ({
  world,
}) => {
  await aSecretDraft(world)
  const { id } = await anEdition(world, { number: 9, slug: '2028-ulm' })
  const session = await aSession(world, id)
  await aSession(world, id, { format: 'break', startsAt: new Date('2026-11-12T11:00:00Z'), endsAt: null })
  const viewer = { kind: 'person', id: '', name: '', signIn: '', roles: [{ role: 'office', edition: null }] } as const
  const visit = { read: world.db as never, viewer, now: world.clock.now, language: 'de', house: world.house } as const
  expect((await sitemap(visit)).map(({ de }) => de)).toEqual([
    '/kongresse',
    '/kongresse/2028-ulm',
    '/kongresse/2028-ulm/programm',
    `/kongresse/2028-ulm/programm/${session.id}`,
  ])
})

test('those who work on a draft see it, with a notice that it is not public', async ({ world }) => {
  const { id } = await aSecretDraft(world)
  for (const insider of [
    await world.person('administrator'),
    await world.person('office'),
    await world.person('congress_team', id),
  ]) {
    const shown = await page(world, '/kongresse/geheimwort', insider)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Diese Seite ist noch nicht veröffentlicht.')
  }
})

test('parallel sessions stand under one time, each with its room and the places left', async ({ world }) => {
  const { id } = await anOpenEdition(world)
  await aSession(world, id, { seats: 12, roomId: (await aRoom(world, id, 'Saal 1')).id })
  const full = await aSession(world, id, {
    seats: 0,
    title: { de: 'KI' },
    roomId: (await aRoom(world, id, 'Saal 2')).id,
  })
  const shown = await page(world, '/kongresse/2026-heilbronn/programm')
  expect(shown.text).toContain('11.00 Uhr Zwei zur selben Zeit')
  expect(shown.text).toContain('Wasserstoff im Neckartal bis 12.00 Uhr · Saal 1 · Workshop · noch 12 von 12 Plätzen')
  expect(shown.text).toContain('KI bis 12.00 Uhr · Saal 2 · Workshop · ausgebucht')
  const booked = await page(world, `/kongresse/2026-heilbronn/programm/${full.id}`)
  expect(booked.html).not.toContain('/anmeldung"')
  expect(booked.headings).toEqual(['KI', 'Zur selben Zeit'])
})

test('the opening of the doors and a break have no page of their own, and no link, sitemap or search leads to one', async ({
  world,
}) => {
  const { id, slug } = await anEdition(world)
  const doors = await aSession(world, id, { title: { de: 'Einlass' }, format: 'other' })
  const pause = await aSession(world, id, { title: { de: 'Pause am Buffet' }, format: 'break' })
  const talk = await aSession(world, id, { title: { de: 'Vortrag' }, format: 'talk' })
  const programme = `/kongresse/${slug}/programm`
  for (const one of [doors, pause]) {
    const answer = await world.get(`${programme}/${one.id}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, programme])
  }
  for (const address of [programme, `${programme}/${talk.id}`, '/sitemap.xml', '/suche?q=Einlass', '/suche?q=Pause']) {
    const { statusCode, body } = await world.get(address)
    expect([address, statusCode, body.includes(doors.id), body.includes(pause.id)]).toEqual([
      address,
      200,
      false,
      false,
    ])
  }
  expect((await world.get('/suche?q=Einlass')).body).toContain(`href="${programme}"`)
  expect((await world.get(`${programme}/${talk.id}`)).body).toContain('Pause am Buffet')
})

test('a session stands between those before and after it, each with its way there', async ({ world }) => {
  const { id } = await anEdition(world)
  const at = (hour: number) => ({
    title: { de: `Um ${hour}` },
    startsAt: new Date(`2026-11-12T${hour}:00:00Z`),
    endsAt: new Date(`2026-11-12T${hour}:45:00Z`),
  })
  const [before, here, after] = [
    await aSession(world, id, at(10)),
    await aSession(world, id, at(11)),
    await aSession(world, id, at(12)),
  ]
  const { html } = await page(world, `/kongresse/2026-heilbronn/programm/${here.id}`)
  const line = /<ol class="route[\s\S]*?<\/ol>/.exec(html)?.[0] ?? ''
  expect([...line.matchAll(/programm\/([0-9a-f-]{36})"/g)].map(([, to]) => to)).toEqual([before.id, after.id])
  expect(text(line)).toContain('Um 11')
})

test('a session of another edition, or none, is not found', async ({ world }) => {
  const first = await anEdition(world)
  await anEdition(world, { number: 8, slug: '2028-ulm' })
  const session = await aSession(world, first.id)
  expect((await world.get(`/kongresse/2028-ulm/programm/${session.id}`)).statusCode).toBe(404)
  expect((await world.get(`/kongresse/2028-ulm/programm/${session.id}/kalender.ics`)).statusCode).toBe(404)
  expect((await world.get('/kongresse/2028-ulm/programm/keine/kalender.ics')).statusCode).toBe(404)
})

test('the calendar of an edition and of a session hold their times, place and address', async ({ world }) => {
  const { id } = await anEdition(world, { version: 3, address: 'Allee 28, 74072 Heilbronn' })
  const session = await aSession(world, id, { roomId: (await aRoom(world, id)).id })
  const whole = await event(world, '/kongresse/2026-heilbronn/kalender.ics')
  expect(whole.summary).toBe('7. Metropolkongress')
  expect(whole.startDate.toJSDate()).toEqual(new Date('2026-11-12T08:30:00Z'))
  expect(whole.endDate.toJSDate()).toEqual(new Date('2026-11-12T15:00:00Z'))
  expect(whole.location).toBe('Harmonie Heilbronn, Allee 28, 74072 Heilbronn')
  expect(whole.sequence).toBe(3)
  expect(whole.component.getFirstPropertyValue('url')).toBe('http://localhost/kongresse/2026-heilbronn')
  const one = await event(world, `/kongresse/2026-heilbronn/programm/${session.id}/kalender.ics`)
  expect(one.summary).toBe('Wasserstoff im Neckartal')
  expect(one.startDate.toJSDate()).toEqual(new Date('2026-11-12T10:00:00Z'))
  expect(one.location).toBe('Saal 1, Harmonie Heilbronn, Allee 28, 74072 Heilbronn')
  expect(one.uid).not.toBe(whole.uid)
})

async function event(world: World, path: string) {
  const answer = await world.get(path)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  return new ICAL.Event(new ICAL.Component(ICAL.parse(answer.body)).getFirstSubcomponent('vevent')!)
}

test('the data for programs parse, hold dates and place, and cannot leave their block', async ({ world }) => {
  const { id } = await anEdition(world, { theme: { de: '</script><b>"Ende' } })
  const session = await aSession(world, id)
  const whole = await data(world, '/kongresse/2026-heilbronn')
  expect(whole).toMatchObject({
    '@type': 'Event',
    name: '7. Metropolkongress: </script><b>"Ende',
    startDate: '2026-11-12T08:30:00.000Z',
    endDate: '2026-11-12T15:00:00.000Z',
    location: { '@type': 'Place', name: 'Harmonie Heilbronn', address: 'Heilbronn' },
  })
  const one = await data(world, `/kongresse/2026-heilbronn/programm/${session.id}`)
  expect(one).toMatchObject({
    name: 'Wasserstoff im Neckartal',
    startDate: '2026-11-12T10:00:00.000Z',
    superEvent: { startDate: '2026-11-12T08:30:00.000Z' },
  })
})

async function data(world: World, path: string) {
  const { body } = await world.get(path)
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)![1]!)
}

test('the picture of an edition is a PNG of 1200 × 630, and of a draft there is none', async ({ world }) => {
  await anEdition(world)
  const answer = await world.get('/kongresse/2026-heilbronn/bild.png')
  expect(answer.headers['content-type']).toBe('image/png')
  const { width, height, format } = await sharp(answer.rawPayload).metadata()
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' })
  await anEdition(world, { number: 8, slug: 'entwurf', announcedAt: null })
  expect((await world.get('/kongresse/entwurf/bild.png')).statusCode).toBe(404)
})

test('pages of one and of three sessions take the same number of statements', async ({ world }) => {
  const { id } = await anEdition(world)
  const { id: session } = await aSession(world, id)
  const paths = ['/kongresse', '/kongresse/2026-heilbronn', `/kongresse/2026-heilbronn/programm/${session}`]
  const counts = async () => {
    const found: number[] = []
    for (const path of paths) found.push(await statements(world, () => world.get(path)))
    return found
  }
  const before = await counts()
  await aSession(world, id)
  await aSession(world, id)
  await anEdition(world, { number: 8, slug: '2028-ulm' })
  await anEdition(world, { number: 9, slug: '2030-ulm' })
  expect(await counts()).toEqual(before)
  expect(Math.min(...before)).toBeGreaterThan(0)
})

/** How many statements this takes. */
async function statements(world: World, run: () => Promise<unknown>) {
  const before = world.statements()
  await run()
  return world.statements() - before
}

test('sources are numbered in the order in which the page comes to them', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const titles = { film: 'Film', programme: 'Programmheft', group: 'Liste der Gruppen' }
  for (const [id, de] of Object.entries(titles))
    await world.db.insertInto('sources').values({ id, title: { de } }).execute()
  const of = (sourceId: string) => ({ editionId, sourceId, position: 1 })
  await world.db
    .insertInto('editionDocuments')
    .values({ ...of('film'), title: { de: 'Film' }, kind: { de: 'Film' } })
    .execute()
  await world.db
    .insertInto('workingGroups')
    .values({ ...of('group'), name: { de: 'Wasser' } })
    .execute()
  await aSession(world, editionId, { sourceId: 'group' })
  await aSession(world, editionId, { sourceId: 'programme', startsAt: null, endsAt: null })
  const numbers = async () => {
    const { body } = await world.get('/kongresse/2026-heilbronn')
    const order = [...body.matchAll(/<a href="#source-(\d)"/g)].map(([, no]) => no)
    return [order.join(''), [...body.matchAll(/<li id="source-\d"><span>([^<]+)/g)].map(([, title]) => title).join()]
  }
  expect(await numbers()).toEqual(['1213', 'Liste der Gruppen,Programmheft,Film'])
  await world.db.updateTable('editions').set({ stateByHand: 'held' }).execute()
  expect(await numbers()).toEqual(['1223', 'Film,Liste der Gruppen,Programmheft'])
})

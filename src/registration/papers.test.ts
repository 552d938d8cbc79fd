import { expect } from 'vitest'
import { textOfPdf } from '../../test/pdf.ts'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { type Fields, test, type World } from '../../test/world.ts'

async function anEditionWithProgramme(world: World) {
  const edition = await anEditionToRegisterFor(world)
  const { db } = world
  const { id: room } = await db
    .insertInto('rooms')
    .values({ editionId: edition.id, name: { de: 'Raum 3' }, position: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.updateTable('sessions').set({ roomId: room }).where('id', '=', edition.water).execute()
  await db
    .updateTable('editions')
    .set({ doorsAt: '2026-11-12T07:45:00Z', venue: 'Rathaus', town: 'Heilbronn' })
    .execute()
  const point = (de: string, from: string, format: 'opening' | 'meal' | 'break' | 'working_group' | 'other') => ({
    editionId: edition.id,
    title: { de },
    format,
    startsAt: `2026-11-12T${from}Z`,
    endsAt: `2026-11-12T${from.replace(':00:', ':20:')}Z`,
  })
  await db
    .insertInto('sessions')
    .values([
      point('Ankommen', '08:00:00', 'other'),
      point('Begrüßung', '09:00:00', 'opening'),
      point('Kaffee', '10:00:00', 'break'),
      point('Mittagessen', '11:00:00', 'meal'),
      point('Gruppe Eins', '14:00:00', 'working_group'),
      point('Gruppe Zwei', '14:00:00', 'working_group'),
    ])
    .execute()
  return edition
}

async function registered(world: World, edition: Awaited<ReturnType<typeof anEditionToRegisterFor>>, more: Fields) {
  const answer = await world.post(edition.url, filledIn(edition, more))
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

const working = new WeakSet<World>()

/** The readable text of the mails kept so far, in the order of their making. */
async function mails(world: World): Promise<string[]> {
  if (!working.has(world)) await world.open.work()
  working.add(world)
  for (let tries = 0; tries < 400 && (await world.queued()).length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 25))
  const rows = await world.sql('select body from mails order by queued_at, id')
  return rows.map(({ body }) => String(body).replace(/\s+/g, ' '))
}

const ticketOf = async (world: World, link: string) => textOfPdf((await world.get(`${link}/karte.pdf`)).rawPayload)

test('a ticket tells the whole day: what is for all and what was booked, with weekday and room', async ({ world }) => {
  const edition = await anEditionWithProgramme(world)
  const link = await registered(world, edition, { sessions: [edition.water] })
  const text = await ticketOf(world, link)
  for (const said of ['Donnerstag, 12. November 2026', 'Einlass', 'Begrüßung', 'Mittagessen', 'Wasser, Raum 3'])
    expect(text).toContain(said)
  for (const absent of ['Kaffee', 'Gruppe Eins', 'Wirtschaft', 'Abendempfang']) expect(text).not.toContain(absent)
})

test('who takes part online is told so everywhere, and how the link comes; never about doors or rooms', async ({
  world,
}) => {
  const edition = await anEditionWithProgramme(world)
  const link = await registered(world, edition, { ticket: edition.online })
  const [mail] = await mails(world)
  const own = (await world.get(link)).body.split('<main')[1]!.split('</main')[0]!
  const ticket = await ticketOf(world, link)
  const calendar = (await world.get(`${link}/kalender.ics`)).body
  expect(own).toContain('Der Link steht hier, sobald')
  for (const said of [mail!, own, ticket]) {
    expect(said).toContain('im Netz')
    expect(said.replace(/\s+/g, ' ')).toContain('sobald die Geschäftsstelle ihn eingetragen hat')
    expect(said).not.toMatch(/Rathaus|Einlass|Ankommen|Mittagessen/)
  }
  expect(ticket).toContain('Teilnahmekarte')
  expect([calendar.includes('LOCATION:im Netz'), calendar.includes('Rathaus')]).toEqual([true, false])
})

test('the calendar has the day and the session that was booked; a cancellation lists no session', async ({ world }) => {
  const edition = await anEditionWithProgramme(world)
  const link = await registered(world, edition, { sessions: [edition.water] })
  const { body } = await world.get(`${link}/kalender.ics`)
  expect([...body.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title)).toEqual(['7. Metropolkongress', 'Wasser'])
  expect((await mails(world)).at(-1)).toContain('Wasser, Raum 3')
  await world.post(`${link}/absagen`)
  expect((await mails(world)).at(-1)).not.toContain('Wasser')
})

test('a mail names the room of what was booked, and who answers questions', async ({ world }) => {
  const edition = await anEditionWithProgramme(world)
  await world.db
    .insertInto('installation')
    .values({ name: { de: 'Region' }, short: 'R', zone: 'Europe/Berlin', contactEmail: 'kongress@region.example' })
    .execute()
  await registered(world, edition, { sessions: [edition.water] })
  const [mail] = await mails(world)
  expect(mail).toContain('Wasser, Raum 3')
  expect(mail).toContain('Fragen beantwortet die Geschäftsstelle: kongress@region.example')
})

test('who registers twice sees nothing of it on any page, but reads it in the mail; the office sees it', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const page = async (link: string) =>
    (await world.get(link)).body
      .replaceAll(link.split('/').at(-1)!, '')
      .replace(/(<dt>(Nummer|Kurzzeichen)<\/dt><dd>)\w+/g, '$1')
  const first = await registered(world, edition, { name: 'Dr. Änne Groß' })
  const before = await page(first)
  const second = await registered(world, edition, { name: 'dr. änne groß', email: 'Vertretung@Landkreis-Calw.example' })
  expect((await page(second)).toLowerCase()).toBe(before.toLowerCase())
  await registered(world, edition, { name: 'Jemand anderes' })
  const texts = await mails(world)
  expect(texts.map((text) => /noch eine Anmeldung: Nummer (\d+)/.exec(text)?.[1])).toEqual(['2', '1', undefined])
  expect(texts[1]).toContain('sagen Sie diese Anmeldung bitte ab')
  const office = await world.person('office')
  const list = `/verwaltung/kongresse/${edition.slug}/anmeldungen`
  const { body } = await world.get(list, office)
  expect(body.match(/class="st open">doppelt</g)).toHaveLength(2)
  const ids = (await world.sql('select id from registrations order by number')).map(({ id }) => id)
  const one = await world.get(`${list}/${ids[1]}`, office)
  expect(one.body).toContain(`<a href="${list}/${ids[0]}">Nummer 1</a>`)
  const plain = body.replaceAll('&amp;', '&')
  expect(plain).toContain(
    `<a href="${list}?double=yes&sort=name">2 Anmeldungen stehen doppelt da: gleicher Name, gleiche Adresse</a>`,
  )
  expect((await world.get(`${list}?double=yes`, office)).body).toContain('2 Anmeldungen')
  expect((await world.get(`${list}?double=yes&q=Jemand`, office)).body).toContain('Dazu gibt es keine Anmeldung.')
  await world.post(`${second}/absagen`)
  expect((await world.get(list, office)).body).not.toContain('doppelt da')
  expect((await world.get(list, office)).body).not.toContain('>doppelt<')
})

test('who has cancelled reads of no place and no session, and can come again while it is open', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const link = await registered(world, edition, { sessions: [edition.water] })
  await world.post(`${link}/absagen`)
  const { body } = await world.get(link)
  expect([body.includes('Ihre Anmeldung ist abgesagt'), body.includes('Wasser'), body.includes('Vor Ort')]).toEqual([
    true,
    false,
    false,
  ])
  expect(body).toContain(`<a class="button" href="${edition.url}">Neu anmelden</a>`)
})

test('the page of a place: papers first; giving it back is asked in its words, keeping it comes first', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  const link = await registered(world, edition, {})
  const own = (await world.get(link)).body
  expect(own.indexOf('karte.pdf')).toBeLessThan(own.indexOf('<dl class="facts">'))
  const buttons = async (path: string) =>
    [...(await world.get(path)).body.split('<main')[1]!.matchAll(/class="(button[^"]*)"[^>]*>([^<]+)</g)].map((m) => [
      m[1],
      m[2],
    ])
  expect(await buttons(`${link}/absagen`)).toEqual([
    ['button', 'Platz behalten'],
    ['button plain danger', 'Anmeldung absagen'],
  ])
  const waiting = await registered(world, edition, { name: 'Wer wartet' })
  expect(await buttons(`${waiting}/absagen`)).toEqual([
    ['button', 'Auf der Warteliste bleiben'],
    ['button plain danger', 'Anmeldung absagen'],
  ])
})

test('the deadline is told with its hour, and a town is told from the district round it', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const [region] = await world.sql('select id from regions limit 1')
  const district = { regionId: String(region!.id), label: 'Heilbronn', latitude: 49, longitude: 9 }
  await world.db.deleteFrom('districts').execute()
  await world.db
    .insertInto('districts')
    .values([
      { ...district, key: '08121', name: 'Heilbronn', short: 'HN', kind: 'city' },
      { ...district, key: '08125', name: 'Heilbronn', short: 'HNL', kind: 'district' },
      { ...district, key: '08126', name: 'Hohenlohekreis', short: 'KÜN', kind: 'district' },
    ])
    .execute()
  await world.db.updateTable('editions').set({ closesAt: '2026-10-30T11:00:00Z' }).execute()
  const { body } = await world.get(edition.url)
  expect(body.replaceAll('\u00a0', ' ')).toContain('bis zum 30. Oktober 2026, 12.00 Uhr ändern')
  expect([...body.matchAll(/<option value="08\d+">([^<]+)/g)].map(([, name]) => name)).toEqual([
    'Heilbronn (Stadtkreis)',
    'Heilbronn (Landkreis)',
    'Hohenlohekreis',
  ])
})

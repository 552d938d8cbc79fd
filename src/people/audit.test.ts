import { expect } from 'vitest'
import { keptMails, linkIn, plainEdition, workedThrough } from '../../test/people.ts'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test, type World } from '../../test/world.ts'

type Entry = { what: string; edition?: string; at?: Date; before?: object; after?: object }
async function entries(world: World, list: readonly Entry[]) {
  await world.db
    .insertInto('audit')
    .values(
      list.map(({ what, edition, at, before, after }) => ({
        at: at ?? world.clock.now,
        what,
        editionId: edition ?? null,
        byKind: 'system' as const,
        before: before ? JSON.stringify(before) : null,
        after: after ? JSON.stringify(after) : null,
      })),
    )
    .execute()
}
/** The deeds on a page of the log, from the top. */
const deeds = (body: string) => [...body.matchAll(/<th scope="row">([^<]*)</g)].map(([, what]) => what)

test('a change is shown from → to, in the reader’s words', async ({ world }) => {
  const office = await world.person('office')
  await world.post('/konto', { name: 'Büro Nord', language: 'en' }, office)
  const { body } = await world.get('/verwaltung/protokoll', office)
  expect(body).toContain('Konto geändert')
  expect(body).toContain('Name: Geschäftsstelle → Büro Nord')
  expect((await world.get('/en/office/log', office)).body).toContain('Language: German → English')
})

test('who holds a role in one edition reads the entries of that edition only', async ({ world }) => {
  const [mine, other] = [await plainEdition(world, 5), await plainEdition(world, 6)]
  await entries(world, [
    { what: 'a.installation' },
    { what: 'b.mine', edition: mine },
    { what: 'c.other', edition: other },
  ])
  const office = await world.person('office')
  const team = await world.person('congress_team', mine)
  const read = async (path: string, who: typeof team) => deeds((await world.get(path, who)).body)
  expect(await read('/verwaltung/protokoll', office)).toEqual(['c.other', 'b.mine', 'a.installation'])
  expect(await read('/verwaltung/protokoll', team)).toEqual(['b.mine'])
  expect(await read(`/verwaltung/protokoll?edition=${other}`, team)).toEqual([])
  expect((await world.get('/verwaltung/protokoll', team)).body).not.toContain('c.other')
})

test('filters combine: what, edition, and the day as the place counts it', async ({ world }) => {
  const mine = await plainEdition(world, 5)
  await entries(world, [
    { what: 'a.done', at: new Date('2026-05-03T21:59:00Z') },
    { what: 'a.done', at: new Date('2026-05-03T22:01:00Z'), edition: mine },
    { what: 'b.done', at: new Date('2026-05-04T21:59:00Z'), edition: mine },
    { what: 'b.done', at: new Date('2026-05-04T22:00:00Z') },
  ])
  const office = await world.person('office')
  const read = async (query: string) => deeds((await world.get(`/verwaltung/protokoll?${query}`, office)).body)
  expect(await read('day=2026-05-04')).toEqual(['b.done', 'a.done'])
  expect(await read('day=2026-05-04&what=b.done')).toEqual(['b.done'])
  expect(await read(`edition=${mine}&what=a.done`)).toEqual(['a.done'])
})

test('pages of 50 follow each other without a gap or a repetition', async ({ world }) => {
  await entries(
    world,
    Array.from({ length: 120 }, (_, n) => ({ what: `n.${n}` })),
  )
  const office = await world.person('office')
  const seen: (string | undefined)[] = []
  let path: string | undefined = '/verwaltung/protokoll'
  while (path) {
    const { body }: { body: string } = await world.get(path, office)
    seen.push(...deeds(body))
    path = /href="([^"]*)"[^>]*>Ältere Einträge/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `n.${119 - n}`))
})

test('the log names and links what it is about, to those who may see it', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition, { name: 'Grete Müller' }))
  const [{ id }] = (await world.sql('select id from registrations')) as [{ id: string }]
  const one = `<a href="/verwaltung/kongresse/${edition.slug}/anmeldungen/${id}">Grete Müller</a>`
  const team = await world.person('congress_team', edition.id)
  expect((await world.get('/verwaltung/protokoll', team)).body).toContain(one)
  const office = await world.person('office')
  expect((await world.get('/verwaltung/protokoll', office)).body).toContain(
    `${one}, <a href="/verwaltung/kongresse/${edition.slug}">`,
  )
  await world.sql('update registrations set erased_at = now()')
  expect((await world.get('/verwaltung/protokoll', office)).body).not.toContain('Grete Müller</a>')
})

test('what somebody signed in does by a personal link is logged under their name', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const { headers } = await world.post(edition.url, filledIn(edition))
  const office = await world.person('office')
  await world.post(`${headers.location}/absagen`, {}, office)
  await world.post(edition.url, filledIn(edition, { name: 'Am Telefon' }), office)
  expect(
    await world.sql(`select what, by_kind, by_person = '${office.id}' as mine from audit
      where what ~ 'cancelled|created' order by id`),
  ).toEqual([
    { what: 'registration.created', by_kind: 'nobody', mine: null },
    { what: 'registration.cancelled', by_kind: 'person', mine: true },
    { what: 'registration.created', by_kind: 'person', mine: true },
  ])
})

test('the log says names where it keeps ids, and leaves out what is empty before and after', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition, { function: '', sessions: [edition.water] }))
  const { body } = await world.get('/verwaltung/protokoll', await world.person('office'))
  expect(
    ['Teilnahme: Vor Ort', 'Programm: Wasser', 'Stand: bestätigt', 'Funktion: '].map((text) => body.includes(text)),
  ).toEqual([true, true, true, false])
})

test('the log names who signed in, districts by their name, and addresses as people read them', async ({ world }) => {
  const person = await world.person('administrator')
  await world.db
    .updateTable('people')
    .set({ name: '', email: 'eva@xn--mnchen-3ya.example' })
    .where('id', '=', person.id)
    .execute()
  const { id: regionId } = await world.db
    .insertInto('regions')
    .values({
      id: 'stuttgart',
      no: 1,
      name: { de: 'Stuttgart' },
      colours: JSON.stringify({ field: { light: '#ffc61a' } }),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('districts')
    .values({
      key: '08117',
      name: 'Göppingen',
      short: 'Göppingen',
      label: 'Landkreis Göppingen',
      kind: 'district',
      latitude: 48.7,
      longitude: 9.65,
      regionId,
    })
    .execute()
  await world.post('/zugang', { email: 'eva@münchen.example' })
  await workedThrough(world)
  await world.post(linkIn((await keptMails(world)).at(-1) ?? ''))
  await entries(world, [
    {
      what: 'registration.changed',
      before: { place: 'outside', email: 'a@xn--mnchen-3ya.example' },
      after: { place: '08117', email: 'b@xn--mnchen-3ya.example' },
    },
  ])
  const { body } = await world.get('/verwaltung/protokoll', person)
  const rows = [...body.matchAll(/<tr><td>.*?<\/tr>/g)].map(([row]) =>
    row.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  )
  expect(rows[0]).toContain('Kreis: von außerhalb → Landkreis Göppingen')
  expect(rows[0]).toContain('E-Mail: a@münchen.example → b@münchen.example')
  expect(rows[1]).toMatch(/eva@münchen.example Angemeldet eva@münchen.example Angemeldet mit: Link per E-Mail/)
  expect(body).not.toContain('xn--')
})

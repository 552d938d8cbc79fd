import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { type Fields, lockOff, test, type World } from '../../test/world.ts'
import { takePlaces } from './places.ts'

const states = async (world: World) =>
  (await world.db.selectFrom('registrations').select('state').orderBy('createdAt').orderBy('number').execute()).map(
    ({ state }) => state,
  )

test('a person registers on one page and sees the registration by a link of their own', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 10 })
  const answer = await world.post(
    edition.url,
    filledIn(edition, { sessions: [edition.water, edition.evening], food: 'vegetarisch' }),
  )
  expect(answer.statusCode).toBe(303)
  const own = await world.get(String(answer.headers.location))
  expect([
    own.statusCode,
    own.body.includes('Sie sind angemeldet'),
    own.body.includes('vegetarisch'),
    own.headers['cache-control'],
  ]).toEqual([200, true, true, 'no-store'])
  const { rows } = await sql<object>`select state, number, name from registrations`.execute(world.db)
  expect(rows).toEqual([{ state: 'confirmed', number: 1, name: 'Vertretung Landkreis Calw' }])
  expect(await world.queued()).toEqual(['sendMail'])
  expect((await world.sql('select taken from capacities')).map(({ taken }) => taken)).toEqual([1])
})

test('the secret of the link is nowhere in the database', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const answer = await world.post(edition.url, filledIn(edition))
  const secret = String(answer.headers.location).split('/').at(-1)!
  const tables = await world.sql(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  )
  expect(tables.length).toBeGreaterThan(40)
  for (const { name } of tables)
    expect([name, await world.sql(`select 1 from ${name} t where t::text like '%${secret}%'`)]).toEqual([name, []])
})

test('two sessions at one time are refused with both names, and everything typed is kept', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const answer = await world.post(
    edition.url,
    filledIn(edition, { sessions: [edition.water, edition.economy], function: 'Referat 7' }),
  )
  expect([answer.statusCode, await states(world)]).toEqual([409, []])
  expect(answer.body).toContain('„Wasser“ und „Wirtschaft“ finden zur selben Zeit statt')
  expect(answer.body).toContain('value="Referat 7"')
})

test('a full session is refused by name and nothing is stored', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { session: 1 })
  await world.post(edition.url, filledIn(edition, { sessions: [edition.water] }))
  const answer = await world.post(edition.url, filledIn(edition, { sessions: [edition.water] }))
  expect([answer.statusCode, answer.body.includes('„Wasser“ ist inzwischen ausgebucht'), await states(world)]).toEqual([
    409,
    true,
    ['confirmed'],
  ])
})

test('when the places are gone one waits; whoever comes online still gets in', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  await world.post(edition.url, filledIn(edition))
  const waiting = await world.post(edition.url, filledIn(edition))
  await world.post(edition.url, filledIn(edition, { ticket: edition.online }))
  expect((await world.get(String(waiting.headers.location))).body).toContain('Sie stehen auf der Warteliste')
  expect(await states(world)).toEqual(['confirmed', 'waiting', 'confirmed'])
})

test('the button says what it does: where every way is full it puts on the waiting list, where one is, that one says so', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  const button = async (url = edition.url) =>
    /<div class="acts submit">.*?<\/button>/s
      .exec((await world.get(url)).body)![0]
      .replaceAll(/<(?!\/?span)[^>]*>/g, '')
  expect(await button()).toBe('Verbindlich anmelden')
  await world.post(edition.url, filledIn(edition))
  const some = (await world.get(edition.url)).body
  expect(/value="([^"]+)"[^>]* data-waits/.exec(some)![1]).toBe(edition.onSite)
  expect(some.match(/data-waits/g)).toHaveLength(1)
  expect(some).toContain('Alle Plätze sind vergeben. Sie kommen auf die Warteliste.')
  expect(some).toContain('<p class="waits">Dafür ist gerade kein Platz frei.')
  expect(await button()).toBe(
    '<span class="goes">Verbindlich anmelden</span><span class="waits">Auf die Warteliste setzen</span>',
  )
  await world.db.deleteFrom('ticketTypes').where('id', '=', edition.online).execute()
  expect((await world.get(edition.url)).body).toContain('<p>Dafür ist gerade kein Platz frei.')
  expect(await button(edition.url)).toBe('Auf die Warteliste setzen')
  expect(await button(`/en/congresses/${edition.slug}/registration`)).toBe('Join the waiting list')
})

test('what is missing is said at its field, with everything typed kept', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const answer = await world.post(
    edition.url,
    filledIn(edition, { email: 'calw', place: '', ticket: '', consents: [] }),
  )
  expect(answer.statusCode).toBe(422)
  for (const said of [
    'E-Mail-Adresse: Das Zeichen @ fehlt',
    'href="#f-ticket',
    'href="#f-place"',
    'value="calw"',
    'href="#f-consents"',
  ])
    expect(answer.body).toContain(said)
  const summary = [...answer.body.matchAll(/href="#f-(\w+)"/g)].map(([, field]) => field)
  expect(summary).toEqual(['email', 'place', 'ticket', 'consents'])
  expect(await states(world)).toEqual([])
})

test('an address with umlauts in its domain is taken; before the @ the letter that mail may not reach is named', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const refused = await world.post(edition.url, filledIn(edition, { email: 'jörg@müller.example' }))
  expect([refused.statusCode, refused.body.includes('Vor dem @ steht „ö“.')]).toEqual([422, true])
  expect(refused.body).toContain('value="jörg@müller.example"')
  expect((await world.post(edition.url, filledIn(edition, { email: 'joerg@müller.example' }))).statusCode).toBe(303)
  expect(await world.sql('select email from registrations')).toEqual([{ email: 'joerg@xn--mller-kva.example' }])
})

test('who comes online books no seat in a room, and is told so at the sessions', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const online = filledIn(edition, { ticket: edition.online, sessions: [edition.water] })
  const refused = await world.post(edition.url, online)
  const summary = [...refused.body.matchAll(/href="#f-(\w+)"/g)].map(([, field]) => field)
  expect([refused.statusCode, summary, await states(world)]).toEqual([409, ['sessions'], []])
  expect((await world.post(edition.url, { ...online, sessions: [] })).statusCode).toBe(303)
})

test('the text to agree to is stored in the version that was shown; without it nothing happens', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const without = await world.post(edition.url, filledIn(edition, { consents: [] }))
  expect([without.statusCode, without.body.includes('Bitte setzen Sie das Häkchen')]).toEqual([409, true])
  await world.post(edition.url, filledIn(edition))
  expect(await world.sql('select consent_text_id from consents')).toEqual([{ consent_text_id: edition.consent }])
})

test('the last places are sold once each, however many ask at the same moment', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 3 })
  const answers = await world.together(10, (n) =>
    world.post(edition.url, filledIn(edition, { email: `nummer-${n}@kreis.example` })),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(303))
  expect((await states(world)).sort()).toEqual([...Array(3).fill('confirmed'), ...Array(7).fill('waiting')])
  expect(
    await world.sql(
      'select c.taken, (select count(*)::int from places p where p.capacity_id = c.id) as held from capacities c',
    ),
  ).toEqual([{ taken: 3, held: 3 }])
})

test('without the lock the same race oversells: the proof that the lock is what holds', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 3 })
  for (let n = 0; n < 10; n++) await world.post(edition.url, filledIn(edition, { ticket: edition.online }))
  await world.sql('alter table capacities drop constraint capacities_never_oversold')
  const ids = (await world.db.selectFrom('registrations').select('id').execute()).map(({ id }) => id)
  const take = (isLocked: boolean) =>
    world.together(
      10,
      (n) =>
        world.db.transaction().execute(async (write) => {
          const through = isLocked ? write : write.withPlugin(lockOff)
          return takePlaces({ write: through as typeof write }, ids[n]!, [edition.site!])
        }),
      'places',
    )
  await take(false)
  const [{ taken }] = (await world.sql('select taken from capacities')) as [{ taken: number }]
  expect(taken).toBeGreaterThan(3)
  await world.sql('delete from places; update capacities set taken = 0')
  await take(true)
  expect(await world.sql('select taken from capacities')).toEqual([{ taken: 3 }])
})

test('one address registers thirty times in an hour, in whatever spelling; others go on', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 100 })
  const sent = async (email: string) =>
    (await world.post(edition.url, filledIn(edition, { email, sessions: [] }))).statusCode
  for (let n = 0; n < 30; n++) expect(await sent('Viele@Verein.example')).toBe(303)
  expect([await sent('viele@verein.example'), await sent('andere@verein.example')]).toEqual([409, 303])
  world.clock.now = new Date(world.clock.now.getTime() + 3_601_000)
  expect(await sent('viele@verein.example')).toBe(303)
})

test('cancelling frees the place once, however often the button is pressed', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 5 })
  const { headers } = await world.post(edition.url, filledIn(edition))
  await world.post(edition.url, filledIn(edition))
  const answers = await world.together(4, () => world.post(`${headers.location}/absagen`), 'mails')
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(4).fill(303))
  expect(await world.sql('select taken from capacities')).toEqual([{ taken: 1 }])
  expect((await world.sql(`select template from mails where template = 'registration.cancelled'`)).length).toBe(1)
})

test('changing to a full session keeps the session one had', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { session: 1 })
  await world.post(edition.url, filledIn(edition, { sessions: [edition.water] }))
  const { headers } = await world.post(edition.url, filledIn(edition, { sessions: [edition.economy] }))
  const { email: _, consents: __, ...fields } = filledIn(edition, { sessions: [edition.water], seen: '1' })
  const answer = await world.post(`${headers.location}/aendern`, fields)
  expect([answer.statusCode, answer.body.includes('ausgebucht')]).toEqual([409, true])
  const held = await world.sql('select session_id from bookings')
  expect(held.map(({ session_id }) => session_id).sort()).toEqual([edition.water, edition.economy].sort())
})

test('a lost link is asked for in the same way whether the address is known or not', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition))
  const ask = async (email: string) => {
    const before = world.statements()
    const { statusCode, headers, body } = await world.post('/anmeldung-finden', { email })
    return { statusCode, location: headers.location, body, statements: world.statements() - before }
  }
  expect(await ask('vertretung@landkreis-calw.example')).toEqual(await ask('niemand@landkreis-calw.example'))
})

test('needs are in no other table than their own', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition, { food: 'Erdnussallergie', access: 'Rollstuhlplatz' }))
  for (const table of ['audit', 'registrations', 'mails', 'graphile_worker._private_jobs']) {
    const [row] = await world.sql(`select count(*)::int as found from ${table} t where t::text ~ 'Erdnuss|Rollstuhl'`)
    expect([table, row!.found]).toEqual([table, 0])
  }
  expect(await world.sql('select food, access from registration_needs')).toEqual([
    { food: 'Erdnussallergie', access: 'Rollstuhlplatz' },
  ])
})

test('another person’s link opens nothing', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition))
  for (const path of ['', '/aendern', '/absagen', '/karte.pdf', '/kalender.ics', '/teilnehmende'])
    expect((await world.get(`/anmeldung/AAAAAAAAAAAAAAAAAAAAAA${path}`)).statusCode).toBe(404)
})

test('whatever is typed, it is stored as it was meant or refused in words, never an error', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      "'; drop table registrations; --",
      '<script>alert(1)</script>',
      '=HYPERLINK("x")',
      'שלום',
      '👩‍🔬',
      'x'.repeat(5000),
      '\u0000\u202e',
    ),
  )
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (name, organisation, access) => {
      const answer = await world.post(edition.url, filledIn(edition, { name, organisation, access }))
      expect([303, 409, 422]).toContain(answer.statusCode)
      if (answer.statusCode !== 303) expect(answer.body).not.toContain('<script>alert(1)</script>')
      else expect((await world.get(String(answer.headers.location))).body).not.toContain('<script>alert(1)</script>')
    }),
    { numRuns: 40 },
  )
})

test('what was agreed to freely can be taken back by the same link, and given again', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const { id } = await world.db
    .insertInto('consentTexts')
    .values({
      key: 'photos',
      version: 1,
      text: { de: 'Fotos dürfen erscheinen.' },
      isRequired: false,
      validFrom: world.clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { headers } = await world.post(edition.url, filledIn(edition, { consents: [edition.consent, id] }))
  const own = async () => /class="st (?:ok|wait)">(.*?)</.exec((await world.get(String(headers.location))).body)?.[1]
  const decide = (more: Fields) => world.post(`${headers.location}/einwilligung`, { consent: 'photos', ...more })
  const seen = [await own()]
  await decide({})
  await decide({})
  seen.push(await own())
  await decide({ isGiven: 'on' })
  seen.push(await own())
  expect(seen).toEqual(['ja, seit 04.05.2026', 'nicht erteilt', 'ja, seit 04.05.2026'])
  await decide({ consent: 'participation' })
  expect(
    (await world.sql(`select 1 from consents where consent_text_id = '${edition.consent}' and withdrawn_at is null`))
      .length,
  ).toBe(1)
  world.clock.now = new Date('2026-12-24T12:00:00Z')
  await decide({})
  expect(await world.sql(`select what from audit where what like '%consent%' order by id`)).toEqual([
    { what: 'registration.consent_withdrawn' },
    { what: 'registration.consent_given' },
    { what: 'registration.consent_withdrawn' },
  ])
})

test('only the box that must be ticked is marked; what is free stands apart and says so', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  await world.db
    .insertInto('consentTexts')
    .values({ key: 'photos', version: 1, text: { de: 'Fotos.' }, isRequired: false, validFrom: world.clock.now })
    .execute()
  const { body } = await world.post(edition.url, filledIn(edition, { consents: [] }))
  const boxes = [...body.matchAll(/<input[^>]*name="consents"[^>]*>/g)].map(([tag]) => ({
    id: /id="([^"]+)"/.exec(tag)?.[1],
    isRequired: / required/.test(tag),
    isInvalid: /aria-invalid="true"/.test(tag),
    says: /aria-describedby="[^"]*f-consents-error/.test(tag),
  }))
  expect(boxes).toEqual([
    { id: 'f-consents', isRequired: true, isInvalid: true, says: true },
    { id: 'f-consents-3', isRequired: false, isInvalid: false, says: false },
  ])
  expect(body).toContain('<legend>Einwilligung (freiwillig)</legend>')
  expect(body.match(/class="q bad"/g)).toHaveLength(1)
})

test('of sessions at one time one can be chosen, or none; the choice is read and kept without a script', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const inputs = (html: string) =>
    [...html.matchAll(/<input[^>]*name="(sessions[^"]*)"[^>]*>/g)].map(([tag, name]) => ({
      name,
      type: /type="(\w+)"/.exec(tag)?.[1],
      value: /value="([^"]*)"/.exec(tag)?.[1] ?? '',
      isChosen: / checked/.test(tag),
    }))
  expect(inputs((await world.get(edition.url)).body)).toEqual([
    { name: 'sessions-1', type: 'radio', value: edition.water, isChosen: false },
    { name: 'sessions-1', type: 'radio', value: edition.economy, isChosen: false },
    { name: 'sessions-1', type: 'radio', value: '', isChosen: true },
    { name: 'sessions', type: 'checkbox', value: edition.evening, isChosen: false },
  ])
  const chosen = { 'sessions-1': edition.economy, sessions: edition.evening }
  const sentBack = await world.post(edition.url, filledIn(edition, { ...chosen, name: '' }))
  expect(
    inputs(sentBack.body)
      .filter(({ isChosen }) => isChosen)
      .map(({ value }) => value),
  ).toEqual([edition.economy, edition.evening])
  await world.post(edition.url, filledIn(edition, chosen))
  expect((await world.sql('select session_id from bookings')).map((row) => row.session_id).sort()).toEqual(
    [edition.economy, edition.evening].sort(),
  )
})

import pg from 'pg'
import { expect } from 'vitest'
import { cookieOf, keptMails, linkIn, workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'
import { inChange } from '../platform/visit.ts'
import { createSignInLink } from './commands/links.ts'

const minutes = (count: number) => count * 60_000
const later = (world: World, ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}
async function mailedLink(world: World, email: string) {
  await world.post('/zugang', { email })
  await workedThrough(world)
  return linkIn((await keptMails(world)).at(-1) ?? '')
}
const asked = (world: World, secret: string, path = '/konto') => world.get(path, { id: '', email: '', secret })

/** Every statement that reaches the database while `run` runs. */
async function statements(run: () => Promise<unknown>) {
  const seen: string[] = []
  const real = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    seen.push(String((given[0] as { text?: string })?.text ?? given[0]))
    return Reflect.apply(real, this, given)
  } as never
  try {
    await run()
  } finally {
    pg.Client.prototype.query = real
  }
  return seen
}

test('a mailed link signs in once: first a page with a button, then a cookie and the account', async ({ world }) => {
  const { email } = await world.person('office')
  const link = await mailedLink(world, email)
  const page = await world.get(link)
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('Jetzt anmelden')
  const answer = await world.post(link)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/zugang/weiter'])
  expect((await asked(world, cookieOf(world, answer)!)).body).toContain(email)
})

test('opening a link as a mail scanner does uses nothing up', async ({ world }) => {
  const { email } = await world.person('office')
  const link = await mailedLink(world, email)
  for (let times = 0; times < 3; times++) await world.get(link)
  expect((await world.post(link)).statusCode).toBe(303)
})

test('a known and an unknown address get the same answer for the same work', async ({ world }) => {
  const { email } = await world.person('office')
  const [known, unknown] = [email, 'niemand@nirgends.example']
  await world.post('/zugang', { email: 'warm@up.example' })
  const answers: { status: number; body: string; location: unknown; cookies: unknown }[] = []
  const ask = async (address: string) => {
    const { statusCode: status, body, headers, cookies } = await world.post('/zugang', { email: address })
    answers.push({ status, body, location: headers.location, cookies })
  }
  const ofKnown = await statements(() => ask(known))
  const ofUnknown = await statements(() => ask(unknown))
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]!.status).toBe(303)
  expect(ofUnknown).toEqual(ofKnown)
  await workedThrough(world)
  const mails = await world.db.selectFrom('mails').select(['template', 'recipient']).execute()
  expect(mails).toEqual([{ template: 'people.signIn', recipient: known }])
})

test('an address is recognised whatever its case', async ({ world }) => {
  const { email } = await world.person('office')
  expect(await mailedLink(world, email.toUpperCase())).toMatch(/^\/zugang\/link\//)
})

test('a used link says so and offers a new one; nobody is signed in by it', async ({ world }) => {
  const { email } = await world.person('office')
  const link = await mailedLink(world, email)
  await world.post(link)
  for (const again of [await world.get(link), await world.post(link)]) {
    expect([again.statusCode, cookieOf(world, again)]).toEqual([410, undefined])
    expect(again.body).toContain('Dieser Link wurde schon benutzt')
    expect(again.body).toContain('action="/zugang"')
  }
})

test('an expired link says so and signs nobody in', async ({ world }) => {
  const { email } = await world.person('office')
  const link = await mailedLink(world, email)
  later(world, minutes(15))
  for (const again of [await world.get(link), await world.post(link)]) {
    expect([again.statusCode, cookieOf(world, again)]).toEqual([410, undefined])
    expect(again.body).toContain('Dieser Link ist abgelaufen')
  }
})

test('a link pressed in eight windows at once signs in once', async ({ world }) => {
  const { email } = await world.person('office')
  const link = await mailedLink(world, email)
  const answers = await world.together(8, () => world.post(link), 'sign_in_links')
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, ...Array(7).fill(410)])
})

test('the same form sent again leads to the same place, and never hands out the cookie again', async ({ world }) => {
  const { email } = await world.person('office')
  const link = await mailedLink(world, email)
  const formKey = world.formKey()
  const first = await world.post(link, { formKey })
  const second = await world.post(link, { formKey })
  expect([second.statusCode, second.headers.location]).toEqual([303, first.headers.location])
  expect([typeof cookieOf(world, first), cookieOf(world, second)]).toEqual(['string', undefined])
})

test('asking over and over leaves at most five open links', async ({ world }) => {
  const { email } = await world.person('office')
  for (let times = 0; times < 7; times++) await world.post('/zugang', { email })
  await workedThrough(world)
  expect(await world.db.selectFrom('mails').select('id').execute()).toHaveLength(5)
})

test('a closed account gets no link, and an open link stops working', async ({ world }) => {
  const person = await world.person('office')
  const link = await mailedLink(world, person.email)
  await world.db.updateTable('people').set({ disabledAt: world.clock.now }).where('id', '=', person.id).execute()
  expect((await world.post(link)).statusCode).toBe(404)
  expect((await world.get('/konto', person)).statusCode).toBe(404)
  await world.post('/zugang', { email: person.email })
  await workedThrough(world)
  expect(await world.db.selectFrom('mails').select('id').execute()).toHaveLength(1)
})

test('a sign-in that was ended is nobody from the next request on', async ({ world }) => {
  const person = await world.person('office')
  expect((await world.get('/konto', person)).statusCode).toBe(200)
  const bye = await world.post('/abmelden', {}, person)
  expect([bye.statusCode, cookieOf(world, bye)]).toEqual([303, ''])
  expect((await world.get('/konto', person)).statusCode).toBe(404)
  expect((await world.get('/verwaltung/personen', person)).statusCode).toBe(404)
})

test('a cookie works for 30 days', async ({ world }) => {
  const { email } = await world.person('office')
  const secret = cookieOf(world, await world.post(await mailedLink(world, email)))!
  later(world, minutes(60 * 24 * 30) - 1)
  expect((await asked(world, secret)).statusCode).toBe(200)
  later(world, 1)
  expect((await asked(world, secret)).statusCode).toBe(404)
})

test('a device is seen to the hour', async ({ world }) => {
  const person = await world.person('office')
  world.clock.now = new Date('2026-05-04T11:40:00Z')
  await world.get('/konto', person)
  const { seenAt } = await world.db.selectFrom('signIns').select('seenAt').executeTakeFirstOrThrow()
  expect(seenAt).toEqual(new Date('2026-05-04T11:00:00Z'))
})

test('the command line makes the first administrator, and no stranger an account', async ({ world }) => {
  const base = {
    viewer: { kind: 'system' as const },
    now: world.clock.now,
    language: 'de' as const,
    house: world.house,
  }
  const first = await inChange(world.db, base, (change) => createSignInLink(change, { email: 'chefin@region.example' }))
  if ('refused' in first) throw new Error(first.refused)
  expect((await world.post(new URL(first.url).pathname)).statusCode).toBe(303)
  const roles = await world.db.selectFrom('roles').select(['role', 'editionId']).execute()
  expect(roles).toEqual([{ role: 'administrator', editionId: null }])
  const stranger = await inChange(world.db, base, (change) => createSignInLink(change, { email: 'x@y.example' }))
  expect(stranger).toEqual({ refused: 'noAccount', field: 'email' })
})

test('hostile input is answered in words, never with an error of ours', async ({ world }) => {
  const person = await world.person('administrator')
  const nasty = [
    '',
    '\u0000',
    '\u202e',
    "' or 1=1 --",
    '<script>',
    '🦄',
    'x'.repeat(5000),
    '00000000-0000-0000-0000-000000000000',
  ]
  const statuses = new Set<number>()
  for (const value of nasty) {
    const path = encodeURIComponent(value) || '-'
    for (const [to, fields] of [
      ['/zugang', { email: value }],
      ['/zugang', { email: [value, value] }],
      [`/zugang/link/${path}`, {}],
      ['/zugang/passkey', { challenge: value, credential: value }],
      [
        '/zugang/passkey',
        { challenge: '00000000-0000-0000-0000-000000000000', credential: `{"id":${JSON.stringify(value)}}` },
      ],
      ['/konto', { name: value, language: value }],
      ['/konto/passkeys', { challenge: value, credential: value, label: value }],
      ['/konto/passkeys/entfernen', { passkey: value }],
      [`/konto/geraete/${path}/ende`, {}],
      ['/verwaltung/personen/einladen', { email: value, name: value, role: value, edition: value, language: value }],
      [`/verwaltung/personen/${path}/rollen`, { role: value, edition: value }],
      [`/verwaltung/personen/${path}/rollen/${path}/entziehen`, {}],
      [`/verwaltung/personen/${person.id}/rollen/${path}/entziehen`, {}],
      [`/verwaltung/personen/${path}/schliessen`, {}],
    ] as const)
      statuses.add((await world.post(to, fields, person)).statusCode)
    for (const to of [
      `/zugang/link/${path}`,
      `/verwaltung/personen/${path}`,
      `/verwaltung/protokoll?what=${path}&person=${path}&edition=${path}&day=${path}&before=${path}`,
    ])
      statuses.add((await world.get(to, person)).statusCode)
  }
  expect([...statuses].filter((status) => status >= 500)).toEqual([])
  expect(await world.db.selectFrom('people').select('id').execute()).toEqual([{ id: person.id }])
})

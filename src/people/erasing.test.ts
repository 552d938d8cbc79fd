import { expect } from 'vitest'
import { test, type World } from '../../test/world.ts'
import { people } from './index.ts'

const day = 86_400_000
const base = (world: World) => ({
  db: world.db,
  read: world.db as never,
  viewer: { kind: 'system' } as const,
  now: world.clock.now,
  language: 'de' as const,
  house: world.house,
})
const invited = { email: 'neu@region.example', name: 'Neue Kraft', language: 'de', role: 'author', edition: '' }
/** Everything the database says about somebody, but for the outbox, which goes after 90 days. */
const dumped = async (world: World) =>
  JSON.stringify([
    await world.sql('select * from people'),
    await world.sql('select * from audit'),
    await world.sql('select "values" from mails'),
    await world.sql('select * from sign_in_links'),
  ])

test('a closed account is erased after 30 days, not a day earlier; the log keeps what was done, not the name', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  await world.post('/verwaltung/personen/einladen', invited, administrator)
  const [{ id }] = (await world.sql(`select id from people where email = 'neu@region.example'`)) as [{ id: string }]
  const at = `/verwaltung/personen/${id}`
  await world.post(`${at}/schliessen`, {}, administrator)
  const { body } = await world.get(at, administrator)
  expect(body).toContain('Am 3. Juni 2026 wird dieses Konto von selbst gelöscht.')
  world.clock.now = new Date(world.clock.now.getTime() + 30 * day)
  await people.jobs!.eraseAccounts!(base(world), {})
  expect(await dumped(world)).toContain('Neue Kraft')
  world.clock.now = new Date(world.clock.now.getTime() + 1)
  await people.jobs!.eraseAccounts!(base(world), {})
  const left = await dumped(world)
  expect([left.includes('Neue Kraft'), left.includes('neu@region.example')]).toEqual([false, false])
  expect(await world.sql(`select what, before, after from audit where about = '${id}' order by id`)).toEqual(
    ['person.invited', 'person.role_given', 'person.closed', 'person.erased'].map((what) => ({
      what,
      before: null,
      after: null,
    })),
  )
})

test('the administrator erases at once; what the person wrote stays without them', async ({ world }) => {
  const administrator = await world.person('administrator')
  const author = await world.person('author')
  await world.post(
    '/verwaltung/seiten/neu',
    {
      seen: '0',
      titleDe: 'Anfahrt',
      textDe: 'Mit der Bahn.',
      slugDe: 'anfahrt',
      slugEn: 'way',
      menu: 'none',
      position: '0',
    },
    author,
  )
  const answer = await world.post(`/verwaltung/personen/${author.id}/loeschung`, {}, administrator)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/verwaltung/personen?info=geloescht'])
  expect(await world.sql(`select id from people where id = '${author.id}'`)).toEqual([])
  expect(await world.sql('select by_person, title from page_versions')).toEqual([
    { by_person: null, title: { de: 'Anfahrt' } },
  ])
  expect((await world.get('/konto', author)).statusCode).toBe(404)
  expect((await world.get('/verwaltung/protokoll', administrator)).body).toContain('ein gelöschtes Konto')
})

test('only administrators erase others, and the last one can neither be erased nor close their own account', async ({
  world,
}) => {
  const last = await world.person('administrator')
  const office = await world.person('office')
  expect((await world.post(`/verwaltung/personen/${last.id}/loeschung`, {}, office)).statusCode).toBe(404)
  for (const [path, fields] of [
    [`/verwaltung/personen/${last.id}/loeschung`, {}],
    ['/konto/schliessen', { isSure: 'on' }],
  ] as const) {
    const answer = await world.post(path, fields, last)
    expect([answer.statusCode, answer.body.includes('Das ist die letzte Person mit der Rolle Verwaltung.')]).toEqual([
      409,
      true,
    ])
  }
  expect(await world.sql(`select disabled_at from people where id = '${last.id}'`)).toEqual([{ disabled_at: null }])
})

test('a person closes their own account once they are sure, and is signed out', async ({ world }) => {
  const author = await world.person('author')
  expect((await world.post('/konto/schliessen', {}, author)).statusCode).toBe(422)
  const answer = await world.post('/konto/schliessen', { isSure: 'on' }, author)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/zugang?info=geschlossen'])
  expect((await world.get('/konto', author)).statusCode).toBe(404)
  expect((await world.get('/zugang?info=geschlossen')).body).toContain('Ihr Konto ist geschlossen')
})

test('nothing that hangs on a person keeps them from being erased', async ({ world }) => {
  const rows = await world.sql(
    `select conname from pg_constraint where confrelid = 'people'::regclass and confdeltype not in ('c', 'n')`,
  )
  expect(rows).toEqual([])
})

test('what has served its purpose is erased by the clock, what has not is kept', async ({ world }) => {
  const { db, clock } = world
  const ago = (days: number, ms = 0) => new Date(clock.now.getTime() - days * day - ms)
  const { id: personId } = await world.person('administrator')
  const link = (n: number, expiresAt: Date) => ({
    personId,
    secretHash: Buffer.from([n]),
    createdAt: ago(40),
    expiresAt,
  })
  await db
    .insertInto('signInLinks')
    .values([link(1, ago(30, 1)), link(2, ago(29))])
    .execute()
  const device = (n: number, revokedAt: Date | null) => ({
    personId,
    secretHash: Buffer.from([n]),
    means: 'link' as const,
    createdAt: ago(60),
    seenAt: ago(60),
    expiresAt: ago(-1),
    revokedAt,
  })
  await db
    .insertInto('signIns')
    .values([device(1, ago(30, 1)), device(2, ago(29))])
    .execute()
  await db
    .insertInto('challenges')
    .values([
      { challenge: 'old', expiresAt: ago(0, 1) },
      { challenge: 'open', expiresAt: ago(0) },
    ])
    .execute()
  const answer = (n: number, at: Date) => ({ keyHash: Buffer.from([n]), fingerprint: Buffer.from([n]), at })
  await db
    .insertInto('answers')
    .values([answer(1, ago(1, 1)), answer(2, ago(1))])
    .execute()
  const entry = (what: string, at: Date) => ({ what, at, byKind: 'system' as const })
  await db
    .insertInto('audit')
    .values([entry('old', new Date('2024-05-04T09:59:59Z')), entry('young', new Date('2024-05-04T10:00:00Z'))])
    .execute()

  await people.jobs!.eraseOldRows!(
    { db, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de', house: world.house },
    {},
  )

  expect(await db.selectFrom('signInLinks').select('secretHash').execute()).toEqual([{ secretHash: Buffer.from([2]) }])
  expect(
    await db
      .selectFrom('signIns')
      .select('secretHash')
      .where('expiresAt', '=', ago(-1))
      .where('revokedAt', 'is not', null)
      .execute(),
  ).toEqual([{ secretHash: Buffer.from([2]) }])
  expect(await db.selectFrom('challenges').select('challenge').execute()).toEqual([{ challenge: 'open' }])
  expect(await db.selectFrom('answers').select('keyHash').execute()).toEqual([{ keyHash: Buffer.from([2]) }])
  expect(await db.selectFrom('audit').select('what').execute()).toEqual([{ what: 'young' }])
})

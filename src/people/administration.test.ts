import { sql } from 'kysely'
import { expect } from 'vitest'
import { keptMails, linkIn, plainEdition, workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'
import { roles } from '../platform/visit.ts'

const rolesOf = (world: World, person: string) =>
  world.db
    .selectFrom('roles')
    .select(['role', 'editionId'])
    .where('personId', '=', person)
    .orderBy('role')
    .orderBy('editionId')
    .execute()
const administrators = (world: World) =>
  world.db.selectFrom('roles').select('personId').where('role', '=', 'administrator').execute()
async function roleId(world: World, person: string) {
  return (await world.db.selectFrom('roles').select('id').where('personId', '=', person).executeTakeFirstOrThrow()).id
}
const invitation = (more: object = {}) => ({
  email: 'neu@region.example',
  name: 'Neue Kraft',
  language: 'de',
  role: 'office',
  edition: '',
  ...more,
})

test('an administrator invites by mail; the link signs the invited person in', async ({ world }) => {
  const administrator = await world.person('administrator')
  const answer = await world.post('/verwaltung/personen/einladen', invitation(), administrator)
  expect(answer.statusCode).toBe(303)
  await workedThrough(world)
  const mail = (await keptMails(world))[0]!
  for (const said of [
    'Guten Tag Neue Kraft,',
    'Geschäftsstelle hat ein Konto für Sie angelegt: Metropol.',
    'Ihre Rolle: Geschäftsstelle für die ganze Installation',
  ])
    expect(mail).toContain(said)
  expect((await world.post(linkIn(mail))).statusCode).toBe(303)
  const page = await world.get(answer.headers.location as string, administrator)
  expect(page.body).toContain('Die Einladung ist unterwegs')
  expect(page.body).toContain('neu@region.example')
})

test('every administration page is not there for everybody else', async ({ world }) => {
  const administrator = await world.person('administrator')
  const edition = await plainEdition(world, 5)
  const strangers = [
    undefined,
    await world.person(),
    ...(await Promise.all(
      (['door', 'group_lead', 'delegate', 'author'] as const).map((role) => world.person(role, edition)),
    )),
  ]
  const person = `/verwaltung/personen/${administrator.id}`
  const found: string[] = []
  for (const stranger of strangers) {
    for (const path of [
      '/verwaltung/personen',
      '/verwaltung/personen/einladen',
      person,
      '/verwaltung/protokoll',
      '/en/office/log',
    ])
      if ((await world.get(path, stranger)).statusCode !== 404) found.push(path)
    for (const path of [
      '/verwaltung/personen/einladen',
      `${person}/rollen`,
      `${person}/einladung`,
      `${person}/schliessen`,
      `${person}/rollen/${await roleId(world, administrator.id)}/entziehen`,
    ])
      if ((await world.post(path, invitation(), stranger)).statusCode !== 404) found.push(path)
  }
  expect(found).toEqual([])
})

test('the office gives every role but administrator; for one edition only within it', async ({ world }) => {
  const [mine, other] = [await plainEdition(world, 5), await plainEdition(world, 6)]
  const office = await world.person('office')
  const editionOffice = await world.person('office', mine)
  const status = async (who: typeof office, more: object) =>
    (await world.post('/verwaltung/personen/einladen', invitation(more), who)).statusCode
  expect(await status(office, { role: 'administrator' })).toBe(409)
  expect(await status(office, { role: 'office' })).toBe(303)
  expect(await status(editionOffice, { role: 'office', edition: mine })).toBe(303)
  expect(await status(editionOffice, { role: 'door', edition: '' })).toBe(409)
  expect(await status(editionOffice, { role: 'door', edition: other })).toBe(422)
  expect(await status(editionOffice, { role: 'administrator' })).toBe(409)
  const { id } = await world.db
    .selectFrom('people')
    .select('id')
    .where('email', '=', 'neu@region.example')
    .executeTakeFirstOrThrow()
  expect(await rolesOf(world, id)).toEqual([
    { role: 'office', editionId: mine },
    { role: 'office', editionId: null },
  ])
})

test('an edition’s office sees only the people of its edition', async ({ world }) => {
  const [mine, other] = [await plainEdition(world, 5), await plainEdition(world, 6)]
  const office = await world.person('office', mine)
  const colleague = await world.person('door', mine)
  const stranger = await world.person('door', other)
  const { body } = await world.get('/verwaltung/personen', office)
  expect([body.includes(colleague.email), body.includes(stranger.email)]).toEqual([true, false])
  expect((await world.get(`/verwaltung/personen/${stranger.id}`, office)).statusCode).toBe(404)
})

test('the last administrator can neither lose the role nor the account, and is told why', async ({ world }) => {
  const last = await world.person('administrator')
  const base = `/verwaltung/personen/${last.id}`
  for (const path of [`${base}/rollen/${await roleId(world, last.id)}/entziehen`, `${base}/schliessen`]) {
    const answer = await world.post(path, {}, last)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Das ist die letzte Person mit der Rolle Verwaltung.')
  }
  expect(await administrators(world)).toEqual([{ personId: last.id }])
})

test('the database itself refuses to lose its last administrator', async ({ world }) => {
  await world.person('administrator')
  await expect(world.db.deleteFrom('roles').execute()).rejects.toMatchObject({ code: 'MP001' })
})

test('of two administrators who remove each other at once, one stays', async ({ world }) => {
  const pair = [await world.person('administrator'), await world.person('administrator')] as const
  const ids = await Promise.all(pair.map(({ id }) => roleId(world, id)))
  const answers = await world.together(
    2,
    (n) => world.post(`/verwaltung/personen/${pair[1 - n]!.id}/rollen/${ids[1 - n]}/entziehen`, {}, pair[n]!),
    'audit',
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  expect(await administrators(world)).toHaveLength(1)
})

test('without the lock both would go: the trigger alone does not see what the other has not committed', async ({
  world,
}) => {
  const pair = [await world.person('administrator'), await world.person('administrator')] as const
  await world.together(
    2,
    (n) =>
      world.db.transaction().execute(async (write) => {
        await write.deleteFrom('roles').where('personId', '=', pair[n]!.id).execute()
        await sql`insert into audit (at, what, by_kind) values (now(), 'proof', 'system')`.execute(write)
      }),
    'audit',
  )
  expect(await administrators(world)).toHaveLength(0)
})

test('a role given while the account is closed does not outlive it', async ({ world }) => {
  const [administrator, other] = [await world.person('administrator'), await world.person('administrator')]
  const person = await world.person()
  const at = `/verwaltung/personen/${person.id}`
  await world.together(2, (n) =>
    n === 0
      ? world.post(`${at}/rollen`, { role: 'office', edition: '' }, administrator)
      : world.post(`${at}/schliessen`, {}, other),
  )
  expect(await rolesOf(world, person.id)).toEqual([])
  const [row] = await world.sql(`select disabled_at is not null as "isClosed" from people where id = '${person.id}'`)
  expect(row).toEqual({ isClosed: true })
})

test('closing an account ends everything at once; a new invitation by an administrator opens it again', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  const person = await world.person('office')
  expect((await world.get('/konto', person)).statusCode).toBe(200)
  await world.post(`/verwaltung/personen/${person.id}/schliessen`, {}, administrator)
  expect((await world.get('/konto', person)).statusCode).toBe(404)
  expect(await rolesOf(world, person.id)).toEqual([])
  const office = await world.person('office')
  const again = invitation({ email: person.email, role: 'door' })
  expect((await world.post('/verwaltung/personen/einladen', again, office)).statusCode).toBe(409)
  expect((await world.post('/verwaltung/personen/einladen', again, administrator)).statusCode).toBe(303)
  expect(await rolesOf(world, person.id)).toEqual([{ role: 'door', editionId: null }])
  expect((await world.get('/konto', person)).statusCode).toBe(404)
})

test('ending one device or all others leaves this one signed in', async ({ world }) => {
  const person = await world.person('office')
  const other = await world.person('office')
  await world.db
    .updateTable('signIns')
    .set({ personId: person.id, device: 'Firefox, Linux' })
    .where('personId', '=', other.id)
    .execute()
  expect((await world.get('/konto', other)).body).toContain('Firefox, Linux')
  await world.post('/konto/geraete/andere/ende', {}, person)
  expect((await world.get('/konto', other)).statusCode).toBe(404)
  expect((await world.get('/konto', person)).statusCode).toBe(200)
})

test('nobody ends another person’s sign-in', async ({ world }) => {
  const [one, two] = [await world.person('office'), await world.person('office')]
  const { id } = await world.db
    .selectFrom('signIns')
    .select('id')
    .where('personId', '=', two.id)
    .executeTakeFirstOrThrow()
  expect((await world.post(`/konto/geraete/${id}/ende`, {}, one)).statusCode).toBe(404)
  expect((await world.get('/konto', two)).statusCode).toBe(200)
})

test('every role is offered for the installation or one edition, that of administrators by administrators only', async ({
  world,
}) => {
  const edition = await plainEdition(world, 5)
  const offeredTo = async (role: 'administrator' | 'office') => {
    const { body } = await world.get('/verwaltung/personen/einladen', await world.person(role))
    return [...body.matchAll(/name="role" value="(\w+)"/g)].map(([, offered]) => offered)
  }
  expect(await offeredTo('administrator')).toEqual([...roles])
  expect(await offeredTo('office')).toEqual(roles.slice(1))
  const administrator = await world.person('administrator')
  await world.post('/verwaltung/personen/einladen', invitation({ role: 'delegate', edition }), administrator)
  const [{ id } = { id: '' }] = await world.sql(`select id from people where email = 'neu@region.example'`)
  expect(await rolesOf(world, id as string)).toEqual([{ role: 'delegate', editionId: edition }])
})

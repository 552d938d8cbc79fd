import pg from 'pg'
import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aContact, anInvitedSteward, anOrganisation, aSteward } from '../../test/organisations.ts'
import { keptMails, linkIn, workedThrough } from '../../test/people.ts'
import { aFund, takesPart } from '../../test/projects.ts'
import { aPiece } from '../../test/thread.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { inChange, type Viewer } from '../platform/visit.ts'
import { addContact } from './commands/contacts.ts'
import { organisations } from './index.ts'
import { contactsAtMost } from './model.ts'

const secretIn = (mail: string, part: string) => new RegExp(`/${part}/[\\w-]{22}`).exec(mail)?.[0] ?? ''
const lastMail = async (world: World) => {
  await workedThrough(world)
  return (await keptMails(world)).at(-1) ?? ''
}
const erasing = ({ db, clock, house }: World) => {
  const visit = { db, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de', house } as const
  return organisations.jobs!.eraseUnanswered!(visit, {})
}
const later = (world: World, days: number, milliseconds = 0) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 864e5 + milliseconds)
}
const contact = { name: 'Anna Beispiel', task: 'Presse', email: 'anna@werke.example', phone: '07051 123456' }

/** An organisation with somebody who looks after it. */
async function lookedAfter(world: World, name = 'Stadtwerke Calw') {
  const id = await anOrganisation(world, { name })
  return { id, steward: await aSteward(world, id), at: `/organisationen/${id}` }
}

test('who is invited to look after an organisation accepts without an account, gets a link to sign in and lands there', async ({
  world,
}) => {
  const { id, steward, at } = await lookedAfter(world)
  const guest = { name: 'Gast', email: 'gast@werke.example', language: 'de' }
  expect((await world.post(`${at}/betreuung/einladen`, guest, steward.person)).statusCode).toBe(303)
  const again = await world.post(`${at}/betreuung/einladen`, { ...guest, email: 'Gast@Werke.example' }, steward.person)
  expect([again.statusCode, again.body.includes('oder ist eingeladen')]).toEqual([409, true])
  const link = secretIn(await lastMail(world), 'organisationseinladung')
  expect((await world.get(link)).body).toContain('Stadtwerke Calw')
  expect(await world.sql(`select id from people where email = 'gast@werke.example'`)).toEqual([])
  expect((await world.post(link, { name: 'Gast der Werke' })).headers.location).toBe(
    '/organisationseinladung/angenommen',
  )
  expect((await world.get('/organisationseinladung/angenommen')).body).toContain('Sie betreuen den Eintrag jetzt')
  const signIn = await world.post(linkIn(await lastMail(world)))
  const cookie = String(signIn.headers['set-cookie']).split(';')[0] ?? ''
  expect((await world.get('/zugang/weiter', undefined, { cookie })).headers.location).toBe(`${at}/betreuung`)
  expect((await world.get('/organisationen', undefined, { cookie })).body).toContain('Ihre Organisationen')
  expect((await world.get(link)).statusCode).toBe(404)
  expect(
    await world.sql(`select p.name, s.email, s.name as typed from organisation_stewards s join people p on p.id = person_id
      where organisation_id = '${id}' and p.email = 'gast@werke.example'`),
  ).toEqual([{ name: 'Gast der Werke', email: null, typed: null }])
})

test('who is signed in with the invited address is at the entry at once', async ({ world }) => {
  const { id, at } = await lookedAfter(world)
  const guest = await world.person()
  const { secret } = await anInvitedSteward(world, id, { email: guest.email })
  const answer = await world.post(`/organisationseinladung/${secret}`, { name: 'Gast' }, guest)
  expect(answer.headers.location).toBe(`${at}/betreuung?info=joined`)
  expect((await world.get(String(answer.headers.location), guest)).body).toContain('Sie betreuen diesen Eintrag jetzt.')
})

test('one address gets three mails a day in the name of an organisation, however often it is entered, removed and changed', async ({
  world,
}) => {
  const { steward, at } = await lookedAfter(world)
  const guest = { name: 'Gast', email: 'Anna@werke.example', language: 'de' }
  const invited = async () => (await world.post(`${at}/betreuung/einladen`, guest, steward.person)).statusCode
  expect((await world.post(`${at}/kontakte/neu`, { ...contact, language: 'de' }, steward.person)).statusCode).toBe(303)
  const [{ id } = { id: '' }] = await world.sql('select id from organisation_contacts')
  const changed = async (task: string) =>
    world.post(`${at}/kontakte/${id}`, { ...contact, task, language: 'de' }, steward.person)
  expect([(await changed('Netz')).statusCode, await invited()]).toEqual([303, 303])
  const refused = await changed('Wasser')
  expect([refused.statusCode, refused.body.includes('heute schon drei E-Mails')]).toEqual([409, true])
  await world.sql('delete from organisation_stewards where person_id is null')
  expect(await invited()).toBe(409)
  expect(await world.sql('select task from organisation_contacts')).toEqual([{ task: 'Netz' }])
  const other = { ...guest, email: 'andere@werke.example' }
  expect((await world.post(`${at}/betreuung/einladen`, other, steward.person)).statusCode).toBe(303)
  const elsewhere = await lookedAfter(world, 'Werke Nagold')
  expect((await world.post(`${elsewhere.at}/betreuung/einladen`, guest, elsewhere.steward.person)).statusCode).toBe(303)
  await world.sql(`update mails set queued_at = queued_at - interval '24 hours'`)
  expect(await invited()).toBe(303)
})

test('of an invitation that is declined, or waits 60 days, nothing is left, nor of a contact without an answer', async ({
  world,
}) => {
  const { id, steward } = await lookedAfter(world)
  const { secret } = await anInvitedSteward(world, id)
  await anInvitedSteward(world, id, { email: 'stumm@werke.example' })
  await aContact(world, id)
  await aContact(world, id, { email: 'ja@werke.example', confirmedAt: world.clock.now, shown: [] })
  const declined = await world.post(`/organisationseinladung/${secret}/ablehnung`)
  expect((await world.get(String(declined.headers.location))).body).toContain('Sie haben abgelehnt.')
  const left = async () => [
    (await world.sql('select id from organisation_stewards')).length,
    (await world.sql('select id from organisation_contacts')).length,
  ]
  later(world, 60)
  await erasing(world)
  expect(await left()).toEqual([2, 2])
  later(world, 0, 1)
  await erasing(world)
  expect(await left()).toEqual([1, 1])
  expect(await world.sql('select id from organisation_stewards')).toEqual([{ id: steward.id }])
})

test('a steward changes what the organisation says about itself, and every change is in the log; name and kind stay', async ({
  world,
}) => {
  const { id, steward, at } = await lookedAfter(world)
  const entry = { aboutDe: 'Wir **liefern** Wasser.', website: 'https://werke.example', name: 'Anders', kind: 'state' }
  expect((await world.post(`${at}/betreuung`, entry, steward.person)).statusCode).toBe(303)
  const { body } = await world.get(at)
  expect([body.includes('Wir <strong>liefern</strong> Wasser.'), body.includes('Stadtwerke Calw')]).toEqual([
    true,
    true,
  ])
  expect(await world.sql('select name, kind from organisations')).toEqual([
    { name: 'Stadtwerke Calw', kind: 'company' },
  ])
  expect(await world.sql(`select what, about, by_person, after from audit where what like 'organisation.%'`)).toEqual([
    {
      what: 'organisation.entry_changed',
      about: id,
      by_person: steward.person.id,
      after: { website: 'https://werke.example', about: { de: 'Wir **liefern** Wasser.' } },
    },
  ])
  const english = await world.post(`${at}/betreuung`, { aboutEn: 'Only English' }, steward.person)
  expect([english.statusCode, english.body.includes('auch auf Deutsch')]).toEqual([409, true])
})

test('everybody sees of a contact what the contact agreed to by the mailed link, and nothing before or after a change', async ({
  world,
}) => {
  const { steward, at } = await lookedAfter(world)
  const words = ['Anna Beispiel', 'Presse', 'anna@werke.example', '07051 123456']
  const seen = async () => {
    const { body } = await world.get(at)
    return words.filter((word) => body.includes(word))
  }
  expect((await world.post(`${at}/kontakte/neu`, { ...contact, language: 'de' }, steward.person)).statusCode).toBe(303)
  expect(await seen()).toEqual([])
  const mail = await lastMail(world)
  expect([mail.includes('Beispiel'), mail.includes('To: anna@werke.example')]).toEqual([false, true])
  const link = secretIn(mail, 'kontaktangaben')
  expect((await world.get(link)).body).toContain('07051 123456')
  await world.post(link, { shown: ['name', 'phone'] })
  expect(await seen()).toEqual(['Anna Beispiel', '07051 123456'])
  await world.post(link, { shown: ['task'] })
  expect(await seen()).toEqual(['Presse'])
  const [{ id } = { id: '' }] = await world.sql('select id from organisation_contacts')
  const changed = { ...contact, email: 'neu@werke.example', language: 'de' }
  await world.post(`${at}/kontakte/${id}`, changed, steward.person)
  expect([await seen(), (await world.get(link)).statusCode]).toEqual([[], 404])
  const newer = secretIn(await lastMail(world), 'kontaktangaben')
  await world.post(newer, { shown: ['name'] })
  expect(await seen()).toEqual(['Anna Beispiel'])
  expect((await world.post(`${newer}/loeschung`)).headers.location).toBe('/kontaktangaben/geloescht')
  expect([await seen(), await world.sql('select id from organisation_contacts')]).toEqual([[], []])
  expect(JSON.stringify(await world.sql('select before, after from audit'))).not.toContain('Beispiel')
})

test('a steward of one organisation is a stranger to another; who leaves, or closes the account, is one at once', async ({
  world,
}) => {
  const { id, steward, at } = await lookedAfter(world)
  const other = await anOrganisation(world, { name: 'Andere Werke' })
  const [second, third] = [await aSteward(world, id), await aSteward(world, id)]
  const codes = async (who: typeof steward.person, place = at) =>
    (await world.get(`${place}/betreuung`, who)).statusCode
  expect([await codes(steward.person), await codes(steward.person, `/organisationen/${other}`)]).toEqual([200, 404])
  const foreign = await aContact(world, other)
  expect((await world.post(`${at}/kontakte/${foreign.id}/entfernen`, {}, steward.person)).statusCode).toBe(404)
  const left = await world.post(`${at}/betreuung/${second.id}/ende`, {}, second.person)
  expect(left.headers.location).toBe('/organisationen')
  await world.post(`${at}/betreuung/${third.id}/ende`, {}, steward.person)
  expect([await codes(second.person), await codes(third.person)]).toEqual([404, 404])
  await world.post('/konto/schliessen', { isSure: 'on' }, steward.person)
  expect(await world.sql('select id from organisation_stewards')).toEqual([])
})

test('what a steward may see of an organisation that is not confirmed yet, others do not', async ({ world }) => {
  const id = await anOrganisation(world, { name: 'Stille Werke', isConfirmed: false })
  const { person } = await aSteward(world, id)
  const seenBy = async (who?: typeof person) => [
    (await world.get(`/organisationen/${id}`, who)).statusCode,
    (await world.get('/organisationen', who)).body.includes('Stille Werke'),
  ]
  expect([await seenBy(person), await seenBy(await world.person()), await seenBy()]).toEqual([
    [200, true],
    [404, false],
    [404, false],
  ])
})

test('merging gives nobody rights unseen: who is ticked comes along, all others do not, and speakers wait anew', async ({
  world,
}) => {
  const { id, steward } = await lookedAfter(world)
  const gone = await anOrganisation(world, { name: 'Werke Calw' })
  const [ticked, other] = [await aSteward(world, gone), await aSteward(world, gone)]
  await aContact(world, id)
  await aContact(world, gone)
  await aContact(world, gone, { name: 'Frau Pegel', email: 'pegel@werke.example' })
  const { id: editionId } = await anEdition(world)
  const groupId = await aGroup(world, editionId, { name: { de: 'Wasserstoff' }, state: 'working' })
  await aMember(world, groupId, { personId: other.person.id, organisationId: gone, isSpeaker: true })
  const project = await aPiece(world, 'project', { slug: 'pegelverbund' })
  await takesPart(world, project.id, id)
  await aFund(world, project.id, { organisationId: id, programme: 'Geheime Eigenmittel' })
  const office = await world.person('office')
  const at = `/verwaltung/organisationen/${id}/zusammenfuehrung`
  const preview = (await world.get(`${at}?other=${gone}`, office)).body
  for (const words of [
    'Frau Pegel',
    `value="${ticked.id}"`,
    `value="${other.id}"`,
    '„Wasserstoff“: Ein Mitglied stimmt',
  ])
    expect(preview).toContain(words)
  await world.post(at, { other: gone, stewards: ticked.id }, office)
  const people = await world.sql('select person_id from organisation_stewards order by id')
  expect(people).toEqual([{ person_id: steward.person.id }, { person_id: ticked.person.id }])
  expect((await world.get('/projekte/pegelverbund', other.person)).body).not.toContain('Geheime Eigenmittel')
  expect(await world.sql('select name from organisation_contacts order by name')).toHaveLength(2)
  expect(await world.sql('select organisation_id, is_speaker from group_members')).toEqual([
    { organisation_id: id, is_speaker: false },
  ])
})

test('merging waits for who writes to what names the other, and loses no row', async ({ world }) => {
  const { id } = await lookedAfter(world)
  const gone = await anOrganisation(world, { name: 'Werke Calw' })
  const project = await aPiece(world, 'project')
  const fund = await aFund(world, project.id, { organisationId: gone })
  const office = await world.person('office')
  const writer = new pg.Client(world.databaseUrl)
  await writer.connect()
  await writer.query('begin')
  await writer.query(`update project_funds set programme = 'Neu' where id = '${fund}'`)
  const merging = world.post(`/verwaltung/organisationen/${id}/zusammenfuehrung`, { other: gone }, office)
  for (
    const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    ;
  ) {
    await writer.query('select pg_stat_clear_snapshot()')
    if ((await writer.query(waits)).rowCount) break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await writer.query('commit')
  await writer.end()
  expect((await merging).statusCode).toBe(303)
  expect(await world.sql('select programme, organisation_id from project_funds')).toEqual([
    { programme: 'Neu', organisation_id: id },
  ])
})

const full = async (world: World) => {
  const { id, steward, at } = await lookedAfter(world)
  for (let n = 1; n < contactsAtMost; n++)
    await aContact(world, id, { email: `${n}@werke.example`, confirmedAt: world.clock.now })
  return { id, steward, at }
}
const mailTo = (n: number) => ({ ...contact, email: `neu${n}@werke.example`, language: 'de' as const })
const contactsOf = (world: World) => world.sql('select id from organisation_contacts')

test('of two who enter the last contact at once, one does', async ({ world }) => {
  const { steward, at } = await full(world)
  const answers = await world.together(2, (n) => world.post(`${at}/kontakte/neu`, mailTo(n), steward.person))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  expect(await contactsOf(world)).toHaveLength(contactsAtMost)
})

test('without the lock both would: the proof that the lock is what holds', async ({ world }) => {
  const { id, steward } = await full(world)
  const viewer: Viewer = { kind: 'person', id: steward.person.id, name: '', signIn: '', roles: [] }
  const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
  await world.together(2, (n) =>
    inChange(world.db, base, (change) =>
      addContact({ ...change, write: change.write.withPlugin(lockOff) as never }, { ...mailTo(n), organisationId: id }),
    ),
  )
  expect(await contactsOf(world)).toHaveLength(contactsAtMost + 1)
})

import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { keptMails, plainEdition, workedThrough } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

const here = '/verwaltung/postausgang'
type Values = { state?: 'queued' | 'sent' | 'kept' | 'failed' | 'useless'; recipient?: string; edition?: string }

/** A mail in the outbox, written an hour ago; failed unless said otherwise. */
async function aMail(
  { db, clock }: World,
  { state = 'failed', recipient = 'anna@landkreis.example', edition }: Values = {},
) {
  const { id } = await db
    .insertInto('mails')
    .values({
      template: 'people.signIn',
      recipient,
      language: 'de',
      state,
      editionId: edition ?? null,
      attempts: 8,
      lastError: '550 mailbox full',
      subject: 'Ihr Anmelde-Link',
      body: 'Guten Tag\n\nhttp://localhost/zugang/link/••••••',
      queuedAt: new Date(clock.now.getTime() - 36e5),
      sentAt: state === 'sent' || state === 'kept' ? new Date(clock.now.getTime() - 36e5) : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
const stateOf = async ({ db }: World, id: string) =>
  (await db.selectFrom('mails').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

test('the office sees every mail, an edition’s team those of its edition, others no page', async ({ world }) => {
  const [mine, other] = [await plainEdition(world, 5), await plainEdition(world, 6)]
  await aMail(world, { recipient: 'mine@x.example', edition: mine })
  const foreign = await aMail(world, { recipient: 'other@x.example', edition: other })
  const own = await aMail(world, { recipient: 'account@x.example' })
  const team = await world.person('congress_team', mine)
  const seenBy = async (who: Awaited<ReturnType<World['person']>>) => {
    const { body } = await world.get(here, who)
    return ['mine@x.example', 'other@x.example', 'account@x.example'].filter((address) => body.includes(address))
  }
  expect(await seenBy(await world.person('office'))).toEqual(['mine@x.example', 'other@x.example', 'account@x.example'])
  expect(await seenBy(await world.person('congress_team'))).toEqual(['mine@x.example', 'other@x.example'])
  expect(await seenBy(team)).toEqual(['mine@x.example'])
  for (const id of [foreign, own]) {
    expect((await world.get(`${here}/${id}`, team)).statusCode).toBe(404)
    expect((await world.post(`${here}/${id}/neuer-versand`, {}, team)).statusCode).toBe(404)
  }
  for (const stranger of [
    undefined,
    await world.person(),
    await world.person('author'),
    await world.person('door', mine),
  ])
    for (const path of [here, `${here}/${foreign}`, '/en/office/outbox', '/verwaltung/vorlagen'])
      expect((await world.get(path, stranger)).statusCode).toBe(404)
  expect((await world.get('/verwaltung/vorlagen', team)).statusCode).toBe(404)
})

test('the list is narrowed by state, template and part of the address, taken literally', async ({ world }) => {
  const office = await world.person('office')
  await aMail(world, { recipient: 'anna_k@landkreis.example' })
  await aMail(world, { recipient: 'annaxk@landkreis.example', state: 'sent' })
  const found = async (query: string) =>
    [...(await world.get(`${here}?${query}`, office)).body.matchAll(/postausgang\/[-\w]{36}">([^<]+)</g)].map(
      ([, address]) => address,
    )
  expect(await found('recipient=anna_k')).toEqual(['anna_k@landkreis.example'])
  expect(await found('recipient=LANDKREIS&state=sent')).toEqual(['annaxk@landkreis.example'])
  expect(await found('template=people.invited')).toEqual([])
  expect((await found('recipient=%25')).length).toBe(0)
  expect((await found('state=nonsense&page=-3')).length).toBe(2)
})

test('one mail or three, the list asks the database as often', async ({ world }) => {
  const office = await world.person('office')
  const cost = async () => {
    const before = world.statements()
    await world.get(here, office)
    return world.statements() - before
  }
  await aMail(world)
  await cost()
  const one = await cost()
  await aMail(world)
  await aMail(world)
  expect(await cost()).toBe(one)
})

test('more than fifty mails stand on several pages', async ({ world }) => {
  const office = await world.person('office')
  for (let n = 0; n < 51; n++) await aMail(world, { recipient: `n${n}@x.example` })
  const count = async (query: string) =>
    [...(await world.get(here + query, office)).body.matchAll(/postausgang\/[-\w]{36}"/g)].length
  expect([await count(''), await count('?page=2'), await count('?page=3')]).toEqual([50, 1, 0])
})

test('a mail’s page shows the masked text and the error, and offers no file', async ({ world }) => {
  const office = await world.person('office')
  const id = await aMail(world, { state: 'kept' })
  await world.db.updateTable('mails').set({ keptAs: 'a-mail.eml' }).where('id', '=', id).execute()
  const { body } = await world.get(`${here}/${id}`, office)
  expect(body).toContain('http://localhost/zugang/link/••••••')
  expect(body).toContain('550 mailbox full')
  expect(body).toContain('mail/a-mail.eml im Datenordner')
  expect(body).not.toMatch(/href="[^"]*\.eml/)
  expect([body.includes('<dt>Abgelegt</dt>'), body.includes('<dt>Gesendet</dt>')]).toEqual([true, false])
  expect(body).toContain('geheimen Link')
  await world.db.updateTable('mails').set({ body: 'Ihre Anmeldung ist abgesagt.' }).where('id', '=', id).execute()
  expect((await world.get(`${here}/${id}`, office)).body).not.toContain('geheimen Link')
})

test('a failed, sent or kept mail is queued again; what waits or is useless is refused', async ({ world }) => {
  const office = await world.person('office')
  const outcome = async (state: NonNullable<Values['state']>) => {
    const id = await aMail(world, { state })
    const { statusCode } = await world.post(`${here}/${id}/neuer-versand`, {}, office)
    return [state, statusCode, await stateOf(world, id)]
  }
  expect([
    await outcome('failed'),
    await outcome('sent'),
    await outcome('kept'),
    await outcome('queued'),
    await outcome('useless'),
  ]).toEqual([
    ['failed', 303, 'queued'],
    ['sent', 303, 'queued'],
    ['kept', 303, 'queued'],
    ['queued', 409, 'queued'],
    ['useless', 409, 'useless'],
  ])
  expect(await world.queued()).toEqual(['sendMail', 'sendMail', 'sendMail'])
  const audit = await world.db.selectFrom('audit').select('what').where('what', 'like', 'mail.%').execute()
  expect(audit.map(({ what }) => what)).toEqual(['mail.queuedAgain', 'mail.queuedAgain', 'mail.queuedAgain'])
})

test('pressed by several at once, a mail is queued once', async ({ world }) => {
  const id = await aMail(world)
  const people = await Promise.all(Array.from({ length: 4 }, () => world.person('office')))
  const answers = await world.together(4, (n) => world.post(`${here}/${id}/neuer-versand`, {}, people[n]))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409, 409])
  expect(await world.queued()).toEqual(['sendMail'])
})

test('all failed mails go again at once, an edition’s team only its own', async ({ world }) => {
  const [mine, other] = [await plainEdition(world, 5), await plainEdition(world, 6)]
  const ids = [await aMail(world, { edition: mine }), await aMail(world, { edition: other }), await aMail(world)]
  const states = () => Promise.all(ids.map((id) => stateOf(world, id)))
  const again = async (who: Awaited<ReturnType<World['person']>>) =>
    (await world.post(`${here}/gescheiterte/neuer-versand`, {}, who)).statusCode
  const team = await world.person('congress_team', mine)
  expect([await again(team), await states()]).toEqual([303, ['queued', 'failed', 'failed']])
  expect(await again(team)).toBe(409)
  expect([await again(await world.person('office')), await states()]).toEqual([303, ['queued', 'queued', 'queued']])
  expect(await again(await world.person('door'))).toBe(404)
})

test('a failed mail asks for attention', async ({ world }) => {
  const office = await world.person('office')
  expect((await world.get('/verwaltung', office)).body).not.toContain('Eine Mail ist gescheitert')
  await aMail(world)
  expect((await world.get('/verwaltung', office)).body).toContain('Eine Mail ist gescheitert')
})

test('a mail that cannot be written is tried eight times and then shown as failed', async ({ world }) => {
  const id = await aMail(world, { state: 'queued' })
  await world.db.updateTable('mails').set({ template: 'gone.away', attempts: 7 }).where('id', '=', id).execute()
  await world.sql(`select graphile_worker.add_job('sendMail', '{"mail":"${id}"}')`)
  await workedThrough(world)
  const row = await world.db
    .selectFrom('mails')
    .select(['state', 'attempts', 'lastError'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expect(row).toEqual({ state: 'failed', attempts: 8, lastError: 'no template gone.away' })
})

test('ninety days after sending, address, text and kept file are gone and the mail is still counted', async ({
  world,
}) => {
  const administrator = await world.person('administrator')
  const invitation = { email: 'neu@region.example', name: 'Neu', language: 'de', role: 'office', edition: '' }
  await world.post('/verwaltung/personen/einladen', invitation, administrator)
  await workedThrough(world)
  expect((await readdir(join(world.data, 'mail'))).length).toBe(1)
  const erase = async () => {
    await world.sql(`select graphile_worker.add_job('eraseOldMails', '{}')`)
    await workedThrough(world)
    const { recipient, body, subject, keptAs, state, values } = await world.db
      .selectFrom('mails')
      .selectAll()
      .executeTakeFirstOrThrow()
    return { recipient, hasText: body !== null || subject !== null, keptAs: keptAs !== null, state, values }
  }
  world.clock.now = new Date(world.clock.now.getTime() + 89 * 864e5)
  expect(await erase()).toEqual({
    recipient: 'neu@region.example',
    hasText: true,
    keptAs: true,
    state: 'kept',
    values: { by: administrator.id },
  })
  world.clock.now = new Date(world.clock.now.getTime() + 2 * 864e5)
  expect(await erase()).toEqual({ recipient: '', hasText: false, keptAs: false, state: 'kept', values: {} })
  expect(await keptMails(world)).toEqual([])
})

import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aMeeting, aPlace } from '../../test/meetings.ts'
import { approve, someMinutes } from '../../test/minutes.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { test } from '../../test/world.ts'

const secretText = 'Nur für Anwesende'

test('a guest who was there reads minutes by the link in their mail, remarks and proposes, until they are approved; nobody else does', async ({
  world,
}) => {
  const edition = await anEdition(world)
  const group = await aGroup(world, edition.id, { state: 'working' })
  const lead = await aMember(world, group, { part: 'lead' })
  const meeting = await aMeeting(world, group)
  const [there, away, elsewhere] = [
    await aPlace(world, meeting, { name: 'Dana Gast', isPresent: true }),
    await aPlace(world, meeting, { email: 'fern@verein.example', isPresent: false }),
    await aPlace(world, await aMeeting(world, group), { isPresent: true }),
  ]
  const member = await aPlace(world, meeting, { memberId: lead.id, isPresent: true })
  const section = await someMinutes(world, meeting)
  await world.sql(`update minutes_sections set text = '${secretText}', revision = 2`)
  await world.sql(`insert into minutes_versions (section_id, revision, title, text, at)
    select id, 2, title, text, now() from minutes_sections`)
  const of = ({ secret }: { secret: string }) => `/sitzung/${secret}/protokoll`
  const seen = async () =>
    Promise.all(
      [there, away, elsewhere, member].map(async (one) => {
        const { statusCode, body } = await world.get(of(one))
        return [statusCode, body.includes(secretText)]
      }),
    )
  expect(await seen()).toEqual([
    [200, false],
    [404, false],
    [200, false],
    [404, false],
  ])
  const at = `/arbeitsgruppen/${group}/sitzungen/${meeting}/protokoll`
  const remark = () => world.post(`${of(there)}/${section}/anmerkung`, { text: 'Der Betrag fehlt.' })
  expect((await remark()).statusCode).toBe(404)
  await world.post(`${at}/stand`, { to: 'commenting' }, lead.person)
  await workedThrough(world)
  const mails = (await keptMails(world)).filter((text) => /\/sitzung\/[\w-]+\/protokoll/.test(text))
  expect(mails.map((text) => [text.includes('Dana Gast'), text.includes(secretText)])).toEqual([[true, false]])
  expect(await seen()).toEqual([
    [200, true],
    [404, false],
    [200, false],
    [404, false],
  ])
  const propose = `${of(there)}/${section}/vorschlag`
  expect((await world.get(propose)).body).toContain(secretText)
  expect((await world.get(propose.replace(there.secret, elsewhere.secret))).statusCode).toBe(404)
  expect((await remark()).statusCode).toBe(303)
  expect((await world.post(propose, { seen: '2', text: secretText, reason: 'x' })).statusCode).toBe(409)
  const words = { seen: '2', text: `${secretText}: 40 Euro`, reason: 'Mit Betrag.' }
  expect((await world.post(propose, words)).statusCode).toBe(303)
  const page = (await world.get(at, lead.person)).body
  expect(['Dana Gast: Der Betrag fehlt.', 'vorgeschlagen von Dana Gast'].filter((one) => !page.includes(one))).toEqual(
    [],
  )
  const [amendment] = await world.sql('select id from minutes_amendments')
  const decision = { seen: '2', to: 'accepted', text: words.text, answer: '' }
  expect((await world.post(`${at}/vorschlaege/${amendment?.id}`, decision, lead.person)).statusCode).toBe(303)
  expect((await world.get(of(there))).body).toContain('übernommen')
  await approve(world, at, lead.person)
  expect(await seen()).toEqual([
    [200, false],
    [404, false],
    [200, false],
    [404, false],
  ])
  expect((await remark()).statusCode).toBe(404)
})

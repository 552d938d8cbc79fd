import { expect } from 'vitest'
import { aMember } from '../../test/groups.ts'
import { aMeeting } from '../../test/meetings.ts'
import { someMinutes } from '../../test/minutes.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { anOpenVote, atWork } from '../../test/votes.ts'
import { test, type World } from '../../test/world.ts'
import { notices } from './index.ts'
import type { Pace } from './model.ts'

/** What came by mail when this job had run. */
async function afterJob(world: World, job: string, payload: object = {}) {
  const before = (await keptMails(world)).length
  const base = { viewer: { kind: 'system' }, language: 'de', house: world.house } as const
  await notices.jobs![job]!({ ...base, now: world.clock.now, db: world.db, read: world.db as never }, payload as never)
  await workedThrough(world)
  return (await keptMails(world)).slice(before)
}
const textOf = (mail: string) => mail.replace(/=\r?\n/g, '').replace(/\s+/g, ' ')
const linkIn = (mail: string) => /\/gruppennachrichten\/[\w-]{22}/.exec(mail)?.[0] ?? ''

test('each member is told as they want of what is new, all in one, and no mail says what it is', async ({ world }) => {
  const one = await atWork(world)
  const { group, lead, member } = one
  const [atOnce, weekly, never] = [
    await aMember(world, group),
    await aMember(world, group),
    await aMember(world, group),
  ]
  const choose = (who: typeof member, pace: Pace) =>
    world.post(`/arbeitsgruppen/${group}/nachrichten`, { pace }, who.person)
  for (const [who, pace] of [
    [atOnce, 'at_once'],
    [weekly, 'weekly'],
    [never, 'never'],
  ] as const)
    expect((await choose(who, pace)).statusCode).toBe(303)
  await anOpenVote(world, one, { title: 'Geheimsache', closesAt: '2026-05-08T12:00' })
  await anOpenVote(world, one, { title: 'Noch eine Geheimsache' })
  await world.post(
    `/arbeitsgruppen/${group}/sitzungen/neu`,
    { title: 'Vertrauliche Sitzung', lasts: '60', start1: '2026-06-01T10:00' },
    lead.person,
  )
  await workedThrough(world)
  const once = await keptMails(world)
  expect(once.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim())).toEqual([atOnce.person.email])
  const [mail, ...more] = await afterJob(world, 'tellDaily')
  expect([more, /^To: (.*)$/m.exec(mail!)?.[1]?.trim()]).toEqual([[], member.person.email])
  expect(mail).toContain('2 Abstimmungen (die nächste bis Freitag, 8. Mai 2026, 12.00 Uhr), eine Sitzung')
  expect(mail).toContain('Neckarverkehr')
  expect([...once, mail!].filter((text) => /Geheimsache|Vertraulich/.test(text))).toEqual([])
  expect(await afterJob(world, 'tellDaily')).toEqual([])
  expect((await afterJob(world, 'tellWeekly')).length).toBe(1)
  expect(await world.sql('select count(*)::int as n from notices')).toEqual([{ n: 0 }])
})

test('a notice says until when a vote lasts, and tells a member of a task that somebody else gave them', async ({
  world,
}) => {
  const one = await atWork(world)
  const { group, lead, member } = one
  await anOpenVote(world, one, { title: 'Geheimsache', closesAt: '2026-05-08T12:00' })
  const meeting = await aMeeting(world, group)
  const section = await someMinutes(world, meeting)
  const at = `/arbeitsgruppen/${group}/sitzungen/${meeting}/protokoll/${section}/festhalten`
  const task = { kind: 'task', text: 'Geheimsache schreiben' }
  for (const [who, by] of [
    [member.id, lead.person],
    [member.id, member.person],
    [lead.id, lead.person],
  ] as const)
    expect((await world.post(at, { ...task, memberId: who }, by)).statusCode).toBe(303)
  const mails = await afterJob(world, 'tellDaily')
  expect(mails.map((mail) => textOf(mail))).toEqual([
    expect.stringContaining('eine Abstimmung (bis Freitag, 8. Mai 2026, 12.00 Uhr), eine Aufgabe für Sie.'),
  ])
  expect(mails.join()).not.toContain('Geheimsache')
})

test('one click in a mail program ends the notices of a group, and its link changes them without signing in', async ({
  world,
}) => {
  const one = await atWork(world)
  await anOpenVote(world, one)
  const [mail = ''] = await afterJob(world, 'tellDaily')
  const link = linkIn(mail)
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail.replace(/\r\n +/g, ' ')).toContain(`List-Unsubscribe: <http://localhost${link}/ende>`)
  const click = await world.app.inject({
    method: 'POST',
    url: `${link}/ende`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  expect([click.statusCode, click.headers.location]).toEqual([303, `${link}?info=ended`])
  expect((await world.get(`${link}?info=ended`)).body).toContain('Abbestellt')
  await anOpenVote(world, one)
  expect(await afterJob(world, 'tellDaily')).toEqual([])
  expect((await world.post(link, { pace: 'at_once' })).statusCode).toBe(303)
  await anOpenVote(world, one)
  await workedThrough(world)
  expect((await keptMails(world)).length).toBe(2)
})

test('who has left is told nothing more, and two who tell at the same moment send one mail', async ({ world }) => {
  const one = await atWork(world)
  await anOpenVote(world, one)
  const gone = await aMember(world, one.group)
  await anOpenVote(world, one)
  await world.post(`/arbeitsgruppen/${one.group}/austritt`, {}, gone.person)
  const base = { viewer: { kind: 'system' }, language: 'de', house: world.house } as const
  await world.together(
    2,
    () =>
      notices.jobs!.tellNotices!(
        { ...base, now: world.clock.now, db: world.db, read: world.db as never },
        { member: one.member.id },
      ) as Promise<void>,
  )
  expect((await afterJob(world, 'tellDaily')).map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim())).toEqual([
    one.member.person.email,
  ])
  const link = linkIn((await keptMails(world))[0]!)
  expect((await world.get(link)).statusCode).toBe(200)
  await world.post(`/arbeitsgruppen/${one.group}/austritt`, {}, one.member.person)
  expect((await world.get(link)).statusCode).toBe(404)
})

test('a vote that ends within three days is told at once to all who want to be told', async ({ world }) => {
  const one = await atWork(world)
  const never = await aMember(world, one.group)
  await world.post(`/arbeitsgruppen/${one.group}/nachrichten`, { pace: 'never' }, never.person)
  await anOpenVote(world, one, { title: 'Geheimsache', closesAt: '2026-05-07T11:00' })
  await workedThrough(world)
  const mails = await keptMails(world)
  expect(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim())).toEqual([one.member.person.email])
  expect(mails[0]).not.toContain('Geheimsache')
})

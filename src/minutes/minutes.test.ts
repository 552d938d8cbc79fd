import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { aMeeting, aPlace } from '../../test/meetings.ts'
import { anAgreement, approve, markOf, someMinutes, someWords } from '../../test/minutes.ts'
import { textOfPdf } from '../../test/pdf.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { inChange, isRefusal, type Viewer } from '../platform/visit.ts'
import { decideWords } from './commands/amendments.ts'
import { approveMinutes, markNow, minutesToApprove } from './commands/approving.ts'
import { saveSection } from './commands/minutes.ts'
import { minutes } from './index.ts'

async function atWork(world: World, values: Parameters<typeof aGroup>[2] = {}) {
  const edition = await anEdition(world)
  const group = await aGroup(world, edition.id, { state: 'working', ...values })
  const lead = await aMember(world, group, { part: 'lead', name: 'Leitung der Gruppe' })
  const member = await aMember(world, group, { name: 'Eine Planerin' })
  const meeting = await aMeeting(world, group)
  const at = `/arbeitsgruppen/${group}/sitzungen/${meeting}/protokoll`
  return { group, lead, member, meeting, at }
}
const sectionsIn = (world: World) =>
  world.sql('select id, title, text, revision from minutes_sections order by position')

test('when a section was changed last, the installation’s own clock says', async ({ world }) => {
  const { member, meeting, at } = await atWork(world)
  await someMinutes(world, meeting)
  await world.sql(
    `insert into installation (name, short, set_up_at, zone) values ('{"de": "Region"}', 'R', now(), 'Pacific/Auckland')`,
  )
  await world.sql(`update minutes_sections set text = 'Entwurf.', changed_at = '2026-05-04T20:30:00Z'`)
  expect((await world.get(at, member.person)).body).toContain('Zuletzt 5. Mai 2026, 8.30')
})

test('minutes begin from the agenda, hold decisions and tasks, are shown to those who were there and approved for good', async ({
  world,
}) => {
  const { group, lead, member, meeting, at } = await atWork(world, { shown: ['minutes', 'agreements'] })
  for (const [position, title] of ['Begrüßung', 'Papier'].entries())
    await world.db.insertInto('agendaItems').values({ meetingId: meeting, position, title }).execute()
  const { id: place } = await aPlace(world, meeting, { memberId: member.id })
  await world.sql(`update meetings set starts_at = '2026-05-04T08:00:00Z', ends_at = '2026-05-04T09:00:00Z'`)
  const begun = await world.together(2, (n) => world.post(at, {}, [member.person, lead.person][n]!))
  expect(begun.map(({ statusCode }) => statusCode)).toEqual([303, 303])
  const [, section] = await sectionsIn(world)
  expect((await sectionsIn(world)).map(({ title }) => title)).toEqual(['Begrüßung', 'Papier'])
  await world.post(`${at}/anwesenheit`, { present: place }, member.person)
  expect(await world.sql('select state from meetings')).toEqual([{ state: 'held' }])
  const here = `${at}/${section!.id}`
  await world.post(here, { seen: '1', title: 'Papier', text: 'Der Entwurf liegt **vor**.' }, member.person)
  const agree = (fields: Record<string, string>) => world.post(`${here}/festhalten`, fields, member.person)
  await agree({ kind: 'decision', text: 'Das Papier wird veröffentlicht.' })
  await agree({ kind: 'task', text: 'Karten zeichnen', memberId: member.id, dueOn: '2026-06-20' })
  expect((await world.post(`${here}/anmerkung`, { text: 'Zu früh' }, member.person)).statusCode).toBe(409)
  await world.post(`${at}/stand`, { to: 'commenting' }, lead.person)
  await world.post(`${here}/anmerkung`, { text: 'Bitte mit Datum.' }, member.person)
  expect((await world.get(at, lead.person)).body).toContain('Bitte mit Datum.')
  expect((await world.get(at)).statusCode).toBe(404)
  expect((await world.get(`/arbeitsgruppen/${group}/vereinbarungen`)).body).not.toContain('Das Papier wird')
  expect((await world.post(`${at}/stand`, { to: 'approved' }, member.person)).statusCode).toBe(404)
  expect((await approve(world, at, lead.person)).statusCode).toBe(303)
  const document = await world.get(`${at}.pdf`, member.person)
  const sum = createHash('sha256').update(document.rawPayload).digest('hex')
  const { body } = await world.get(at, lead.person)
  const words = ['Der Entwurf liegt', 'Das Papier wird veröffentlicht.', 'Karten zeichnen', sum, 'Eine Planerin']
  expect(words.filter((word) => !body.includes(word))).toEqual([])
  const printed = await textOfPdf(document.rawPayload)
  expect(printed).toContain('Der Entwurf liegt vor.')
  expect(printed).toContain('Das Papier wird veröffentlicht.')
  // Who was there never agreed to stand before everybody.
  const everybody = [(await world.get(at)).body, await textOfPdf((await world.get(`${at}.pdf`)).rawPayload)]
  expect(
    everybody.map((one) => ['Das Papier wird', 'Karten zeichnen', 'Eine Planerin'].map((x) => one.includes(x))),
  ).toEqual([
    [true, true, false],
    [true, true, false],
  ])
  expect((await world.post(here, { seen: '2', title: 'Papier', text: 'Anders.' }, lead.person)).statusCode).toBe(409)
  await expect(world.sql(`update minutes_sections set text = 'Anders'`)).rejects.toThrow('stay as they are')
  await expect(world.sql(`update minutes set state = 'draft'`)).rejects.toThrow('stay as they are')
  expect((await world.get(`/arbeitsgruppen/${group}/vereinbarungen`)).body).toContain('Das Papier wird veröffentlicht.')
  expect((await world.get(`/arbeitsgruppen/${group}/vereinbarungen`)).body).not.toContain('Karten zeichnen')
})

test('the second of two editors sees both texts and loses none; what concerns different places is put together', async ({
  world,
}) => {
  const { lead, member, meeting, at } = await atWork(world)
  const section = await someMinutes(world, meeting)
  const save = (seen: string, text: string, who: typeof lead.person) =>
    world.post(`${at}/${section}`, { seen, title: 'Papier', text }, who)
  expect((await save('1', 'Eins.\n\nZwei.\n\nDrei.\n\nVier.', lead.person)).statusCode).toBe(303)
  const second = await save('1', 'Eins, genauer.\n\nZwei.\n\nDrei.', member.person)
  const field = /<textarea[^>]*>([^<]*)<\/textarea>/.exec(second.body)?.[1]
  expect([second.statusCode, field]).toEqual([409, 'Eins, genauer.\n\nZwei.\n\nDrei.\n\nVier.'])
  expect(second.body).toContain('name="seen" value="2"')
  expect((await save('2', String(field), member.person)).statusCode).toBe(303)
  const third = await save('2', 'Eins, ganz anders.\n\nZwei.\n\nDrei.', lead.person)
  expect([third.statusCode, third.body.includes('Eins, genauer.'), third.body.includes('Eins, ganz anders.')]).toEqual([
    409,
    true,
    true,
  ])
  const versions = await world.get(`${at}/${section}/fassungen`, lead.person)
  expect(versions.body.match(/Fassung \d/g)).toEqual(['Fassung 3', 'Fassung 2', 'Fassung 1'])
  expect(versions.body).toContain('<ins>')
})

/** Two editors who save another text each at the same moment. */
async function twoEditors(world: World) {
  const { group, lead, member, meeting, at } = await atWork(world)
  const section = await someMinutes(world, meeting)
  return { group, meeting, section, at, people: [lead.person, member.person] as const }
}

test('of two editors who save at the same moment one is first, and the other gets both texts', async ({ world }) => {
  const { section, at, people } = await twoEditors(world)
  const answers = await world.together(2, (n) =>
    world.post(`${at}/${section}`, { seen: '1', title: 'Papier', text: `Text von ${n}` }, people[n]!),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  const loser = answers.find(({ statusCode }) => statusCode === 409)!.body
  expect([loser.includes('Text von 0'), loser.includes('Text von 1')]).toEqual([true, true])
  expect(await world.sql('select revision from minutes_versions order by 1')).toEqual([
    { revision: 1 },
    { revision: 2 },
  ])
})

test('without lock and version one text would silently be gone: the proof that they are what holds', async ({
  world,
}) => {
  const { group, meeting, section, people } = await twoEditors(world)
  await world.sql('alter table minutes_versions drop constraint minutes_versions_pkey')
  await world.together(2, (n) => {
    const viewer: Viewer = { kind: 'person', id: people[n]!.id, name: '', signIn: '', roles: [] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    const input = { groupId: group, meetingId: meeting, id: section, seen: 1, title: 'Papier', text: `Text von ${n}` }
    return inChange(world.db, base, (change) =>
      saveSection({ ...change, write: change.write.withPlugin(lockOff) as never }, input),
    )
  })
  expect(await world.sql('select revision from minutes_sections')).toEqual([{ revision: 2 }])
  expect(await world.sql('select revision from minutes_versions order by 1')).toEqual([
    { revision: 1 },
    { revision: 2 },
    { revision: 2 },
  ])
})

/** Minutes that one lead has read and approves, while another saves something else. */
async function readByOneLead(world: World) {
  const { group, lead, member, meeting, at } = await atWork(world)
  const other = await aMember(world, group, { part: 'lead' })
  const section = await someMinutes(world, meeting)
  await world.post(`${at}/stand`, { to: 'commenting' }, lead.person)
  const read = { to: 'approved', mark: await markOf(world, at, lead.person) }
  return { group, lead, other, member, meeting, at, section, read }
}
const keptAndSaved = async (world: World) => {
  const [row] = await world.sql(
    `select content -> 'sections' -> 0 ->> 'text' as kept, text from minutes join minutes_sections using (meeting_id)`,
  )
  return [row!.kept, row!.text]
}

test('only what the lead has read is approved; before that those who were there propose, and nobody loses what they typed', async ({
  world,
}) => {
  const { lead, other, member, at, section, read } = await readByOneLead(world)
  const save = (who: typeof lead.person, text: string, seen = '1') =>
    world.post(`${at}/${section}`, { seen, title: 'Papier', text }, who)
  const refused = await save(member.person, 'Das Gegenteil.')
  expect([refused.statusCode, refused.body.includes('>Das Gegenteil.</textarea>')]).toEqual([409, true])
  expect((await world.get(at, member.person)).body).not.toContain('Bearbeiten')
  const agreed = { kind: 'decision', text: 'Das Gegenteil.' }
  expect((await world.post(`${at}/${section}/festhalten`, agreed, member.person)).statusCode).toBe(409)
  expect((await world.post(`${at}/anwesenheit`, { present: [] }, member.person)).statusCode).toBe(409)
  await save(other.person, 'Genauer.')
  const unread = await world.post(`${at}/stand`, read, lead.person)
  expect([unread.statusCode, await keptAndSaved(world)]).toEqual([409, [null, 'Genauer.']])
  expect((await approve(world, at, lead.person)).statusCode).toBe(303)
  expect(await keptAndSaved(world)).toEqual(['Genauer.', 'Genauer.'])
})

test('saving and approving at the same moment: what is approved was read, or nothing is', async ({ world }) => {
  const { lead, other, at, section, read } = await readByOneLead(world)
  const codes = await world.together(2, async (n) =>
    n === 0
      ? (await world.post(`${at}/stand`, read, lead.person)).statusCode
      : (await world.post(`${at}/${section}`, { seen: '1', title: 'Papier', text: 'Später' }, other.person)).statusCode,
  )
  const old = 'Eins.\n\nZwei.\n\nDrei.'
  expect([codes, await keptAndSaved(world)]).toEqual(
    codes[0] === 303
      ? [
          [303, 409],
          [old, old],
        ]
      : [
          [409, 303],
          [null, 'Später'],
        ],
  )
})

test('without the lock, minutes would be approved that say something else than is kept: the proof that it holds', async ({
  world,
}) => {
  const { group, lead, other, meeting, section } = await readByOneLead(world)
  const which = { groupId: group, meetingId: meeting }
  const done = await world.together(2, (n) => {
    const viewer: Viewer = { kind: 'person', id: [lead, other][n]!.person.id, name: '', signIn: '', roles: [] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    return inChange(world.db, base, async (change) => {
      const open = { ...change, write: change.write.withPlugin(lockOff) as never }
      if (n === 1) return saveSection(open, { ...which, id: section, seen: 1, title: 'Papier', text: 'Später' })
      const ready = await minutesToApprove(open, { ...which, seen: await markNow(open, which) })
      return isRefusal(ready) ? ready : approveMinutes(open, { ...which, ...ready })
    })
  })
  expect(done.filter((one) => isRefusal(one))).toEqual([])
  const [kept, saved] = await keptAndSaved(world)
  expect(kept).not.toBe(saved)
})

test('minutes that cannot be set say which section it is, and hold no more than can be set', async ({ world }) => {
  const { lead, at, section } = await readByOneLead(world)
  const save = (seen: string, text: string) =>
    world.post(`${at}/${section}`, { seen, title: 'Papier', text }, lead.person)
  await save('1', 'ä'.repeat(44_000))
  const refused = await approve(world, at, lead.person)
  expect([refused.statusCode, refused.body.includes('Der Abschnitt „Papier“ lässt sich so nicht setzen')]).toEqual([
    409,
    true,
  ])
  expect((await save('2', '**a** '.repeat(8000))).statusCode).toBe(409)
  await save('2', 'Eins.')
  expect((await approve(world, at, lead.person)).statusCode).toBe(303)
})

test('a task is reminded of three days before, once a week, and no more once it is done', async ({ world }) => {
  const { group, member, meeting } = await atWork(world)
  await someMinutes(world, meeting)
  const which = { groupId: group, meetingId: meeting }
  const id = await anAgreement(world, which, { memberId: member.id, dueOn: '2026-05-20', text: 'Karten zeichnen' })
  await anAgreement(world, which, { dueOn: '2026-05-01', text: 'Ohne jemanden' })
  const base = { viewer: { kind: 'system' }, language: 'de', house: world.house } as const
  const run = async (day: string) => {
    const now = new Date(`${day}T05:07:00Z`)
    await minutes.jobs!.remindOfTasks!({ ...base, now, db: world.db, read: world.db as never }, {})
    await workedThrough(world)
    return (await keptMails(world)).length
  }
  expect([await run('2026-05-16'), await run('2026-05-17'), await run('2026-05-18'), await run('2026-05-24')]).toEqual([
    0, 1, 1, 2,
  ])
  // What the task is stands on its page: nothing of a group's inside is in a mail.
  const [first] = await keptMails(world)
  expect([first?.includes('20. Mai 2026'), first?.includes('Karten')]).toEqual([true, false])
  const at = `/arbeitsgruppen/${group}/vereinbarungen/${id}`
  const done = { seen: '1', text: 'Den Entwurf schreiben', memberId: member.id, dueOn: '2026-05-20', state: 'done' }
  expect((await world.post(at, done, member.person)).statusCode).toBe(303)
  expect(await run('2026-06-10')).toBe(2)
})

test('observers read minutes and write nothing; another group reads nothing', async ({ world }) => {
  const { group, meeting, at } = await atWork(world)
  const section = await someMinutes(world, meeting)
  const observer = await aMember(world, group, { part: 'observer' })
  const other = await aMember(
    world,
    await aGroup(world, (await world.sql('select id from editions'))[0]!.id as string, { state: 'working' }),
  )
  const codes = async (who: typeof observer.person) => [
    (await world.get(at, who)).statusCode,
    (await world.get(`${at}/${section}`, who)).statusCode,
    (await world.post(`${at}/${section}`, { seen: '1', title: 'Papier', text: 'Neu' }, who)).statusCode,
  ]
  expect([await codes(observer.person), await codes(other.person)]).toEqual([
    [200, 404, 404],
    [404, 404, 404],
  ])
})

async function before(world: World) {
  const one = await atWork(world)
  const section = await someMinutes(world, one.meeting)
  await world.sql(`update minutes set state = 'commenting'`)
  return { ...one, section, here: `${one.at}/${section}` }
}

test('who was there proposes other words, the lead takes them over beside what was saved since or says why not, and only then the minutes are approved', async ({
  world,
}) => {
  const { group, lead, member, meeting, at, here } = await before(world)
  const absent = await aMember(world, group)
  await aPlace(world, meeting, { memberId: member.id, isPresent: true })
  await aPlace(world, meeting, { memberId: absent.id, isPresent: false })
  const proposal = { seen: '1', text: 'Eins.\n\nZwei, genauer.\n\nDrei.', reason: 'So war es.' }
  expect((await world.post(`${here}/vorschlag`, proposal, absent.person)).statusCode).toBe(409)
  expect((await world.post(`${here}/anmerkung`, { text: 'Nein' }, absent.person)).statusCode).toBe(409)
  await world.post(`${here}/vorschlag`, proposal, member.person)
  await world.post(`${here}/vorschlag`, { ...proposal, text: 'Alles anders.' }, member.person)
  expect((await approve(world, at, lead.person)).statusCode).toBe(409)
  await world.post(here, { seen: '1', title: 'Papier', text: 'Eins und null.\n\nZwei.\n\nDrei.' }, lead.person)
  const rows = await world.sql('select id from minutes_amendments order by at, id')
  const [first, second] = rows.map(({ id }) => `${at}/vorschlaege/${id}`) as [string, string]
  const shown = (await world.get(first, lead.person)).body
  expect(shown).toContain('Eins und null.\n\nZwei, genauer.\n\nDrei.')
  expect((await world.post(first, { seen: '2', to: 'accepted', text: '' }, member.person)).statusCode).toBe(404)
  const words = 'Eins und null.\n\nZwei, genauer.\n\nDrei.'
  expect((await world.post(first, { seen: '1', to: 'accepted', text: words }, lead.person)).statusCode).toBe(409)
  await world.post(first, { seen: '2', to: 'accepted', text: words }, lead.person)
  expect((await world.post(second, { seen: '3', to: 'declined' }, lead.person)).statusCode).toBe(409)
  await world.post(second, { seen: '3', to: 'declined', answer: 'Das steht so im Beschluss.' }, lead.person)
  expect((await world.get(second, member.person)).body).toContain('Das steht so im Beschluss.')
  expect((await sectionsIn(world)).map(({ text, revision }) => [text, revision])).toEqual([[words, 3]])
  expect((await approve(world, at, lead.person)).statusCode).toBe(303)
})

test('words that two leads decide upon at once are decided once, and without the lock twice', async ({ world }) => {
  const { group, lead, meeting, section, at } = await before(world)
  const other = await aMember(world, group, { part: 'lead' })
  const people = [lead.person, other.person]
  const input = (n: number) => ({
    to: n === 0 ? ('accepted' as const) : ('declined' as const),
    text: 'Neu.',
    answer: 'Nein.',
  })
  const id = await someWords(world, section)
  const answers = await world.together(2, (n) =>
    world.post(`${at}/vorschlaege/${id}`, { ...input(n), seen: '1' }, people[n]!),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  const [{ state }] = (await world.sql('select state from minutes_amendments')) as [{ state: string }]
  expect((await sectionsIn(world))[0]!.text === 'Neu.').toBe(state === 'accepted')

  const [{ revision }] = (await sectionsIn(world)) as [{ revision: number }]
  const next = await someWords(world, section, { seen: revision })
  const unlocked = await world.together(2, (n) => {
    const viewer: Viewer = { kind: 'person', id: people[n]!.id, name: '', signIn: '', roles: [] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    const which = { groupId: group, meetingId: meeting, id: next, seen: revision }
    return inChange(world.db, base, (change) =>
      decideWords(
        { ...change, write: change.write.withPlugin(lockOff) as never },
        { ...which, ...input(n), text: 'Noch neuer.' },
      ),
    )
  })
  expect(unlocked.filter((one) => 'refused' in one)).toEqual([])
})

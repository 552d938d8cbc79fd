import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { keptMails, workedThrough } from '../../test/people.ts'
import { anEditionToRegisterFor, type EditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { type Fields, test, type World } from '../../test/world.ts'

const here = (edition: { slug: string }) => `/verwaltung/kongresse/${edition.slug}/anmeldungen`
async function registered(world: World, edition: EditionToRegisterFor, more: Fields = {}) {
  const { headers } = await world.post(edition.url, filledIn(edition, more))
  const [row] = await world.sql('select id from registrations order by number desc limit 1')
  return { id: String(row!.id), link: String(headers.location) }
}
const ownForm = (edition: EditionToRegisterFor, more: Fields = {}) => {
  const { email, consents, ...fields } = filledIn(edition, { seen: '1', ...more })
  return fields
}
const deskForm = (edition: EditionToRegisterFor, more: Fields = {}) => {
  const { consents, ...fields } = filledIn(edition, { seen: '1', ...more })
  return fields
}
/** What the database holds of mails, log and versions. */
const written = (world: World) =>
  world.sql(`select (select count(*)::int from mails) as mails, (select count(*)::int from audit) as log,
    (select max(version) from registrations) as version`)
const noticeIn = (body: string) =>
  /<div class="notice success"[^>]*><p class="word"><span class="hide">[^<]*<\/span>([^<]*)</.exec(body)?.[1]
async function saidAfter(
  world: World,
  answer: Awaited<ReturnType<World['post']>>,
  who?: Awaited<ReturnType<World['person']>>,
) {
  expect(answer.statusCode).toBe(303)
  return noticeIn((await world.get(String(answer.headers.location), who)).body)
}

test('saving without a change mails nothing and records nothing, and says so', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const more = { food: 'vegetarisch', sessions: [edition.water, edition.evening], isListed: 'on' }
  const { id, link } = await registered(world, edition, more)
  const before = await written(world)
  const mine = await world.post(`${link}/aendern`, ownForm(edition, more))
  const theirs = await world.post(
    `${here(edition)}/${id}/bearbeiten`,
    deskForm(edition, { ...more, tells: 'on' }),
    office,
  )
  expect(await written(world)).toEqual(before)
  expect(await saidAfter(world, mine)).toBe('Es war nichts zu ändern. Alles bleibt, wie es ist.')
  expect(await saidAfter(world, theirs, office)).toContain('Es war nichts zu ändern')
  await world.post(`${link}/aendern`, ownForm(edition, { ...more, food: 'vegan' }))
  expect(await written(world)).toEqual([{ mails: 2, log: Number(before[0]!.log) + 1, version: 2 }])
})

test('an unchanged ticket type or consent text is no change either', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const type = {
    nameDe: 'Vor Ort',
    nameEn: '',
    noteDe: '',
    noteEn: '',
    attendance: 'on_site',
    seats: '',
    position: '0',
  }
  const before = await written(world)
  await world.post(`/verwaltung/kongresse/${edition.slug}/tickets/${edition.onSite}`, type, office)
  const consent = { textDe: 'Ich habe die Hinweise gelesen.', textEn: '', isRequired: 'on' }
  await world.post('/verwaltung/einwilligungen/participation', consent, office)
  expect(await written(world)).toEqual(before)
  expect(await world.sql('select count(*)::int as n from consent_texts')).toEqual([{ n: 1 }])
})

test('every deed of the office says that it is done, and no address makes the page say what is not so', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world, { site: 1 })
  const office = await world.person('office')
  const { id } = await registered(world, edition)
  const one = `${here(edition)}/${id}`
  const said = async (path: string, fields: Fields = {}) =>
    saidAfter(world, await world.post(one + path, fields, office), office)
  expect([
    await said('/bearbeiten', deskForm(edition, { name: 'Neu' })),
    await said('/bestaetigung'),
    await said('/neuer-link'),
    await said('/absagen', { reason: '' }),
    await said('/platz'),
  ]).toEqual([
    'Die Änderung ist gespeichert.',
    'Die Bestätigung ist noch einmal unterwegs.',
    'Der neue Link ist unterwegs, der alte gilt nicht mehr.',
    'Die Anmeldung ist abgesagt.',
    'Die Person hat jetzt einen Platz.',
  ])
  const forged = ['cancelled', 'Sie+haben+gewonnen', '__proto__'].map(async (info) =>
    noticeIn((await world.get(`${one}?info=${info}`, office)).body),
  )
  expect(await Promise.all(forged)).toEqual([undefined, undefined, undefined])
})

test('the person sees that their change was saved', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const { link } = await registered(world, edition)
  const answer = await world.post(`${link}/aendern`, ownForm(edition, { name: 'Dr. Neu' }))
  expect(await saidAfter(world, answer)).toBe('Ihre Änderungen sind gespeichert. Eine Mail dazu ist unterwegs.')
})

test('the office’s form speaks of the person, and keeps how and when they agreed', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const form = (await world.get(`${here(edition)}/neu`, office)).body
  for (const said of [
    'Woher kommt die Person?',
    'Die Person hat diesem Text zugestimmt:',
    'Wie nimmt die Person teil?',
  ])
    expect(form).toContain(said)
  expect(form).not.toMatch(/Woher kommen Sie|Wie nehmen Sie teil|Was brauchen Sie|Mein Name/)
  const enter = (more: Fields) =>
    world.post(`${here(edition)}/neu`, filledIn(edition, { language: 'de', ...more }), office)
  expect((await enter({ email: 'calw' })).body).toContain('Das Zeichen @ fehlt.')
  expect((await enter({})).body).toContain('Bitte wählen Sie, auf welchem Weg die Person zugestimmt hat.')
  const ahead = await enter({ consentWay: 'writing', consentOn: '2099-01-01' })
  expect([ahead.statusCode, ahead.body.includes('liegt in der Zukunft')]).toEqual([409, true])
  const { headers } = await enter({ consentWay: 'writing', consentOn: '2026-01-07' })
  expect(await world.sql(`select way, given_at::date::text as day from consents`)).toEqual([
    { way: 'writing', day: '2026-01-07' },
  ])
  const one = (await world.get(String(headers.location), office)).body
  expect(one).toContain('Zugestimmt: schriftlich, mit Brief oder Mail')
  expect((await world.get(`${String(headers.location).split('?')[0]}/bearbeiten`, office)).body).toContain(
    'Woher kommt die Person?',
  )
})

test('the office enters somebody in their language, with a mail or without, and also without an address', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  const office = await world.person('office')
  const form = (await world.get(`${here(edition)}/neu`, office)).body
  expect([/name="tells"[^>]* checked/.test(form), /value="de"[^>]* checked/.test(form)]).toEqual([true, true])
  const enter = (more: Fields) =>
    world.post(`${here(edition)}/neu`, filledIn(edition, { consentWay: 'phone', ...more }), office)
  const answer = await enter({ name: 'Anna', language: 'en', tells: 'on' })
  expect(await saidAfter(world, answer, office)).toBe('Die Anmeldung ist gespeichert.')
  await enter({ name: 'Berta', language: 'de' })
  await enter({ name: 'Cora', language: 'de', email: '', tells: 'on' })
  expect(await world.sql('select name, email, language from registrations order by number')).toEqual([
    { name: 'Anna', email: 'vertretung@landkreis-calw.example', language: 'en' },
    { name: 'Berta', email: 'vertretung@landkreis-calw.example', language: 'de' },
    { name: 'Cora', email: '', language: 'de' },
  ])
  expect(await world.sql('select template, language from mails')).toEqual([
    { template: 'registration.confirmed', language: 'en' },
  ])
  const [{ id }] = (await world.sql(`select id from registrations where name = 'Cora'`)) as [{ id: string }]
  expect((await world.post(`${here(edition)}/${id}/bestaetigung`, {}, office)).statusCode).toBe(409)
})

test('a registration is not found under another edition’s address', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const other = await anEdition(world, { number: 8, slug: '2028-aalen' })
  const { id } = await registered(world, edition)
  const office = await world.person('office')
  for (const path of ['', '/bearbeiten', '/absagen'])
    expect([
      (await world.get(`${here(other)}/${id}${path}`, office)).statusCode,
      (await world.get(`${here(edition)}/${id}${path}`, office)).statusCode,
    ]).toEqual([404, 200])
  for (const path of ['/absagen', '/platz', '/bestaetigung', '/neuer-link', '/bearbeiten'])
    expect([path, (await world.post(`${here(other)}/${id}${path}`, {}, office)).statusCode]).toEqual([path, 404])
})

test('times of sessions name their day where an edition has several', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const { link } = await registered(world, edition, { sessions: [edition.water] })
  expect((await world.get(link)).body).toContain('>12.30 bis 14.00\u00a0Uhr: Wasser')
  await world.sql(`update sessions set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day'
    where id = '${edition.evening}'`)
  expect((await world.get(link)).body).toContain('>Do., 12.11., 12.30 bis 14.00\u00a0Uhr: Wasser')
  await workedThrough(world)
  expect((await keptMails(world)).at(-1)).toContain('Do., 12.11., 12.30')
})

test('the mail about a cancellation offers to register again, and only while one can', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const mailAfterCancelling = async () => {
    const { link } = await registered(world, edition)
    await workedThrough(world)
    await world.post(`${link}/absagen`)
    await workedThrough(world)
    const mail = (await keptMails(world)).at(-1)!
    return [mail.includes(link), mail.includes(`http://localhost${edition.url}`)]
  }
  expect(await mailAfterCancelling()).toEqual([false, true])
})

test('a domain with umlauts is taken as typed and shown as typed', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const { id, link } = await registered(world, edition, { email: 'grete@müller.example' })
  expect(await world.sql('select email from registrations')).toEqual([{ email: 'grete@xn--mller-kva.example' }])
  const own = (await world.get(link)).body
  const desk = (await world.get(`${here(edition)}/${id}`, await world.person('office'))).body
  expect([own, desk].map((body) => [body.includes('grete@müller.example'), body.includes('>grete@xn--')])).toEqual([
    [true, false],
    [true, false],
  ])
})

test('the kitchen’s list counts meals and names nobody, on the page first and in its file', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world)
  const team = await world.person('congress_team', edition.id)
  await registered(world, edition, { name: 'Anna Ernst', food: 'vegan' })
  await registered(world, edition, { name: 'Berta Maier', food: 'Vegan', access: 'Rampe' })
  await registered(world, edition, { name: 'Cora Schulz', food: 'Erdnussallergie' })
  await registered(world, edition, { name: 'Dora Wolf' })
  await registered(world, edition, { name: 'Emil Fern', food: 'vegan', ticket: edition.online })
  const file = (await world.get(`${here(edition)}/essen.csv`, team)).body
  expect(file).toBe('\ufeffAnzahl;Essen\r\n1;ohne besondere Angabe\r\n2;vegan\r\n1;Erdnussallergie\r\n')
  const { body } = await world.get(`${here(edition)}/bedarf`, team)
  const [meals, named] = [body.indexOf('4 Mahlzeiten vor Ort'), body.indexOf('Ab hier mit Namen')]
  expect([meals > 0, named > meals, body.indexOf('Anna Ernst') > named]).toEqual([true, true, true])
})

test('the door has everybody with a place on site on paper, by the end of their name', async ({ world }) => {
  const edition = await anEditionToRegisterFor(world, { site: 3 })
  await registered(world, edition, { name: 'Zoe Ärmel', organisation: 'Stadt Aalen' })
  await registered(world, edition, { name: 'Dr. Anna Berg' })
  await registered(world, edition, { name: 'Emil Fern', ticket: edition.online })
  await registered(world, edition, { name: 'Cora Adam' })
  await registered(world, edition, { name: 'Wartet Abel' })
  const { body } = await world.get(`${here(edition)}/einlass`, await world.person('door', edition.id))
  const names = [...body.matchAll(/<th scope="row">([^<]*)</g)].map(([, name]) => name)
  expect(names).toEqual(['Cora Adam', 'Zoe Ärmel', 'Dr. Anna Berg'])
  expect([body.match(/class="tick"/g)?.length, body.includes('landkreis-calw.example')]).toEqual([3, false])
})

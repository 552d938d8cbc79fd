import { createHash } from 'node:crypto'
import { text as streamText } from 'node:stream/consumers'
import sharp from 'sharp'
import { expect } from 'vitest'
import yauzl from 'yauzl'
import { anEdition } from '../../test/congress.ts'
import { aGroup, aMember } from '../../test/groups.ts'
import { anAmendment, aPaper, aPart, aRemark } from '../../test/papers.ts'
import { textOfPdf } from '../../test/pdf.ts'
import { lockOff, test, type World } from '../../test/world.ts'
import { storeFile } from '../platform/files.ts'
import { type Change, inChange, NotFound, type Viewer } from '../platform/visit.ts'
import { acceptAmendment, declineAmendment, proposeAmendment, withdrawAmendment } from './commands/amendments.ts'
import { addComment, answerComment, settleComment } from './commands/comments.ts'
import { moveSectionUp, removeSection, restoreVersion, saveSection } from './commands/sections.ts'
import type { Content } from './model.ts'

async function atWork(world: World, values: Parameters<typeof aGroup>[2] = {}) {
  const edition = await anEdition(world)
  const group = await aGroup(world, edition.id, { state: 'working', ...values })
  const lead = await aMember(world, group, { part: 'lead', name: 'Leitung der Gruppe' })
  const member = await aMember(world, group, { name: 'Eine Planerin' })
  return { group, lead: lead.person, member: member.person, papers: `/arbeitsgruppen/${group}/papiere` }
}

/** The parts of an office document by name. */
async function partsOf(bytes: Buffer): Promise<Record<string, string>> {
  const archive = await yauzl.fromBufferPromise(bytes)
  const parts: Record<string, string> = {}
  for await (const entry of archive.eachEntry())
    parts[entry.fileName] = await streamText(await archive.openReadStreamPromise(entry))
  return parts
}

/** A group with a paper that has one section. */
async function writing(world: World, { state = 'draft', text }: { state?: 'draft' | 'amending'; text?: string } = {}) {
  const one = await atWork(world)
  const paper = await aPaper(world, one.group, { state })
  const part = await aPart(world, paper, text === undefined ? {} : { text })
  const at = `${one.papers}/${paper}`
  return { ...one, paper, part, at, here: `${at}/abschnitte/${part}` }
}

const textNow = async (world: World) => (await world.sql('select text from paper_sections'))[0]?.text
const field = (body: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)</textarea>`).exec(body)?.[1]
const hidden = (body: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

test('a paper is begun, written, opened to amendments and adopted; then it stays, with its document and checksum', async ({
  world,
}) => {
  const { lead, member, papers, group } = await atWork(world, { shown: ['papers'] })
  const begun = await world.post(`${papers}/neu`, { title: 'Mobil am Neckar', kind: 'demands' }, member)
  const at = String(begun.headers.location).replace(/\?.*/, '')
  const added = await world.post(`${at}/abschnitte/neu`, { title: 'Radwege' }, member)
  const write = String(added.headers.location)
  const said = 'Wir fordern **Radwege**[^1].\n\n1. Am Neckar\n2. Am Kocher\n\n[^1]: Radplan 2027.'
  await world.post(write, { seen: '1', title: 'Radwege', text: said }, member)
  expect((await world.get(at)).statusCode).toBe(404)
  expect((await world.post(`${at}/stand`, { to: 'amending' }, member)).statusCode).toBe(404)
  expect((await world.post(`${at}/stand`, { to: 'adopted' }, lead)).statusCode).toBe(409)
  await world.post(`${at}/stand`, { to: 'amending' }, lead)
  expect(await world.sql('select kind from notices')).toEqual([{ kind: 'paper' }])
  expect((await world.post(write, { seen: '2', title: 'Radwege', text: 'Anders' }, member)).statusCode).toBe(404)
  // What the lead reads is not what stands there any more.
  expect((await world.post(`${at}/stand`, { to: 'adopted', seen: '1' }, lead)).statusCode).toBe(409)
  const { revision } = (await world.sql('select revision from papers'))[0]!
  expect((await world.post(`${at}/stand`, { to: 'adopted', seen: String(revision) }, lead)).statusCode).toBe(303)
  const document = await world.get(`${at}/papier.pdf`)
  const sum = createHash('sha256').update(document.rawPayload).digest('hex')
  const { body } = await world.get(at)
  expect(['Mobil am Neckar', 'Radplan 2027.', sum].filter((word) => !body.includes(word))).toEqual([])
  const printed = await textOfPdf(document.rawPayload)
  expect(['Wir fordern Radwege', 'Radplan 2027.', 'Beschlossen am'].filter((one) => !printed.includes(one))).toEqual([])
  expect((await world.post(write, { seen: '2', title: 'Radwege', text: 'Anders' }, lead)).statusCode).toBe(404)
  await expect(world.sql(`update paper_sections set text = 'Anders'`)).rejects.toThrow('stay as they are')
  await expect(world.sql(`update papers set title = 'Anders'`)).rejects.toThrow('stay as they are')
  expect((await world.get(`/arbeitsgruppen/${group}`)).body).toContain('Mobil am Neckar')
  await world.sql(`update working_groups set shown = '{}'`)
  expect([(await world.get(at)).statusCode, (await world.get(`${at}/papier.pdf`)).statusCode]).toEqual([404, 404])
})

test('a paper is taken away as PDF, DOCX, HTML and Markdown, with headings, lists, tables and notes as such', async ({
  world,
}) => {
  const text =
    'Wir **fordern**[^1] [mehr](/bibliothek/plan).\n\n1. Am Neckar\n2. Am Kocher\n\n| Jahr | Wert |\n| --- | --- |\n| 2027 | 3 |\n\n[^1]: Radplan.'
  const { member, paper, at } = await writing(world, { text })
  await aPart(world, paper, { title: 'Zweites <b>', position: 1, text: 'Auch hier[^1].\n\n[^1]: Zweiter Beleg.' })
  const printed = await textOfPdf((await world.get(`${at}/papier.pdf`, member)).rawPayload)
  expect(
    [/Nicht beschlossen: Entwurf/, /1 ?Radplan\./, /2 ?Zweiter Beleg\./].filter((one) => !one.test(printed)),
  ).toEqual([])
  const docx = await partsOf((await world.get(`${at}/papier.docx`, member)).rawPayload)
  expect(docx['word/document.xml']).toMatch(
    /Heading1.*Verkehr.*fordern.*footnoteReference.*w:numPr.*Am Neckar.*w:tblHeader/s,
  )
  expect(docx['word/footnotes.xml']).toMatch(/Radplan\..*Zweiter Beleg\./s)
  expect(docx['word/_rels/document.xml.rels']).toContain('http://localhost/bibliothek/plan')
  const html = (await world.get(`${at}/papier.html`, member)).body
  const words = [
    '<h2>Zweites &lt;b&gt;</h2>',
    'href="http://localhost/bibliothek/plan"',
    '>2</a></sup>',
    '<ol start="2">',
  ]
  expect(words.filter((one) => !html.includes(one))).toEqual([])
  const markdown = (await world.get(`${at}/papier.md`, member)).body
  expect(markdown).toContain('## Zweites <b>\n\nAuch hier[^2-1].\n\n[^2-1]: Zweiter Beleg.')
})

test('a picture that everybody may see is in the files with its description; another one is told by that alone', async ({
  world,
}) => {
  const bytes = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#006b4e' } })
    .png()
    .toBuffer()
  const base = { viewer: { kind: 'system' }, now: world.clock.now, language: 'de', house: world.house } as const
  const stored = (isPublic: boolean) =>
    inChange(world.db, base, async (change) => {
      await change.record('file.added', null)
      return (await storeFile(change, { bytes, name: 'karte.png', isPublic })) as { id: string }
    })
  const [open, inner] = [await stored(true), await stored(false)]
  const picture = ({ id }: { id: string }, alt: string) => `![${alt}](/dateien/${id}/karte.png)`
  const text = `${picture(open, 'Karte der Wege')}\n\n${picture(inner, 'Geheime Karte')}`
  const { member, at } = await writing(world, { text })
  const pdf = (await world.get(`${at}/papier.pdf`, member)).rawPayload
  expect([/\/Subtype ?\/Image/.test(pdf.toString('latin1')), await textOfPdf(pdf)]).toEqual([
    true,
    expect.stringContaining('Geheime Karte'),
  ])
  const docx = await partsOf((await world.get(`${at}/papier.docx`, member)).rawPayload)
  expect(Object.keys(docx).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  expect(docx['word/document.xml']).toContain('descr="Karte der Wege"')
  const html = (await world.get(`${at}/papier.html`, member)).body
  expect(html).toMatch(/<img src="data:image\/jpeg;base64,[^"]+" alt="Karte der Wege"/)
  expect(html.match(/data:image/g)).toHaveLength(1)
})

test('two who write one section lose nothing: what concerns different lines is put together, else both are shown', async ({
  world,
}) => {
  const { lead, member, at, part, here } = await writing(world)
  const save = (seen: string, text: string, who: typeof lead) =>
    world.post(`${here}/bearbeiten`, { seen, title: 'Verkehr', text }, who)
  const answers = await world.together(2, (n) =>
    save('1', ['Eins, genauer.\n\nZwei.\n\nDrei.', 'Eins.\n\nZwei.\n\nDrei.\n\nVier.'][n]!, [lead, member][n]!),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  const { body } = answers.find(({ statusCode }) => statusCode === 409)!
  expect(field(body, 'text')).toBe('Eins, genauer.\n\nZwei.\n\nDrei.\n\nVier.')
  await save('2', String(field(body, 'text')), member)
  const third = await save('2', 'Eins, ganz anders.\n\nZwei.\n\nDrei.', lead)
  expect([third.statusCode, third.body.includes('Eins, genauer.'), third.body.includes('Eins, ganz anders.')]).toEqual([
    409,
    true,
    true,
  ])
  expect((await world.post(`${here}/fassungen/1`, { seen: '2' }, lead)).statusCode).toBe(409)
  expect((await world.post(`${here}/fassungen/1`, { seen: '3' }, lead)).headers.location).toContain(
    `${at}?info=saved#${part}`,
  )
  expect(await textNow(world)).toBe('Eins.\n\nZwei.\n\nDrei.')
  const versions = await world.get(`${here}/fassungen`, lead)
  expect(versions.body.match(/<summary>Fassung \d/g)).toEqual([4, 3, 2, 1].map((no) => `<summary>Fassung ${no}`))
})

test('a comment stays with its passage when the text moves, says so when it is gone, and comes back with the words', async ({
  world,
}) => {
  const text = 'Der Rahmen.\n\nZwei neue Radwege am Neckar.\n\nDas Ende.'
  const { lead, member, here } = await writing(world, { text })
  const observer = (
    await aMember(world, (await world.sql('select id from working_groups where state is not null'))[0]!.id as string, {
      part: 'observer',
    })
  ).person
  const shown = await world.get(`${here}/anmerkung?stelle=2`, observer)
  expect(field(shown.body, 'quote')).toBe('Zwei neue Radwege am Neckar.')
  const said = { quote: 'neue Radwege', near: hidden(shown.body, 'near'), text: 'Wie viele?' }
  expect((await world.post(`${here}/anmerkung`, { ...said, quote: 'alte Radwege' }, observer)).statusCode).toBe(409)
  const location = String((await world.post(`${here}/anmerkung`, said, observer)).headers.location)
  const comment = location.split('#')[1]
  const quoted = async () => {
    const [row] = await world.sql(
      `select substr(s.text, c.quote_start + 1, c.quote_end - c.quote_start) as now from paper_comments c join paper_sections s on s.id = c.section_id where quote is not null`,
    )
    return row?.now
  }
  const save = async (seen: number, words: string) =>
    (await world.post(`${here}/bearbeiten`, { seen: String(seen), title: 'Verkehr', text: words }, member)).statusCode
  await save(1, `Davor steht etwas.\n\n${text}`)
  expect(await quoted()).toBe('neue Radwege')
  await save(2, 'Zwei gute neue Radwege am Neckar.\n\nDer Rahmen.')
  expect(await quoted()).toBe('neue Radwege')
  await save(3, 'Nur der Rahmen.')
  expect(await quoted()).toBe(null)
  expect((await world.get(here, lead)).body).toContain('Stellen, die es nicht mehr gibt')
  const at = here.replace(/\/abschnitte.*/, '')
  const added = await world.post(`${at}/abschnitte/neu`, { title: 'Wege' }, member)
  const other = String(added.headers.location)
  await world.post(other, { seen: '1', title: 'Wege', text: 'Hier stehen neue Radwege.' }, member)
  expect(await quoted()).toBe('neue Radwege')
  await world.post(`${at}/anmerkungen/${comment}/antwort`, { text: 'Zwei.' }, lead)
  expect((await world.post(`${at}/anmerkungen/${comment}/stand`, { to: 'settled' }, observer)).statusCode).toBe(404)
  await world.post(`${at}/anmerkungen/${comment}/stand`, { to: 'settled' }, lead)
  const { body } = await world.get(other.replace('/bearbeiten', ''), lead)
  expect(
    ['Wie viele?', 'Leitung der Gruppe: Zwei.', 'Eine erledigte Anmerkung'].filter((one) => !body.includes(one)),
  ).toEqual([])
})

test('the lead accepts an amendment, accepts one with a change, declines one with a reason; the table keeps them in order', async ({
  world,
}) => {
  const { lead, member, at, here } = await writing(world, { state: 'amending' })
  const propose = async (quote: string, replacement: string) => {
    const answer = await world.post(`${here}/antrag`, { near: '0', quote, replacement, reason: 'Genauer.' }, member)
    return String(answer.headers.location).replace(/\?.*/, '')
  }
  const third = await propose('Drei.', 'Vier.')
  const first = await propose('Eins.', 'Eins und mehr.')
  const second = await propose('Zwei.', '')
  const decide = async (address: string, values: Record<string, string>) => {
    const { body } = await world.get(address, lead)
    return world.post(address, { passage: hidden(body, 'passage'), text: field(body, 'text') ?? '', ...values }, lead)
  }
  expect((await decide(first, { to: 'accepted' })).statusCode).toBe(303)
  expect((await decide(third, { to: 'accepted', text: 'Drei bis vier.' })).statusCode).toBe(303)
  expect((await decide(second, { to: 'declined' })).statusCode).toBe(409)
  expect((await world.post(`${at}/stand`, { to: 'adopted' }, lead)).statusCode).toBe(409)
  expect((await decide(second, { to: 'declined', answer: 'Zwei bleibt.' })).statusCode).toBe(303)
  expect((await decide(second, { to: 'accepted' })).statusCode).toBe(409)
  expect(await textNow(world)).toBe('Eins und mehr.\n\nZwei.\n\nDrei bis vier.')
  const { body } = await world.get(`${at}/antraege`, member)
  expect(body.match(/>Antrag \d</g)).toEqual(['>Antrag 2<', '>Antrag 3<', '>Antrag 1<'])
  const words = ['angenommen', 'abgelehnt', 'mit Änderung angenommen', 'Zwei bleibt.']
  expect(words.filter((one) => !body.includes(one))).toEqual([])
})

test('who proposed an amendment withdraws it; others do not', async ({ world }) => {
  const { lead, member, at, part } = await writing(world, { state: 'amending' })
  const id = await anAmendment(world, part, { quote: 'Zwei.', replacement: 'Zehn.', personId: member.id })
  expect((await world.post(`${at}/antraege/${id}/ruecknahme`, {}, lead)).statusCode).toBe(404)
  expect((await world.post(`${at}/antraege/${id}/ruecknahme`, {}, member)).statusCode).toBe(303)
  expect(await world.sql('select state from paper_amendments')).toEqual([{ state: 'withdrawn' }])
})

test('an amendment to a passage that was changed meanwhile is shown with both, put together word by word where that can be', async ({
  world,
}) => {
  const text = 'Die Region baut zwei Radwege bis zum Jahr 2030.'
  const { lead, at, here, part } = await writing(world, { state: 'amending', text })
  const replacement = 'Die Region baut vier Radwege bis zum Jahr 2030.'
  const id = await anAmendment(world, part, { quote: text, replacement })
  const shown = await world.get(`${at}/antraege/${id}`, lead)
  const now = text.replace('2030', '2035')
  await world.post(`${here}/bearbeiten`, { seen: '1', title: 'Verkehr', text: now }, lead)
  const decision = { to: 'accepted', passage: hidden(shown.body, 'passage'), text: replacement }
  const refused = await world.post(`${at}/antraege/${id}`, decision, lead)
  expect([refused.statusCode, await textNow(world)]).toEqual([409, now])
  const again = await world.get(`${at}/antraege/${id}`, lead)
  expect(field(again.body, 'text')).toBe('Die Region baut vier Radwege bis zum Jahr 2035.')
  await world.post(
    `${at}/antraege/${id}`,
    { ...decision, passage: hidden(again.body, 'passage'), text: field(again.body, 'text')! },
    lead,
  )
  expect(await world.sql('select state, applied from paper_amendments')).toEqual([
    { state: 'accepted', applied: 'Die Region baut vier Radwege bis zum Jahr 2035.' },
  ])
})

/** Two amendments whose passages lie over each other, and what the lead's two windows send. */
async function overlapping(world: World) {
  const one = await writing(world, { state: 'amending', text: 'Eins.\n\nZwei drei vier.' })
  const values = [
    { quote: 'Zwei drei vier.', replacement: 'Zwei sieben vier.', no: 1 },
    { quote: 'Zwei drei', replacement: 'Zwei acht', no: 2 },
  ]
  const ids = [await anAmendment(world, one.part, values[0]!), await anAmendment(world, one.part, values[1]!)]
  const inputs = values.map(({ quote, replacement }) => ({ passage: quote, text: replacement, answer: '' }))
  return { ...one, ids, inputs }
}

test('of two overlapping amendments accepted at the same moment one is first, and the other is shown what stands there now', async ({
  world,
}) => {
  const { lead, at, ids, inputs } = await overlapping(world)
  const answers = await world.together(2, (n) =>
    world.post(`${at}/antraege/${ids[n]}`, { to: 'accepted', ...inputs[n]! }, lead),
  )
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  const first = answers.findIndex(({ statusCode }) => statusCode === 303)
  expect(await textNow(world)).toBe(['Eins.\n\nZwei sieben vier.', 'Eins.\n\nZwei acht vier.'][first])
  const states = await world.sql('select state from paper_amendments order by no')
  expect(states[first]?.state).toBe('accepted')
  expect(states[1 - first]?.state).toBe('open')
})

test('without the locks both are accepted and the words of one are gone: the proof that they are what holds', async ({
  world,
}) => {
  const { lead, group, paper, ids, inputs } = await overlapping(world)
  await world.sql('alter table paper_versions drop constraint paper_versions_pkey')
  await world.together(2, (n) => {
    const viewer: Viewer = { kind: 'person', id: lead.id, name: '', signIn: '', roles: [] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    const which = { groupId: group, paperId: paper, id: ids[n]! }
    return inChange(world.db, base, (change) =>
      acceptAmendment({ ...change, write: change.write.withPlugin(lockOff) as never }, { ...which, ...inputs[n]! }),
    )
  })
  expect(await world.sql('select state from paper_amendments')).toEqual([{ state: 'accepted' }, { state: 'accepted' }])
  const text = String(await textNow(world))
  expect([text.includes('sieben'), text.includes('acht')].sort()).toEqual([false, true])
})

test('saving and adopting at the same moment: what is adopted is what was saved before, and nothing after', async ({
  world,
}) => {
  const { lead, at, here } = await writing(world, { state: 'amending' })
  const answers = await world.together(2, (n) =>
    n === 0
      ? world.post(`${at}/stand`, { to: 'adopted' }, lead)
      : world.post(`${here}/bearbeiten`, { seen: '1', title: 'Verkehr', text: 'Später' }, lead),
  )
  const [{ content }] = (await world.sql('select content from papers')) as [{ content: Content }]
  const text = await textNow(world)
  expect([answers[0]!.statusCode, content.sections[0]!.text]).toEqual([303, text])
  expect(answers[1]!.statusCode).toBe(text === 'Später' ? 303 : 404)
})

test('observers read and comment and write nothing; another group reads nothing', async ({ world }) => {
  const { group, at, here, part } = await writing(world, { state: 'amending' })
  await aRemark(world, part, { quote: 'Zwei.' })
  const observer = await aMember(world, group, { part: 'observer' })
  const [{ id: edition }] = (await world.sql('select id from editions')) as [{ id: string }]
  const other = await aMember(world, await aGroup(world, edition, { state: 'working' }), { part: 'lead' })
  const codes = async (who: typeof observer.person) => [
    (await world.get(at, who)).statusCode,
    (await world.get(here, who)).statusCode,
    (await world.get(`${here}/bearbeiten`, who)).statusCode,
    (await world.post(`${here}/anmerkung`, { near: '0', quote: 'Zwei.', text: 'Gut.' }, who)).statusCode,
    (await world.post(`${here}/antrag`, { near: '0', quote: 'Zwei.', replacement: 'Zehn.', reason: 'So.' }, who))
      .statusCode,
  ]
  expect([await codes(observer.person), await codes(other.person)]).toEqual([
    [200, 200, 404, 303, 404],
    [404, 404, 404, 404, 404],
  ])
})

test('an adopted paper is handed over once: results, a document and a proposal for the programme wait for the office', async ({
  world,
}) => {
  const { lead, member, at } = await writing(world, { state: 'amending', text: 'Wir fordern Radwege.\n\nAm Neckar.' })
  await world.post(`${at}/stand`, { to: 'adopted' }, lead)
  expect((await world.get(`${at}/uebergabe`, member)).statusCode).toBe(404)
  const shown = await world.get(`${at}/uebergabe`, lead)
  expect([field(shown.body, 'abstract'), field(shown.body, 'text1')]).toEqual([
    'Wir fordern Radwege.',
    'Wir fordern Radwege.\n\nAm Neckar.',
  ])
  const result = {
    isResult1: 'on',
    title1: 'Radwege bauen',
    text1: 'Wir fordern Radwege.',
    reason1: 'Weil sie fehlen.',
  }
  const said = {
    ...result,
    abstract: 'Wege',
    addressee1: 'das Land',
    responsible1: 'Regionalverband',
    until1: '5.2028',
  }
  expect((await world.post(`${at}/uebergabe`, { ...said, until1: 'Ende 2028' }, lead)).statusCode).toBe(409)
  expect((await world.post(`${at}/uebergabe`, { ...said, title1: '' }, lead)).statusCode).toBe(409)
  const answers = await world.together(2, () => world.post(`${at}/uebergabe`, said, lead))
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  expect(
    await world.sql(`select title->>'de' as title, text->>'de' as text, reason->>'de' as reason, addressee->>'de' as addressee,
      ends, published_at, (select name from organisations o join piece_organisations po on po.organisation_id = o.id) as body from pieces`),
  ).toEqual([
    {
      ...{ title: 'Radwege bauen', text: 'Wir fordern Radwege.', reason: 'Weil sie fehlen.', addressee: 'das Land' },
      ...{ ends: '2028-05', published_at: null, body: 'Regionalverband' },
    },
  ])
  expect(await world.sql('select title, state from documents')).toEqual([
    { title: 'Papier der Gruppe', state: 'draft' },
  ])
  expect(await world.sql('select kind from relations join documents on documents.id = to_document_id')).toHaveLength(1)
  const office = await world.person('office')
  const [{ slug }] = (await world.sql('select slug from editions')) as [{ slug: string }]
  const programme = await world.get(`/verwaltung/kongresse/${slug}/programm`, office)
  const [, take] = /action="([^"]*vorschlaege[^"]*)"/.exec(programme.body) ?? []
  expect((await world.get('/verwaltung', office)).body).toContain('eine Arbeitsgruppe schlägt etwas fürs Programm vor')
  expect((await world.get(`/kongresse/${slug}/programm`)).body).not.toContain('Papier der Gruppe')
  expect((await world.post(String(take), { to: 'programme' }, lead)).statusCode).toBe(404)
  expect((await world.post(String(take), { to: 'programme' }, office)).statusCode).toBe(303)
  expect(await world.sql(`select title->>'de' as title, format from sessions`)).toEqual([
    { title: 'Papier der Gruppe', format: 'handover' },
  ])
  expect(await world.sql('select id from session_proposals')).toEqual([])
  expect((await world.get(at, member)).body).toContain('Dem Kongress übergeben am')
})

test('a note is set once, however often the text refers to it: what comes out grows with what was written', async ({
  world,
}) => {
  const { member, paper, part, at } = await writing(world)
  const sized = async (count: number) => {
    const text = `${'Satz[^1]. '.repeat(count)}\n\n[^1]: ${'Beleg '.repeat(count)}`
    await world.db.updateTable('paperSections').set({ text }).where('id', '=', part).execute()
    const docx = await partsOf((await world.get(`${at}/papier.docx`, member)).rawPayload)
    const printed = await textOfPdf((await world.get(`${at}/papier.pdf`, member)).rawPayload)
    return [docx['word/footnotes.xml']!.length + docx['word/document.xml']!.length, printed.length] as const
  }
  const [few, many] = [await sized(40), await sized(160)]
  expect(many.map((size, index) => size / few[index]!).filter((growth) => growth > 5)).toEqual([])
  await world.sql(`update paper_sections set text = e'Eins[^1].\\n\\n[^1]: Beleg.' where id = '${part}'`)
  await aPart(world, paper, { position: 1, text: 'Drei[^a], vier[^a].\n\n[^a]: Quelle.' })
  const docx = await partsOf((await world.get(`${at}/papier.docx`, member)).rawPayload)
  expect(docx['word/document.xml']).toMatch(/w:footnoteReference.*superscript"\/><\/w:rPr><w:t[^>]*>2</s)
})

test('a section read passage by passage has its notes once, whatever number of passages refers to them', async ({
  world,
}) => {
  const { member, part, here } = await writing(world)
  const sized = async (count: number) => {
    const text = `${'Satz[^1].\n\n'.repeat(count)}1. eins\n2. zwei\n\n[^1]: ${'Beleg '.repeat(count)}`
    await world.db.updateTable('paperSections').set({ text }).where('id', '=', part).execute()
    return (await world.get(here, member)).body
  }
  const [few, many] = [await sized(100), await sized(400)]
  expect(many.length / few.length).toBeLessThan(4.5)
  expect(many).toMatch(/<ol start="2">\s*<li>zwei/)
  expect(many.match(/id="note-[^"]*"/g)).toHaveLength(1)
})

test('what a PDF cannot hold is set without it, and a section that cannot be set at all is named', async ({
  world,
}) => {
  const text = `[Wort]()\n\n#\n\n# [](/x)\n\n${'>'.repeat(200)} tief\n\n[lang](http://a.de/${'y'.repeat(9000)})`
  const { lead, member, part, at } = await writing(world, { state: 'amending', text })
  const printed = await textOfPdf((await world.get(`${at}/papier.pdf`, member)).rawPayload)
  expect(['Wort', 'lang'].filter((one) => !printed.includes(one))).toEqual([])
  await world.sql(`update paper_sections set title = e'\\x01' where id = '${part}'`)
  const refused = [
    await world.get(`${at}/papier.pdf`, member),
    await world.post(`${at}/stand`, { to: 'adopted' }, lead),
  ]
  expect(refused.map(({ statusCode, body }) => [statusCode, body.includes('lässt sich so nicht setzen')])).toEqual([
    [409, true],
    [409, true],
  ])
})

test('a section is bounded in bytes, and a paper in what setting it costs', async ({ world }) => {
  const { lead, member, at, paper, part, here } = await writing(world, { state: 'amending' })
  const save = (text: string) => world.post(`${here}/bearbeiten`, { seen: '1', title: 'Verkehr', text }, lead)
  const euros = await save('€'.repeat(40_000))
  expect([euros.statusCode, /id="f-text-error">.{0,200}zu lang/.test(euros.body)]).toEqual([409, true])
  const id = await anAmendment(world, part, { quote: 'Zwei.', replacement: '€' })
  const decision = { to: 'accepted', passage: 'Zwei.', text: '€'.repeat(40_000) }
  const accepted = await world.post(`${at}/antraege/${id}`, decision, lead)
  expect([accepted.statusCode, /id="f-text-error">.{0,200}zu lang/.test(accepted.body)]).toEqual([409, true])
  expect((await save('[^1]'.repeat(10_000))).statusCode).toBe(409)
  await world.sql(`insert into paper_comments (section_id, person_id, text, at, quote)
    select '${part}', '${lead.id}', 'x', now(), 'Eins.' from generate_series(1, 200)`)
  const more = await world.post(`${here}/anmerkung`, { near: '0', quote: 'Eins.', text: 'Noch eine' }, lead)
  expect([more.statusCode, more.body.includes('Mehr fasst dieses Papier nicht')]).toEqual([409, true])
  expect((await world.post(`${here}/anmerkung`, { near: '0', quote: 'Eins.', text: 'Ja' }, member)).statusCode).toBe(
    303,
  )
  await aPart(world, paper, { position: 1, text: '- a\n'.repeat(3900) })
  expect((await save('- b\n'.repeat(200))).statusCode).toBe(409)
  expect((await save('Kurz.')).statusCode).toBe(303)
  await aPart(world, paper, { position: 2, text: '- a\n'.repeat(200) })
  expect((await world.post(`${at}/abschnitte/neu`, { title: 'Mehr' }, lead)).statusCode).toBe(409)
})

test('what is said in one paper is not reached from another, though its id is known', async ({ world }) => {
  const { group, lead, member, paper, part } = await writing(world, { state: 'amending' })
  const comment = await aRemark(world, part, { quote: 'Zwei.' })
  const amendment = await anAmendment(world, part, { quote: 'Drei.', replacement: 'Vier.', personId: member.id })
  const other = await aPaper(world, group, { state: 'amending' })
  const [{ id: edition }] = (await world.sql('select id from editions')) as [{ id: string }]
  const elsewhere = await aGroup(world, edition, { state: 'working' })
  for (const { id } of [lead, member]) await aMember(world, elsewhere, { part: 'lead', personId: id })
  const foreign = await aPaper(world, elsewhere, { state: 'amending' })
  const as = async (person: typeof lead, run: (change: Change) => Promise<unknown>) => {
    const viewer: Viewer = { kind: 'person', id: person.id, name: '', signIn: '', roles: [] }
    const base = { viewer, now: world.clock.now, language: 'de', house: world.house } as const
    return inChange(world.db, base, run).then(
      () => 'done',
      (error) => (error instanceof NotFound ? 'not found' : String(error)),
    )
  }
  const wrong = [
    { groupId: group, paperId: other },
    { groupId: elsewhere, paperId: foreign },
    { groupId: elsewhere, paperId: paper },
  ]
  const section = { sectionId: part, quote: 'Zwei.', near: 0 }
  const answers: string[] = []
  for (const which of wrong) {
    answers.push(await as(lead, (change) => answerComment(change, { ...which, id: comment, text: 'Nein.' })))
    answers.push(await as(lead, (change) => settleComment(change, { ...which, id: comment })))
    answers.push(await as(lead, (change) => addComment(change, { ...which, ...section, text: 'Nein.' })))
    answers.push(
      await as(lead, (change) =>
        proposeAmendment(change, { ...which, ...section, replacement: 'Nein.', reason: 'Nein.' }),
      ),
    )
    const decision = { ...which, id: amendment, answer: 'Nein.' }
    answers.push(await as(lead, (change) => acceptAmendment(change, { ...decision, passage: 'Drei.', text: 'Vier.' })))
    answers.push(await as(lead, (change) => declineAmendment(change, decision)))
    answers.push(await as(member, (change) => withdrawAmendment(change, { ...which, id: amendment })))
    answers.push(
      await as(lead, (change) => saveSection(change, { ...which, id: part, seen: 1, title: 'Nein', text: 'Nein.' })),
    )
    answers.push(await as(lead, (change) => restoreVersion(change, { ...which, id: part, seen: 1, version: 1 })))
    answers.push(await as(lead, (change) => removeSection(change, { ...which, id: part })))
    answers.push(await as(lead, (change) => moveSectionUp(change, { ...which, id: part })))
  }
  expect([...new Set(answers)]).toEqual(['not found'])
  const right = { groupId: group, paperId: paper }
  expect(await as(lead, (change) => withdrawAmendment(change, { ...right, id: amendment }))).toBe('not found')
  expect(await as(member, (change) => withdrawAmendment(change, { ...right, id: amendment }))).toBe('done')
  expect(await as(lead, (change) => answerComment(change, { ...right, id: comment, text: 'Ja.' }))).toBe('done')
})

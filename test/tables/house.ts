import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newSecret } from '../../src/platform/tokens.ts'
import { anAtlas } from '../atlas.ts'
import { aGroup, aMember, anInvitation } from '../groups.ts'
import { aDocument, aPicture } from '../library.ts'
import { aMeeting, aPlace } from '../meetings.ts'
import { anAgreement, someMinutes, someWords } from '../minutes.ts'
import { aContact, anInvitedSteward, aSteward } from '../organisations.ts'
import { anAmendment, aPaper, aPart, aRemark } from '../papers.ts'
import { plainEdition } from '../people.ts'
import { aFund, aKeptProject, takesPart } from '../projects.ts'
import { anEditionToRegisterFor, filledIn } from '../registration.ts'
import { aConsultation, anEvent, aPiece, aPoint, aRelation, aSignature, aVersion } from '../thread.ts'
import { anElector, anOrganisation, aVote, someWeights } from '../votes.ts'
import type { World } from '../world.ts'

export const viewers = [
  'nobody',
  'holder',
  'person',
  'door',
  'delegate',
  'group_lead',
  'author',
  'observer',
  'member',
  'lead',
  'other_member',
  'steward',
  'other_team',
  'team',
  'office',
  'administrator',
] as const
export type Viewer = (typeof viewers)[number]

/** Those who lead the working group, by its list or by a role, and those who are inside it. */
export const leads = ['lead', 'group_lead', 'team', 'office', 'administrator'] as const
export const inside = ['observer', 'member', 'delegate', ...leads] as const

/** What nobody but these may read anywhere, whatever address they try. */
const kept = {
  draftTitle: ['Kongress von übermorgen', ['office', 'administrator']],
  need: ['Nussallergie und Rollstuhl', ['team', 'office', 'administrator']],
  address: ['verschwiegen@landkreis.example', ['team', 'office', 'administrator']],
  draftPage: ['Entwurf einer Seite', ['author', 'office', 'administrator']],
  report: ['Stufe am Nordeingang', ['office', 'administrator']],
  file: ['Protokoll nur für das Büro', ['office', 'administrator']],
  colleague: ['kollegin@region.example', ['office', 'administrator']],
  study: ['Geheime Studie der Region', ['office', 'administrator']],
  demand: ['Geheime Forderung der Region', ['office', 'administrator']],
  result: ['Geheimes Ergebnis der Gruppe', ['team', 'office', 'administrator']],
  early: ['Ergebnis von übermorgen', ['office', 'administrator']],
  inner: ['Papier nur für Mitglieder', viewers.filter((viewer) => viewer !== 'nobody' && viewer !== 'holder')],
  company: ['Verschwiegene Werke AG', ['office', 'administrator']],
  asked: ['Anhörung hinter der Tür', ['office', 'administrator']],
  asker: ['beitrag@werke.example', ['office', 'administrator']],
  mandate: ['Auftrag nur für die Gruppe', inside],
  quiet: ['Mitglied ohne Öffentlichkeit', inside],
  closed: ['Sitzung hinter der Tür', inside],
  recorded: ['Protokoll hinter der Tür', inside],
  voted: ['Abstimmung hinter der Tür', inside],
  unopened: ['Abstimmung im Entwurf', leads],
  objected: ['Widerspruch nur für die Leitung', leads],
  statute: ['Satzung nur fürs Büro', ['office', 'administrator']],
  drafted: ['Papier hinter der Tür', inside],
  proposed: ['Vorschlag fürs Programm', ['team', 'office', 'administrator']],
  invited: ['eingeladen@werke.example', leads],
  steward: ['betreuung@werke.example', ['steward', 'office', 'administrator']],
  contact: ['Kontakt ohne Einwilligung', ['steward', 'office', 'administrator']],
  ownMoney: ['Eigenmittel nur für uns', ['steward', 'office', 'administrator']],
  wholeMoney: ['Kosten nur fürs Büro', ['office', 'administrator']],
  untold: ['Geschichte im Entwurf', ['office', 'administrator']],
} as const satisfies Record<string, readonly [string, readonly Viewer[]]>
export const secrets = Object.fromEntries<readonly Viewer[]>(Object.values(kept))
const {
  draftTitle,
  need,
  address,
  draftPage,
  report,
  file,
  colleague,
  study,
  demand,
  result,
  early,
  inner,
  company,
  asked,
  asker,
  mandate,
  quiet,
  closed,
  recorded,
  voted,
  unopened,
  objected,
  statute,
  drafted,
  proposed,
  invited,
  steward,
  contact,
  ownMoney,
  wholeMoney,
  untold,
} = Object.fromEntries(Object.entries(kept).map(([name, [text]]) => [name, text])) as Record<keyof typeof kept, string>

/** A house with one of everything: an open edition with two registrations, a draft, drafts of pages, reports, mails. */
export async function fullHouse(world: World) {
  const edition = await anEditionToRegisterFor(world, { site: 100, session: 20 })
  const draft = await plainEdition(world, 30)
  await world.db
    .updateTable('editions')
    .set({ title: { de: draftTitle } })
    .where('id', '=', draft)
    .execute()
  const other = await plainEdition(world, 31)
  await world.db.updateTable('editions').set({ announcedAt: world.clock.now }).where('id', '=', other).execute()
  await aPiece(world, 'result', { slug: 'zu-frueh', title: { de: early }, editionId: draft })
  const registrations = await registered(world, edition)
  return { edition, draft, other, registrations, values: await valuesOf(world, edition) }
}

type Edition = Awaited<ReturnType<typeof anEditionToRegisterFor>>

async function registered(world: World, edition: Edition) {
  const secretOf = async (fields: Record<string, string>) => {
    const answer = await world.post(edition.url, filledIn(edition, fields))
    return /\/anmeldung\/([\w-]+)/.exec(String(answer.headers.location))?.[1] ?? ''
  }
  const watched = await secretOf({ email: address, access: need })
  return { watched, another: await secretOf({ email: 'eine.andere@landkreis.example' }) }
}

/** What stands for each `:name` in an address; `item` and `page` depend on what comes before. */
async function valuesOf(world: World, edition: Edition) {
  const { db, clock } = world
  const own = { editionId: edition.id, position: 1 }
  const id = async (rows: Promise<{ id: string }>) => (await rows).id
  const bilingual = { de: 'Etwas' }
  const source = 'bericht'
  await db.insertInto('sources').values({ id: source, title: bilingual }).execute()
  const item = {
    angaben: await id(
      db
        .insertInto('editionFacts')
        .values({ ...own, label: bilingual, value: bilingual, sourceId: source })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
    stationen: await id(
      db
        .insertInto('milestones')
        .values({ editionId: edition.id, title: bilingual, happensOn: '2026-11-12' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
    arbeitsgruppen: await id(
      db
        .insertInto('workingGroups')
        .values({ ...own, name: bilingual })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
    dokumente: await id(
      db
        .insertInto('editionDocuments')
        .values({ ...own, title: bilingual, kind: bilingual })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
    raeume: await id(
      db
        .insertInto('rooms')
        .values({ ...own, name: bilingual })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
    straenge: await id(
      db
        .insertInto('tracks')
        .values({ ...own, name: bilingual })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ),
    programm: edition.evening,
    tickets: edition.online,
  }
  const person = await world.person('delegate')
  await db.updateTable('people').set({ email: colleague }).where('id', '=', person.id).execute()
  const role = await db.selectFrom('roles').where('personId', '=', person.id).select('id').executeTakeFirstOrThrow()
  const signIn = await db.selectFrom('signIns').where('personId', '=', person.id).select('id').executeTakeFirstOrThrow()
  const mail = await db.selectFrom('mails').where('recipient', '=', address).select('id').executeTakeFirstOrThrow()
  const registration = await db
    .selectFrom('registrations')
    .where('email', '=', address)
    .select('id')
    .executeTakeFirstOrThrow()
  const host = await aHost(world, edition.id)
  const reported = await db
    .insertInto('reports')
    .values({ kind: 'barrier', text: report, language: 'de', at: clock.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const kept = await db
    .insertInto('files')
    .values({
      sha256: await aKeptFile(world, file),
      bytes: file.length,
      mediaType: 'application/pdf',
      name: 'protokoll.pdf',
      createdAt: clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { items, ...thread } = await aThread(world, edition, host.organisation)
  return {
    item: { ...item, ...items },
    page: { seiten: await aDraftPage(world), public: 'eine-seite' },
    edition: edition.slug,
    session: edition.water,
    source,
    key: 'participation',
    person: person.id,
    role: role.id,
    signIn: signIn.id,
    mail: mail.id,
    registration: registration.id,
    report: reported.id,
    file: kept.id,
    shown: await aShownFile(world, edition.id),
    ...host,
    speaker: await aSpeaker(world, item.programm),
    document: await aLibrary(world, edition),
    intake: await anIntake(world),
    upload: person.id,
    ...thread,
    kind: 'result',
    field: 'wasserstoff',
    format: 'bib',
    subject: 'mobility',
    collection: await aCollection(world, edition.id),
    as: 'csv',
    view: 'map',
    ...(await anAtlas(world)),
    ...(await someStories(world)),
    ...(await aWorkingGroup(world, edition.id)),
    name: 'protokoll.pdf',
    template: 'people.signIn',
    words: 'de',
    version: '1',
    secret: newSecret(),
  }
}
export type Values = Awaited<ReturnType<typeof valuesOf>>

/** A story that everybody reads, and one that the office is still writing. */
async function someStories({ db, clock }: World) {
  const lead = { de: 'Was die Zahlen sagen' }
  const shared = { lead, changedAt: clock.now, blocks: JSON.stringify([{ kind: 'text', text: lead }]) }
  const told = { ...shared, slug: 'erzaehlt', title: { de: 'Erzählt' }, publishedAt: clock.now }
  const draft = { ...shared, slug: 'entwurf', title: { de: untold } }
  await db.insertInto('stories').values(told).execute()
  const { id } = await db.insertInto('stories').values(draft).returning('id').executeTakeFirstOrThrow()
  return { told: told.slug, story: id }
}

/** A published document of the open edition, and a draft; each in its part of an address. */
async function aLibrary(world: World, { id, water }: Edition) {
  const published = await aDocument(world, { title: 'Papier', editionId: id, sessionId: water, pages: ['Ein Satz.'] })
  const pages = [study]
  const there = { editionId: id, sessionId: water, pages }
  const draft = await aDocument(world, { title: study, state: 'draft', publishedAt: null, ...there })
  const relation = { documentId: draft.id, kind: 'part_of', otherId: published.id } as const
  await world.db.insertInto('documentRelations').values(relation).execute()
  for (const { id: drawn } of [published, draft]) await aPicture(world, drawn)
  const author = { documentId: published.id, position: 0, kind: 'organisation', name: 'Region' } as const
  await world.db.insertInto('documentAuthors').values(author).execute()
  return { public: published.slug, office: draft.slug }
}

/** A table that waits for the office, one of its rows with a secret. */
async function anIntake({ db, clock }: World) {
  const at = { createdAt: clock.now, changedAt: clock.now }
  const columns = JSON.stringify([{ label: 'Titel', field: 'title' }])
  const values = { kind: 'table', name: 'liste.csv', state: 'draft', columns, ...at } as const
  const { id } = await db.insertInto('intakes').values(values).returning('id').executeTakeFirstOrThrow()
  await db
    .insertInto('intakeRows')
    .values({ intakeId: id, line: 2, said: JSON.stringify([study]) })
    .execute()
  return id
}

/** Public pieces of every kind, a draft of a result, and a draft of a position with all that hangs on it. */
async function aThread(world: World, { id }: Edition, organisationId: string) {
  const published = await aPiece(world, 'result', { slug: 'ein-stueck', title: { de: 'Eine These' }, editionId: id })
  const whole = { slug: 'ein-projekt', title: { de: 'Ein Vorhaben' } }
  const { items, value, ...project } = await aKeptProject(world, organisationId, whole)
  await takesPart(world, project.id, await anOrganisation(world, 'Wasserwerk am Neckar'))
  await aFund(world, project.id, { programme: wholeMoney })
  await aFund(world, project.id, { organisationId, programme: ownMoney })
  const signed = await aPiece(world, 'position', { slug: 'eine-position', title: { de: 'Eine Forderung' } })
  await anEvent(world, project.id, { kind: 'begun', happenedOn: '2026-02-01' })
  await aRelation(world, published.id, 'led_to', project.id)
  await aPiece(world, 'result', { title: { de: result }, editionId: id, publishedAt: null })
  const draft = await aPiece(world, 'position', { title: { de: demand }, publishedAt: null })
  const { id: toDocumentId } = await aDocument(world, { title: inner, access: 'members' })
  for (const { id: fromId } of [published, project])
    await world.db
      .insertInto('relations')
      .values({ fromId, kind: 'answers', toDocumentId, createdAt: world.clock.now })
      .execute()
  await aDraftsOrganisation(world, draft.id)
  await world.db
    .insertInto('pieceOrganisations')
    .values({ pieceId: signed.id, organisationId, part: 'lead', position: 1 })
    .execute()
  const unread = await aVersion(world, draft.id, { title: { de: demand }, note: demand })
  await aSignature(world, { versionId: unread, organisationId, person: demand, decision: demand })
  return {
    piece: { ergebnisse: 'ein-stueck', projekte: 'ein-projekt', positionen: 'eine-position', office: draft.id },
    ...{ items, value },
    event: await anEvent(world, draft.id, { title: { de: demand } }),
    point: await aPoint(world, draft.id),
    ...(await aConsultation(world, { title: asked, contribution: { text: asked, email: asker, contributor: asked } })),
    signature: await aSignature(world, { versionId: await aVersion(world, signed.id), organisationId }),
    relation: await aRelation(world, draft.id, 'answers', published.id),
  }
}

/** A published collection of the open edition with the published document and the draft, and a secret one. */
async function aCollection({ db, clock }: World, editionId: string) {
  const common = { createdAt: clock.now, changedAt: clock.now, editionId }
  const made = async (slug: string, title: string, isPublished: boolean) => {
    const values = { ...common, slug, title: { de: title }, isPublished }
    const { id } = await db.insertInto('collections').values(values).returning('id').executeTakeFirstOrThrow()
    const documents = await db.selectFrom('documents').select('id').execute()
    const rows = documents.map((document, position) => ({ collectionId: id, documentId: document.id, position }))
    if (rows.length > 0) await db.insertInto('collectionDocuments').values(rows).execute()
  }
  await made('sammlung', 'Eine Sammlung', true)
  await made('verborgen', study, false)
  return 'sammlung'
}

/** A group at work that shows its people to everybody, a quiet member, an invitation, and another group. */
async function aWorkingGroup(world: World, editionId: string) {
  const group = await aGroup(world, editionId, {
    ...{ state: 'working', joining: 'request', mandate: { de: mandate }, shown: ['people', 'state'] },
  })
  const { id: member } = await aMember(world, group, { name: quiet })
  await aMember(world, group, { part: 'lead' })
  await anInvitation(world, group, { email: invited })
  const meeting = await aMeeting(world, group, { title: closed, toldRevision: 1, version: 1 })
  await aPlace(world, meeting, { name: closed })
  const agenda = { meetingId: meeting, position: 0, title: closed }
  await world.db.insertInto('agendaItems').values(agenda).execute()
  const content = { title: closed, zone: 'Europe/Berlin', options: [], agenda: [], startsAt: null, endsAt: null }
  const sent = { meetingId: meeting, kind: 'invitation', version: 1, recipients: 1, calendar: closed } as const
  await world.db
    .insertInto('meetingInvitations')
    .values({ ...sent, sentAt: world.clock.now, content: JSON.stringify(content) })
    .execute()
  const section = await someMinutes(world, meeting, { title: recorded, text: recorded })
  const comment = { sectionId: section, text: recorded, at: world.clock.now }
  await world.db.insertInto('minutesComments').values(comment).execute()
  const wording = await someWords(world, section, { text: recorded, reason: recorded })
  await world.sql(`update minutes set state = 'commenting'`)
  const which = { groupId: group, meetingId: meeting }
  const agreement = await anAgreement(world, which, { sectionId: section, memberId: member, text: recorded })
  return {
    ...(await aDraftedPaper(world, group)),
    group,
    member,
    meeting,
    section,
    wording,
    agreement,
    ...(await someVotes(world, group, member)),
    otherGroup: await aGroup(world, editionId, { state: 'working' }),
  }
}

/** An open vote with an objection, a draft, and a secret one that is closed. */
async function someVotes(world: World, group: string, member: string) {
  const { db, clock } = world
  const open = { state: 'open', openedAt: clock.now } as const
  const vote = await aVote(world, group, {
    ...{ title: voted, text: voted, method: 'consent', majority: 'none', closesAt: '2026-06-01T12:00:00Z', ...open },
  })
  const elector = await anElector(world, vote, { memberId: member, hasCast: true, castBy: member, speakers: [member] })
  await anElector(world, vote, { name: voted })
  const parts = JSON.stringify([{ choice: 2, weight: 1 }])
  await db.insertInto('voteBallots').values({ electorId: elector, parts, reason: objected }).execute()
  await aVote(world, group, { title: unopened, text: unopened })
  const secret = await aVote(world, group, { title: voted, isSecret: true, urn: Buffer.from(voted), ...open })
  await anElector(world, secret, { name: voted, memberId: member, hasCast: true })
  await db
    .insertInto('secretBallots')
    .values({ voteId: secret, code: Buffer.alloc(16, 1), choices: '[1]' })
    .execute()
  const result = {
    outcome: 'accepted',
    chosen: [],
    counts: [],
    electors: 1,
    entitled: 1,
    ballots: 1,
    cast: 1,
    valid: 1,
    base: 1,
  }
  await db
    .updateTable('votes')
    .set({ state: 'closed', closedAt: clock.now, urn: null, result: JSON.stringify(result) })
    .where('id', '=', secret)
    .execute()
  const proxy = await db
    .insertInto('voteProxies')
    .values({
      ...{ groupId: group, giverId: member, untilOn: '2027-01-01', createdAt: clock.now },
      proxyId: (await aMember(world, group)).id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await someWeights(world, { [await anOrganisation(world, 'Landkreis mit Stimmen')]: 7 }, { source: statute })
  return { vote, elector, proxy: proxy.id }
}

/** A paper that is open to amendments, with a remark and an amendment. */
async function aDraftedPaper(world: World, groupId: string) {
  const paper = await aPaper(world, groupId, { title: drafted, state: 'amending' })
  const part = await aPart(world, paper, { title: drafted, text: drafted })
  const comment = await aRemark(world, part, { quote: drafted, text: drafted })
  const amendment = await anAmendment(world, part, { quote: drafted, replacement: 'Anders', reason: drafted })
  const { editionId } = await world.db
    .selectFrom('workingGroups')
    .where('id', '=', groupId)
    .select('editionId')
    .executeTakeFirstOrThrow()
  const values = { editionId, groupId, title: { de: proposed }, proposedAt: world.clock.now }
  const { id: proposal } = await world.db
    .insertInto('sessionProposals')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow()
  const picture = await aPapersPicture(world, paper)
  return { paper, part, comment, amendment, proposal, picture }
}

/** A picture of the paper; its bytes are words, so that it is seen who is given them. */
async function aPapersPicture(world: World, paperId: string) {
  const { now: createdAt } = world.clock
  const kept = { sha256: await aKeptFile(world, drafted), bytes: drafted.length, mediaType: 'image/png', width: 300 }
  const { id: fileId } = await world.db
    .insertInto('files')
    .values({ ...kept, name: 'bild.png', height: 200, createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = { paperId, fileId, no: 1, alt: drafted, at: createdAt }
  return (await world.db.insertInto('paperPictures').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** An organisation that nothing but a draft names. */
async function aDraftsOrganisation({ db }: World, pieceId: string) {
  const organisation = { name: company, kind: 'other', isConfirmed: false } as const
  const { id: organisationId } = await db
    .insertInto('organisations')
    .values(organisation)
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('pieceOrganisations').values({ pieceId, organisationId, part: 'lead', position: 1 }).execute()
}

/** The congress's host, with a contact and somebody invited to look after it who have not answered. */
async function aHost(world: World, editionId: string) {
  const { db } = world
  const organisation = { name: 'Ein Landkreis', kind: 'other' as const }
  const { id } = await db.insertInto('organisations').values(organisation).returning('id').executeTakeFirstOrThrow()
  await db
    .insertInto('editionOrganisations')
    .values({ editionId, organisationId: id, part: 'host', position: 1 })
    .execute()
  return {
    organisation: id,
    steward: (await anInvitedSteward(world, id, { email: steward })).id,
    contact: (await aContact(world, id, { name: contact })).id,
  }
}

async function aSpeaker({ db }: World, sessionId: string) {
  const speaker = { sessionId, name: 'Leitung der Planung', position: 0 }
  return (await db.insertInto('speakers').values(speaker).returning('id').executeTakeFirstOrThrow()).id
}

/** A file that is not public by itself, shown by an edition as a document. */
async function aShownFile(world: World, editionId: string) {
  const content = 'Öffentliches Papier'
  const { id } = await world.db
    .insertInto('files')
    .values({
      sha256: await aKeptFile(world, content),
      bytes: content.length,
      mediaType: 'application/pdf',
      name: 'papier.pdf',
      createdAt: world.clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const own = { editionId, position: 2, title: { de: 'Papier' }, kind: { de: 'Papier' } }
  await world.db
    .insertInto('editionDocuments')
    .values({ ...own, fileId: id })
    .execute()
  return id
}

async function aKeptFile({ data }: World, content: string) {
  const sha256 = createHash('sha256').update(content).digest()
  const hex = sha256.toString('hex')
  await mkdir(join(data, 'files', hex.slice(0, 2)), { recursive: true })
  await writeFile(join(data, 'files', hex.slice(0, 2), hex), content)
  return sha256
}

function aDraftPage({ db, clock }: World) {
  const page = (slug: string, title: string, publishedVersion: number | null) =>
    db.transaction().execute(async (write) => {
      const { id } = await write
        .insertInto('pages')
        .values({ kind: 'own', slugDe: slug, slugEn: slug, publishedVersion, createdAt: clock.now })
        .returning('id')
        .executeTakeFirstOrThrow()
      const words = { title: { de: title }, text: { de: title } }
      await write
        .insertInto('pageVersions')
        .values({ ...words, pageId: id, version: 1, at: clock.now })
        .execute()
      return id
    })
  return page('eine-seite', 'Eine Seite', 1).then(() => page('ein-entwurf', draftPage, null))
}

/** An address with its values filled in. Fails for a name that nothing stands for. */
export function filledAddress(pattern: string, values: Values, secret = values.secret): string {
  return pattern.replace(/([\w-]+)?\/:(\w+)/g, (_, before: string | undefined, name: string) => {
    const value =
      name === 'item'
        ? values.item[germanPart(before ?? '') as keyof Values['item']]
        : name === 'document'
          ? values.document[/^\/(verwaltung|en\/office)/.test(pattern) ? 'office' : 'public']
          : name === 'piece'
            ? values.piece[pieceParts[before ?? ''] ?? 'office']
            : name === 'page'
              ? values.page[/seiten|pages/.test(before ?? '') ? 'seiten' : 'public']
              : name === 'name' && pattern.includes('/bilder/')
                ? '1.webp'
                : name === 'file' && pattern.startsWith('/kongresse')
                  ? values.shown
                  : name === 'secret'
                    ? secret
                    : values[name as 'edition']
    if (typeof value !== 'string') throw new Error(`nothing stands for :${name} in ${pattern}`)
    return `${before ?? ''}/${encodeURIComponent(value)}`
  })
}

const pieceParts: Record<string, keyof Values['piece']> = {
  pieces: 'positionen',
  ergebnisse: 'ergebnisse',
  results: 'ergebnisse',
  projekte: 'projekte',
  projects: 'projekte',
  positionen: 'positionen',
  positions: 'positionen',
}
const parts: Record<string, string> = {
  facts: 'angaben',
  milestones: 'stationen',
  'working-groups': 'arbeitsgruppen',
  documents: 'dokumente',
  rooms: 'raeume',
  tracks: 'straenge',
  programme: 'programm',
  indicators: 'kennzahlen',
  steps: 'meilensteine',
  money: 'mittel',
}
const germanPart = (part: string) => parts[part] ?? part

/**
 * Somebody of this kind. The congress team's and the delegate's role hold for the open edition, those of `other_team`
 * for another, the rest for the installation.
 */
export async function aViewer(
  world: World,
  viewer: Viewer,
  house: { edition: { id: string }; other: string; values: Pick<Values, 'group' | 'otherGroup' | 'organisation'> },
) {
  if (viewer === 'nobody' || viewer === 'holder') return undefined
  if (viewer === 'person') return world.person()
  if (viewer === 'delegate') return world.person('delegate', house.edition.id)
  if (viewer === 'team') return world.person('congress_team', house.edition.id)
  if (viewer === 'observer' || viewer === 'member' || viewer === 'lead')
    return (await aMember(world, house.values.group, { part: viewer })).person
  if (viewer === 'other_member') return (await aMember(world, house.values.otherGroup, { part: 'lead' })).person
  if (viewer === 'steward') return (await aSteward(world, house.values.organisation)).person
  if (viewer === 'other_team') return world.person('congress_team', house.other)
  return world.person(viewer)
}

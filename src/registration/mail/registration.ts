import { congressPaths, editionAppointment, sessionAppointment, whenText } from '../../congress/index.ts'
import { calendar } from '../../platform/calendar.ts'
import { inLanguage, type Language } from '../../platform/language.ts'
import type { MailBlock } from '../../platform/mail-blocks.ts'
import { renderMail } from '../../platform/mail-page.tsx'
import { writtenMail } from '../../platform/mail-words.ts'
import type { Attachment, Mail, MailTemplate } from '../../platform/outbox.ts'
import type { JobVisit } from '../../platform/room.ts'
import { linkSecret, NotFound } from '../../platform/visit.ts'
import { regions } from '../../region/index.ts'
import type { RegistrationMail } from '../commands/mail.ts'
import { ticketPdf } from '../documents/ticket.ts'
import { ticketData } from '../documents/ticket-data.ts'
import { paths } from '../paths.ts'
import { registrationsOfAddress } from '../permissions.ts'
import { droppedSessions, type Own, oneRegistration } from '../queries/own.ts'
import { text } from '../text.ts'
import { linkText, namesIn, roomText, sessionTimes, whereText } from '../when.ts'
import { contactParts } from './contact.ts'
import { othersNote } from './others.ts'
import { linksWords, registrationWords } from './words.ts'

/** A mail about one registration, written from what it is when the mail leaves. */
export const registrationMail = (template: RegistrationMail): MailTemplate => ({
  words: registrationWords(template),
  async compose(visit, mail) {
    const own = await stillThere(visit, mail)
    if (!own || !makesSense(template, own, visit.now)) return undefined
    const { language } = mail
    const t = text[language].mail
    const kind = kindOf(template, own)
    const { look } = visit
    const { secret } = linkSecret(visit.house, 'registration', own.id, own.secretGeneration)
    const href = visit.house.publicUrl + paths.own.at(language, { secret })
    const manage: MailBlock = { kind: 'button', text: t.manage, href }
    const note: MailBlock[] = own.edition.isExample ? [{ kind: 'small', parts: [t.exampleNote] }] : []
    const others = kind === 'registration.cancelled' ? [] : await othersNote(visit, own, { language, secret })
    const { subject, blocks } = await writtenMail(visit, { template: kind, language }, registrationWords(kind), {
      values: valuesOf(own, language),
      parts: {
        facts: [...others, ...droppedNote(own, mail), factsOf(own, language)],
        link: kind === 'registration.cancelled' ? again(visit, own, language) : [manage],
      },
    })
    const rendered = renderMail({
      ...look,
      regionNo: own.edition.regionNo ?? undefined,
      subject,
      preheader: t.preheader[kind],
      blocks: [...blocks.slice(0, 1), ...note, ...blocks.slice(1)],
      footer: [
        ...(kind === 'registration.cancelled' ? [] : [`${t.private} `]),
        ...(await contactParts(visit, language)),
      ],
    })
    const attachments =
      kind === 'registration.confirmed' || kind === 'registration.changed'
        ? await papers({ ...visit, language }, own, look.installation)
        : []
    return { ...rendered, attachments, secrets: [secret] }
  },
})

/** What the person has lost by their own change. */
function droppedNote(own: Own, { language, values }: Mail): MailBlock[] {
  const names = namesIn(language, droppedSessions(own, (values as { dropped?: string[] }).dropped ?? []))
  return names ? [{ kind: 'paragraph', parts: [text[language].own.dropped(names)] }] : []
}

/** Who has cancelled has nothing left to manage, but may come after all while one can register. */
const again = ({ house }: JobVisit, { edition }: Own, language: Language): MailBlock[] =>
  edition.state === 'open'
    ? [
        {
          kind: 'button',
          text: text[language].mail.again,
          href: house.publicUrl + congressPaths.register.at(language, { edition: edition.slug }),
        },
      ]
    : []

const valuesOf = (own: Own, language: Language) => ({
  name: own.name,
  congress: inLanguage(language, own.edition.title),
  when: whenText(language, own.edition.zone, own.edition),
  where: whereText(own, language),
})

function factsOf(own: Own, language: Language): MailBlock {
  const f = text[language].own.facts
  const none = own.attendance === 'on_site' ? text[language].own.none : ''
  const isThere = own.state !== 'cancelled'
  const said = own.sessions.map((session) => {
    const { title, room } = session
    const named = [inLanguage(language, title), room && roomText(language, room)].filter(Boolean).join(', ')
    return [sessionTimes(language, own.edition, session), named].filter(Boolean).join(': ')
  })
  const facts = [
    { term: f.when, text: whenText(language, own.edition.zone, own.edition) },
    { term: f.where, text: whereText(own, language) },
    { term: f.link, text: linkText(own, language) ?? '' },
    { term: f.ticket, text: inLanguage(language, own.ticketName) },
    { term: f.sessions, text: isThere ? said.join('; ') || none : '' },
    { term: f.number, text: `${own.number ?? '–'} (${own.code})` },
  ]
  return { kind: 'facts', facts: facts.filter((fact) => fact.text) }
}

/** The registration that a mail is about, unless it is gone. */
export async function stillThere(visit: JobVisit, mail: Mail): Promise<Own | undefined> {
  try {
    return mail.about ? await oneRegistration({ ...visit, language: mail.language }, mail.about) : undefined
  } catch (error) {
    if (error instanceof NotFound) return undefined
    throw error
  }
}

/** What the mail says: the state may have changed since it was queued. */
function kindOf(template: RegistrationMail, { state }: Own): RegistrationMail {
  if (state === 'waiting') return 'registration.waiting'
  return template === 'registration.waiting' ? 'registration.confirmed' : template
}

/** A ticket for an event that has begun helps nobody, nor one for a registration that was cancelled meanwhile. */
function makesSense(template: RegistrationMail, { state, edition }: Own, now: Date) {
  const { startsAt, endsAt } = edition
  if (template === 'registration.cancelled') return state === 'cancelled' && !(endsAt && endsAt < now)
  return state !== 'cancelled' && !(startsAt && startsAt <= now)
}

/** The ticket and the calendar of one registration. */
export async function papers(visit: JobVisit, own: Own, installation: string): Promise<Attachment[]> {
  if (own.state !== 'confirmed') return []
  const words = text[visit.language].mail
  const data = ticketData(own, visit.language, await regions(visit), installation)
  return [
    {
      name: `${words.ticketFile[own.attendance]}-${own.code}.pdf`,
      type: 'application/pdf',
      bytes: await ticketPdf(data),
    },
    {
      name: `${words.calendarFile}-${own.code}.ics`,
      type: 'text/calendar',
      bytes: Buffer.from(ownCalendar(visit, own)),
    },
  ]
}

/** The edition and the booked sessions as a calendar. */
export function ownCalendar(visit: Pick<JobVisit, 'language' | 'house' | 'now'>, own: Own): string {
  const isOnline = own.attendance === 'online'
  const { online } = text[visit.language].own
  const booked = own.edition.bookable.filter(({ id }) => own.sessions.some((session) => session.id === id))
  const appointments = [
    editionAppointment(visit, own.edition),
    ...booked.map((session) => sessionAppointment(visit, own.edition, session)),
  ]
  return calendar({
    name: inLanguage(visit.language, own.edition.title),
    publicUrl: visit.house.publicUrl,
    stamp: visit.now,
    zone: own.edition.zone,
    appointments: appointments
      .filter((one) => one !== undefined)
      .map((one) => ({ ...one, version: one.version + own.version, ...(isOnline ? { place: { name: online } } : {}) })),
  })
}

/** The links of all registrations of one address. */
export const linksMail: MailTemplate = {
  words: linksWords,
  async compose(visit, mail) {
    const { language } = mail
    const rows = await registrationsOfAddress(visit, mail.recipient)
      .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
      .select([
        'registrations.id',
        'secretGeneration',
        'registrations.name',
        'registrations.number',
        'editions.title',
        'ticketTypes.name as ticket',
      ])
      .limit(50)
      .execute()
    if (rows.length === 0) return undefined
    const words = text[language].mail
    const links = rows.map((row) => ({
      ...row,
      secret: linkSecret(visit.house, 'registration', row.id, row.secretGeneration).secret,
    }))
    const buttons = links.map(({ title, name, number, ticket, secret }) => ({
      kind: 'button' as const,
      text: words.lostOpen(
        inLanguage(language, title),
        [name, inLanguage(language, ticket), number && words.lostNumber(number)].filter(Boolean).join(', '),
      ),
      href: visit.house.publicUrl + paths.own.at(language, { secret }),
    }))
    const written = await writtenMail(visit, mail, linksWords, { values: {}, parts: { links: buttons } })
    const rendered = renderMail({
      ...visit.look,
      ...written,
      footer: [`${links.length > 1 ? words.privateAll : words.private} `, ...(await contactParts(visit, language))],
    })
    return { ...rendered, secrets: links.map(({ secret }) => secret) }
  },
}

import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Attendance, State } from '../model.ts'
import { consentVersions, deskEditions, workable, workableAudit, workableMails } from '../permissions/desk.ts'
import { may } from '../permissions.ts'
import { type DeskEdition, type Filter, type Match, matching, matchOf } from './desk.ts'

export type HistoryEntry = {
  id: number
  at: Date
  what: string
  by: string | null
  byKind: string
  before: unknown
  after: unknown
}
export type MailEntry = {
  id: string
  template: string
  state: 'queued' | 'sent' | 'kept' | 'failed' | 'useless'
  queuedAt: Date
  sentAt: Date | null
  subject: string | null
}

/** What was recorded about one registration, newest first. */
export async function historyOf(visit: Visit, id: string): Promise<HistoryEntry[]> {
  return workableAudit(visit)
    .where('audit.about', '=', id)
    .leftJoin('people', 'people.id', 'audit.byPerson')
    .select(['audit.id', 'at', 'what', 'people.name as by', 'byKind', 'before', 'after'])
    .orderBy('at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(200)
    .execute()
}

/** The registrations of these ids that the viewer works on, for links to them. */
export const namesOfRegistrations = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : workable(visit)
        .innerJoin('editions', 'editions.id', 'registrations.editionId')
        .where('registrations.id', 'in', ids)
        .select(['registrations.id', 'registrations.name', 'slug'])
        .execute()

/** The ticket types of these ids in editions that the viewer works on. */
export const namesOfTicketTypes = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : deskEditions(visit, may.work)
        .innerJoin('ticketTypes', 'ticketTypes.editionId', 'editions.id')
        .where('ticketTypes.id', 'in', ids)
        .select(['ticketTypes.id', 'ticketTypes.name', 'slug'])
        .execute()

/** The mails about one registration, newest first. */
export async function mailsOf(visit: Visit, id: string): Promise<MailEntry[]> {
  return workableMails(visit)
    .where('mails.about', '=', id)
    .select(['mails.id', 'template', 'mails.state', 'queuedAt', 'sentAt', 'subject'])
    .orderBy('queuedAt', 'desc')
    .limit(100)
    .execute()
}

export type ExportRow = {
  number: number | null
  code: string
  state: State
  name: string
  email: string
  organisation: string
  function: string
  region: Bilingual | null
  district: string | null
  ticket: Bilingual
  attendance: Attendance
  isListed: boolean
  createdAt: Date
  sessions: string
}

const piece = 1000

/**
 * Every registration that the list shows under a filter, on all its pages, read in pieces while they are sent; the
 * booked sessions as one text. Only for those who work on them.
 */
export async function* exportRows(visit: Visit, edition: DeskEdition, filter: Filter): AsyncGenerator<ExportRow> {
  const match = await matchOf(visit, edition, filter)
  for (let after = -1; ; ) {
    const rows = await exportPiece(visit, edition, { filter, match, after })
    yield* rows
    if (rows.length < piece) return
    after = rows.at(-1)!.number!
  }
}

type Piece = { filter: Filter; match: Match; after: number }

function exportPiece(visit: Visit, edition: DeskEdition, { filter, match, after }: Piece): Promise<ExportRow[]> {
  return matching(visit, edition, filter, match)
    .where('registrations.number', '>', after)
    .leftJoin('regions', 'regions.id', 'registrations.regionId')
    .leftJoin('districts', 'districts.key', 'registrations.districtKey')
    .select([
      'registrations.number',
      'registrations.code',
      'registrations.state',
      'registrations.name',
      'registrations.email',
      'registrations.organisation',
      'registrations.function',
      'regions.name as region',
      'districts.label as district',
      'ticketTypes.name as ticket',
      'ticketTypes.attendance',
      'registrations.isListed',
      'registrations.createdAt',
    ])
    .select((row) =>
      row.fn
        .coalesce(
          row
            .selectFrom('bookings')
            .innerJoin('sessions', 'sessions.id', 'bookings.sessionId')
            .whereRef('bookings.registrationId', '=', 'registrations.id')
            .select((inner) =>
              inner
                .fn<string>('string_agg', [inner.ref('sessions.title', '->>').key('de'), inner.val('; ')])
                .as('titles'),
            ),
          row.val(''),
        )
        .as('sessions'),
    )
    .orderBy('registrations.number')
    .limit(piece)
    .execute()
}

export type ConsentVersion = {
  id: string
  key: string
  version: number
  text: Bilingual
  isRequired: boolean
  validFrom: Date
}

/** Every version of every consent text, the current one of each first. */
export const consentHistory = (visit: Visit): Promise<ConsentVersion[]> =>
  consentVersions(visit)
    .select(['id', 'key', 'version', 'text', 'isRequired', 'validFrom'])
    .orderBy('key')
    .orderBy('version', 'desc')
    .execute()

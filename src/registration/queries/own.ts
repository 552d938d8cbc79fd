import { type EditionForRegistration, editionForRegistration, slugOf } from '../../congress/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Attendance, ConsentWay, State } from '../model.ts'
import { bookings, consents, consentTexts, needs, participants, registrations } from '../permissions.ts'

export type Own = {
  id: string
  editionId: string
  number: number | null
  code: string
  state: State
  name: string
  email: string
  organisation: string
  function: string
  language: 'de' | 'en'
  isListed: boolean
  version: number
  ticketTypeId: string
  ticketName: Bilingual
  attendance: Attendance
  regionNo: number | null
  districtKey: string | null
  district: string | null
  secretGeneration: number
  food: string
  access: string
  /** What the person has freely agreed to and not taken back. */
  agreed: { key: string; text: Bilingual; givenAt: Date; way: ConsentWay | null }[]
  sessions: { id: string; title: Bilingual; startsAt: Date | null; endsAt: Date | null; room: Bilingual | null }[]
  edition: EditionForRegistration
  /** Where to join, for who takes part online with a confirmed place, once the office has entered it. */
  onlineUrl: string | null
}

/** One registration with all that belongs to it: the viewer's own, or by its id for those who may. Throws NotFound. */
export async function ownRegistration(visit: Visit, id?: string): Promise<Own> {
  let query = registrations(visit)
  if (id) query = query.where('registrations.id', '=', id)
  else if (visit.viewer.kind !== 'holder') throw new NotFound()
  const row = await query
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('regions', 'regions.id', 'registrations.regionId')
    .leftJoin('districts', 'districts.key', 'registrations.districtKey')
    .select([
      'registrations.id',
      'registrations.editionId',
      'registrations.number',
      'code',
      'state',
      'registrations.name',
      'email',
      'organisation',
      'function',
      'registrations.language',
      'isListed',
      'registrations.version',
      'ticketTypeId',
      'ticketTypes.name as ticketName',
      'attendance',
      'regions.no as regionNo',
      'registrations.districtKey',
      'districts.label as district',
      'secretGeneration',
    ])
    .select((one) =>
      one
        .selectFrom('editions')
        .whereRef('editions.id', '=', 'registrations.editionId')
        .select('onlineUrl')
        .as('onlineUrl'),
    )
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const [slug, need, agreed, sessions] = await Promise.all([
    slugOf(visit, row.editionId),
    needs(visit).where('registrationId', '=', row.id).select(['food', 'access']).executeTakeFirst(),
    consents(visit)
      .where('registrationId', '=', row.id)
      .where('withdrawnAt', 'is', null)
      .innerJoin('consentTexts', 'consentTexts.id', 'consents.consentTextId')
      .where('isRequired', '=', false)
      .select(['key', 'text', 'givenAt', 'way'])
      .$castTo<Own['agreed'][number]>()
      .orderBy('key')
      .execute(),
    bookings(visit)
      .where('registrationId', '=', row.id)
      .innerJoin('sessions', 'sessions.id', 'bookings.sessionId')
      .leftJoin('rooms', 'rooms.id', 'sessions.roomId')
      .select(['sessions.id', 'sessions.title', 'startsAt', 'endsAt', 'rooms.name as room'])
      .orderBy('startsAt')
      .execute(),
  ])
  const edition = await editionForRegistration(visit, slug)
  const onlineUrl = row.attendance === 'online' && row.state === 'confirmed' ? row.onlineUrl : null
  return { ...row, onlineUrl, agreed, food: need?.food ?? '', access: need?.access ?? '', sessions, edition }
}

/** A text one may agree to freely, as it was when it was agreed to; `givenAt` null where it was not, or taken back. */
export type FreeConsent = { key: string; text: Bilingual; givenAt: Date | null }

/** What a registration has freely agreed to, and what else it could. */
export async function freeConsents(visit: Visit, { agreed }: Pick<Own, 'agreed'>): Promise<FreeConsent[]> {
  const all = await consentTexts(visit).select(['key', 'text', 'isRequired']).execute()
  const open = all.filter(({ key, isRequired }) => !isRequired && !agreed.some((one) => one.key === key))
  return [...agreed, ...open.map(({ key, text }) => ({ key, text, givenAt: null }))]
}

/** The sessions among these ids that a registration does not have: what it has lost. */
export const droppedSessions = (own: Own, ids: readonly string[]) =>
  own.edition.bookable.filter(({ id }) => ids.includes(id) && !own.sessions.some((session) => session.id === id))

export type Participant = { id: string; name: string; organisation: string; function: string; regionNo: number | null }

/** Those who wish to be listed, for holders of a registration of the same edition. */
export async function participantList(visit: Visit): Promise<Participant[]> {
  return participants(visit)
    .leftJoin('regions', 'regions.id', 'participants.regionId')
    .select(['participants.id', 'participants.name', 'organisation', 'function', 'regions.no as regionNo'])
    .orderBy('participants.name')
    .limit(2000)
    .execute()
}

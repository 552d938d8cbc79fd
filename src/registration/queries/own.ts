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

/** The viewer's own registration, by its secret link. Throws NotFound for everybody else. */
export async function ownRegistration(visit: Visit): Promise<Own> {
  if (visit.viewer.kind !== 'holder') throw new NotFound()
  return whole(visit, registrations(visit))
}

/** The registration with this id, for those who may see it. Throws NotFound. */
export const oneRegistration = (visit: Visit, id: string): Promise<Own> =>
  whole(visit, registrations(visit).where('registrations.id', '=', id))

/** The first registration of a scope with all that belongs to it. Throws NotFound where there is none. */
async function whole(visit: Visit, scope: ReturnType<typeof registrations>): Promise<Own> {
  const row = await rowOf(scope)
  if (!row) throw new NotFound()
  const { id, editionId } = row
  const [slug, need, agreed, sessions] = await Promise.all([
    slugOf(visit, editionId),
    needs(visit).where('registrationId', '=', id).select(['food', 'access']).executeTakeFirst(),
    agreedBy(visit, id),
    bookedBy(visit, id),
  ])
  const edition = await editionForRegistration(visit, slug)
  const onlineUrl = row.attendance === 'online' && row.state === 'confirmed' ? row.onlineUrl : null
  return { ...row, onlineUrl, agreed, food: need?.food ?? '', access: need?.access ?? '', sessions, edition }
}

const rowOf = (scope: ReturnType<typeof registrations>) =>
  scope
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

const agreedBy = (visit: Visit, id: string) =>
  consents(visit)
    .where('registrationId', '=', id)
    .where('withdrawnAt', 'is', null)
    .innerJoin('consentTexts', 'consentTexts.id', 'consents.consentTextId')
    .where('isRequired', '=', false)
    .select(['key', 'text', 'givenAt', 'way'])
    .$castTo<Own['agreed'][number]>()
    .orderBy('key')
    .execute()

const bookedBy = (visit: Visit, id: string) =>
  bookings(visit)
    .where('registrationId', '=', id)
    .innerJoin('sessions', 'sessions.id', 'bookings.sessionId')
    .leftJoin('rooms', 'rooms.id', 'sessions.roomId')
    .select(['sessions.id', 'sessions.title', 'startsAt', 'endsAt', 'rooms.name as room'])
    .orderBy('startsAt')
    .execute()

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

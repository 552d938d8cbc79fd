import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { type Format, type Places, placesOf } from '../model.ts'
import { sessions, speakers } from '../permissions.ts'

export type Source = { title: Bilingual; address: string | null }
export type Speaker = {
  name: string
  function: Bilingual | null
  organisation: string | null
  picture: { id: string; name: string; alt: Bilingual | null } | undefined
}

/** A point of the programme. `places` only where it can be booked and is limited. */
export type Session = {
  id: string
  title: Bilingual
  abstract: Bilingual | null
  startsAt: Date | null
  endsAt: Date | null
  room: Bilingual | null
  roomNote: Bilingual | null
  track: Bilingual | null
  language: 'de' | 'en' | null
  format: Format
  isBookable: boolean
  places: Places | undefined
  capacityId: string | null
  version: number
  source: Source | undefined
  speakers: Speaker[]
}

/** The programme of an edition in order of time, points without a time last. Two statements, however long it is. */
export async function programmeOf(visit: Visit, editionId: string): Promise<Session[]> {
  const [rows, spoken] = await Promise.all([
    sessionRows(visit)
      .where('sessions.editionId', '=', editionId)
      .orderBy('sessions.startsAt', (order) => order.asc().nullsLast())
      .orderBy('sessions.position')
      .orderBy('rooms.position')
      .orderBy('sessions.id')
      .execute(),
    speakers(visit)
      .innerJoin('sessions', 'sessions.id', 'speakers.sessionId')
      .leftJoin('files', 'files.id', 'speakers.pictureFileId')
      .where('sessions.editionId', '=', editionId)
      .select(speakerColumns)
      .orderBy('speakers.position')
      .execute(),
  ])
  const bySession = Map.groupBy(spoken, ({ sessionId }) => sessionId)
  return rows.map((row) => sessionOf(row, bySession.get(row.id) ?? []))
}

/** One session of this edition. Throws NotFound when it is not there, or is not for the viewer. */
export async function oneSession(visit: Visit, editionId: string, id: string): Promise<Session> {
  if (!isId(id)) throw new NotFound()
  const [row, spoken] = await Promise.all([
    sessionRows(visit).where('sessions.editionId', '=', editionId).where('sessions.id', '=', id).executeTakeFirst(),
    speakers(visit)
      .leftJoin('files', 'files.id', 'speakers.pictureFileId')
      .where('sessionId', '=', id)
      .select(speakerColumns)
      .orderBy('speakers.position')
      .execute(),
  ])
  if (!row) throw new NotFound()
  return sessionOf(row, spoken)
}

const sessionRows = (visit: Visit) =>
  sessions(visit)
    .leftJoin('rooms', 'rooms.id', 'sessions.roomId')
    .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
    .leftJoin('capacities', 'capacities.id', 'sessions.capacityId')
    .leftJoin('sources', 'sources.id', 'sessions.sourceId')
    .select([
      'sessions.id',
      'sessions.title',
      'sessions.abstract',
      'sessions.startsAt',
      'sessions.endsAt',
      'rooms.name as room',
      'rooms.note as roomNote',
      'tracks.name as track',
      'sessions.language',
      'sessions.format',
      'sessions.isBookable',
      'sessions.capacityId',
      'sessions.version',
      'capacities.seats',
      'capacities.taken',
      'sources.title as sourceTitle',
      'sources.address as sourceAddress',
    ])

const speakerColumns = [
  'speakers.sessionId',
  'speakers.name',
  'speakers.function',
  'speakers.organisation',
  'files.id as pictureId',
  'files.name as pictureName',
  'files.alt as pictureAlt',
] as const

type Row = Awaited<ReturnType<ReturnType<typeof sessionRows>['execute']>>[number]

type Spoken = Omit<Speaker, 'picture'> & {
  pictureId: string | null
  pictureName: string | null
  pictureAlt: Bilingual | null
}

function sessionOf({ seats, taken, sourceTitle, sourceAddress, ...row }: Row, spoken: readonly Spoken[]): Session {
  return {
    ...row,
    places: row.isBookable ? placesOf(seats, taken) : undefined,
    source: sourceTitle === null ? undefined : { title: sourceTitle, address: sourceAddress },
    speakers: spoken.map(({ name, function: role, organisation, pictureId, pictureName, pictureAlt }) => ({
      name,
      function: role,
      organisation,
      picture: pictureId === null ? undefined : { id: pictureId, name: pictureName!, alt: pictureAlt },
    })),
  }
}

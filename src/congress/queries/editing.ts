import { confirmedOrganisations } from '../../people/index.ts'
import type { Visit } from '../../platform/visit.ts'
import { demand, editionsOf, NotFound } from '../../platform/visit.ts'
import type { EditionRow } from '../matters/edition.ts'
import type { Part } from '../matters/parts.ts'
import type { StoredSession } from '../matters/session.ts'
import { stateAt } from '../model.ts'
import * as scopes from '../permissions.ts'

/** The editions the viewer works on, the latest first. Throws NotFound for somebody who works on none. */
export async function managedEditions(visit: Visit) {
  const own = editionsOf(visit.viewer, scopes.may.edit)
  if (own !== 'all' && own.length === 0) throw new NotFound()
  const rows = await scopes
    .editions(visit)
    .leftJoin('capacities', 'capacities.id', 'editions.capacityId')
    .$if(own !== 'all', (query) => query.where('editions.id', 'in', own as string[]))
    .selectAll('editions')
    .select(['capacities.seats', 'capacities.taken'])
    .orderBy('sortOn', 'desc')
    .orderBy('editions.id')
    .execute()
  return rows.map((row) => ({ ...row, state: stateAt(row, visit.now) }))
}

export type ManagedEdition = EditionRow & { seats: number | null; taken: number | null; regionNo: number | null }

/** An edition with everything its forms show. Throws NotFound unless the viewer may edit it. */
export async function managedEdition(visit: Visit, slug: string): Promise<ManagedEdition> {
  const row = await scopes
    .editions(visit)
    .leftJoin('capacities', 'capacities.id', 'editions.capacityId')
    .leftJoin('regions', 'regions.id', 'editions.regionId')
    .where('slug', '=', slug)
    .selectAll('editions')
    .select(['capacities.seats', 'capacities.taken', 'regions.no as regionNo'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  demand(visit.viewer, scopes.may.edit, row.id)
  return row
}

/** The series (none before the first edition) and the number after the last one that it has, examples included. */
export async function nextInSeries(visit: Visit) {
  demand(visit.viewer, scopes.may.create)
  const series = await scopes.series(visit).select('id').orderBy('id').executeTakeFirst()
  if (!series) return { seriesId: undefined, number: 1 }
  const { last } = await scopes
    .editions(visit)
    .where('seriesId', '=', series.id)
    .select((query) => query.fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return { seriesId: series.id, number: (last ?? 0) + 1 }
}

const scopeOf = {
  facts: scopes.editionFacts,
  milestones: scopes.milestones,
  groups: scopes.workingGroups,
  documents: scopes.editionDocuments,
  rooms: scopes.rooms,
  tracks: scopes.tracks,
}
export type PartRow = { id: string; position: number } & Record<string, unknown>

/** The parts of one kind, in their order. */
export async function partsOf(visit: Visit, part: Part, editionId: string): Promise<PartRow[]> {
  // The six tables differ in their own columns only.
  const rows = (scopeOf[part] as typeof scopes.rooms)(visit).where('editionId', '=', editionId).selectAll()
  return part === 'milestones'
    ? ((await rows.orderBy('happensOn' as never).execute()) as PartRow[])
    : ((await rows.orderBy('position').orderBy('id').execute()) as PartRow[])
}

/** One part as stored. Throws NotFound where the edition has none of this id. */
export async function partOf(visit: Visit, part: Part, place: { editionId: string; id: string }): Promise<PartRow> {
  const row = (await partsOf(visit, part, place.editionId)).find(({ id }) => id === place.id)
  if (!row) throw new NotFound()
  return row
}

/** Hosts and partners of an edition, in their order. */
export const organisationsOf = (visit: Visit, editionId: string) =>
  scopes
    .editionOrganisations(visit)
    .where('editionId', '=', editionId)
    .innerJoin('organisations', 'organisations.id', 'editionOrganisations.organisationId')
    .leftJoin('files', 'files.id', 'logoFileId')
    .select(['organisationId', 'organisations.name', 'part', 'files.id as logoId', 'files.name as logoName'])
    .select('files.alt as logoAlt')
    .orderBy('part')
    .orderBy('position')
    .execute()

/** Names of the register that the viewer may be offered, to suggest; at most 500. */
export async function registerNames(visit: Visit): Promise<string[]> {
  const rows = await confirmedOrganisations(visit).select('name').orderBy('name').limit(500).execute()
  return rows.map(({ name }) => name)
}

/** What working groups propose for the programme, the oldest first. */
export const proposalsFor = (visit: Visit, editionId: string) =>
  scopes
    .sessionProposals(visit)
    .leftJoin('workingGroups', 'workingGroups.id', 'sessionProposals.groupId')
    .where('sessionProposals.editionId', '=', editionId)
    .select(['sessionProposals.id', 'sessionProposals.title', 'workingGroups.name as group'])
    .orderBy('proposedAt')
    .orderBy('sessionProposals.id')
    .execute()

/** The editions for which something is proposed, and how much. */
export const proposalsWaiting = (visit: Visit) =>
  scopes
    .sessionProposals(visit)
    .innerJoin('editions', 'editions.id', 'sessionProposals.editionId')
    .select((row) => ['editions.slug', 'editions.title', row.fn.countAll<number>().as('count')])
    .groupBy(['editions.slug', 'editions.title', 'editions.sortOn'])
    .orderBy('editions.sortOn', 'desc')
    .execute()

/** The programme as the office sees it: every session with its room, places and number of speakers. */
export const managedProgramme = (visit: Visit, editionId: string) =>
  scopes
    .sessions(visit)
    .where('sessions.editionId', '=', editionId)
    .leftJoin('rooms', 'rooms.id', 'sessions.roomId')
    .leftJoin('capacities', 'capacities.id', 'sessions.capacityId')
    .select([
      'sessions.id',
      'title',
      'format',
      'startsAt',
      'endsAt',
      'isBookable',
      'rooms.name as room',
      'seats',
      'taken',
    ])
    .select((row) =>
      row
        .selectFrom('speakers')
        .whereRef('speakers.sessionId', '=', 'sessions.id')
        .select((query) => query.fn.countAll<number>().as('n'))
        .as('speakers'),
    )
    .orderBy('startsAt')
    .orderBy('sessions.position')
    .orderBy('sessions.id')
    .execute()

/** A session with its places and speakers. Throws NotFound where the edition has none of this id. */
export async function storedSession(visit: Visit, editionId: string, id: string): Promise<StoredSession> {
  const row = await scopes
    .sessions(visit)
    .where('sessions.editionId', '=', editionId)
    .where('sessions.id', '=', id)
    .leftJoin('capacities', 'capacities.id', 'sessions.capacityId')
    .selectAll('sessions')
    .select('seats')
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const speakers = await scopes
    .speakers(visit)
    .where('sessionId', '=', id)
    .select(['id', 'name', 'function', 'organisation'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  return { ...row, speakers }
}

/** A speaker of a session with the portrait. Throws NotFound where the session has none of this id. */
export async function speakerOf(visit: Visit, { session, speaker }: { session: string; speaker: string }) {
  const row = await scopes
    .speakers(visit)
    .leftJoin('files', 'files.id', 'pictureFileId')
    .where('sessionId', '=', session)
    .where('speakers.id', '=', speaker)
    .select(['speakers.name', 'files.id as fileId', 'files.name as fileName', 'files.alt as fileAlt'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

/** The file of a document; undefined for none, and for every other part. */
export async function fileOfPart(visit: Visit, { fileId }: PartRow) {
  if (typeof fileId !== 'string') return undefined
  return visit.read
    .selectFrom('files')
    .where('id', '=', fileId)
    .select(['id', 'name', 'mediaType', 'bytes'])
    .executeTakeFirst()
}

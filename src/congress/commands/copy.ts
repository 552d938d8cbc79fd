import type { Bilingual } from '../../platform/language.ts'
import { type Change, demand } from '../../platform/visit.ts'
import { instantIn, localIn } from '../../platform/wall-clock.ts'
import { installation } from '../../region/index.ts'
import type { EditionRow } from '../matters/edition.ts'
import { may } from '../permissions.ts'
import { brokenConstraint, lockEdition } from './change.ts'
import { refuseTaken, unique } from './edition.ts'

export type Copy = {
  from: string
  number: number
  slug: string
  title: Bilingual
  /** The day it begins, 2028-10-19. Every time keeps its wall clock, also across a change of summer time. */
  day: string
  withGroups: boolean
  withOrganisations: boolean
}

/**
 * Makes a draft from an edition, under a number and title of its own: text, place, rooms, tracks, sessions with what is
 * said of the programme, ticket types and their numbers of places, all free; groups, hosts and partners where wanted,
 * each with what is said of them. Never theme, motto, registrations, speakers, documents, facts or
 * milestones: they belong to the one they were. Of an example only the frame is copied, nothing that it says: its place,
 * its hosts and its texts are made up. Refuses a slug or number that is taken.
 */
export async function copyEdition(change: Change, input: Copy) {
  demand(change.viewer, may.create)
  const from = await lockEdition(change, input.from)
  const { zone } = await installation(change)
  const shift = shiftTo(zone, await firstDay(change, zone, from), input.day)
  const taken = await brokenConstraint(change, unique, () => insertEdition(change, from, input, shift))
  if (taken) return refuseTaken(taken)
  const { id } = await change.write
    .selectFrom('editions')
    .where('slug', '=', input.slug)
    .select('id')
    .executeTakeFirstOrThrow()
  const capacityOf = await copyCapacities(change, from.id, id)
  const own = from.capacityId ? capacityOf.get(from.capacityId)! : null
  await change.write.updateTable('editions').set({ capacityId: own }).where('id', '=', id).execute()
  await copySessions(change, { from, to: id, shift, capacityOf })
  await copyTicketTypes(change, { from, to: id, capacityOf })
  if (input.withGroups) await copyGroups(change, { from, to: id })
  if (input.withOrganisations && !from.isExample) await copyOrganisations(change, from.id, id)
  await change.record('edition.copied', id, { edition: id, before: { from: from.slug }, after: input })
  return { id, slug: input.slug }
}

/** The day an edition begins: by its beginning, else by its first session, else as far as it is known. */
async function firstDay(change: Change, zone: string, { id, startsAt, sortOn }: EditionRow) {
  const first = await change.write
    .selectFrom('sessions')
    .where('editionId', '=', id)
    .select((row) => row.fn.min('startsAt').as('at'))
    .executeTakeFirst()
  return localIn(zone, startsAt ?? first?.at).slice(0, 10) || sortOn
}

type Shift = (at: Date | null) => Date | null

/** Moves an instant by whole days so that `from` becomes `to`; the wall clock in the zone stays. */
export function shiftTo(zone: string, from: string, to: string): Shift {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 864e5)
  return (at) => {
    if (!at) return null
    const [day, time] = localIn(zone, at).split('T') as [string, string]
    const moved = Date.parse(`${day}T00:00Z`) + days * 864e5
    return instantIn(zone, `${localIn('UTC', new Date(moved)).slice(0, 10)}T${time}`) ?? null
  }
}

/** What an example says is not true of the real edition copied from it. */
const told = <T>({ isExample }: Pick<EditionRow, 'isExample'>, value: T) => (isExample ? null : value)

const insertEdition = (change: Change, from: EditionRow, input: Copy, shift: Shift) =>
  change.write
    .insertInto('editions')
    .values({
      seriesId: from.seriesId,
      number: input.number,
      slug: input.slug,
      title: input.title,
      text: told(from, from.text),
      programmeNote: told(from, from.programmeNote),
      groupsNote: input.withGroups ? told(from, from.groupsNote) : null,
      hostNote: input.withOrganisations ? told(from, from.hostNote) : null,
      sortOn: input.day,
      startsAt: shift(from.startsAt),
      endsAt: shift(from.endsAt),
      doorsAt: shift(from.doorsAt),
      town: told(from, from.town),
      venue: told(from, from.venue),
      address: told(from, from.address),
      latitude: told(from, from.latitude),
      longitude: told(from, from.longitude),
      districtKey: told(from, from.districtKey),
      regionId: told(from, from.regionId),
      arrival: told(from, from.arrival),
      stepFree: told(from, from.stepFree),
      createdAt: change.now,
    })
    .execute()

type Pair = { from: EditionRow; to: string }
type Ids = ReadonlyMap<string, string>

/** Copies the numbers of places, none taken; gives the new id for each old one. */
async function copyCapacities(change: Change, from: string, to: string): Promise<Ids> {
  const rows = await change.write
    .selectFrom('capacities')
    .where('editionId', '=', from)
    .select(['id', 'seats'])
    .orderBy('id')
    .execute()
  const ids = new Map<string, string>()
  for (const { id, seats } of rows) {
    const made = await change.write
      .insertInto('capacities')
      .values({ editionId: to, seats })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(id, made.id)
  }
  return ids
}

const renewed = (ids: Ids, id: string | null) => (id ? (ids.get(id) ?? null) : null)

async function copySessions(change: Change, { from, to, shift, capacityOf }: Pair & { shift: Shift; capacityOf: Ids }) {
  const roomOf = await copyNamed(change, 'rooms', { from, to })
  const trackOf = await copyNamed(change, 'tracks', { from, to })
  const rows = await change.write.selectFrom('sessions').where('editionId', '=', from.id).selectAll().execute()
  if (rows.length === 0) return
  await change.write
    .insertInto('sessions')
    .values(
      rows.map(({ id: _, version: __, sourceId: ___, ...row }) => ({
        ...row,
        abstract: told(from, row.abstract),
        editionId: to,
        roomId: renewed(roomOf, row.roomId),
        trackId: renewed(trackOf, row.trackId),
        capacityId: renewed(capacityOf, row.capacityId),
        startsAt: shift(row.startsAt),
        endsAt: shift(row.endsAt),
      })),
    )
    .execute()
}

/** Rooms and tracks have the same columns but for a room's note. */
async function copyNamed(change: Change, table: 'rooms' | 'tracks', { from, to }: Pair): Promise<Ids> {
  const rows = await change.write
    .selectFrom(table as 'rooms')
    .where('editionId', '=', from.id)
    .selectAll()
    .execute()
  const ids = new Map<string, string>()
  const silent = from.isExample && table === 'rooms' ? { note: null } : {}
  for (const { id, ...row } of rows) {
    const made = await change.write
      .insertInto(table as 'rooms')
      .values({ ...row, ...silent, editionId: to })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(id, made.id)
  }
  return ids
}

async function copyTicketTypes(change: Change, { from, to, capacityOf }: Pair & { capacityOf: Ids }) {
  const rows = await change.write.selectFrom('ticketTypes').where('editionId', '=', from.id).selectAll().execute()
  if (rows.length === 0) return
  await change.write
    .insertInto('ticketTypes')
    .values(
      rows.map(({ id: _, ...row }) => ({
        ...row,
        note: told(from, row.note),
        editionId: to,
        capacityId: renewed(capacityOf, row.capacityId),
      })),
    )
    .execute()
}

async function copyGroups(change: Change, { from, to }: Pair) {
  const rows = await change.write
    .selectFrom('workingGroups')
    .where('editionId', '=', from.id)
    .select(['name', 'text', 'position'])
    .execute()
  if (rows.length === 0) return
  await change.write
    .insertInto('workingGroups')
    .values(rows.map((row) => ({ ...row, text: told(from, row.text), editionId: to })))
    .execute()
}

async function copyOrganisations(change: Change, from: string, to: string) {
  const rows = await change.write.selectFrom('editionOrganisations').where('editionId', '=', from).selectAll().execute()
  if (rows.length === 0) return
  await change.write
    .insertInto('editionOrganisations')
    .values(rows.map((row) => ({ ...row, editionId: to })))
    .execute()
}

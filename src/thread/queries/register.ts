import { type RawBuilder, sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { districts } from '../../region/index.ts'
import type { Kind, Outcome, State } from '../model.ts'
import { pieceDistricts, pieceOrganisations, pieces } from '../permissions.ts'
import { type Card, cardColumns } from './pieces.ts'

export type Filter = { field?: string | undefined; region?: string | undefined; state?: State | undefined }
/** A project as the register shows it: where, and who leads it. */
export type RegisterRow = Card & { regionNos: number[]; districts: string[]; leads: string[] }

/** A page of a long list: the first is 1. */
export type Window = { page: number; size: number }

/** The public pieces of a kind that a filter leaves. */
function chosen(visit: Visit, kind: Kind, { field, region, state }: Filter) {
  const query = pieces(visit).where('pieces.kind', '=', kind).where('pieces.publishedAt', 'is not', null)
  return query
    .$if(field !== undefined, (all) => all.where('pieces.fieldId', '=', field ?? null))
    .$if(state !== undefined, (all) => all.where('pieces.state', '=', state ?? 'idea'))
    .$if(region !== undefined, (all) => all.where('pieces.id', 'in', idsIn(visit, region ?? '')))
}

const idsIn = (visit: Visit, region: string) =>
  pieceDistricts(visit)
    .innerJoin('districts', 'districts.key', 'districtKey')
    .where('districts.regionId', '=', region)
    .select('pieceId')

/** In the order of title, all of them: for the file and for pages that list all. Three statements whatever there is. */
export const registerOf = (visit: Visit, kind: Kind, filter: Filter = {}): Promise<RegisterRow[]> =>
  filledIn(
    visit,
    chosen(visit, kind, filter)
      .orderBy((row) => row.ref('pieces.title', '->>').key('de'))
      .orderBy('pieces.id'),
  )

/** A page of the projects in the order in which they began, those of which that is not known last. */
export const projectsOn = (visit: Visit, filter: Filter, { page, size }: Window): Promise<RegisterRow[]> =>
  filledIn(
    visit,
    chosen(visit, 'project', filter)
      .orderBy(laterLast('starts'))
      .orderBy(laterLast('ends'))
      .orderBy((row) => row.ref('pieces.title', '->>').key('de'))
      .orderBy('pieces.id')
      .limit(size)
      .offset((page - 1) * size),
  )

// Letters come after digits.
const laterLast = (column: 'starts' | 'ends') => sql`coalesce(${sql.ref(`pieces.${column}`)}, 'unknown') collate "C"`

type Chosen = ReturnType<typeof chosen>

async function filledIn(visit: Visit, query: Chosen): Promise<RegisterRow[]> {
  const rows = await query.select(cardColumns).execute()
  // As one array: of a subquery with an order the database expects few rows and goes through them again and again.
  const among = sql<boolean>`piece_id = any(${rows.map(({ id }) => id)}::uuid[])`
  const [places, organisations] = await Promise.all([placesOf(visit, among), leadsOf(visit, among)])
  const where = Map.groupBy(places, ({ pieceId }) => pieceId)
  const leads = Map.groupBy(organisations, ({ pieceId }) => pieceId)
  return rows.map((row) => {
    const own = where.get(row.id) ?? []
    return {
      ...row,
      regionNos: [...new Set(own.map(({ no }) => no))].sort((a, b) => a - b),
      districts: own.map(({ districtKey }) => districtKey),
      leads: (leads.get(row.id) ?? []).map(({ name }) => name),
    }
  })
}

const placesOf = (visit: Visit, among: RawBuilder<boolean>) =>
  pieceDistricts(visit)
    .innerJoin('districts', 'districts.key', 'districtKey')
    .innerJoin('regions', 'regions.id', 'districts.regionId')
    .where(among)
    .select(['pieceId', 'districtKey', 'regions.no'])
    .execute()

const leadsOf = (visit: Visit, among: RawBuilder<boolean>) =>
  pieceOrganisations(visit)
    .innerJoin('organisations', 'organisations.id', 'organisationId')
    .where(among)
    .where('part', '=', 'lead')
    .select(['pieceId', 'organisations.name'])
    .orderBy('piece_organisations.position' as 'pieceId')
    .execute()

/** How many projects a filter leaves, and the first and last month that any of them knows. */
export const extentOf = (visit: Visit, filter: Filter) =>
  chosen(visit, 'project', filter)
    .select(({ fn }) => [
      fn.countAll<number>().as('count'),
      sql<string | null>`min(least(pieces.starts, pieces.ends) collate "C")`.as('first'),
      sql<string | null>`max(greatest(pieces.starts, pieces.ends) collate "C")`.as('last'),
    ])
    .executeTakeFirstOrThrow()
export type Extent = Awaited<ReturnType<typeof extentOf>>

export type Counts = Awaited<ReturnType<typeof projectCounts>>

/** How many public projects there are by key of district and of region, and by field; what has none is left out. */
export async function projectCounts(visit: Visit) {
  const placed = () =>
    chosen(visit, 'project', {})
      .innerJoin('pieceDistricts', 'pieceDistricts.pieceId', 'pieces.id')
      .innerJoin('districts', 'districts.key', 'districtKey')
  // Counting what is distinct sorts all of it; counting what was made distinct before does not.
  const inRegions = placed().select(['regionId as key', 'pieces.id']).distinct()
  const [inDistricts, regions, fields] = await Promise.all([
    placed()
      .groupBy('districtKey')
      .select(({ fn }) => ['districtKey as key', fn.countAll<number>().as('count')])
      .execute(),
    visit.read
      .selectFrom(inRegions.as('placed'))
      .groupBy('key')
      .select(({ fn }) => ['key', fn.countAll<number>().as('count')])
      .execute(),
    chosen(visit, 'project', {})
      .where('fieldId', 'is not', null)
      .groupBy('fieldId')
      .select(({ fn }) => ['fieldId as key', fn.countAll<number>().as('count')])
      .execute(),
  ])
  const counted = (rows: readonly { key: string | null; count: number }[]) =>
    Object.fromEntries(rows.map(({ key, count }) => [key, count])) as Record<string, number>
  return { byPlace: counted([...inDistricts, ...regions]), byField: counted(fields) }
}

/** The public pieces of this outcome or state, what moved last first. */
export const stoppedOf = (visit: Visit): Promise<Card[]> =>
  pieces(visit)
    .where('pieces.publishedAt', 'is not', null)
    .where((row) =>
      row.or([row('pieces.outcome', '=', 'not_taken_up' satisfies Outcome), row('pieces.state', '=', 'paused')]),
    )
    .select(cardColumns)
    .orderBy('movedAt', 'desc')
    .orderBy('pieces.id')
    .execute()

/** The public pieces, all or of a kind, what changed last first: for feeds and the sitemap. */
export const latestPieces = (visit: Visit, atMost: number, kind?: Kind): Promise<Card[]> =>
  pieces(visit)
    .where('pieces.publishedAt', 'is not', null)
    .$if(kind !== undefined, (all) => all.where('pieces.kind', '=', kind ?? 'project'))
    .select(cardColumns)
    .orderBy('changedAt', 'desc')
    .orderBy('pieces.id', 'desc')
    .limit(atMost)
    .execute()

/** The labels of districts by key. */
export const districtLabels = async (visit: Visit) =>
  new Map((await districts(visit)).map(({ key, label }) => [key, label]))

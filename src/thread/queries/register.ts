import type { Visit } from '../../platform/visit.ts'
import { districts } from '../../region/index.ts'
import type { Kind, Outcome, State } from '../model.ts'
import { pieceDistricts, pieceOrganisations, pieces } from '../permissions.ts'
import { type Card, cardColumns } from './pieces.ts'

export type Filter = { field?: string | undefined; region?: string | undefined; state?: State | undefined }
/** A project as the register shows it: where, and who leads it. */
export type RegisterRow = Card & { regionNos: number[]; districts: string[]; leads: string[] }

/**
 * The public pieces of a kind that a filter leaves, by title. Three statements whatever there is. For the register's
 * page, table, map and file alike.
 */
export async function registerOf(
  visit: Visit,
  kind: Kind,
  { field, region, state }: Filter = {},
): Promise<RegisterRow[]> {
  let query = pieces(visit)
    .where('pieces.kind', '=', kind)
    .where('pieces.publishedAt', 'is not', null)
    .select(cardColumns)
  if (field) query = query.where('pieces.fieldId', '=', field)
  if (state) query = query.where('pieces.state', '=', state)
  const [rows, places, organisations] = await Promise.all([
    query
      .orderBy((row) => row.ref('pieces.title', '->>').key('de'))
      .orderBy('pieces.id')
      .execute(),
    placesOf(visit, kind),
    leadsOf(visit, kind),
  ])
  const where = Map.groupBy(places, ({ pieceId }) => pieceId)
  const leads = Map.groupBy(organisations, ({ pieceId }) => pieceId)
  return rows
    .map((row) => {
      const own = where.get(row.id) ?? []
      const regionNos = [...new Set(own.map(({ no }) => no))].sort((a, b) => a - b)
      return {
        ...row,
        regionNos,
        regionIds: own.map(({ regionId }) => regionId),
        districts: own.map(({ districtKey }) => districtKey),
        leads: (leads.get(row.id) ?? []).map(({ name }) => name),
      }
    })
    .filter(({ regionIds }) => !region || regionIds.includes(region))
}

const placesOf = (visit: Visit, kind: Kind) =>
  pieceDistricts(visit)
    .innerJoin('districts', 'districts.key', 'districtKey')
    .innerJoin('regions', 'regions.id', 'districts.regionId')
    .innerJoin('pieces', 'pieces.id', 'pieceId')
    .where('pieces.kind', '=', kind)
    .select(['pieceId', 'districtKey', 'regionId', 'regions.no'])
    .execute()

const leadsOf = (visit: Visit, kind: Kind) =>
  pieceOrganisations(visit)
    .innerJoin('organisations', 'organisations.id', 'organisationId')
    .innerJoin('pieces', 'pieces.id', 'pieceId')
    .where('pieces.kind', '=', kind)
    .where('part', '=', 'lead')
    .select(['pieceId', 'organisations.name'])
    .orderBy('piece_organisations.position' as 'pieceId')
    .execute()

/** In how many of these projects each district takes part; districts without one are left out. */
export function countByDistrict(rows: readonly RegisterRow[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of rows.flatMap((row) => row.districts)) counts[key] = (counts[key] ?? 0) + 1
  return counts
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

/** All public pieces, what changed last first: for the feed and the sitemap. */
export const latestPieces = (visit: Visit, atMost: number): Promise<Card[]> =>
  pieces(visit)
    .where('pieces.publishedAt', 'is not', null)
    .select(cardColumns)
    .orderBy('changedAt', 'desc')
    .orderBy('pieces.id', 'desc')
    .limit(atMost)
    .execute()

/** The labels of districts by key. */
export const districtLabels = async (visit: Visit) =>
  new Map((await districts(visit)).map(({ key, label }) => [key, label]))

import { sql } from 'kysely'
import type { OrganisationKind } from '../people/index.ts'
import { isId } from '../platform/id.ts'
import { NotFound, type Visit } from '../platform/visit.ts'
import { organisations } from './permissions.ts'

export type Organisation = {
  id: string
  name: string
  kind: OrganisationKind
  districtKey: string | null
  district: string | null
  regionNo: number | null
  website: string | null
  officialKey: string | null
}
export type Filter = { q?: string | undefined; kind?: OrganisationKind | undefined; district?: string | undefined }
const most = 1000

const shown = (visit: Visit) =>
  organisations(visit)
    .leftJoin('districts', 'districts.key', 'organisations.districtKey')
    .leftJoin('regions', 'regions.id', 'districts.regionId')
    .select([
      'organisations.id',
      'organisations.name',
      'organisations.kind',
      'districtKey',
      'districts.label as district',
      'regions.no as regionNo',
      'website',
      'officialKey',
    ])

/** The organisations that a filter leaves, by name; a word is found anywhere in the name, without case and accents. */
export function register(visit: Visit, { q, kind, district }: Filter = {}): Promise<Organisation[]> {
  let query = shown(visit)
  if (q)
    query = query.where(sql<boolean>`folded(organisations.name) like '%' || folded(${q.replace(/[\\%_]/g, '')}) || '%'`)
  if (kind) query = query.where('organisations.kind', '=', kind)
  if (district) query = query.where('districtKey', '=', district)
  return query.orderBy('organisations.name').limit(most).execute()
}

/** The organisation with this id. Throws NotFound where there is none. */
export async function organisationAt(visit: Visit, id: string): Promise<Organisation> {
  const row = isId(id) ? await shown(visit).where('organisations.id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound()
  return row
}

/** Those whose names are alike, the likest first: what a duplicate would be called. */
export const alike = (visit: Visit, { id, name }: Pick<Organisation, 'id' | 'name'>): Promise<Organisation[]> =>
  shown(visit)
    .where('organisations.id', '!=', id)
    .where(sql<boolean>`similarity(folded(organisations.name), folded(${name})) > 0.35`)
    .orderBy(sql`similarity(folded(organisations.name), folded(${name}))`, 'desc')
    .limit(20)
    .execute()

export const namesOf = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : organisations(visit).where('id', 'in', ids).select(['id', 'name']).execute()

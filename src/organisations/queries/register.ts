import { sql } from 'kysely'
import type { OrganisationKind } from '../../people/index.ts'
import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Room, relatedTo } from '../../platform/room.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { former, mayKeep, organisations, unconfirmed } from '../permissions.ts'

export type Organisation = {
  id: string
  name: string
  kind: OrganisationKind
  districtKey: string | null
  district: string | null
  regionNo: number | null
  website: string | null
  officialKey: string | null
  about: Bilingual | null
  isConfirmed: boolean
}
/** `district` is the key of a district, or of a region: all its districts. */
export type Filter = { q?: string | undefined; kind?: OrganisationKind | undefined; district?: string | undefined }

/** The unconfirmed organisations that something names which the viewer may see, whichever room it is of. */
async function namedIn(visit: Visit, rooms: readonly Room[]): Promise<string[]> {
  if (mayKeep(visit)) return []
  const ids = (await unconfirmed(visit).select('organisations.id').execute()).map(({ id }) => id)
  const naming = ids.length > 0 ? await relatedTo(visit, rooms, ids) : []
  return [...new Set(naming.map(({ to }) => to))]
}

const shown = (visit: Visit, named: readonly string[] = []) =>
  organisations(visit, named)
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
      'about',
      'isConfirmed',
    ])

/** Whether a row passes a filter; a word is found anywhere in the name, without case and accents. */
const passes = ({ q, kind, district }: Filter) =>
  sql<boolean>`(${sql.join(
    [
      q ? sql`folded(organisations.name) like '%' || folded(${q.replace(/[\\%_]/g, '')}) || '%'` : sql`true`,
      kind ? sql`organisations.kind = ${kind}` : sql`true`,
      district
        ? sql`organisations.district_key in (select key from districts where ${district} in (key, region_id))`
        : sql`true`,
    ],
    sql` and `,
  )})`

/** The organisations that the viewer may see and a filter leaves, by name; only so many of them, if it is said. */
export async function register(
  visit: Visit,
  rooms: readonly Room[],
  filter: Filter = {},
  atMost = 20_000,
): Promise<Organisation[]> {
  const query = shown(visit, await namedIn(visit, rooms)).where(passes(filter))
  return query.orderBy('organisations.name').limit(atMost).execute()
}

/** A page of them, the first being 1, and how many there are on all. */
export async function registerPage(
  visit: Visit,
  rooms: readonly Room[],
  { page, size, ...filter }: Filter & { page: number; size: number },
): Promise<{ rows: Organisation[]; count: number }> {
  const named = await namedIn(visit, rooms)
  const [rows, { count }] = await Promise.all([
    shown(visit, named)
      .where(passes(filter))
      .orderBy('organisations.name')
      .limit(size)
      .offset((page - 1) * size)
      .execute(),
    organisations(visit, named)
      .where(passes(filter))
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, count }
}

/** The organisation with this id. Throws NotFound where there is none that the viewer may see. */
export async function organisationAt(visit: Visit, rooms: readonly Room[], id: string): Promise<Organisation> {
  const row = isId(id)
    ? await shown(visit, await namedIn(visit, rooms))
        .where('organisations.id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

/** The id of the one that stayed, of an organisation that was merged into another. */
export const stayedFor = async (visit: Visit, gone: string): Promise<string | undefined> =>
  isId(gone)
    ? (await former(visit).where('id', '=', gone).select('organisationId').executeTakeFirst())?.organisationId
    : undefined

/** A few others that everybody may see, of its district, or of its kind where the district is not known; by name. */
export const organisationsBeside = (visit: Visit, { id, kind, districtKey }: Organisation) =>
  organisations(visit, [])
    .where('id', '!=', id)
    .where((row) => (districtKey ? row('districtKey', '=', districtKey) : row('kind', '=', kind)))
    .select(['id', 'name'])
    .orderBy('name')
    .limit(8)
    .execute()

/** Those whose names are alike, the likest first: what a duplicate would be called. */
export const alike = (visit: Visit, { id, name }: Pick<Organisation, 'id' | 'name'>): Promise<Organisation[]> =>
  shown(visit)
    .where('organisations.id', '!=', id)
    .where(sql<boolean>`similarity(folded(organisations.name), folded(${name})) > 0.35`)
    .orderBy(sql`similarity(folded(organisations.name), folded(${name}))`, 'desc')
    .limit(20)
    .execute()

export const namesOf = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : organisations(visit, []).where('id', 'in', ids).select(['id', 'name']).execute()

/** The organisations that the register shows to everybody, by name. */
export const idsForEverybody = async (visit: Visit): Promise<string[]> =>
  (await organisations(visit, []).select('id').orderBy('organisations.name').limit(10_000).execute()).map(
    ({ id }) => id,
  )

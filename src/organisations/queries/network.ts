import type { OrganisationKind } from '../../people/index.ts'
import { type Room, type Together, togetherIn } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { partnersOf, type Tie, tiesOf } from '../model.ts'
import { organisations } from '../permissions.ts'

/** An organisation that works with others. */
export type Knot = { id: string; name: string; kind: OrganisationKind; regionNo: number | null }
export type Partner = { knot: Knot; things: Together[] }
export type NetworkFilter = {
  kind?: OrganisationKind | undefined
  subject?: string | undefined
  /** Only the ties of this organisation. */
  around?: string
}
export type Network = {
  /** Those who work with whom, the ones with most partners first. */
  knots: (Knot & { partners: Partner[] })[]
  ties: Tie[]
  /** What the things are about, to choose from. */
  subjects: { id: string; text: string; group: string }[]
}

/**
 * Who works with whom in what the viewer may see, as far as a filter leaves it: things about a field or for a congress,
 * ties in which one side at least is of a kind.
 */
export async function networkOf(visit: Visit, rooms: readonly Room[], filter: NetworkFilter = {}): Promise<Network> {
  const all = await togetherIn(visit, rooms)
  const subjects = new Map(all.flatMap(({ subject }) => (subject ? [[subject.id, subject] as const] : [])))
  const { subject: about, around, kind } = filter
  const things = all.filter(
    ({ subject, organisations: ids }) =>
      (!about || subject?.id === about) && (around === undefined || ids.includes(around)),
  )
  const known = await knotsOf(visit, [...new Set(things.flatMap(({ organisations: ids }) => ids))])
  const isOfKind = (id: string) => !kind || known.get(id)?.kind === kind
  const isMeant = ({ a, b }: Tie) => (around ? a === around || b === around : isOfKind(a) || isOfKind(b))
  const ties = tiesOf(things).filter((tie) => known.has(tie.a) && known.has(tie.b) && isMeant(tie))
  return {
    ties,
    knots: knotsIn(ties, known, new Map(things.map((thing) => [thing.id, thing]))),
    subjects: [...subjects.values()].sort((a, b) => (a.group + a.text < b.group + b.text ? -1 : 1)),
  }
}

type Known = ReadonlyMap<string, Knot>

function knotsIn(ties: readonly Tie[], known: Known, things: ReadonlyMap<string, Together>): Network['knots'] {
  const byEnd = new Map<string, Tie[]>()
  for (const tie of ties)
    for (const end of [tie.a, tie.b]) {
      const own = byEnd.get(end)
      if (own) own.push(tie)
      else byEnd.set(end, [tie])
    }
  return [...byEnd]
    .map(([id, own]) => ({
      ...known.get(id)!,
      partners: partnersOf(own, id)
        .map((partner) => ({
          knot: known.get(partner.id)!,
          things: partner.things.map((thing) => things.get(thing)!),
        }))
        .sort((p, q) => q.things.length - p.things.length || (p.knot.name < q.knot.name ? -1 : 1)),
    }))
    .sort((p, q) => q.partners.length - p.partners.length || (p.name < q.name ? -1 : 1))
}

async function knotsOf(visit: Visit, ids: readonly string[]): Promise<Known> {
  if (ids.length === 0) return new Map()
  const rows = await organisations(visit, ids)
    .leftJoin('districts', 'districts.key', 'organisations.districtKey')
    .leftJoin('regions', 'regions.id', 'districts.regionId')
    .where('organisations.id', 'in', ids)
    .select(['organisations.id', 'organisations.name', 'organisations.kind', 'regions.no as regionNo'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** In which region each of these organisations has its seat, as far as the viewer may know. */
export async function seatsOf(visit: Visit, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await organisations(visit, ids)
    .innerJoin('districts', 'districts.key', 'organisations.districtKey')
    .where('organisations.id', 'in', ids)
    .select(['organisations.id', 'districts.regionId'])
    .execute()
  return new Map(rows.map(({ id, regionId }) => [id, regionId]))
}

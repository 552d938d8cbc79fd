import { seatsOf } from '../../organisations/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Room, togetherIn } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { type FlowKind, flowSets, flowsIn } from '../../region/index.ts'
import { type Cooperation, cooperations } from '../model/cooperation.ts'
import { betweenRegions, type Flow, type InterlinkageKind } from '../model/flows.ts'
import { type Land, landOf } from './atlas.ts'

/** What is known of one kind: its flows between regions, and how much of all between districts they are. */
export type KindOfTies = { between: Flow[]; share: number; asOf: string; source: Bilingual }
export type Interlinkage = {
  land: Land
  /** Undefined: nobody has loaded data of this kind, which is not zero. */
  kinds: Readonly<Record<InterlinkageKind, KindOfTies | undefined>>
  /** Of the platform's own groups and projects: how many, how many of several regions, and each pair of regions. */
  own: { things: number; across: number; pairs: Cooperation[] }
}

/** How the regions are bound together: by each kind of data there is, and by what organisations do here together. */
export async function interlinkage(visit: Visit, rooms: readonly Room[]): Promise<Interlinkage> {
  const land = await landOf(visit)
  const [commuters, projects, publications, own] = await Promise.all([
    tiesOf(visit, land, 'commuters'),
    tiesOf(visit, land, 'projects'),
    tiesOf(visit, land, 'publications'),
    cooperating(visit, land, rooms),
  ])
  return { land, kinds: { commuters, projects, publications }, own }
}

async function tiesOf(visit: Visit, land: Land, kind: FlowKind): Promise<KindOfTies | undefined> {
  const [latest] = await flowSets(visit, kind)
  if (!latest) return undefined
  const rows = (await flowsIn(visit, latest.versionId)).filter(({ from, to }) => from !== to)
  const between = betweenRegions(rows, new Map(land.districts.map(({ key, regionId }) => [key, regionId])))
  const sum = (flows: readonly Flow[]) => flows.reduce((all, { value }) => all + value, 0)
  return {
    between,
    share: sum(rows) > 0 ? sum(between) / sum(rows) : 0,
    asOf: latest.asOf,
    source: latest.source.title,
  }
}

/** Only organisations with a seat in the regions count; a thing of one of them alone binds nothing. */
async function cooperating(visit: Visit, land: Land, rooms: readonly Room[]) {
  const all = await togetherIn(visit, rooms)
  const seats = await seatsOf(visit, [...new Set(all.flatMap(({ organisations }) => organisations))])
  const things = all
    .map(({ organisations }) => organisations.flatMap((id) => seats.get(id) ?? []))
    .filter(({ length }) => length > 1)
    .map((regions) => new Set(regions))
  const pairs = cooperations(
    land.regions.map(({ id }) => id),
    things,
  )
  return { things: things.length, across: things.filter(({ size }) => size > 1).length, pairs }
}

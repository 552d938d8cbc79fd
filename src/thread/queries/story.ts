import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Source, sources } from '../../region/index.ts'
import { isAhead, type RelationKind } from '../model.ts'
import { events, pieceDistricts } from '../permissions.ts'
import type { Card, Event, Piece } from './pieces.ts'
import { type Linked, linkedWith, placesOf } from './thread.ts'

type Told = { dated: string | null; isAhead: boolean; title: Bilingual; text: Bilingual | null; place: string; regions: readonly number[]; source: Source | undefined }
/** One stop of a story: something that happened with the piece itself, with one it is linked to, or a document or edition. */
export type StoryStop = Told &
  (
    | { of: 'own'; plannedFor: string | null }
    | { of: 'edition'; slug: string; isHandedOver: boolean }
    | { of: 'document'; slug: string; relation: RelationKind }
    | { of: 'linked'; piece: Card; relation: RelationKind; isFrom: boolean; plannedFor: string | null }
  )
export type Story = { stops: StoryStop[]; linked: Linked[] }

/** What happened with a piece and with what it is linked to, in the order of time; what is still ahead last. */
export async function storyOf(visit: Visit, piece: Piece): Promise<Story> {
  const [links, places] = await Promise.all([linkedWith(visit, [piece.id]), placesOf(visit, piece.id)])
  const linked = links.get(piece.id) ?? []
  const others = [...new Map(linked.map((one) => [one.id, one])).values()]
  const [happened, where] = await Promise.all([eventsOf(visit, others), regionsOf(visit, others)])
  const own = piece.districts.map(({ regionNo }) => regionNo)
  const stops: StoryStop[] = [
    ...handedOver(piece),
    ...piece.events.map((event) => ({ of: 'own' as const, ...told(event, own) })),
    ...others.flatMap((other) => stopsOf(other, happened.get(other.id) ?? [], where.get(other.id) ?? [])),
    ...places.map(({ kind, slug, title, dated, relation }) => {
      const bare = { title, dated, slug, isAhead: false, text: null, place: '', regions: [], source: undefined }
      return kind === 'edition' ? { of: 'edition' as const, isHandedOver: false, ...bare } : { of: 'document' as const, relation, ...bare }
    }),
  ]
  return { stops: stops.toSorted(byTime), linked }
}

const byTime = (a: StoryStop, b: StoryStop) =>
  Number(a.isAhead) - Number(b.isAhead) || sortKey(a.dated).localeCompare(sortKey(b.dated))
const sortKey = (dated: string | null) => (dated ?? '').padEnd(dated ? 10 : 0, '~')

/** The congress that a result was handed over to, as a stop. */
function handedOver({ edition, kind, source }: Piece): StoryStop[] {
  if (kind !== 'result' || !edition) return []
  const { slug, title, town, regionNo, sortOn } = edition
  const regions = regionNo === null ? [] : [regionNo]
  return [{ of: 'edition', slug, isHandedOver: true, title, dated: sortOn, isAhead: false, text: null, place: town ?? '', regions, source }]
}

/** The events of a linked piece; one that has none is a stop all the same. */
function stopsOf(other: Linked, happened: readonly Event[], regions: readonly number[]): StoryStop[] {
  const { relation, isFrom } = other
  const link = { of: 'linked', piece: other, relation, isFrom } as const
  if (happened.length > 0) return happened.map((event) => ({ ...link, ...told(event, regions) }))
  const { title, text, starts } = other
  return [{ ...link, title, text, dated: starts, isAhead: false, place: '', regions, source: undefined, plannedFor: null }]
}

const told = (event: Event, regions: readonly number[]) => ({
  title: event.title,
  text: event.text,
  place: event.place,
  source: event.source,
  plannedFor: event.plannedFor,
  dated: event.happenedOn ?? event.plannedFor,
  isAhead: isAhead(event),
  regions: [...new Set(regions)].sort((a, b) => a - b),
})

async function eventsOf(visit: Visit, others: readonly Card[]): Promise<Map<string, Event[]>> {
  const [rows, known] = await Promise.all([
    events(visit)
      .where('pieceId', 'in', idsOf(others))
      .select(['id', 'pieceId', 'kind', 'title', 'text', 'place', 'plannedFor', 'happenedOn', 'sourceId'])
      .orderBy('enteredAt')
      .orderBy('id')
      .execute(),
    sources(visit),
  ])
  const told = rows.map((row) => ({ ...row, source: known.find(({ id }) => id === row.sourceId) }))
  return Map.groupBy(told, ({ pieceId }) => pieceId)
}

async function regionsOf(visit: Visit, others: readonly Card[]): Promise<Map<string, number[]>> {
  const rows = await pieceDistricts(visit)
    .innerJoin('districts', 'districts.key', 'districtKey')
    .innerJoin('regions', 'regions.id', 'districts.regionId')
    .where('pieceId', 'in', idsOf(others))
    .select(['pieceId', 'regions.no as regionNo'])
    .execute()
  return new Map([...Map.groupBy(rows, ({ pieceId }) => pieceId)].map(([id, of]) => [id, of.map(({ regionNo }) => regionNo)]))
}

// No row has this id; an empty list is no list to the database.
const idsOf = (cards: readonly Card[]) => (cards.length > 0 ? cards.map(({ id }) => id) : ['00000000-0000-0000-0000-000000000000'])

import { editions } from '../../congress/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Source, sources } from '../../region/index.ts'
import { answerIn, inOrder, isAhead, type RelationKind } from '../model.ts'
import { events, pieceDistricts } from '../permissions.ts'
import type { Card, Event, Piece } from './pieces.ts'
import { type Linked, linkedWith, placesOf, type ResultCard } from './thread.ts'

type Told = {
  dated: string | null
  isAhead: boolean
  title: Bilingual
  text: Bilingual | null
  place: string
  regions: readonly number[]
  source: Source | undefined
}
/** One stop of a story: something that happened with the piece itself, with one it is linked to, or a document or edition. */
export type StoryStop = Told &
  (
    | { of: 'own'; plannedFor: string | null; isAnswer: boolean }
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
  const [happened, where, held] = await Promise.all([
    eventsOf(visit, others),
    regionsOf(visit, others),
    editionsOf(visit, others),
  ])
  const answer = piece.kind === 'position' ? answerIn(piece.events) : undefined
  const today = visit.now.toISOString().slice(0, 10)
  const own = piece.districts.map(({ regionNo }) => regionNo)
  const stops: StoryStop[] = [
    ...handedOver(piece, visit.now),
    ...piece.events.map((event) => ({
      ...{ of: 'own' as const, ...told(event, own) },
      // Its words stand on the page already.
      ...(event === answer ? { isAnswer: true, text: null } : { isAnswer: false }),
    })),
    ...others.flatMap((other) =>
      stopsOf(other, happened.get(other.id) ?? [], {
        regions: where.get(other.id) ?? [],
        held: held.get(other.editionId),
        today,
      }),
    ),
    ...places.map(({ kind, slug, title, dated, relation }) => {
      const isAhead = kind === 'edition' && isAfter(dated, today)
      const bare = { title, dated, slug, isAhead, text: null, place: '', regions: [], source: undefined }
      return kind === 'edition'
        ? { of: 'edition' as const, isHandedOver: false, ...bare }
        : { of: 'document' as const, relation, ...bare }
    }),
  ]
  return { stops: stops.toSorted(byTime), linked }
}

const byTime = (a: StoryStop, b: StoryStop) =>
  Number(a.isAhead) - Number(b.isAhead) || sortKey(a.dated).localeCompare(sortKey(b.dated))
// What has no date stands after what has one: nobody knows how far back it lies.
const sortKey = (dated: string | null) => (dated ?? '').padEnd(dated ? 10 : 11, '~')

/** The congress that a result was handed over to, as a stop. */
function handedOver({ edition, kind, source }: Piece, now: Date): StoryStop[] {
  if (kind !== 'result' || !edition) return []
  const { slug, title, town, regionNo, sortOn } = edition
  const regions = regionNo === null ? [] : [regionNo]
  return [
    {
      of: 'edition',
      slug,
      isHandedOver: true,
      title,
      dated: sortOn,
      isAhead: sortOn > now.toISOString(),
      text: null,
      place: town ?? '',
      regions,
      source,
    },
  ]
}

type Where = {
  regions: readonly number[]
  today: string
  held: { sortOn: string; town: string | null; no: number | null } | undefined
}

/** The events of a linked piece; one that has none is a stop all the same, a result on the day of its congress. */
function stopsOf(other: Linked, happened: readonly Event[], { regions, held, today }: Where): StoryStop[] {
  const { relation, isFrom, title, text, starts } = other
  const link = { of: 'linked', piece: other, relation, isFrom } as const
  if (happened.length > 0) return happened.map((event) => ({ ...link, ...told(event, regions) }))
  const [dated, place] = [held?.sortOn ?? starts, held?.town ?? '']
  const lines = held?.no ? [held.no] : regions
  const isAhead = isAfter(dated, today)
  return [{ ...link, title, text, dated, place, regions: lines, isAhead, source: undefined, plannedFor: null }]
}

const isAfter = (dated: string | null, today: string) => dated !== null && dated.slice(0, 10) > today

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

/** What happened with each result and its work, in the order of time and what has no date last, by the result's id. */
export async function happenedSince(visit: Visit, results: readonly ResultCard[]): Promise<Map<string, Event[]>> {
  const happened = await eventsOf(
    visit,
    results.flatMap((result) => [result, ...result.work]),
  )
  const hasDate = ({ happenedOn, plannedFor }: Event) => (happenedOn ?? plannedFor) !== null
  return new Map(
    results.map((result) => {
      const own = inOrder([result, ...result.work].flatMap(({ id }) => happened.get(id) ?? []))
      return [result.id, [...own.filter(hasDate), ...own.filter((one) => !hasDate(one))]]
    }),
  )
}

/** Why these pieces did not go on: the words of the last event that says so. */
export async function reasonsOf(visit: Visit, cards: readonly Card[]): Promise<Map<string, Bilingual | null>> {
  const happened = await eventsOf(visit, cards)
  return new Map(
    [...happened].map(([id, own]) => {
      const last = inOrder(own).findLast(({ kind }) => kind === 'abandoned' || kind === 'paused')
      return [id, last ? (last.text ?? last.title) : null]
    }),
  )
}

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

async function editionsOf(visit: Visit, others: readonly Card[]) {
  const rows = await editions(visit)
    .leftJoin('regions', 'regions.id', 'editions.regionId')
    .where('editions.id', 'in', [nobody, ...others.flatMap(({ editionId }) => editionId ?? [])])
    .select(['editions.id', 'sortOn', 'town', 'regions.no'])
    .execute()
  return new Map<string | null, (typeof rows)[number]>(rows.map((row) => [row.id, row]))
}

async function regionsOf(visit: Visit, others: readonly Card[]): Promise<Map<string, number[]>> {
  const rows = await pieceDistricts(visit)
    .innerJoin('districts', 'districts.key', 'districtKey')
    .innerJoin('regions', 'regions.id', 'districts.regionId')
    .where('pieceId', 'in', idsOf(others))
    .select(['pieceId', 'regions.no as regionNo'])
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ pieceId }) => pieceId)].map(([id, of]) => [id, of.map(({ regionNo }) => regionNo)]),
  )
}

// No row has this id; an empty list is no list to the database.
const nobody = '00000000-0000-0000-0000-000000000000'
const idsOf = (cards: readonly Card[]) => [nobody, ...cards.map(({ id }) => id)]

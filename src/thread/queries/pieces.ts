import { type Edition, editions } from '../../congress/index.ts'
import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { type Source, sources } from '../../region/index.ts'
import {
  type EventKind,
  inOrder,
  type Kind,
  type OrganisationPart,
  type Outcome,
  type State,
  type Verdict,
} from '../model.ts'
import { cooperationFields, events, pieceDistricts, pieceOrganisations, pieces, points } from '../permissions.ts'

/** A piece as lists show it. */
export type Card = {
  id: string
  kind: Kind
  slug: string
  title: Bilingual
  text: Bilingual | null
  addressee: Bilingual | null
  fieldId: string | null
  editionId: string | null
  groupId: string | null
  starts: string | null
  ends: string | null
  isExample: boolean
  state: State
  outcome: Outcome
  publishedAt: Date | null
  changedAt: Date
  movedAt: Date
}
export type Event = {
  id: string
  kind: EventKind
  title: Bilingual
  text: Bilingual | null
  place: string
  plannedFor: string | null
  happenedOn: string | null
  source: Source | undefined
}
export type Point = {
  id: string
  text: Bilingual
  verdict: Verdict
  evidence: Bilingual | null
  evidenceDocumentId: string | null
  evidencePage: number | null
  evidenceLink: string | null
  source: Source | undefined
}
export type Organisation = { id: string; name: string; part: OrganisationPart }
export type Piece = Card & {
  createdAt: Date
  reason: Bilingual | null
  link: string | null
  reference: string | null
  /** Addresses of views of the atlas that it quotes. */
  figures: string[]
  revision: number
  source: Source | undefined
  field: { id: string; name: Bilingual } | undefined
  edition: (Pick<Edition, 'id' | 'slug' | 'title' | 'town'> & { regionNo: number | null; sortOn: string }) | undefined
  group: { id: string; name: Bilingual } | undefined
  organisations: Organisation[]
  districts: { key: string; label: string; regionNo: number }[]
  events: Event[]
  points: Point[]
}

export const cardColumns = [
  'pieces.id',
  'pieces.kind',
  'pieces.slug',
  'pieces.title',
  'pieces.text',
  'pieces.addressee',
  'pieces.fieldId',
  'pieces.editionId',
  'pieces.groupId',
  'pieces.starts',
  'pieces.ends',
  'pieces.isExample',
  'pieces.state',
  'pieces.outcome',
  'pieces.publishedAt',
  'pieces.changedAt',
  'pieces.movedAt',
] as const

/** The fields of cooperation in their order. */
export const allFields = (visit: Visit) =>
  cooperationFields(visit).select(['id', 'name', 'position']).orderBy('position').execute()

/**
 * The piece at this address, its slug or its id, with all that is known of it. Throws NotFound for what is not there or
 * not for the viewer. The number of statements is always the same.
 */
export async function pieceAt(visit: Visit, address: string, kind?: Kind): Promise<Piece> {
  const row = await pieces(visit)
    .where(isId(address) ? 'pieces.id' : 'pieces.slug', '=', address)
    .select([...cardColumns, 'pieces.createdAt', 'reason', 'link', 'reference', 'figures', 'revision', 'sourceId'])
    .executeTakeFirst()
  if (!row || (kind && row.kind !== kind)) throw new NotFound()
  const [known, fields, edition, groups, organisations, districts, happened, lines] = await Promise.all([
    sources(visit),
    allFields(visit),
    editionOf(visit, row.editionId),
    groupOf(visit, row.groupId),
    organisationsOf(visit, row.id),
    districtsOf(visit, row.id),
    eventsOf(visit, row.id),
    pointsOf(visit, row.id),
  ])
  const source = (id: string | null) => known.find((one) => one.id === id)
  const { sourceId, ...card } = row
  return {
    ...card,
    source: source(sourceId),
    field: fields.find(({ id }) => id === row.fieldId),
    edition,
    group: groups,
    organisations,
    districts,
    events: inOrder(happened).map(({ sourceId: from, ...event }) => ({ ...event, source: source(from) })),
    points: lines.map(({ sourceId: from, ...point }) => ({ ...point, source: source(from) })),
  }
}

const editionOf = (visit: Visit, id: string | null) =>
  editions(visit)
    .leftJoin('regions', 'regions.id', 'editions.regionId')
    .where('editions.id', '=', id)
    .select(['editions.id', 'slug', 'title', 'town', 'sortOn', 'regions.no as regionNo'])
    .executeTakeFirst()

const groupOf = (visit: Visit, id: string | null) =>
  visit.read.selectFrom('workingGroups').where('id', '=', id).select(['id', 'name']).executeTakeFirst()

const organisationsOf = (visit: Visit, id: string) =>
  pieceOrganisations(visit)
    .innerJoin('organisations', 'organisations.id', 'organisationId')
    .where('pieceId', '=', id)
    .select(['organisations.id', 'organisations.name', 'part'])
    .orderBy('part')
    .orderBy('position')
    .execute()

const districtsOf = (visit: Visit, id: string) =>
  pieceDistricts(visit)
    .innerJoin('districts', 'districts.key', 'districtKey')
    .innerJoin('regions', 'regions.id', 'districts.regionId')
    .where('pieceId', '=', id)
    .select(['key', 'label', 'regions.no as regionNo'])
    .orderBy('regions.no')
    .orderBy('label')
    .execute()

const eventsOf = (visit: Visit, id: string) =>
  events(visit)
    .where('pieceId', '=', id)
    .select(['id', 'kind', 'title', 'text', 'place', 'plannedFor', 'happenedOn', 'sourceId'])
    .orderBy('enteredAt')
    .orderBy('id')
    .execute()

const pointsOf = (visit: Visit, id: string) =>
  points(visit)
    .where('pieceId', '=', id)
    .select(['id', 'text', 'verdict', 'evidence', 'sourceId'])
    .select(['evidenceDocumentId', 'evidencePage', 'evidenceLink'])
    .orderBy('position')
    .execute()

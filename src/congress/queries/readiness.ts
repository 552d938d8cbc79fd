import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import { type Part, partNames } from '../matters/parts.ts'
import { sessions, speakers } from '../permissions.ts'
import { type ManagedEdition, partsOf } from './editing.ts'

/** A German text without its English one: where it stands and which column it is. */
export type Untranslated = {
  where: 'basics' | 'place' | 'session' | Part
  id: string | null
  column: string
  text: string
}

const placeColumns = ['dateText', 'arrival', 'stepFree'] as const
const basicColumns = ['title', 'theme', 'motto', 'text', 'hostNote', 'groupsNote', 'programmeNote'] as const

/** Every text of an edition that has no English yet, in the order of its pages; none where the pages are German alone. */
export async function missingEnglish(visit: Visit, edition: ManagedEdition): Promise<Untranslated[]> {
  if (!(await installation(visit)).languages.includes('en')) return []
  const own = [
    ...basicColumns.flatMap((column) => gap('basics', null, column, edition[column])),
    ...placeColumns.flatMap((column) => gap('place', null, column, edition[column])),
  ]
  const lists = await Promise.all(
    partNames.map(async (part) => ({ part, rows: await partsOf(visit, part, edition.id) })),
  )
  const ofParts = lists.flatMap(({ part, rows }) => rows.flatMap(({ id, ...row }) => gapsOf(part, id, row)))
  const programme = await sessions(visit)
    .where('editionId', '=', edition.id)
    .select(['id', 'title', 'abstract'])
    .orderBy('startsAt')
    .orderBy('position')
    .execute()
  const ofSpeakers = await speakers(visit)
    .innerJoin('sessions', 'sessions.id', 'speakers.sessionId')
    .where('sessions.editionId', '=', edition.id)
    .select(['sessions.id', 'speakers.function as speakerFunction'])
    .execute()
  return [...own, ...ofParts, ...[...programme, ...ofSpeakers].flatMap(({ id, ...row }) => gapsOf('session', id, row))]
}

const gapsOf = (where: Untranslated['where'], id: string, row: object) =>
  Object.entries(row).flatMap(([column, value]) => (isBilingual(value) ? gap(where, id, column, value) : []))

const gap = (where: Untranslated['where'], id: string | null, column: string, text: Bilingual | null) =>
  text && !text.en ? [{ where, id, column, text: text.de }] : []

const isBilingual = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'de' in value && typeof value.de === 'string'

export const checkKeys = [
  'date',
  'place',
  'address',
  'arrival',
  'stepFree',
  'programme',
  'ticketTypes',
  'quotas',
  'consents',
  'opening',
  'english',
] as const
export type CheckKey = (typeof checkKeys)[number]

/** What an edition still needs before registration opens: each point, and whether it is done. */
export async function readiness(visit: Visit, edition: ManagedEdition): Promise<Record<CheckKey, boolean>> {
  const [types, consents, timed, untranslated] = await Promise.all([
    visit.read.selectFrom('ticketTypes').where('editionId', '=', edition.id).select('capacityId').execute(),
    visit.read.selectFrom('consentTexts').where('validFrom', '<=', visit.now).select('id').limit(1).execute(),
    sessions(visit)
      .where('editionId', '=', edition.id)
      .where('startsAt', 'is not', null)
      .select('id')
      .limit(1)
      .execute(),
    missingEnglish(visit, edition),
  ])
  return {
    date: Boolean(edition.startsAt && edition.endsAt),
    place: Boolean(edition.town && edition.venue),
    address: Boolean(edition.address),
    arrival: Boolean(edition.arrival),
    stepFree: Boolean(edition.stepFree),
    programme: timed.length > 0,
    ticketTypes: types.length > 0,
    quotas: edition.capacityId !== null || (types.length > 0 && types.every(({ capacityId }) => capacityId !== null)),
    consents: consents.length > 0,
    opening: Boolean(edition.announcedAt && edition.opensAt),
    english: untranslated.length === 0,
  }
}

/** A point of the checklist that another room brings, in the visitor's language. */
export type Check = { text: string; isDone: boolean; href: string }
type CheckSource = (visit: Visit, edition: { id: string; slug: string }) => Promise<readonly Check[]>
const sources: CheckSource[] = []

/** Adds points to the checklist of every edition. A room above calls it once, when it is loaded. */
export const alsoCheck = (source: CheckSource) => void sources.push(source)

/** The points other rooms bring, in the order of the rooms. */
export const otherChecks = async (visit: Visit, edition: { id: string; slug: string }): Promise<Check[]> =>
  (await Promise.all(sources.map((source) => source(visit, edition)))).flat()

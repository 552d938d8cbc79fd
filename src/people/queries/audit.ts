import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { instantIn } from '../../platform/wall-clock.ts'
import { anyOf, auditSeen, may, peopleSeen } from '../permissions.ts'

export type AuditFilter = { what: string; person: string; edition: string; day: string; before: string }
export type AuditEntry = {
  id: number
  at: Date
  what: string
  byKind: 'nobody' | 'holder' | 'person' | 'system'
  byName: string | null
  about: string | null
  editionId: string | null
  edition: Bilingual | null
  before: unknown
  after: unknown
}

export const entriesPerPage = 50

/** A page of the audit log as far as the viewer may read it, the newest first; `next` continues it. */
export async function auditPage(visit: Visit, filter: AuditFilter, zone: string) {
  const rows = await filtered(visit, filter, zone)
    .leftJoin('people as by', 'by.id', 'audit.byPerson')
    .leftJoin('editions', 'editions.id', 'audit.editionId')
    .select((eb) => [
      'audit.id',
      'at',
      'what',
      'byKind',
      eb.fn.coalesce(eb.fn<string | null>('nullif', ['by.name', eb.val('')]), 'by.email').as('byName'),
      'about',
      'audit.editionId',
      'editions.title as edition',
      'before',
      'after',
    ])
    .orderBy('audit.id', 'desc')
    .limit(entriesPerPage + 1)
    .execute()
  const entries: AuditEntry[] = rows.slice(0, entriesPerPage)
  return { entries, next: rows.length > entriesPerPage ? String(entries.at(-1)!.id) : undefined }
}

function filtered(visit: Visit, filter: AuditFilter, zone: string) {
  let query = auditSeen(visit)
  if (filter.what) query = query.where('what', '=', filter.what)
  if (filter.person)
    query = query.where((eb) => eb.or([eb('byPerson', '=', filter.person), eb('about', '=', filter.person)]))
  if (filter.edition) query = query.where('audit.editionId', '=', filter.edition)
  if (filter.before) query = query.where('audit.id', '<', Number(filter.before))
  const start = filter.day ? instantIn(zone, `${filter.day}T00:00`) : undefined
  if (!start) return query
  return query.where('at', '>=', start).where('at', '<', instantIn(zone, `${dayAfter(filter.day)}T00:00`)!)
}

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The people of these ids that the viewer may see. */
export const namesOfPeople = (visit: Visit, ids: readonly string[]) =>
  peopleSeen(visit).where('people.id', '=', anyOf(ids)).select(['people.id', 'people.name', 'people.email']).execute()

/** What the log can be filtered by: the deeds, people and editions that occur in what the viewer may read. */
export async function auditChoices(visit: Visit) {
  const reach = may.readAudit(visit.viewer)
  const [whats, people, editions] = await Promise.all([
    auditSeen(visit).select('what').distinct().orderBy('what').execute(),
    auditSeen(visit)
      .innerJoin('people', 'people.id', 'audit.byPerson')
      .select(['people.id', 'people.name', 'people.email'])
      .distinct()
      .orderBy('people.name')
      .execute(),
    visit.read
      .selectFrom('editions')
      .select(['id', 'title'])
      .$if(reach !== 'all', (all) => all.where('id', '=', anyOf(reach as string[])))
      .orderBy('sortOn', 'desc')
      .execute(),
  ])
  return {
    whats: whats.map(({ what }) => what),
    people: people.map(({ id, name, email }) => ({ id, name: name || email })),
    editions,
  }
}

/** The zone in which a day begins and ends here. */
export async function zoneHere(visit: Visit) {
  return (await visit.read.selectFrom('installation').select('zone').executeTakeFirst())?.zone ?? 'Europe/Berlin'
}

import { z } from 'zod'
import { field, readForm } from '../../platform/forms.ts'
import { isId } from '../../platform/id.ts'
import type { Room } from '../../platform/room.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { AuditPage, type DeedWords } from '../pages/audit.tsx'
import { paths } from '../paths.ts'
import { may } from '../permissions.ts'
import { type AuditEntry, auditChoices, auditPage, zoneHere } from '../queries/audit.ts'

const filterForm = z.object({
  what: field.optionalLine(100),
  person: field.optionalLine(36),
  edition: field.optionalLine(36),
  day: field.optionalDay(),
  before: field.optionalWhole(1, 999_999_999),
})

/** The audit log, for the office; `rooms` bring the words for what they write into it. */
export function auditRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.audit, async (visit, { query }) => {
    const reach = may.readAudit(visit.viewer)
    if (reach !== 'all' && reach.length === 0) throw new NotFound()
    const body = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value]]))
    const { data, form } = readForm(filterForm, body, visit.language)
    const zone = await zoneHere(visit)
    const idOf = (text: string | undefined) => (text && isId(text) ? text : '')
    const filter = {
      what: data?.what ?? '',
      person: idOf(data?.person),
      edition: idOf(data?.edition),
      day: data?.day ?? '',
      before: data?.before ? String(data.before) : '',
    }
    const [page, choices] = await Promise.all([auditPage(visit, filter, zone), auditChoices(visit)])
    const words = await wordsOf(visit, rooms)
    const named = await namedBy(visit, rooms, page.entries)
    return { page: <AuditPage {...{ words, zone, form, choices, named, ...page }} /> }
  })
}

/** How the rooms call what they have written; words for values of one field may come from several of them. */
async function wordsOf(visit: Visit, rooms: readonly Room[]): Promise<DeedWords> {
  const recorded = rooms.flatMap((room) => room.recorded?.(visit.language) ?? [])
  const known = await Promise.all(rooms.map((room) => room.valueWords?.(visit) ?? {}))
  const values: Record<string, Record<string, string>> = {}
  for (const [field, words] of [...recorded.map((one) => one.values ?? {}), ...known].flatMap(Object.entries))
    values[field] = { ...values[field], ...words }
  return {
    deeds: Object.assign({}, ...recorded.map(({ deeds }) => deeds)),
    fields: Object.assign({}, ...recorded.map(({ fields }) => fields)),
    values,
  }
}

const anId = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** What the entries are about and mention by id, as far as their rooms know it and this viewer may. */
async function namedBy(visit: Visit, rooms: readonly Room[], entries: readonly AuditEntry[]) {
  const ids = [...new Set(JSON.stringify(entries).match(anId) ?? [])]
  const named = await Promise.all(rooms.map((room) => room.named?.(visit, ids) ?? []))
  return new Map(named.flat().map((one) => [one.id, one]))
}

import { sql } from 'kysely'
import type { Findings, Suggestion } from '../../platform/finding.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Asked, answers, askedOf, findingsOf, fold } from '../../search/index.ts'
import { paths } from '../paths.ts'
import { organisations, shownContacts } from '../permissions.ts'
import { text } from '../text.ts'

/** More than so many are not compared. */
const mostCompared = 500

/** Only what the register shows to everybody who asks: what a draft alone names is not looked for. */
const rowsOf = (visit: Visit) =>
  organisations(visit, [])
    .leftJoin('districts', 'districts.key', 'organisations.districtKey')
    .select(['organisations.id', 'organisations.name', 'organisations.kind', 'districts.label as district'])
    .orderBy('organisations.name')

/** What the search over all rooms finds in the register: organisations by their names, and their contacts who agreed. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  return [await organisationsFound(visit, query, atMost), await contactsFound(visit, query, atMost)]
}

async function organisationsFound(visit: Visit, query: Asked, atMost: number): Promise<Findings> {
  const t = text[visit.language]
  const rows = await rowsOf(visit)
    .where(answers(query)(sql`both_words(organisations.name)`))
    .limit(mostCompared)
    .execute()
  const candidates = rows.map(({ id, name, kind, district }) => ({
    title: name,
    href: paths.organisation.at(visit.language, { organisation: id }),
    kind: [kind === 'other' ? '' : t.kinds[kind], district].filter(Boolean).join(', '),
    text: '',
  }))
  return { name: t.title, total: rows.length, findings: await findingsOf(visit, query, candidates, atMost) }
}

/** Contacts who agreed that everybody sees their name, with their task where they agreed to that; never by address or number. */
async function contactsFound(visit: Visit, query: Asked, atMost: number): Promise<Findings> {
  const t = text[visit.language]
  const task = sql<string>`case when 'task' = any(organisation_contacts.shown) then organisation_contacts.task else '' end`
  const rows = await shownContacts(visit)
    .innerJoin(rowsOf(visit).as('register'), 'register.id', 'organisationContacts.organisationId')
    .where(sql<boolean>`'name' = any(organisation_contacts.shown)`)
    .where(answers(query)(sql`both_words(organisation_contacts.name || ' ' || ${task})`))
    .select(['register.id', 'register.name as organisation', 'organisationContacts.name', task.as('task')])
    .orderBy('organisationContacts.name')
    .orderBy('organisationContacts.id')
    .limit(mostCompared)
    .execute()
  const candidates = rows.map(({ id, organisation, name, task: does }) => ({
    title: name,
    href: paths.organisation.at(visit.language, { organisation: id }),
    kind: organisation,
    text: does,
  }))
  return { name: t.people, total: rows.length, findings: await findingsOf(visit, query, candidates, atMost) }
}

/** Names of organisations with words that begin like these. */
export async function suggest(visit: Visit, begun: readonly string[], atMost: number): Promise<Suggestion[]> {
  const patterns = begun.map((word) => `\\m${fold(word)}`)
  const rows = await rowsOf(visit)
    .where(sql<boolean>`folded(organisations.name) ~ all(${patterns}::text[])`)
    .limit(atMost)
    .execute()
  return rows.map(({ id, name }) => ({ text: name, href: paths.organisation.at(visit.language, { organisation: id }) }))
}

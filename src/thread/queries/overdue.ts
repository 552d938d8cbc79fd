import { type RawBuilder, sql } from 'kysely'
import type { Bilingual, Language } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { valueDueDays } from '../model/projects.ts'
import { mayKeep, mustKeep } from '../permissions.ts'

/** What is overdue: begin, end, a milestone, an indicator's value, or that nothing has moved for a year. */
export type Overdue = {
  what: 'begin' | 'end' | 'milestone' | 'value' | 'still'
  /** Since when, as exactly as it was planned. */
  dated: string | null
  /** The milestone or indicator. */
  title: Bilingual | null
  organisationId: string | null
}
export type OverdueProject = {
  id: string
  slug: string
  title: Bilingual
  askedAt: Date | null
  /** Whom the office can ask. */
  askable: number
  matters: Overdue[]
}
type Asker = Pick<Visit, 'read' | 'now' | 'viewer'>

/** All that is overdue with projects that everybody sees and that are not over; of one project, if it is said. */
const overdueRows = ({ now }: Pick<Visit, 'now'>, piece: string | null = null) => {
  const today = now.toISOString().slice(0, 10)
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const isPast = (column: string) => sql`${sql.ref(column)} collate "C" < left(${today}, length(${sql.ref(column)}))`
  return sql`open_projects as (select id, title, state, starts, ends, moved_at from pieces
      where kind = 'project' and published_at <= ${now} and not is_example
        and state not in ('completed', 'abandoned') and (${piece}::uuid is null or id = ${piece}::uuid)),
    overdue as (
      select id piece_id, 'begin' what, starts dated, null::jsonb title, null::uuid organisation_id from open_projects
        where state in ('idea', 'planned') and ${isPast('starts')}
      union all select id, 'end', ends, null, null from open_projects where ${isPast('ends')}
      union all select p.id, 'milestone', e.planned_for, e.title::jsonb, e.organisation_id from open_projects p
        join piece_events e on e.piece_id = p.id where e.happened_on is null and ${isPast('e.planned_for')}
      union all select p.id, 'value', v.last, i.name::jsonb, i.organisation_id from open_projects p
        join project_indicators i on i.piece_id = p.id
        cross join lateral (select max(measured_on collate "C") last, max(entered_at) entered_at
          from project_values where indicator_id = i.id) v
        where p.state = 'under_way' and coalesce(v.entered_at, p.moved_at) < ${ago(valueDueDays)}
      union all select id, 'still', null, null, null from open_projects where moved_at < ${ago(365)}
    )`
}

/** How many projects have something overdue; none for all but the office. */
export async function overdueCount(visit: Asker): Promise<number> {
  if (!mayKeep(visit)) return 0
  const { rows } = await sql<{ count: number }>`with ${overdueRows(visit)}
    select count(distinct piece_id)::int count from overdue`.execute(visit.read as never)
  return rows[0]?.count ?? 0
}

const projectsAtMost = 200

/** The projects with something overdue, those asked longest ago or never first, and what it is. */
export async function overdueProjects(visit: Visit): Promise<OverdueProject[]> {
  mustKeep(visit)
  const { rows } = await sql<OverdueProject & { matters: Overdue[] }>`with ${overdueRows(visit)}
    select p.id, p.slug, p.title,
      (select max(asked_at) from project_inquiries q where q.piece_id = p.id) "askedAt",
      (select count(*)::int from (${askableOf(sql`p.id`)}) who) askable,
      (select json_agg(json_build_object('what', what, 'dated', dated, 'title', o.title, 'organisationId', organisation_id)
        order by dated nulls last) from overdue o where o.piece_id = p.id) matters
    from pieces p where p.id in (select piece_id from overdue)
    order by 4 nulls first, p.slug limit ${projectsAtMost}`.execute(visit.read as never)
  return rows
}

/** What is overdue with one project. */
export async function overdueOf(visit: Asker, piece: string): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`with ${overdueRows(visit, piece)}
    select what, dated, title, organisation_id "organisationId" from overdue order by dated nulls last`.execute(
    visit.read as never,
  )
  return rows
}

/**
 * Who can be asked about a project: the people who look after its leading organisations, else after its partners, else
 * the leading organisations' contacts who have agreed that everybody may write to them. Address and language.
 */
export const askableOf = (piece: RawBuilder<unknown>) => sql<{ email: string; language: Language }>`
  select distinct on (lower(email)) email, language from (
    select person.email, person.language, case po.part when 'lead' then 1 else 2 end rank from piece_organisations po
      join organisation_stewards s on s.organisation_id = po.organisation_id
      join people person on person.id = s.person_id and person.disabled_at is null
      where po.piece_id = ${piece}
    union all select c.email, c.language, 3 from piece_organisations po
      join organisation_contacts c on c.organisation_id = po.organisation_id
      where po.piece_id = ${piece} and po.part = 'lead' and c.confirmed_at is not null and 'email' = any(c.shown)
    order by rank
    fetch first 1 row with ties) nearest`

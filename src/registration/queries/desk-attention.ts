import { sql } from 'kysely'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { deskEditions } from '../permissions/desk.ts'
import { may } from '../permissions.ts'
import { isDouble } from './desk.ts'

/** People who wait while there is a place for them, who are registered twice, or something that is full; `name` null is the edition's places on site. */
export type Concern = {
  kind: 'waiting' | 'double' | 'link' | 'full'
  slug: string
  edition: Bilingual
  name: Bilingual | null
  count: number
}

/** Doubles are looked for among so many of the newest, so that no size makes it slow; the list's filter finds all. */
const looked = 1000

/**
 * What the office should look at in the editions it works on that are not over, or in one of them: people who wait while
 * places are free, registrations that are there twice, people online whom nobody has told the link, and full places on site, kinds of participation and sessions. One statement, however many there are.
 */
export async function concernsOf(visit: Visit, editionId?: string): Promise<Concern[]> {
  const own = deskEditions(visit, may.work)
    .where((row) => row.or([row('endsAt', 'is', null), row('endsAt', '>', visit.now)]))
    .$if(editionId !== undefined, (query) => query.where('editions.id', '=', editionId!))
    .select(['editions.id', 'slug', 'title', 'sortOn', 'capacityId', 'onlineUrl'])
  const all = sql<Concern>`
    with own as materialized (${own}),
    limited as (
      select id, capacity_id, 0 as rank, 0 as position, null::jsonb as name from own
      union all
      select own.id, t.capacity_id, 1, t.position, t.name::jsonb from own join ticket_types t on t.edition_id = own.id
      union all
      select own.id, s.capacity_id, 2, s.position, s.title::jsonb from own join sessions s on s.edition_id = own.id
    ),
    waiting as (
      select own.id, count(*)::int as count from own
        join ticket_types t on t.edition_id = own.id
        join registrations r on r.ticket_type_id = t.id and r.edition_id = own.id and r.state = 'waiting'
        left join capacities type on type.id = t.capacity_id
        left join capacities site on site.id = own.capacity_id and t.attendance = 'on_site'
      where (type.id is null or type.taken < type.seats) and (site.id is null or site.taken < site.seats)
      group by own.id
    ),
    doubles as (
      select own.id, count(*)::int as count from own cross join lateral (
        select * from registrations where edition_id = own.id and erased_at is null
          order by created_at desc limit ${looked}) registrations
      where exists (select from registrations other where ${isDouble})
      group by own.id
    ),
    unlinked as (
      select own.id, count(*)::int as count from own join ticket_types t on t.edition_id = own.id and t.attendance = 'online'
        join registrations r on r.ticket_type_id = t.id and r.edition_id = own.id and r.state = 'confirmed'
      where own.online_url is null group by own.id
    )
    select 'waiting' as kind, slug, title::jsonb as edition, null::jsonb as name, count, sort_on, -1 as rank, 0 as position
      from own join waiting using (id)
    union all
    select 'double', slug, title::jsonb, null, count, sort_on, -1, 1 from own join doubles using (id)
    union all
    select 'link', slug, title::jsonb, null, count, sort_on, -1, 2 from own join unlinked using (id)
    union all
    select 'full', slug, title::jsonb, name, seats, sort_on, rank, position
      from own join limited using (id) join capacities on capacities.id = limited.capacity_id and taken >= seats
    order by sort_on, slug, rank, position`
  const rows = await visit.read
    .selectFrom(sql<Concern>`(${all})`.as('concerns'))
    .select(['kind', 'slug', 'edition', 'name', 'count'])
    .execute()
  return rows
}

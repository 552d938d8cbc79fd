import { sql } from 'kysely'
import type { Visit } from '../../platform/visit.ts'
import { asked, isAsked } from '../../search/index.ts'
import { chosenSql } from './matching.ts'
import type { Search } from './search.ts'

const most = 20

/** The documents that a search finds and that were published later, the newest first. */
export async function newSince(visit: Visit, { question, filters }: Search, since: Date): Promise<string[]> {
  const hasQuestion = isAsked(question) || question.without.length > 0
  const exact = hasQuestion ? await asked(visit, question) : undefined
  const { rows } = await sql<{ id: string }>`with ${chosenSql(visit, exact, filters)}
    select id from chosen where published_at > ${since} order by published_at desc, id limit ${sql.lit(most)}`.execute(
    visit.read as never,
  )
  return rows.map(({ id }) => id)
}

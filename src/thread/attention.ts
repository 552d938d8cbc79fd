import type { Attention } from '../platform/room.ts'
import type { Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import { openMatters } from './queries/office.ts'
import { overdueCount } from './queries/overdue.ts'
import { office } from './text/office.ts'
import { text } from './text/projects.ts'

/** What waits in the thread: drafts, and what nothing has moved for a year. */
export async function attention(visit: Visit): Promise<Attention[]> {
  const [{ drafts, still }, overdue] = await Promise.all([openMatters(visit), overdueCount(visit)])
  const t = office[visit.language].attention
  const href = paths.office.at(visit.language)
  const late = { text: text[visit.language].overdue.attention(overdue), href: paths.overdue.at(visit.language) }
  return [
    ...(overdue ? [late] : []),
    ...(drafts ? [{ text: t.drafts(drafts), href }] : []),
    ...(still ? [{ text: t.still(still), href }] : []),
  ]
}

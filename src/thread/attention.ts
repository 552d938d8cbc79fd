import type { Attention } from '../platform/room.ts'
import type { Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import { openMatters } from './queries/office.ts'
import { office } from './text/office.ts'

/** What waits in the thread: drafts, and what nothing has moved for a year. */
export async function attention(visit: Visit): Promise<Attention[]> {
  const { drafts, still } = await openMatters(visit)
  const t = office[visit.language].attention
  const href = paths.office.at(visit.language)
  return [...(drafts ? [{ text: t.drafts(drafts), href }] : []), ...(still ? [{ text: t.still(still), href }] : [])]
}

import { sql } from 'kysely'
import { editionsOf, holds, type Viewer, type Visit } from '../platform/visit.ts'

/** Who changes the words of mails: the office, for the whole installation. */
export const mayWriteTemplates = ({ viewer }: Pick<Visit, 'viewer'>) => holds(viewer, ['office'])

/** How far this viewer sees mails: all of them, those of every edition, those of some editions, or none. */
export function reachOf(viewer: Viewer): 'all' | 'editions' | string[] {
  if (holds(viewer, ['office'])) return 'all'
  const editions = editionsOf(viewer, ['office', 'congress_team'])
  return editions === 'all' ? 'editions' : editions
}

export const maySeeMails = ({ viewer }: Pick<Visit, 'viewer'>) => reachOf(viewer).length > 0

/** The mails this visit may see: for the office all, for an edition's office and team those of the edition. */
export function mails(visit: Pick<Visit, 'read' | 'viewer'>) {
  const all = visit.read.selectFrom('mails')
  const reach = reachOf(visit.viewer)
  if (reach === 'all') return all
  if (reach === 'editions') return all.where('mails.editionId', 'is not', null)
  return all.where('mails.editionId', '=', sql<string>`any(${reach}::uuid[])`)
}

/** What the office has changed in the words of mails. */
export const changedTemplates = (visit: Pick<Visit, 'read'>) => visit.read.selectFrom('mailTemplates')

import { inLanguage } from '../platform/language.ts'
import type { Attention } from '../platform/room.ts'
import { editionsOf, type Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import { may } from './permissions.ts'
import { managedEdition, managedEditions } from './queries/editing.ts'
import { otherChecks, readiness } from './queries/readiness.ts'
import { editing } from './text/editing.ts'

/** The next edition whose registration has not opened yet, while it still lacks something for it. */
export async function attention(visit: Visit): Promise<readonly Attention[]> {
  if (editionsOf(visit.viewer, may.edit).length === 0) return []
  const { language } = visit
  const next = (await managedEditions(visit)).findLast(({ state }) => state === 'draft' || state === 'announced')
  if (!next) return []
  const edition = await managedEdition(visit, next.slug)
  const [own, others] = await Promise.all([readiness(visit, edition), otherChecks(visit, edition)])
  const open = [...Object.values(own), ...others.map(({ isDone }) => isDone)].filter((isDone) => !isDone).length
  if (open === 0) return []
  const text = editing[language].openChecks(inLanguage(language, edition.title), open)
  return [{ text, href: paths.edit.at(language, { edition: edition.slug }) }]
}

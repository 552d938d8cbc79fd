import { inLanguage } from '../platform/language.ts'
import type { Attention } from '../platform/room.ts'
import { editionsOf, type Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import { may } from './permissions.ts'
import { managedEdition, managedEditions, proposalsWaiting } from './queries/editing.ts'
import { otherChecks, readiness } from './queries/readiness.ts'
import { editing } from './text/editing.ts'

/** The next edition whose registration has not opened yet, while it still lacks something for it; what groups propose. */
export async function attention(visit: Visit): Promise<readonly Attention[]> {
  if (editionsOf(visit.viewer, may.edit).length === 0) return []
  const { language } = visit
  const next = (await managedEditions(visit)).findLast(({ state }) => state === 'draft' || state === 'announced')
  if (!next) return proposed(visit)
  const edition = await managedEdition(visit, next.slug)
  const [own, others] = await Promise.all([readiness(visit, edition), otherChecks(visit, edition)])
  const open = [...Object.values(own), ...others.map(({ isDone }) => isDone)].filter((isDone) => !isDone).length
  const text = editing[language].openChecks(inLanguage(language, edition.title), open)
  const checks = open === 0 ? [] : [{ text, href: paths.edit.at(language, { edition: edition.slug }) }]
  return [...checks, ...(await proposed(visit))]
}

/** Editions for which working groups propose something. */
const proposed = async (visit: Visit): Promise<Attention[]> =>
  (await proposalsWaiting(visit)).map(({ slug, title, count }) => ({
    text: editing[visit.language].proposals.waiting(inLanguage(visit.language, title), count),
    href: paths.editProgramme.list.at(visit.language, { edition: slug }),
  }))

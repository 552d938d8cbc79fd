import { inLanguage } from '../platform/language.ts'
import type { Attention } from '../platform/room.ts'
import { editionsOf, type Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import { may } from './permissions.ts'
import { managedEdition, managedEditions } from './queries/editing.ts'
import { otherChecks, readiness } from './queries/readiness.ts'
import { editing } from './text/editing.ts'

/** Editions whose registration has not opened yet and that still lack something for it. */
export async function attention(visit: Visit): Promise<readonly Attention[]> {
  if (editionsOf(visit.viewer, may.edit).length === 0) return []
  const { language } = visit
  const coming = (await managedEditions(visit)).filter(({ state }) => state === 'draft' || state === 'announced')
  const lines = await Promise.all(
    coming.map(async ({ slug, title }) => {
      const edition = await managedEdition(visit, slug)
      const [own, others] = await Promise.all([readiness(visit, edition), otherChecks(visit, edition)])
      const open = [...Object.values(own), ...others.map(({ isDone }) => isDone)].filter((isDone) => !isDone).length
      const text = editing[language].openChecks(inLanguage(language, title), open)
      return open > 0 ? [{ text, href: paths.edit.at(language, { edition: slug }) }] : []
    }),
  )
  return lines.flat()
}

import { dates, type Language } from '../../platform/language.ts'
import { holds, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { isOver, stateAt } from '../model.ts'
import { type CheckLine, EnglishPage, madeWays, OverviewPage } from '../pages/edit/overview.tsx'
import { paths } from '../paths.ts'
import { may } from '../permissions.ts'
import { type ManagedEdition, managedEdition } from '../queries/editing.ts'
import { checkKeys, missingEnglish, otherChecks, readiness, type Untranslated } from '../queries/readiness.ts'
import { editing } from '../text/editing.ts'

/** Where each point of the checklist is mended. */
const mendedAt = {
  date: paths.editPlace,
  place: paths.editPlace,
  address: paths.editPlace,
  arrival: paths.editPlace,
  stepFree: paths.editPlace,
  programme: paths.editProgramme.list,
  ticketTypes: paths.ticketTypes,
  quotas: paths.editState,
  consents: paths.consentTexts,
  opening: paths.editState,
  english: paths.editEnglish,
}

/** What an edition still needs, and its texts without English. */
export function checklistRoutes(web: Web) {
  web.get(paths.edit, async (visit, { params, query }) => {
    const edition = await managedEdition(visit, params.edition)
    const [checks, { zone }] = await Promise.all([checkLines(visit, edition), installation(visit)])
    const state = stateAt(edition, visit.now)
    const mayCreate = holds(visit.viewer, may.create)
    const mayRemove = mayCreate && state === 'draft'
    const made = madeWays.find((way) => way === query.info)
    return { page: <OverviewPage {...{ edition, state, zone, checks, mayCreate, mayRemove, made }} /> }
  })
  web.get(paths.editEnglish, async (visit, { params }) => {
    const edition = await managedEdition(visit, params.edition)
    const gaps = await missingEnglish(visit, edition)
    const lines = gaps.map((gap, index) => ({
      key: String(index),
      text: gap.text,
      ...placeOf(visit.language, edition.slug, gap),
    }))
    return { page: <EnglishPage edition={edition} gaps={lines} /> }
  })
}

/** Every point of an edition's checklist in words, with the way to where it is mended; once it is over, what still counts. */
export async function checkLines(visit: Visit, edition: ManagedEdition): Promise<CheckLine[]> {
  const { language } = visit
  const [done, others] = await Promise.all([readiness(visit, edition), otherChecks(visit, edition)])
  const keys = isOver(stateAt(edition, visit.now)) ? (['english'] as const) : checkKeys
  const own = keys.map((key) => ({
    text:
      key === 'date' && !edition.startsAt
        ? editing[language].dateAbout(dayOf(language, edition))
        : editing[language].checks[key],
    isDone: done[key],
    // Which texts one agrees to is said for all congresses at once, by the office.
    href:
      key !== 'consents' || holds(visit.viewer, may.create)
        ? mendedAt[key].at(language, { edition: edition.slug })
        : undefined,
  }))
  return [...own, ...others]
}

/** The day under which an edition without a beginning stands in lists. */
const dayOf = (language: Language, { sortOn }: ManagedEdition) => dates(language, 'UTC').day(new Date(sortOn))

/** Where a text is translated, in words and as an address. */
function placeOf(language: Language, edition: string, { where, id, column }: Untranslated) {
  const t = editing[language]
  const what = (t.texts as Readonly<Record<string, string>>)[column] ?? column
  const item = id ?? ''
  if (where === 'basics') return { where: t.tabs.basics, what, href: paths.editBasics.at(language, { edition }) }
  if (where === 'place') return { where: t.tabs.place, what, href: paths.editPlace.at(language, { edition }) }
  if (where === 'session')
    return { where: t.session, what, href: paths.editProgramme.item.at(language, { edition, item }) }
  return { where: t.parts[where].one, what, href: paths.editParts[where].item.at(language, { edition, item }) }
}

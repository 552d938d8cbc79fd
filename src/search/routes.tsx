import type { Findings } from '../platform/finding.ts'
import { startWith } from '../platform/forms.ts'
import { inLanguage } from '../platform/language.ts'
import type { Room } from '../platform/room.ts'
import type { Visit } from '../platform/visit.ts'
import type { Web } from '../platform/web.tsx'
import { installation } from '../region/index.ts'
import { isAsked, questionFrom, wordsIn } from './model.ts'
import { SearchPage } from './pages/search.tsx'
import { paths } from './paths.ts'
import { text } from './text.ts'

const findingsOfEach = 8
const suggestionsShown = 8
const longestTyped = 300

/** The search over all rooms, its suggestions, and its description for browsers. */
export function publicRoutes(web: Web, rooms: readonly Room[]) {
  web.get(
    paths.search,
    async (visit, { query }) => {
      const typed = (query.q ?? '').slice(0, longestTyped)
      // A question is asked once; kept, its answer would only push out pages that many read.
      if (typed) visit.uncached()
      const groups = isAsked(questionFrom(typed)) ? await everywhere(visit, rooms, typed) : []
      return { page: <SearchPage form={startWith({ q: typed })} groups={groups} /> }
    },
    'searches',
  )

  web.get(
    paths.suggestions,
    async (visit, { query }) => {
      visit.uncached()
      const begun = wordsIn((query.q ?? '').slice(0, 80)).slice(0, 6)
      const lists =
        begun.join('').length < 2
          ? []
          : await Promise.all(rooms.map((room) => room.suggest?.(visit, begun, suggestionsShown) ?? []))
      return { text: JSON.stringify(lists.flat().slice(0, suggestionsShown)), type: 'application/json; charset=utf-8' }
    },
    'suggestions',
  )

  web.get(paths.description, async (visit) => {
    const { language, house } = visit
    const { name, short } = await installation(visit)
    const at = (address: string) => `${xml(house.publicUrl + address)}?q={searchTerms}`
    return {
      text: `<?xml version="1.0" encoding="utf-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>${xml(short.slice(0, 16))}</ShortName><Description>${xml(text[language].description(inLanguage(language, name)))}</Description><InputEncoding>UTF-8</InputEncoding><Language>${language}</Language><Url type="text/html" template="${at(paths.search.at(language))}"/></OpenSearchDescription>\n`,
      type: 'application/opensearchdescription+xml; charset=utf-8',
    }
  })
}

/** What every room finds, under one heading what rooms call the same (people); the group with the best answer first. */
async function everywhere(visit: Visit, rooms: readonly Room[], typed: string): Promise<Findings[]> {
  const lists = await Promise.all(rooms.map((room) => room.found?.(visit, typed, findingsOfEach) ?? []))
  const best = ({ findings }: Findings) => Math.max(0, ...findings.map(({ score }) => score))
  const named = Map.groupBy(
    lists.flat().filter(({ total }) => total > 0),
    ({ name }) => name,
  )
  return [...named.values()].map(together).toSorted((a, b) => best(b) - best(a))
}

function together(groups: readonly Findings[]): Findings {
  if (groups.length === 1) return groups[0]!
  const findings = groups.flatMap((group) => group.findings).toSorted((a, b) => b.score - a.score)
  return {
    name: groups[0]!.name,
    total: groups.reduce((sum, { total }) => sum + total, 0),
    findings: findings.slice(0, findingsOfEach),
  }
}

const xml = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

import { isId } from '../../platform/id.ts'
import { isAsked, questionFrom } from '../../search/index.ts'
import { accesses, types, writtenIn } from '../model/document.ts'
import type { Search } from '../queries/search.ts'

/** Further back nobody turns pages. */
export const mostPages = 50
/** A whole number from 1 to the most; 1 for anything else. */
export const wholeOf = (value: string | undefined, most: number) =>
  /^[1-9]\d{0,5}$/.test(value ?? '') ? Math.min(Number(value), Math.max(1, most)) : 1

/** The search that an address asks for; what is no kind, year, subject or language narrows nothing. */
export function searchFrom(query: Readonly<Record<string, string>>): Search {
  const question = questionFrom(query.q ?? '')
  const type = types.find((one) => one === query.art)
  const language = writtenIn.find((one) => one === query.sprache)
  const subject = /^[a-z-]{1,40}$/.test(query.thema ?? '') ? query.thema : undefined
  const region = /^[a-z0-9-]{1,40}$/.test(query.region ?? '') ? query.region : undefined
  const edition = isId(query.kongress ?? '') ? query.kongress : undefined
  const access = accesses.find((one) => one === query.zugang)
  const year = /^[12]\d{3}$/.test(query.jahr ?? '') ? Number(query.jahr) : undefined
  return {
    question,
    filters: {
      ...(type ? { type } : {}),
      ...(year ? { year } : {}),
      ...(subject ? { subject } : {}),
      ...(language ? { language } : {}),
      ...(region ? { region } : {}),
      ...(edition ? { edition } : {}),
      ...(access ? { access } : {}),
    },
    sort: query.folge === 'datum' || !isAsked(question) ? 'date' : 'relevance',
    page: wholeOf(query.seite, mostPages),
  }
}

const ownNames = ['q', 'art', 'jahr', 'thema', 'region', 'kongress', 'sprache', 'zugang', 'folge']
/** What of a query is the search, without the page. */
export const ownQuery = (query: Readonly<Record<string, string>>) =>
  Object.fromEntries(ownNames.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))

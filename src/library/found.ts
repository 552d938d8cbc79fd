import { sql } from 'kysely'
import type { Finding, Findings, Suggestion } from '../platform/finding.ts'
import type { Visit } from '../platform/visit.ts'
import { fold, questionFrom } from '../search/index.ts'
import { foreign, kindText, pageHref } from './pages/words.tsx'
import { paths } from './paths.ts'
import { readable } from './permissions.ts'
import { type Covered, coversOf } from './queries/covers.ts'
import { type Hit, search } from './queries/search.ts'
import { text } from './text.ts'

/** What the search over all rooms finds in the library: the best documents, each with the pages that answer. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const { total, hits } = await search(visit, {
    question: questionFrom(typed),
    filters: {},
    sort: 'relevance',
    page: 1,
  })
  const { language } = visit
  const t = text[language]
  const shown = hits.slice(0, atMost)
  const covers = await coversOf(visit, shown)
  const all =
    total > atMost
      ? { href: paths.library.at(language, {}, { q: typed }), label: t.search.everything(total) }
      : undefined
  return [{ name: t.documents, total, findings: shown.map((hit) => findingOf(visit, hit, covers.get(hit.id))), all }]
}

function findingOf({ language }: Visit, hit: Hit, version: Covered | undefined): Finding {
  const { slug, title, hits, sentence, score } = hit
  const places = hits.slice(0, 2).map(({ page, sentence: said }) => ({
    label: text[language].units[version?.unit ?? 'page'].no(page),
    href: pageHref(language, slug, page),
    sentence: said,
  }))
  const href = paths.document.at(language, { document: slug })
  return { title, lang: foreign(language, hit), href, kind: kindText(language, hit), sentence, places, score }
}

/** Titles of documents with words that begin like these. */
export async function suggest(visit: Visit, begun: readonly string[], atMost: number): Promise<Suggestion[]> {
  const patterns = begun.map((word) => `\\m${fold(word)}`)
  const rows = await readable(visit)
    .where('documents.state', '=', 'published')
    .where(sql<boolean>`folded(documents.title) ~ all(${patterns}::text[])`)
    .select(['slug', 'title'])
    .orderBy(sql`length(documents.title)`)
    .orderBy('slug')
    .limit(atMost)
    .execute()
  return rows.map(({ slug, title }) => ({ text: title, href: paths.document.at(visit.language, { document: slug }) }))
}

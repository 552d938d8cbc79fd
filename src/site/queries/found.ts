import { sql } from 'kysely'
import type { Findings } from '../../platform/finding.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { answers, askedOf, findingsOf } from '../../search/index.ts'
import { paths } from '../paths.ts'
import { pages } from '../permissions.ts'
import { text } from '../text.ts'

const mostCompared = 200

/** What the search over all rooms finds in the pages the office wrote and published. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const { language } = visit
  const rows = await pages(visit)
    .innerJoin('pageVersions', (join) =>
      join.onRef('pageVersions.pageId', '=', 'pages.id').onRef('version', '=', 'publishedVersion'),
    )
    .where(answers(query)(sql<string>`bilingual_words(page_versions.title, page_versions.text, '')`))
    .select(['slugDe', 'slugEn', 'title', 'text'])
    .orderBy('slugDe')
    .limit(mostCompared)
    .execute()
  const all = rows.map(({ slugDe, slugEn, title, text: long }) => ({
    title: inLanguage(language, title),
    href: paths.page.at(language, { page: language === 'de' ? slugDe : slugEn }),
    kind: text[language].found.kind,
    text: plainText(inLanguage(language, long)),
  }))
  return [{ name: text[language].found.name, total: all.length, findings: await findingsOf(visit, query, all, atMost) }]
}

/** What a page says, without the marks of its form and without what is filled in later. */
const plainText = (source: string) =>
  source
    .replace(/\]\([^)]*\)|\{\{?[^}]*\}?\}/g, ' ')
    .replace(/^\s*(#+|[-*]|\d+\.)\s/gm, '')
    .replace(/[*_`|>[\]]/g, '')

import { sql } from 'kysely'
import type { Findings, Suggestion } from '../../platform/finding.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { answers, askedOf, findingsOf, fold } from '../../search/index.ts'
import { kinds } from '../model.ts'
import { pathOf } from '../paths.ts'
import { pieces } from '../permissions.ts'
import { text } from '../text/public.ts'

/** More than so many are not compared. */
const mostCompared = 1500

/** As the index has them. */
const words = sql<string>`bilingual_words(pieces.title, pieces.text,
  coalesce(pieces.reason ->> 'de', '') || ' ' || coalesce(pieces.reason ->> 'en', '') || ' '
  || coalesce(pieces.addressee ->> 'de', '') || ' ' || coalesce(pieces.addressee ->> 'en', ''))`

/** What the search over all rooms finds of the thread: results, projects, positions. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const rows = await pieces(visit)
    .where(answers(query)(words))
    .select(['kind', 'slug', 'title', 'text', 'reason', 'addressee', 'state'])
    .orderBy('changedAt', 'desc')
    .orderBy('id')
    .limit(mostCompared)
    .execute()
  const { language } = visit
  const say = (value: Bilingual | null) => (value ? inLanguage(language, value) : '')
  const t = text[language]
  return Promise.all(
    kinds.map(async (kind) => {
      const all = rows.filter((row) => row.kind === kind)
      const candidates = all.map(({ slug, title, text: long, reason, addressee, state }) => ({
        title: say(title),
        href: pathOf(kind).at(language, { piece: slug }),
        kind: kind === 'result' ? t.kinds.result : t.states[state],
        text: [say(long), say(reason), say(addressee)].filter(Boolean).join(' '),
      }))
      return { name: t.found[kind], total: all.length, findings: await findingsOf(visit, query, candidates, atMost) }
    }),
  )
}

/** Titles of pieces with words that begin like these. */
export async function suggest(visit: Visit, begun: readonly string[], atMost: number): Promise<Suggestion[]> {
  const patterns = begun.map((word) => `\\m${fold(word)}`)
  const rows = await pieces(visit)
    .where(
      sql<boolean>`folded(coalesce(pieces.title ->> ${visit.language}, pieces.title ->> 'de')) ~ all(${patterns}::text[])`,
    )
    .select(['kind', 'slug', 'title'])
    .orderBy('changedAt', 'desc')
    .orderBy('id')
    .limit(atMost)
    .execute()
  return rows.map(({ kind, slug, title }) => ({
    text: inLanguage(visit.language, title),
    href: pathOf(kind).at(visit.language, { piece: slug }),
  }))
}

import { sql } from 'kysely'
import type { Findings, Suggestion } from '../../platform/finding.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { answers, askedOf, findingsOf, fold } from '../../search/index.ts'
import { kinds } from '../model.ts'
import { pathOf } from '../paths.ts'
import { cooperationFields, pieces } from '../permissions.ts'
import { text } from '../text/public.ts'

/** More than so many are not compared. */
const mostCompared = 1500

/** As the index has them. */
const words = sql<string>`bilingual_words(pieces.title, pieces.text,
  coalesce(pieces.reason ->> 'de', '') || ' ' || coalesce(pieces.reason ->> 'en', '') || ' '
  || coalesce(pieces.addressee ->> 'de', '') || ' ' || coalesce(pieces.addressee ->> 'en', ''))`

const fieldWords = sql<string>`bilingual_words(cooperation_fields.name, null, '')`

/** What the search over all rooms finds of the thread: results, projects, positions, by their own words or by their field's. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const isFound = answers(query)
  const ofFields = cooperationFields(visit).where(isFound(fieldWords)).select('id')
  const rows = await pieces(visit)
    .leftJoin('cooperationFields', 'cooperationFields.id', 'pieces.fieldId')
    .where((row) => row.or([isFound(words), row('pieces.fieldId', 'in', ofFields)]))
    .select(['kind', 'slug', 'title', 'text', 'reason', 'addressee', 'state', 'cooperationFields.name as field'])
    .orderBy('pieces.changedAt', 'desc')
    .orderBy('pieces.id')
    .limit(mostCompared)
    .execute()
  const { language } = visit
  const say = (value: Bilingual | null) => (value ? inLanguage(language, value) : '')
  const t = text[language]
  return Promise.all(
    kinds.map(async (kind) => {
      const all = rows.filter((row) => row.kind === kind)
      const candidates = all.map(({ slug, title, text: long, reason, addressee, state, field }) => ({
        title: say(title),
        href: pathOf(kind).at(language, { piece: slug }),
        kind: kind === 'result' ? t.kinds.result : t.states[state],
        text: [say(long), say(reason), say(addressee), say(field)].filter(Boolean).join(' '),
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

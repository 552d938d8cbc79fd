import { inLanguage, type Language } from '../../../platform/language.ts'
import type { Concern } from '../../queries/desk-attention.ts'
import { deskText } from '../../text/desk.ts'

/** What the office should look at, in words. */
export function concernWords(language: Language, { kind, name, count }: Concern): string {
  const t = deskText[language].attention
  if (kind === 'waiting') return t.waiting(count)
  if (kind === 'double') return t.double(count)
  if (kind === 'link') return t.noLink(count)
  return name ? t.full(inLanguage(language, name), count) : t.siteFull(count)
}

/** The list narrowed to what a concern is about. */
export const concernQuery = ({ kind }: Pick<Concern, 'kind'>): Record<string, string> =>
  kind === 'waiting' ? { state: 'waiting', sort: 'oldest' } : kind === 'double' ? { double: 'yes', sort: 'name' } : {}

import { inLanguage, type Language } from '../../../platform/language.ts'
import type { Concern } from '../../queries/desk-attention.ts'
import { deskText } from '../../text/desk.ts'

/** What the office should look at, in words. */
export function concernWords(language: Language, { kind, name, count }: Concern): string {
  const t = deskText[language].attention
  if (kind === 'waiting') return t.waiting(count)
  return name ? t.full(inLanguage(language, name), count) : t.siteFull(count)
}

import { congressPaths } from '../../../congress/index.ts'
import { inLanguage, type Language } from '../../../platform/language.ts'
import { deskPaths } from '../../paths.ts'
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

const narrowed = {
  waiting: { state: 'waiting', sort: 'oldest' },
  double: { double: 'yes', sort: 'name' },
  full: {},
} as const

/** Where a concern is seen to: the list narrowed to it, or where the link is entered. */
export function concernHref(language: Language, { kind, slug }: Pick<Concern, 'kind' | 'slug'>): string {
  const at = { edition: slug }
  return kind === 'link' ? congressPaths.editPlace.at(language, at) : deskPaths.list.at(language, at, narrowed[kind])
}

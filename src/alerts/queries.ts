import type { Language } from '../platform/language.ts'
import { NotFound, type Visit } from '../platform/visit.ts'
import { alerts } from './permissions.ts'
import { text } from './text.ts'

/** A search as it is said in a line: its words, or that it is narrowed by choice. */
export function searchInWords(language: Language, search: string): string {
  const query = new URLSearchParams(search)
  const t = text[language]
  const narrowed = [...query.keys()].some((name) => name !== 'q')
  const typed = query.get('q')
  if (!typed) return narrowed ? t.narrowed : t.everything
  return narrowed ? t.both(typed) : t.quoted(typed)
}

/** The search of the link that the viewer holds. Throws NotFound for one that is ended. */
export async function ownAlert(visit: Visit) {
  const row = await alerts(visit).select(['search', 'confirmedAt']).executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

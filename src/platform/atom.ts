import type { Language } from './language.ts'

export type AtomEntry = {
  /** Stays when the address changes. */
  id: string
  href: string
  title: string
  summary: string
  published?: Date
  updated: Date
}
export type AtomFeed = {
  language: Language
  /** Where the feed lies, and the page it belongs to; absolute. */
  self: string
  page: string
  title: string
  author: string
  entries: readonly AtomEntry[]
  /** When a feed without entries was made. */
  now: Date
}

export const atomType = 'application/atom+xml; charset=utf-8'

/** A feed as Atom (RFC 4287); it is as new as its newest entry. */
export function atom({ language, self, page, title, author, entries, now }: AtomFeed): string {
  const updated = entries.length > 0 ? new Date(Math.max(...entries.map((entry) => entry.updated.getTime()))) : now
  const head = [
    `<id>${xml(self)}</id><title>${xml(title)}</title><updated>${updated.toISOString()}</updated>`,
    `<link rel="self" href="${xml(self)}"/><link href="${xml(page)}"/><author><name>${xml(author)}</name></author>`,
  ].join('')
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">${head}${entries.map(entryOf).join('')}</feed>\n`
}

const entryOf = ({ id, href, title, summary, published, updated }: AtomEntry) =>
  [
    `<entry><id>${xml(id)}</id><title>${xml(title)}</title><link href="${xml(href)}"/>`,
    published ? `<published>${published.toISOString()}</published>` : '',
    `<updated>${updated.toISOString()}</updated><summary>${xml(summary)}</summary></entry>`,
  ].join('')

/** Text for XML 1.0: letters that it has no place for are left out, those it reads as markup are written otherwise. */
export const xml = (value: string) =>
  value
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

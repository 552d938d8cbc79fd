import type { Change } from '../../platform/visit.ts'
import { accessibility, imprint, privacy } from './duties.ts'
import { about, contact, plainLanguage, signLanguage } from './more.ts'

const pages = [
  { kind: 'about', slugDe: 'metropolregion', slugEn: 'metropolitan-region', menu: 'main', ...about },
  { kind: 'contact', slugDe: 'kontakt', slugEn: 'contact', menu: 'foot', ...contact },
  { kind: 'plain_language', slugDe: 'leichte-sprache', slugEn: 'plain-language', menu: 'aids', ...plainLanguage },
  { kind: 'sign_language', slugDe: 'gebaerdensprache', slugEn: 'sign-language', menu: 'aids', ...signLanguage },
  { kind: 'accessibility', slugDe: 'barrierefreiheit', slugEn: 'accessibility', menu: 'foot', ...accessibility },
  { kind: 'privacy', slugDe: 'datenschutz', slugEn: 'privacy', menu: 'foot', ...privacy },
  { kind: 'imprint', slugDe: 'impressum', slugEn: 'imprint', menu: 'foot', ...imprint },
] as const

/** Writes the pages that law or custom ask for, published, with their blanks. What is there stays. */
export async function fillDefaultPages(change: Change) {
  for (const [position, { title, text, ...page }] of pages.entries()) {
    const made = await change.write
      .insertInto('pages')
      .values({ ...page, position, publishedVersion: 1, createdAt: change.now })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) continue
    await change.write
      .insertInto('pageVersions')
      .values({ pageId: made.id, version: 1, title, text, at: change.now })
      .execute()
    await change.record('page.created', made.id, { after: { slug: page.slugDe } })
  }
}

import type { Language } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { paths } from '../paths.ts'
import type { Edition } from '../queries/edition.ts'
import { text } from '../text/public.ts'
import { plain } from './content.tsx'

/** The way down to an edition, “Start / Kongresse / 2. Metropolkongress”, and on to what is below it. */
export function crumbsTo(language: Language, edition: Edition, ...below: readonly { label: string; href?: string }[]) {
  const { slug, title } = edition
  const t = text[language]
  return [
    { label: t.home, href: home.at(language) },
    { label: t.congresses, href: paths.congresses.at(language) },
    { label: plain(language, title), href: paths.edition.at(language, { edition: slug }) },
    ...below,
  ]
}

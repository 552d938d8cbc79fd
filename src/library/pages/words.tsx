import type { CoverPicture } from '../../design/index.tsx'
import type { Marked } from '../../platform/finding.ts'
import type { Language } from '../../platform/language.ts'
import { firstOf, isLicence, licences } from '../model/document.ts'
import { coverName, coverWidth, pictureWidth } from '../model/reading.ts'
import { anchorOf, paths } from '../paths.ts'
import type { Card, Version } from '../queries/documents.ts'
import { text, useText } from '../text.ts'

/** The language of a document's own words, where it is not the page's. */
export const foreign = (language: Language, { language: own }: Pick<Card, 'language'>) =>
  own === language ? undefined : own

/** Kind and year: “Studie, 2022”. */
export const kindText = (language: Language, { type, dated }: Pick<Card, 'type' | 'dated'>) =>
  [text[language].types[type], dated?.slice(0, 4)].filter(Boolean).join(', ')

/** A licence in words, leading to its text. */
export function LicenceName({ of }: { of: string }) {
  const t = useText().licences
  if (!isLicence(of)) return of
  const href = licences[of]
  return href ? (
    <a href={href} rel="license">
      {t[of]}
    </a>
  ) : (
    t[of]
  )
}

/** Where a version's file is loaded. */
export const fileHref = (slug: string, { version, file }: Version) =>
  paths.file.at('de', { document: slug, version, name: file.name })

/** Where a page of a document's text is read. */
export function pageHref(language: Language, slug: string, page: number) {
  const first = firstOf(page)
  return `${paths.text.at(language, { document: slug }, { ab: first > 1 ? String(first) : '' })}#${anchorOf(page)}`
}

/** Where the picture of a page is loaded. */
export const pictureHref = (slug: string, { version }: Pick<Version, 'version'>, page: number) =>
  paths.picture.at('de', { document: slug, version: String(version), name: `${page}.webp` })

/** The small picture of its first page, where there is one. */
export function coverOf(
  slug: string,
  version: Pick<Version, 'version' | 'pictureHeights'> | undefined,
): CoverPicture | undefined {
  const height = version?.pictureHeights[0]
  if (!version || !height) return undefined
  return {
    href: paths.picture.at('de', { document: slug, version: String(version.version), name: coverName }),
    width: coverWidth,
    height: Math.round((height * coverWidth) / pictureWidth),
  }
}

/** A sentence with the words that were found marked. */
export const Sentence = ({ parts, lang }: { parts: readonly Marked[]; lang?: string | undefined }) => (
  <span lang={lang}>{parts.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}</span>
)

import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage, type Language, langOf } from '../../platform/language.ts'

/** A content text in the page's language; German text on an English page says so. */
export function Content({ of }: { of: Bilingual }) {
  const { language } = useFrame()
  const lang = langOf(language, of)
  const said = inLanguage(language, of)
  return <span lang={lang}>{said}</span>
}

/** The same as plain text, for titles and attributes. */
export const plain = (language: Language, of: Bilingual) => inLanguage(language, of).replaceAll('\u00ad', '')

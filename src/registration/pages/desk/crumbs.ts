import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../../platform/language.ts'
import { deskPaths } from '../../paths.ts'
import { useDeskText } from '../../text/desk.ts'

/** The way up to an edition's registrations. */
export function useListCrumb(edition: { slug: string; title: Bilingual }) {
  const { language } = useFrame()
  return {
    label: `${useDeskText().title}, ${inLanguage(language, edition.title)}`,
    href: deskPaths.list.at(language, { edition: edition.slug }),
  }
}

/** The way down to one registration, or to a page about it. */
export function useOneCrumbs(
  own: { id: string; name: string; edition: { slug: string; title: Bilingual } },
  here?: string,
) {
  const { language } = useFrame()
  const list = useListCrumb(own.edition)
  const one = { label: own.name, href: deskPaths.one.at(language, { edition: own.edition.slug, registration: own.id }) }
  return here ? [list, one, { label: here }] : [list, one]
}

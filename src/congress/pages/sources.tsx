import { Band } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import type { EditionContent, Source } from '../queries/edition.ts'
import { useText } from '../text/public.ts'

/** Every source the page draws on, once, in the order of the page. */
export function sourcesOf({ facts, documents, groups, milestones }: EditionContent): Source[] {
  const all = [facts, documents, groups, milestones].flatMap((list) => list.flatMap(({ source }) => source ?? []))
  return all.filter(({ title }, index) => all.findIndex((other) => other.title.de === title.de) === index)
}

/** The number of a source, leading to the list at the end of the page. */
export function Ref({ of, edition }: { of: Source | undefined; edition: EditionContent }) {
  const t = useText()
  if (!of) return null
  const no = sourcesOf(edition).findIndex(({ title }) => title.de === of.title.de) + 1
  return (
    <sup class="ref">
      <a href={`#source-${no}`} aria-label={t.source(no)}>
        {no}
      </a>
    </sup>
  )
}

/** The list the numbers lead to. */
export function Sources({ edition }: { edition: EditionContent }) {
  const t = useText()
  const { language } = useFrame()
  const sources = sourcesOf(edition)
  if (sources.length === 0) return null
  return (
    <Band>
      <div class="sources">
        <h2>{t.sources}</h2>
        <ol>
          {sources.map(({ title, address }, index) => {
            const words = inLanguage(language, title)
            return (
              <li key={title.de} id={`source-${index + 1}`} lang={langOf(language, title)}>
                {address && /^https?:/.test(address) && isSafeLink(address) ? <a href={address}>{words}</a> : words}
              </li>
            )
          })}
        </ol>
      </div>
    </Band>
  )
}

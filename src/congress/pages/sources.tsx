import { Band } from '../../design/index.tsx'
import { isSafeLink } from '../../platform/markdown.ts'
import type { EditionContent, Source } from '../queries/edition.ts'
import { useText } from '../text/public.ts'

/** Every source the page draws on, once, in the order of the page. */
export function sourcesOf({ facts, documents, groups, milestones }: EditionContent): Source[] {
  const all = [facts, documents, groups, milestones].flatMap((list) => list.flatMap(({ source }) => source ?? []))
  return all.filter(({ title }, index) => all.findIndex((other) => other.title === title) === index)
}

/** The number of a source, leading to the list at the end of the page. */
export function Ref({ of, edition }: { of: Source | undefined; edition: EditionContent }) {
  const t = useText()
  if (!of) return null
  const no = sourcesOf(edition).findIndex(({ title }) => title === of.title) + 1
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
  const sources = sourcesOf(edition)
  if (sources.length === 0) return null
  return (
    <Band>
      <div class="sources">
        <h2>{t.sources}</h2>
        <ol>
          {sources.map(({ title, address }, index) => (
            <li key={title} id={`source-${index + 1}`}>
              {address && /^https?:/.test(address) && isSafeLink(address) ? <a href={address}>{title}</a> : title}
            </li>
          ))}
        </ol>
      </div>
    </Band>
  )
}

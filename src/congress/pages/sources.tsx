import { Band, Note } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { isOver } from '../model.ts'
import type { EditionContent } from '../queries/edition.ts'
import type { Session, Source } from '../queries/programme.ts'
import { useText } from '../text/public.ts'

/** Every source the page draws on, once, in the order in which the page comes to it. */
function sourcesOf({ state, text, source, facts, documents, groups, programme, milestones }: EditionContent): Source[] {
  const own = text ? [{ source }] : []
  const order = isOver(state) ? [documents, own, groups, programme] : [own, programme, groups, documents]
  return once([facts, ...order, milestones].flatMap((list) => list.flatMap(({ source }) => source ?? [])))
}

const once = (all: readonly Source[]) =>
  all.filter(({ title }, index) => all.findIndex((other) => other.title.de === title.de) === index)

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

/** The numbers of what a programme is from, ascending. */
export function ProgrammeRefs({ edition }: { edition: EditionContent }) {
  const named = new Set(edition.programme.flatMap(({ source }) => source?.title.de ?? []))
  return sourcesOf(edition)
    .filter(({ title }) => named.has(title.de))
    .map((source) => <Ref key={source.title.de} of={source} edition={edition} />)
}

/** What sessions are from, where they stand without the rest of their edition. */
export function SourceNote({ sessions }: { sessions: readonly Session[] }) {
  const t = useText()
  const named = once(sessions.flatMap(({ source }) => source ?? []))
  if (named.length === 0) return null
  return (
    <Note>
      {t.sourcesOf(named.length)}{' '}
      {named.map((source, index) => [index > 0 && '; ', <Title key={source.title.de} of={source} />])}
    </Note>
  )
}

function Title({ of: { title, address } }: { of: Source }) {
  const { language } = useFrame()
  const text = <span lang={langOf(language, title)}>{inLanguage(language, title)}</span>
  return address && /^https?:/.test(address) && isSafeLink(address) ? <a href={address}>{text}</a> : text
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
          {sources.map((source, index) => (
            <li key={source.title.de} id={`source-${index + 1}`}>
              <Title of={source} />
            </li>
          ))}
        </ol>
      </div>
    </Band>
  )
}

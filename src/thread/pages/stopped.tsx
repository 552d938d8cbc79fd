import { Docs, Empty, Page } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Card } from '../queries/pieces.ts'
import { useText } from '../text/public.ts'
import { crumbsTo, ExampleWord, hrefOf, listOf, Said } from './words.tsx'

type Stopped = Card & { why: { de: string; en?: string | undefined } | null }

/** What did not go on, with the reason where it is known. */
export function StoppedPage({ stopped }: { stopped: readonly Stopped[] }) {
  const { language } = useFrame()
  const t = useText()
  const { title, lead, none, why, noReason } = t.stopped
  return (
    <Page
      kind="public"
      title={title}
      lead={lead}
      crumbs={crumbsTo(language, listOf(language, 'result'), { label: title })}
    >
      {stopped.length === 0 ? (
        <Empty title={none} />
      ) : (
        <Docs
          docs={stopped.map((card) => ({
            title: <Said of={card.title} />,
            href: hrefOf(language, card),
            kind: `${t.kinds[card.kind]}, ${t.states[card.state]}`,
            text: card.why ? why(inLanguage(language, card.why)) : noReason,
            more: <ExampleWord of={card} />,
          }))}
        />
      )}
    </Page>
  )
}

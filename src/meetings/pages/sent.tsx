import { Details, List } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import type { Content, Sent } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { spanText } from '../times.ts'

/** Every invitation, as it was sent. */
export function SentList({ sent }: { sent: readonly Sent[] }) {
  const { language } = useFrame()
  const t = useText()
  if (sent.length === 0) return null
  return (
    <Details summary={t.sentTitle}>
      <List
        items={sent.map(({ kind, sentAt, recipients, content }) => {
          const f = dates(language, content.zone)
          return (
            <>
              <h3>{[t.sentKinds[kind], f.day(sentAt), f.time(sentAt), t.sentTo(recipients)].join(', ')}</h3>
              <Said content={content} />
            </>
          )
        })}
      />
    </Details>
  )
}

function Said({ content }: { content: Content }) {
  const { language } = useFrame()
  const { title, zone, startsAt, endsAt, options, place, note, agenda } = content
  const span = (from: string, to: string) =>
    spanText(language, zone, { startsAt: new Date(from), endsAt: new Date(to) })
  const when = startsAt && endsAt ? [span(startsAt, endsAt)] : options.map((one) => span(one.startsAt, one.endsAt))
  return (
    <>
      {[title, ...when, place, note].map((line) => line && <p key={line}>{line}</p>)}
      {agenda.length > 0 && (
        <ol>
          {agenda.map((item, index) => (
            <li key={index}>{[item.title, item.who].filter(Boolean).join(', ')}</li>
          ))}
        </ol>
      )}
    </>
  )
}

import { Band, Empty, List, More, Note, Page } from '../../design/index.tsx'
import { type Link, useFrame } from '../../platform/frame.ts'
import type { Attention } from '../../platform/room.ts'
import { useText } from '../text.ts'

/** Where the office starts: what waits, and all rooms. */
export function OverviewPage({
  attention,
  rooms,
  isExample,
}: {
  attention: readonly Attention[]
  rooms: readonly Link[]
  isExample: boolean
}) {
  const { installation } = useFrame()
  const t = useText().overview
  return (
    <Page kind="office" title={t.title} lead={installation.name} wide>
      <Band title={t.attention}>
        {attention.length === 0 ? (
          <Empty title={t.calm} />
        ) : (
          <List
            items={attention.map(({ text, href }) => (
              <More key={href} href={href}>
                {text}
              </More>
            ))}
          />
        )}
      </Band>
      <Band title={t.rooms} ground="ground">
        <ul class="list">
          {rooms.map(({ href, label }) => (
            <li key={href}>
              <More href={href}>{label}</More>
            </li>
          ))}
        </ul>
        {isExample && <Note>{t.example}</Note>}
      </Band>
    </Page>
  )
}

import { Prose } from '../../design/index.tsx'
import type { Piece } from '../queries/pieces.ts'
import { useText } from '../text/public.ts'
import { Said } from './words.tsx'

/** What a piece says, and why. */
export function Wording({ piece: { kind, text: wording, reason } }: { piece: Piece }) {
  const t = useText()
  return (
    <>
      {wording && (
        <section>
          <h2>{kind === 'project' ? t.projects.aim : t.result.wording}</h2>
          <Prose>
            <p>
              <Said of={wording} />
            </p>
          </Prose>
        </section>
      )}
      {reason && (
        <section>
          <h2>{t.result.reason}</h2>
          <Prose>
            <p>
              <Said of={reason} />
            </p>
          </Prose>
        </section>
      )}
    </>
  )
}

import type { ComponentChildren } from 'preact'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

/** Forms whose large files are sent in pieces, where the browser runs programs. */
export function InPieces({ children }: { children: ComponentChildren }) {
  const { asset } = useFrame()
  const t = useText().pieces
  return (
    <div
      class="stack"
      data-uploads={paths.uploads.at('de')}
      data-progress={t.progress('{number}')}
      data-patience={t.patience('{number}')}
      data-stuck={t.stuck}
      data-large={t.large}
      data-many={t.many}
      data-away={t.away}
    >
      {children}
      <script type="module" src={asset('resumable.js')} />
    </div>
  )
}

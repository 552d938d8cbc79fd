import type { ComponentChildren } from 'preact'
import { useFrame } from '../../platform/frame.ts'

type Props = {
  id: string
  /** Whether something in it is under way. */
  isUnderWay: boolean
  /** Whether its end changes the rest of the page too. */
  changesPage?: boolean
  children: ComponentChildren
}

/** A part of a page that is kept up to date as long as something in it is under way, where the browser runs programs. */
export function Watched({ id, isUnderWay, changesPage = false, children }: Props) {
  const { asset } = useFrame()
  return (
    <div class="stack" id={id} data-watched={isUnderWay ? (changesPage ? 'page' : 'part') : undefined}>
      {children}
      {isUnderWay && <script type="module" src={asset('watching.js')} />}
    </div>
  )
}

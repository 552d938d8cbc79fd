import type { ComponentChildren } from 'preact'
import { useFrame } from '../platform/frame.ts'
import { More } from './actions.tsx'
import { useText } from './text.ts'

type Children = { children?: ComponentChildren }

/** Where a thing stands in its course: a filled point, a ring, a diamond, a dash. Never a colour. */
export type StateForm = 'done' | 'waiting' | 'open' | 'off'
const forms = { done: 'ok', waiting: 'wait', open: 'open', off: 'off' } as const

/** A state by form and word. `open` asks the office to act, `off` is over. */
export const State = ({ form, children }: Children & { form: StateForm }) => (
  <span class={`st ${forms[form]}`}>{children}</span>
)

/** A box to be ticked with a pen. */
export const Tick = () => <span class="tick" aria-hidden="true" />

/** The label of everything that is made up; the same on screen and in print. */
export function Example({ children }: Children) {
  const t = useText()
  return <span class="example">{children ?? t.example}</span>
}

/** A dashed frame round content that is made up. */
export const ExampleFrame = ({ label, children }: Children & { label?: string }) => (
  <div class="example-frame stack">
    <p>
      <Example>{label}</Example>
    </p>
    {children}
  </div>
)

/** A message about the whole page, told apart by form and word. Announced where it follows an action. */
export function Notice({
  kind = 'info',
  title,
  children,
}: Children & { kind?: 'info' | 'success' | 'warning'; title?: string }) {
  const t = useText()
  return (
    <div class={`notice ${kind}`} role="status">
      <p class="word">
        {title && <span class="hide">{`${t.notice[kind]}: `}</span>}
        {title ?? t.notice[kind]}
      </p>
      {children && <div>{children}</div>}
    </div>
  )
}

/**
 * Says that there is nothing yet, and what to do about it. `office` is where it is filled, for those who have that place
 * in their menu.
 */
export function Empty({ title, office, children }: Children & { title: string; office?: string }) {
  const { person } = useFrame()
  const t = useText()
  const mayFill = person && [...person.menu, ...person.more].some(({ href }) => href === office)
  return (
    <div class="empty stack">
      <p class="over">{title}</p>
      {children && <div>{children}</div>}
      {office && mayFill && <More href={office}>{t.fill}</More>}
    </div>
  )
}

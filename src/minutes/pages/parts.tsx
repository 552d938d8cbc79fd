import { State } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import type { AmendmentState, State as MinutesState } from '../model.ts'
import type { Agreement } from '../queries/agreements.ts'
import { useText } from '../text/text.ts'

const forms = { draft: 'open', commenting: 'waiting', approved: 'done' } as const

/** Where minutes stand, in a word. */
export function StateMark({ state }: { state: MinutesState }) {
  const t = useText()
  return <State form={forms[state]}>{t.states[state]}</State>
}

const amendmentForms = { open: 'waiting', accepted: 'done', declined: 'off' } as const

/** What became of words that somebody proposed. */
export const AmendmentMark = ({ state }: { state: AmendmentState }) => (
  <State form={amendmentForms[state]}>{useText().amendment.states[state]}</State>
)

/** A day without a time, as it stands in the database. */
export function Day({ on }: { on: string | null }) {
  const { language } = useFrame()
  return on ? <time datetime={on}>{dates(language).day(new Date(`${on}T12:00:00Z`))}</time> : null
}

/** Who does a task and until when, in one line. */
export function Task({ of: { who, dueOn, state } }: { of: Pick<Agreement, 'who' | 'dueOn' | 'state'> }) {
  const { language } = useFrame()
  const t = useText()
  const due = dueOn && t.until(dates(language).day(new Date(`${dueOn}T12:00:00Z`)))
  return <span class="small">{[who, due, t.taskStates[state]].filter(Boolean).join(', ')}</span>
}

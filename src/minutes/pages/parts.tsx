import { State } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { differences } from '../merging.ts'
import type { State as MinutesState } from '../model.ts'
import type { Agreement } from '../queries/agreements.ts'
import { useText } from '../text/text.ts'

const forms = { draft: 'open', commenting: 'waiting', approved: 'done' } as const

/** Where minutes stand, in a word. */
export function StateMark({ state }: { state: MinutesState }) {
  const t = useText()
  return <State form={forms[state]}>{t.states[state]}</State>
}

/** What was taken out of a text and what came in, told by words too for who does not see the marks. */
export function Difference({ from, to }: { from: string; to: string }) {
  const t = useText()
  return (
    <div class="prose">
      {differences(from, to).map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{lines(text)}</span>
        if (kind === 'added')
          return (
            <ins key={index}>
              <span class="hide">{t.added} </span>
              {lines(text)}
            </ins>
          )
        return (
          <del key={index}>
            <span class="hide">{t.removed} </span>
            {lines(text)}
          </del>
        )
      })}
    </div>
  )
}

const lines = (text: string) =>
  text.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))

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

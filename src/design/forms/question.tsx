import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { type FormState, problemsOf } from '../../platform/forms.ts'
import { classes } from '../classes.ts'
import { useText } from '../text.ts'

/** Set inside a `FilterBar`, where every field may stay empty and nobody needs telling. */
export const FilterContext = createContext(false)

/** What every field takes. */
export type Asked = {
  form: FormState
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  /** May stay empty; says so behind the label. `sometimes`: the hint says when it may, the label says nothing. */
  optional?: boolean | 'sometimes' | undefined
}

/** The id of a form's field, which the error summary leads to. */
export const idOf = (name: string) => `f-${name}`

/** The id of the field being rendered: a filter's fields have ids of their own beside a form's. */
export const useFieldId = (name: string) => (useContext(FilterContext) ? `filter-${name}` : idOf(name))

/** The attributes that tie a control to its label, hint and message, and say whether it must be filled. */
export function useControl({ form, name, hint, optional }: Omit<Asked, 'label'>) {
  const isFilter = useContext(FilterContext)
  const problems = problemsOf(form, name)
  const id = useFieldId(name)
  return {
    id,
    name,
    required: !optional && !isFilter ? true : undefined,
    'aria-invalid': problems.length > 0 ? ('true' as const) : undefined,
    'aria-describedby': classes(hint !== undefined && `${id}-hint`, problems.length > 0 && `${id}-error`),
  }
}

/** A question: label, hint, message, then the control, in the order they are read. */
export function Question({ form, name, label, hint, optional, children }: Asked & { children: ComponentChildren }) {
  return (
    <div class={classes('q', problemsOf(form, name).length > 0 && 'bad')}>
      <label for={useFieldId(name)}>
        {label}
        <Optional optional={optional} />
      </label>
      <HintAndMessage form={form} name={name} hint={hint} />
      {children}
    </div>
  )
}

export function Optional({ optional }: Pick<Asked, 'optional'>) {
  const t = useText()
  const isFilter = useContext(FilterContext)
  return optional === true && !isFilter ? <span class="hint"> {t.optional}</span> : null
}

export function HintAndMessage({ form, name, hint }: Pick<Asked, 'form' | 'name' | 'hint'>) {
  const t = useText()
  const id = useFieldId(name)
  const problems = problemsOf(form, name)
  return (
    <>
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problems.length > 0 && (
        <div id={`${id}-error`}>
          {problems.map(({ message }) => (
            <p class="msg" key={message}>
              <span>
                <span class="hide">{t.error} </span>
                {message}
              </span>
            </p>
          ))}
        </div>
      )}
    </>
  )
}

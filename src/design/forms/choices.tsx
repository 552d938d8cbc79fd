import type { ComponentChildren } from 'preact'
import { problemsOf, valuesOf } from '../../platform/forms.ts'
import { classes } from '../classes.ts'
import { type Asked, HintAndMessage, Optional, useControl } from './question.tsx'

export type Choice = { value: string; label: ComponentChildren; hint?: ComponentChildren; isDisabled?: boolean }
type ChoiceType = 'radio' | 'checkbox'
type ChoicesProps = Omit<Asked, 'label'> & {
  /** Left out where the `Stop` round it asks the question already. */
  label?: ComponentChildren
  options: readonly Choice[]
}

/** One of a few, all of them to be seen. */
export const Radios = (props: ChoicesProps) => <Choices {...props} type="radio" />

/** Any number of a few; every one is sent under the same name. */
export const Checkboxes = (props: ChoicesProps) => <Choices {...props} type="checkbox" />

/** A single yes, sent as `on`. Free to be left unless `isRequired`. */
export function Checkbox({ isRequired, label, ...asked }: Omit<Asked, 'optional'> & { isRequired?: boolean }) {
  const control = useControl({ ...asked, optional: !isRequired })
  return (
    <div class={classes('q', problemsOf(asked.form, asked.name).length > 0 && 'bad')}>
      <HintAndMessage form={asked.form} name={asked.name} hint={undefined} />
      <label class="pick">
        <input {...control} type="checkbox" checked={valuesOf(asked.form, asked.name).length > 0} />
        <span>
          {label}
          {asked.hint && <small id={`${control.id}-hint`}>{asked.hint}</small>}
        </span>
      </label>
    </div>
  )
}

function Choices({ type, label, options, ...asked }: ChoicesProps & { type: ChoiceType }) {
  const { 'aria-describedby': describedBy } = useControl(asked)
  const bad = classes('q', problemsOf(asked.form, asked.name).length > 0 && 'bad')
  const inner = (
    <>
      <HintAndMessage form={asked.form} name={asked.name} hint={asked.hint} />
      <div>
        {options.map((option, index) => (
          <OneChoice key={option.value} {...asked} type={type} option={option} index={index} isAlone={!label} />
        ))}
      </div>
    </>
  )
  if (!label) return <div class={bad}>{inner}</div>
  return (
    <fieldset class={bad} aria-describedby={describedBy}>
      <legend>
        {label}
        <Optional optional={asked.optional} />
      </legend>
      {inner}
    </fieldset>
  )
}

type OneChoiceProps = Omit<Asked, 'label'> & { type: ChoiceType; option: Choice; index: number; isAlone: boolean }

/** The first choice carries the field's id, so that the error summary leads to it. */
function OneChoice({ type, option, index, isAlone, ...asked }: OneChoiceProps) {
  const control = useControl(asked)
  return (
    <label class="pick">
      <input
        id={index === 0 ? control.id : `${control.id}-${index + 1}`}
        type={type}
        name={asked.name}
        value={option.value}
        required={type === 'radio' ? control.required : undefined}
        checked={valuesOf(asked.form, asked.name).includes(option.value)}
        disabled={option.isDisabled}
        aria-describedby={isAlone ? control['aria-describedby'] : undefined}
      />
      <span>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  )
}

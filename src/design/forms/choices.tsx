import type { ComponentChildren } from 'preact'
import { problemsOf, valuesOf } from '../../platform/forms.ts'
import { classes } from '../classes.ts'
import { type Asked, HintAndMessage, Optional, useControl } from './question.tsx'

/** One thing to choose; its label may hold links. */
export type Choice = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  isDisabled?: boolean
  /** Has to be ticked, alone of all. */
  isRequired?: boolean
  /** The heading it stands under, such as a time. Choices of a group follow each other. */
  group?: string | undefined
  /** The language of the label, where it is not the page's. */
  lang?: 'de' | undefined
}
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
      <Groups {...asked} type={type} options={options} isAlone={!label} />
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

type GroupsProps = Omit<Asked, 'label'> & { type: ChoiceType; options: readonly Choice[]; isAlone: boolean }

/** The choices under their headings. The first that can be chosen carries the field's id for the error summary. */
function Groups({ options, ...asked }: GroupsProps) {
  const first = options.find(({ isDisabled }) => !isDisabled) ?? options[0]
  const number = (option: Choice) => (option === first ? 1 : options.indexOf(option) + 2)
  return (
    <>
      {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) => {
        const all = members.map((option) => (
          <OneChoice key={option.value} {...asked} option={option} number={number(option)} />
        ))
        if (!group) return <div key="">{all}</div>
        return (
          <fieldset key={group} class="q">
            <legend>{group}</legend>
            {all}
          </fieldset>
        )
      })}
    </>
  )
}

type OneChoiceProps = Omit<Asked, 'label'> & { type: ChoiceType; option: Choice; number: number; isAlone: boolean }

function OneChoice({ type, option, number, isAlone, ...asked }: OneChoiceProps) {
  const control = useControl(asked)
  return (
    <label class="pick">
      <input
        id={number === 1 ? control.id : `${control.id}-${number}`}
        type={type}
        name={asked.name}
        value={option.value}
        required={type === 'radio' ? control.required : option.isRequired}
        checked={valuesOf(asked.form, asked.name).includes(option.value)}
        disabled={option.isDisabled}
        aria-describedby={isAlone ? control['aria-describedby'] : undefined}
      />
      <span lang={option.lang}>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  )
}

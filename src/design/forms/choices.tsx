import type { ComponentChildren } from 'preact'
import { type FormState, problemsOf, valuesOf } from '../../platform/forms.ts'
import { classes } from '../classes.ts'
import { type Asked, HintAndMessage, Optional, useControl, useFieldId } from './question.tsx'

/** One thing to choose; its label may hold links. */
export type Choice = {
  value: string
  label: ComponentChildren
  hint?: ComponentChildren
  isDisabled?: boolean
  /** Has to be ticked, alone of all. */
  isRequired?: boolean
  /** Excludes the others of its group. */
  isOneOf?: boolean
  /** Whoever chooses it waits: the form's button then says so (`waiting` of `Submit`). */
  isWaiting?: boolean
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

/**
 * Any number of a few; every one is sent under the same name. Of a group whose choices are `isOneOf`, one or none: sent
 * as `<name>-1`, `<name>-2` and so on, `none` being the words for none.
 */
export const Checkboxes = (props: ChoicesProps & { none?: string }) => <Choices {...props} type="checkbox" />

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

function Choices({ label, ...props }: ChoicesProps & { type: ChoiceType; none?: string }) {
  // Boxes that must be ticked alone of all say themselves what is wrong.
  const asked = props.options.some(({ isRequired }) => isRequired) ? { ...props, form: calm(props.form) } : props
  const { 'aria-describedby': describedBy } = useControl(asked)
  const bad = classes('q', problemsOf(asked.form, asked.name).length > 0 && 'bad')
  const inner = (
    <>
      <HintAndMessage form={asked.form} name={asked.name} hint={asked.hint} />
      <Groups {...props} calmed={asked.form} isAlone={!label} />
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

const calm = (form: FormState): FormState => ({ ...form, problems: [] })

type GroupsProps = Omit<Asked, 'label'> & {
  type: ChoiceType
  options: readonly Choice[]
  none?: string
  isAlone: boolean
  calmed: FormState
}

/**
 * The choices under their headings. The first that lacks its tick, else the first that can be chosen, carries the
 * field's id for the error summary.
 */
function Groups({ options, none = '', calmed, ...asked }: GroupsProps) {
  const { form, name } = asked
  const isMissing = (option: Choice) =>
    Boolean(option.isRequired) && problemsOf(form, name).length > 0 && !valuesOf(form, name).includes(option.value)
  const first = options.find(isMissing) ?? options.find(({ isDisabled }) => !isDisabled) ?? options[0]
  const number = (option: Choice) => (option === first ? 1 : options.indexOf(option) + 2)
  return (
    <>
      {[...Map.groupBy(options, ({ group }) => group)].map(([group, members], at) => {
        const all = members.map((option) => {
          const own = { ...asked, form: isMissing(option) ? form : calmed, option, number: number(option) }
          if (option.isOneOf) return <OneChoice key={option.value} {...own} type="radio" sentAs={`${name}-${at + 1}`} />
          return option.isRequired ? (
            <RequiredBox key={option.value} {...own} />
          ) : (
            <OneChoice key={option.value} {...own} />
          )
        })
        if (!group) return <div key="">{all}</div>
        return (
          <fieldset key={group} class="q">
            <legend>{group}</legend>
            {all}
            {members[0]!.isOneOf && <NoneOf {...asked} at={at + 1} none={none} members={members} />}
          </fieldset>
        )
      })}
    </>
  )
}

type OneChoiceProps = Omit<Asked, 'label'> & {
  type: ChoiceType
  option: Choice
  number: number
  isAlone: boolean
  /** Where that is not the field's name. */
  sentAs?: string
}

function OneChoice({ type, option, number, isAlone, sentAs, ...asked }: OneChoiceProps) {
  const control = useControl(asked)
  return (
    <label class="pick">
      <input
        id={number === 1 ? control.id : `${control.id}-${number}`}
        type={type}
        name={sentAs ?? asked.name}
        value={option.value}
        required={type === 'radio' ? control.required : option.isRequired}
        checked={valuesOf(asked.form, asked.name).includes(option.value)}
        disabled={option.isDisabled}
        data-waits={option.isWaiting || undefined}
        aria-invalid={option.isRequired ? control['aria-invalid'] : undefined}
        aria-describedby={isAlone ? control['aria-describedby'] : undefined}
      />
      <span lang={option.lang}>
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  )
}

/** A box that must be ticked: a question of its own, with its own message. The first of them says it for all. */
function RequiredBox(props: OneChoiceProps) {
  const { form, name, number } = props
  return (
    <div class={classes('q', problemsOf(form, name).length > 0 && 'bad')}>
      {number === 1 && <HintAndMessage form={form} name={name} hint={undefined} />}
      <OneChoice {...props} />
    </div>
  )
}

type NoneProps = Pick<Asked, 'form' | 'name'> & { at: number; none: string; members: readonly Choice[] }

function NoneOf({ form, name, at, none, members }: NoneProps) {
  const id = useFieldId(name)
  const chosen = valuesOf(form, name)
  return (
    <label class="pick">
      <input
        id={`${id}-none-${at}`}
        type="radio"
        name={`${name}-${at}`}
        value=""
        checked={!members.some(({ value }) => chosen.includes(value))}
      />
      <span>{none}</span>
    </label>
  )
}

import type { ComponentChildren, InputHTMLAttributes } from 'preact'
import { valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { useText } from '../text.ts'
import { type Asked, Question, useControl, useFieldId } from './question.tsx'

type InputType =
  | 'text'
  | 'email'
  | 'tel'
  | 'url'
  | 'search'
  | 'password'
  | 'number'
  | 'date'
  | 'time'
  | 'datetime-local'
type Typing = {
  autocomplete?: InputHTMLAttributes['autocomplete'] | undefined
  inputMode?: 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'decimal' | 'search' | undefined
  maxLength?: number | undefined
  /** The language to be written, where it is not the page's. */
  lang?: 'de' | 'en' | undefined
}
type TextFieldProps = Asked &
  Typing & { type?: InputType; min?: string | number; max?: string | number; step?: string | number }

/** One line to type. A password is never shown again. */
export function TextField({ type = 'text', min, max, step, ...asked }: TextFieldProps) {
  return (
    <Question {...asked}>
      <input
        {...useControl(asked)}
        // preact types every kind of input on its own; what is set here suits all of `InputType`
        type={type as 'text'}
        value={type === 'password' ? undefined : valueOf(asked.form, asked.name)}
        autocomplete={asked.autocomplete}
        inputmode={asked.inputMode ?? (type === 'email' || type === 'tel' || type === 'url' ? type : undefined)}
        maxlength={asked.maxLength}
        lang={asked.lang}
        min={min}
        max={max}
        step={step}
      />
    </Question>
  )
}

/** Several lines to type. */
export function TextArea({ rows = 5, ...asked }: Asked & Typing & { rows?: number }) {
  return (
    <Question {...asked}>
      <textarea
        {...useControl(asked)}
        rows={rows}
        maxlength={asked.maxLength}
        lang={asked.lang}
        autocomplete={asked.autocomplete}
      >
        {valueOf(asked.form, asked.name)}
      </textarea>
    </Question>
  )
}

/** `group` is the heading it stands under; options of a group follow each other. */
export type Option = { value: string; label: string; group?: string | undefined }

/** One of many. `empty` is the first entry's word and stands for no choice; without it the browser chooses the first. */
export function Select({
  options,
  empty,
  ...asked
}: Asked & { options: readonly Option[]; empty?: string | undefined }) {
  const value = valueOf(asked.form, asked.name)
  return (
    <Question {...asked}>
      <select {...useControl(asked)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) => {
          const list = members.map((option) => (
            <option key={option.value} value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))
          return group === undefined ? (
            list
          ) : (
            <optgroup key={group} label={group}>
              {list}
            </optgroup>
          )
        })}
      </select>
    </Question>
  )
}

/** Day and time in the zone of the place. The value is `2028-10-19T09:00`, as the browser writes it. */
export const DateTimeField = (props: Asked & { min?: string; max?: string }) => (
  <TextField {...props} type="datetime-local" />
)

/** A day. The value is `2028-10-19`. */
export const DateField = (props: Asked & { min?: string; max?: string; autocomplete?: Typing['autocomplete'] }) => (
  <TextField {...props} type="date" />
)

/** A file to send, or several. The form needs `encoding="multipart"`. `accept` as in HTML: `.pdf,application/pdf`. */
export function FileField({ accept, isMultiple, ...asked }: Asked & { accept?: string; isMultiple?: boolean }) {
  return (
    <Question {...asked}>
      <input {...useControl(asked)} type="file" accept={accept} multiple={isMultiple} />
    </Question>
  )
}

/** One line to type with suggestions from a list; anything else may be typed as well. */
export function Suggest({ suggestions, ...asked }: Asked & Typing & { suggestions: readonly string[] }) {
  const list = `${useFieldId(asked.name)}-list`
  return (
    <Question {...asked}>
      <input
        {...useControl(asked)}
        type="text"
        list={list}
        value={valueOf(asked.form, asked.name)}
        autocomplete={asked.autocomplete ?? 'off'}
        maxlength={asked.maxLength}
      />
      <datalist id={list}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </Question>
  )
}

type BilingualProps = Asked & { rows?: number; maxLength?: number }

/**
 * A text in German and English side by side, `<name>De` and `<name>En`. English may stay empty; it says so. Where the
 * pages are in German alone there is one field, and English that is there is kept. What is long gets a second line.
 */
export function BilingualField({ form, name, label, hint, optional, rows, maxLength }: BilingualProps) {
  const t = useText()
  const { languages } = useFrame()
  const isLong = ['De', 'En'].some((part) => valueOf(form, name + part).length > 40)
  const own = { form, maxLength, rows: rows ?? (isLong ? 2 : 1) }
  if (!languages.includes('en'))
    return (
      <>
        <OneLanguage {...own} name={`${name}De`} label={label} hint={hint} optional={optional} lang="de" />
        <input type="hidden" name={`${name}En`} value={valueOf(form, `${name}En`)} />
      </>
    )
  return (
    <fieldset class="q bilingual">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="two">
        <OneLanguage {...own} name={`${name}De`} label={t.languageNames.de} lang="de" optional={optional} />
        <OneLanguage
          {...own}
          name={`${name}En`}
          label={
            <>
              {t.languageNames.en}
              {valueOf(form, `${name}En`) === '' && valueOf(form, `${name}De`) !== '' && (
                <span class="st wait"> {t.missing}</span>
              )}
            </>
          }
          lang="en"
          optional
        />
      </div>
    </fieldset>
  )
}

type OneLanguageProps = Asked & {
  rows: number
  lang: 'de' | 'en'
  maxLength?: number | undefined
  label: ComponentChildren
}

const OneLanguage = ({ rows, ...props }: OneLanguageProps) =>
  rows > 1 ? <TextArea {...props} rows={rows} /> : <TextField {...props} />

import type { ComponentChildren } from 'preact'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { Button, type Weight } from '../actions.tsx'
import { useText } from '../text.ts'
import { idOf } from './question.tsx'

type FormProps = {
  action: string
  /** `multipart` for forms with files. */
  encoding?: 'urlencoded' | 'multipart'
  /** The region whose line runs through the stops, where it is not the page's. */
  region?: number
  /** What is typed is kept on the device until it is saved, and offered back when it was not. */
  keepsDraft?: boolean
  children: ComponentChildren
}

/** A form that changes something. Carries the form's key; the browser's own checks are off, the server answers. */
export function PostForm({ action, encoding, region, keepsDraft, children }: FormProps) {
  const frame = useFrame()
  const { draft } = useText()
  return (
    <form
      class="form"
      method="post"
      action={action}
      enctype={encoding === 'multipart' ? 'multipart/form-data' : undefined}
      data-region={region}
      data-draft={keepsDraft ? JSON.stringify({ ...draft, of: frame.person?.name ?? '' }) : undefined}
      novalidate
    >
      {keepsDraft && <script type="module" src={frame.asset('draft.js')} />}
      <input type="hidden" name="formKey" value={frame.formKey()} />
      {children}
    </form>
  )
}

/** A form's part as a stop on the line; turns into the error square while one of its fields has a problem. */
export const Stop = ({ legend, children }: { legend: ComponentChildren; children: ComponentChildren }) => (
  <fieldset class="stop stack">
    <legend class="big">{legend}</legend>
    {children}
  </fieldset>
)

/** The last stop: what sending means, and the button. */
export const LastStop = ({ title, children }: { title: ComponentChildren; children: ComponentChildren }) => (
  <div class="stop stack">
    <h2>{title}</h2>
    {children}
  </div>
)

/** Two fields side by side where there is room. */
export const Pair = ({ children }: { children: ComponentChildren }) => <div class="two">{children}</div>

export const Hidden = ({ name, value }: { name: string; value: string | number }) => (
  <input type="hidden" name={name} value={value} />
)

type SubmitProps = {
  children: ComponentChildren
  beside?: ComponentChildren
  weight?: Weight
  /** What the button says instead, and the sentence above it, while a choice that is `isWaiting` is chosen. */
  waiting?: { label: string; note: string } | undefined
  /** Whatever is chosen waits. */
  isWaiting?: boolean
}

/** The form's button, and what else may be pressed beside it. */
export const Submit = ({ children, beside, weight, waiting, isWaiting }: SubmitProps) => (
  <>
    {waiting && <p class={isWaiting ? undefined : 'waits'}>{waiting.note}</p>}
    <div class="acts submit">
      <Button weight={weight ?? 'primary'}>
        {waiting && isWaiting ? (
          waiting.label
        ) : waiting ? (
          <Either waiting={waiting.label}>{children}</Either>
        ) : (
          children
        )}
      </Button>
      {beside}
    </div>
  </>
)

/** One of two labels, by what is chosen in the form; without a script. */
const Either = ({ waiting, children }: { waiting: string; children: ComponentChildren }) => (
  <>
    <span class="goes">{children}</span>
    <span class="waits">{waiting}</span>
  </>
)

type SummaryProps = { form: FormState; labels?: Readonly<Record<string, string>>; hasFile?: boolean | undefined }

/**
 * What is wrong with a form, on top of it, each line leading to its field. Nothing for a form without problems.
 * Each line names its field, by `labels` or by the problem itself; `hasFile` where a file has to be chosen anew.
 */
export function ErrorSummary({ form, labels = {}, hasFile }: SummaryProps) {
  const t = useText()
  if (form.problems.length === 0) return null
  const fields = new Set(form.problems.flatMap(({ field }) => (field === undefined ? [] : [field])))
  const isAllAbsent = form.problems.every(({ isAbsent }) => isAbsent)
  const count = isAllAbsent ? t.absent(fields.size) : t.toCheck(fields.size)
  return (
    <div class="errors" role="alert" aria-labelledby="errors-title" tabindex={-1} autofocus>
      <h2 id="errors-title">{fields.size === 0 ? t.notPossible : count}</h2>
      <p>{hasFile ? t.keptButFile : t.kept}</p>
      <ul>
        {form.problems.map(({ field, label, message }) => (
          <li key={`${field} ${message}`}>
            {field === undefined ? (
              <p>{message}</p>
            ) : (
              <a href={`#${idOf(field)}`}>{named(labels[field] ?? label, message)}</a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

// A label that asks needs no colon after it.
const named = (label: string | undefined, message: string) =>
  label ? `${label}${/[?:]$/.test(label) ? '' : ':'} ${message}` : message

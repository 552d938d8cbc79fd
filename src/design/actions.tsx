import type { ComponentChildren } from 'preact'
import { useFrame } from '../platform/frame.ts'
import type { Language } from '../platform/language.ts'
import { classes } from './classes.ts'
import { useText } from './text.ts'

/** The one thing to do here, the other thing, or what cannot be undone. The last is told in words, not in colour. */
export type Weight = 'primary' | 'second' | 'danger'
type Children = { children: ComponentChildren }

const buttonClass = (weight: Weight = 'primary') =>
  classes('button', weight === 'second' && 'second', weight !== 'primary' && 'plain', weight === 'danger' && 'danger')

/** A button that sends the form it stands in. */
export const Button = ({
  weight,
  name,
  value,
  children,
}: Children & { weight?: Weight; name?: string; value?: string }) => (
  <button class={buttonClass(weight)} type="submit" name={name} value={value}>
    {children}
  </button>
)

/** A link that looks like a button, for the next step of a task. */
export const ButtonLink = ({ href, weight, children }: Children & { href: string; weight?: Weight }) => (
  <a class={buttonClass(weight)} href={href}>
    {children}
  </a>
)

/** A link on, with an arrow. Say where to, not “more”. */
export const More = ({ href, lang, children }: Children & { href: string; lang?: Language | undefined }) => (
  <a class="more" href={href} hreflang={lang}>
    {children}
  </a>
)

/** The next step of a page, and beside it an even number of ways on, in even rows. */
export const Ahead = ({ action, children }: Children & { action: ComponentChildren }) => (
  <div class="ahead">
    {action}
    <div>{children}</div>
  </div>
)

/** What can be taken away as a file, by the formats; `children` say what is in it where that is not what stands above. */
export const Files = ({
  files,
  children,
}: {
  files: Readonly<Record<string, string>>
  children?: ComponentChildren
}) => (
  <p class="files noprint">
    <span>{children ?? useText().files}</span>
    {Object.entries(files).map(([format, href]) => (
      <a key={format} class="more" href={href}>
        {format}
      </a>
    ))}
  </p>
)

/** Buttons and links of one decision in a row. */
export const Actions = ({ children }: Children) => <div class="acts">{children}</div>

type Single = { action: string; weight?: Weight; values?: Record<string, string>; about?: string }

/** One button that changes something: a form of its own with the form's key. `about` tells equal buttons apart. */
export function PostButton({ action, weight, values = {}, about, children }: Children & Single) {
  const frame = useFrame()
  return (
    <form class="single" method="post" action={action}>
      <input type="hidden" name="formKey" value={frame.formKey()} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class={buttonClass(weight)} type="submit">
        {children}
        {about && <span class="hide"> {about}</span>}
      </button>
    </form>
  )
}

/** Text to fold out; `isOpen` where most want to see it at once. */
export const Details = ({ summary, isOpen, children }: Children & { summary: ComponentChildren; isOpen?: boolean }) => (
  <details class="box" open={isOpen}>
    <summary>{summary}</summary>
    {children}
  </details>
)

/** A button that opens a box over the page, by the browser's own popover: no script. */
export function Dialog({ id, opener, title, children }: Children & { id: string; opener: string; title: string }) {
  const t = useText()
  return (
    <>
      <button class="button second plain" type="button" popovertarget={id}>
        {opener}
      </button>
      <div class="dialog stack" id={id} popover="auto" role="dialog" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
        <button class="button second plain" type="button" popovertarget={id} popovertargetaction="hide">
          {t.close}
        </button>
      </div>
    </>
  )
}

/**
 * Asks before something that cannot be undone: what will happen, the button that does it, the way back. With `keep` the
 * way back comes first and says what one keeps; what one came to do (`weight="primary"`) stays the strong one.
 */
export function Confirm({
  action,
  submit,
  back,
  keep,
  values,
  weight = 'danger',
  children,
}: Children & Omit<Single, 'weight'> & { submit: string; back: string; keep?: string; weight?: 'danger' | 'primary' }) {
  const t = useText()
  const isKeepFirst = keep && weight === 'danger'
  return (
    <div class="confirm stack">
      {children}
      <Actions>
        {isKeepFirst && <ButtonLink href={back}>{keep}</ButtonLink>}
        <PostButton action={action} weight={weight} values={values ?? {}}>
          {submit}
        </PostButton>
        {!isKeepFirst && (
          <ButtonLink href={back} weight="second">
            {keep ?? t.cancel}
          </ButtonLink>
        )}
      </Actions>
    </div>
  )
}

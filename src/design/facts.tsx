import type { ComponentChildren } from 'preact'
import type { Link } from '../platform/frame.ts'
import { number } from '../platform/language.ts'
import type { Related } from '../platform/room.ts'
import { classes } from './classes.ts'
import { Cover, type CoverPicture } from './pictures.tsx'

/** An address of the net or of mail, which a narrow column may break after its parts. */
export const Address = ({ children }: { children: string }) => (
  <>
    {children.split(/(?<=[@/])|(?=[._?&=])/).map((part, index) => (
      <>
        {index > 0 && <wbr />}
        {part}
      </>
    ))}
  </>
)

export type Fact = { label: ComponentChildren; value: ComponentChildren }

/** What is known about a thing, as a definition list with lines. Facts without a value are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(isKnown)
  if (known.length === 0) return null
  return (
    <dl class="facts">
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A few numbers, each with its word. */
export const Figures = ({ figures }: { figures: readonly Fact[] }) => (
  <dl class="figures">
    {figures.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** How many there are of what it stands beside. */
export const Count = ({ children }: { children: number }) => <span class="muted">{number(children)}</span>

const isKnown = ({ value }: Fact) => value !== undefined && value !== null && value !== false && value !== ''

export type Doc = {
  title: ComponentChildren
  /** Without one it is known, but not at hand. */
  href?: string | undefined
  /** Kind and year: “Studie, 2022”. */
  kind?: ComponentChildren
  text?: ComponentChildren
  /** Paragraphs below it, such as what a search found there. */
  more?: ComponentChildren
  /** A second link at the right: “Was wurde daraus?”. */
  onward?: Link | undefined
  /** Its first page as a small picture. */
  cover?: CoverPicture | undefined
  /** The language of the title where it is not the page's. */
  lang?: string | undefined
}

/** Documents, results, pages: one line and one title each. */
export const Docs = ({ docs }: { docs: readonly Doc[] }) => (
  <div class="box">
    <ul class={classes('docs', docs.some(({ kind, cover }) => kind || cover) && 'wide')}>
      {docs.map(({ title, href, kind, text, more, onward, lang, cover }, index) => (
        <li key={index}>
          <span class="kind">
            {kind}
            {cover && <Cover {...cover} />}
          </span>
          <div>
            {href ? (
              <a href={href} lang={lang}>
                {title}
              </a>
            ) : (
              <b lang={lang}>{title}</b>
            )}
            {text && <p>{text}</p>}
            {more}
          </div>
          {onward && (
            <p class="then">
              <a href={onward.href}>
                {onward.label}
                <span class="hide"> {title}</span>
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  </div>
)

/** What of another room belongs here, as a document's line: a few words about it stand beside its kind, more below. */
export function relatedDoc({ text, href, lang, kind, detail = '' }: Related): Doc {
  const line = { title: text, href, lang }
  return detail.length > 20 ? { ...line, kind, text: detail } : { ...line, kind: detail ? `${kind}, ${detail}` : kind }
}

/** A list of things with lines between them, each as the caller renders it. */
export const List = ({ items }: { items: readonly ComponentChildren[] }) => (
  <ul class="list">
    {items.map((item, index) => (
      <li key={index}>{item}</li>
    ))}
  </ul>
)

/** The same in two columns where there is room: short things such as groups and partners. */
export const ColumnList = ({ items }: { items: readonly ComponentChildren[] }) => (
  <div class="in-columns">
    <List items={items} />
  </div>
)

import type { ComponentChildren } from 'preact'
import type { SafeHtml } from '../platform/html.tsx'
import { classes } from './classes.ts'

type Children = { children?: ComponentChildren }
type Span = 3 | 4 | 5 | 6 | 7 | 8 | 9

/** A section across the whole width. Give `title` for a heading that names it. */
export function Band({
  id,
  title,
  intro,
  ground,
  children,
}: Children & { id?: string; title?: ComponentChildren; intro?: ComponentChildren; ground?: 'paper' | 'ground' }) {
  return (
    <section class={classes('band', ground === 'ground' && 'ground')} id={id}>
      <div class="wrap">
        {title && <Head title={title}>{intro}</Head>}
        {children}
      </div>
    </section>
  )
}

/** A section in a region's colour. `joins` the field above it without a seam. */
export function Field({ region, id, joins, children }: Children & { region: number; id?: string; joins?: boolean }) {
  return (
    <section class={classes('band', 'field', joins && 'join')} data-region={region} id={id}>
      <div class="wrap">{children}</div>
    </section>
  )
}

/** Twelve columns from 960 px, one below. Its children are `Col`s. */
export const Cols = ({ children }: Children) => <div class="cols">{children}</div>

/** A column this many twelfths wide, its parts set one below the other. */
export const Col = ({ span, children }: Children & { span: Span }) => <div class={`c${span} box stack`}>{children}</div>

/** What stands beside the main matter: facts, help, actions. */
export const Aside = ({ title, span, children }: Children & { title?: string; span?: Span }) => (
  <aside class={`c${span ?? 4} aside`} aria-label={title}>
    {title && <h2>{title}</h2>}
    {children}
  </aside>
)

/** A section's heading with a sentence beside it. */
export const Head = ({ title, children }: Children & { title: ComponentChildren }) => (
  <div class="head">
    <h2 class="huge">{title}</h2>
    {children && <p>{children}</p>}
  </div>
)

/** Parts one below the other at reading distance. */
export const Stack = ({ children }: Children) => <div class="stack">{children}</div>

/** Small print: source, date, how to read it. */
export const Note = ({ children }: Children) => <p class="note">{children}</p>

/** The page's first sentence in larger type. */
export const Lead = ({ children }: Children) => <p class="lead">{children}</p>

type Text = { html: SafeHtml; lang?: string | undefined } | (Children & { html?: never; lang?: string | undefined })

/** Running text: children, or HTML from the Markdown renderer, which lets no raw HTML through. */
export const Prose = (props: Text) =>
  props.html === undefined ? (
    <div class="prose" lang={props.lang}>
      {props.children}
    </div>
  ) : (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: the type admits only what markdown() has written and checked
    <div class="prose" lang={props.lang} dangerouslySetInnerHTML={{ __html: props.html }} />
  )

/** What somebody typed without any marks: a blank line begins a paragraph. */
export const Paragraphs = ({ of, lang }: { of: string; lang?: string | undefined }) => (
  <Prose lang={lang}>
    {of.split(/\n{2,}/).map((paragraph, index) => (
      <p key={index}>{paragraph}</p>
    ))}
  </Prose>
)

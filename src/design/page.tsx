import type { ComponentChildren } from 'preact'
import { type Frame, useFrame } from '../platform/frame.ts'
import { classes } from './classes.ts'
import { Footer, Header, OfficeFooter } from './frame.tsx'
import { Lead } from './layout.tsx'
import { Breadcrumb } from './navigation.tsx'
import { Example } from './notice.tsx'
import { useText } from './text.ts'

export type PageProps = {
  /** Heading and document title; soft hyphens are taken out of the latter. */
  title: string
  /** The language of the title where it is not the page's. */
  titleLang?: string | undefined
  /** The language of its content where it is not the page's; said below the title. */
  contentLang?: 'de' | 'en' | 'fr' | undefined
  kind: 'public' | 'office'
  /** One or two sentences below the title; also the description for search engines where it is plain text. */
  lead?: ComponentChildren
  description?: string | undefined
  /** More for the document's head: what other sites show when the page is shared. */
  meta?: ComponentChildren
  /** A line above the title: kind or series. */
  over?: ComponentChildren
  /** The region the page is about; without one it stays black and white. */
  region?: number | undefined
  crumbs?: readonly { label: string; href?: string | undefined }[] | undefined
  /** The page shows something made up; a text says what. */
  example?: boolean | string | undefined
  /** Facts beside the title in the big field. */
  beside?: ComponentChildren
  /** Big field, slim field, without a region plain, or none: then the page brings its own `h1`. */
  head?: 'field' | 'slim' | 'plain' | 'none' | undefined
  /** The page brings its own bands; otherwise its children stand in one. */
  wide?: boolean | undefined
  /** The form on it came back with problems: the document title says so first. */
  hasProblems?: boolean | undefined
  children?: ComponentChildren
}

/** A whole HTML document: head, header, lines, title, content, footer. */
export function Page(props: PageProps) {
  const frame = useFrame()
  const { kind, region, head, wide, children } = props
  return (
    <html lang={frame.language}>
      <DocumentHead {...props} frame={frame} />
      <body data-region={region} class={classes(kind === 'office' && 'office', head === 'none' && 'open-head')}>
        <Header kind={kind} region={region} />
        <main id="main">
          {head !== 'none' && <Title {...props} />}
          {wide ? children : <div class="wrap band">{children}</div>}
        </main>
        {kind === 'office' && frame.person ? <OfficeFooter /> : <Footer />}
      </body>
    </html>
  )
}

function DocumentHead({ title, lead, description, meta, kind, hasProblems, frame }: PageProps & { frame: Frame }) {
  const t = useText()
  const plain = title.replaceAll('\u00ad', '')
  const about = description ?? (typeof lead === 'string' ? lead : undefined)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${hasProblems ? t.titleError(plain) : plain} – ${frame.installation.short}`}</title>
      {about && <meta name="description" content={about} />}
      {kind === 'office' ? <meta name="robots" content="noindex" /> : <Addresses frame={frame} />}
      {frame.search && (
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title={frame.installation.short}
          href={frame.search.description}
        />
      )}
      {meta}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={frame.asset('icon.svg')} type="image/svg+xml" />
      <link
        rel="preload"
        href={frame.asset('hanken-grotesk-latin.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={frame.asset('style.css')} />
      {(kind === 'office' || frame.person) && <OfficeStyle />}
      <link rel="stylesheet" href={frame.asset('regions.css')} />
    </head>
  )
}

/** The rules that only the office's pages and signed-in people need. */
export const OfficeStyle = () => <link rel="stylesheet" href={useFrame().asset('office.css')} />

function Addresses({ frame: { publicUrl, path, language, languages, alternate } }: { frame: Frame }) {
  const absolute = (href: string) => (href.startsWith('/') ? publicUrl + href : href)
  return (
    <>
      <link rel="canonical" href={absolute(path)} />
      {alternate?.lang && (
        <>
          <link rel="alternate" hreflang={language} href={absolute(path)} />
          <link rel="alternate" hreflang={alternate.lang} href={absolute(alternate.href)} />
          <link
            rel="alternate"
            hreflang="x-default"
            href={absolute(languages[0] === language ? path : alternate.href)}
          />
        </>
      )}
    </>
  )
}

function Title({ title, titleLang, contentLang, lead, over, region, crumbs, example, beside, head, kind }: PageProps) {
  const t = useText()
  const variant = head ?? (region === undefined ? 'plain' : kind === 'office' || !(lead || beside) ? 'slim' : 'field')
  const text = (
    <>
      {example && (
        <p>
          <Example>{example === true ? undefined : example}</Example>
        </p>
      )}
      {over && <p class="over">{over}</p>}
      <h1 lang={titleLang}>{title}</h1>
      {lead && (variant === 'slim' ? <p>{lead}</p> : <Lead>{lead}</Lead>)}
      {contentLang && <p class="small">{t.contentIn[contentLang]}</p>}
    </>
  )
  return (
    <section class={classes('title', region !== undefined && variant !== 'plain' && 'field', variant)}>
      <div class="wrap">
        {crumbs && crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
        {variant === 'slim' || !beside ? (
          <div class="stack">{text}</div>
        ) : (
          <div class="cols">
            <div class="c7 stack">{text}</div>
            <div class="c5 low">{beside}</div>
          </div>
        )}
      </div>
    </section>
  )
}

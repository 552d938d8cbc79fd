import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Place } from './place.tsx'
import { useText } from './text.ts'

export type FiveLink = { no: number; name: string; href: string; text?: string | undefined; more?: string | undefined }

/** The home page's opening: name and sentence, the regions as bars running into the plan. */
export function Hero({
  title,
  lead,
  regions,
  children,
}: {
  title: string
  lead: string
  regions: readonly FiveLink[]
  children?: ComponentChildren
}) {
  return (
    <section class="hero" aria-labelledby="hero-title">
      <div class="say">
        <h1 id="hero-title">{title}</h1>
        <p class="lead">{lead}</p>
      </div>
      <Five regions={regions} />
      {children && <figure class="plan">{children}</figure>}
    </section>
  )
}

function Five({ regions }: { regions: readonly FiveLink[] }) {
  const t = useText()
  return (
    <nav class="five" aria-label={t.regions}>
      <ul>
        {regions.map(({ no, name, href, text, more }) => (
          <li key={no} data-region={no}>
            <a href={href}>
              <b>{no}</b>
              <span>{name}</span>
              {(text || more) && (
                <small>
                  {text && <i>{more ? `${text}, ` : text}</i>}
                  {more}
                </small>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type Span = { value: number; text: ComponentChildren; parts?: readonly { region: number; value: number }[] }

/** The share of the longest that holds its number on a phone; beside what is shorter it stands on paper. */
const leastInside = 0.45

/** A few numbers as lengths on one scale; the last may be divided by region. `format` writes a number. */
export function Spans({ spans, format }: { spans: readonly Span[]; format: (value: number) => string }) {
  const most = Math.max(...spans.map(({ value }) => value), 1)
  return (
    <ol class="spans">
      {spans.map(({ value, text, parts }) => (
        <li key={value} class={classes((parts || value < most * leastInside) && 'part')}>
          <div class="span">
            <svg class="len" width={percent(value, most)} height="100%" aria-hidden="true">
              <Pieces parts={parts} />
            </svg>
            <b>{format(value)}</b>
          </div>
          <p>{text}</p>
          {parts && (
            <ul class="key">
              {parts.map((part) => (
                <li key={part.region}>
                  <Place region={part.region} /> <b>{format(part.value)}</b>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

function Pieces({ parts }: { parts?: readonly { region: number; value: number }[] | undefined }) {
  if (!parts) return <rect class="ink" width="100%" height="100%" />
  const total = parts.reduce((sum, { value }) => sum + value, 0)
  const before = (index: number) => parts.slice(0, index).reduce((sum, { value }) => sum + value, 0)
  return parts.map(({ region, value }, index) => (
    <rect
      key={region}
      class="piece"
      data-region={region}
      x={percent(before(index), total)}
      width={percent(value, total)}
      height="100%"
    />
  ))
}

const percent = (value: number, of: number) => `${Math.round((value / of) * 10000) / 100}%`

export type Host = {
  region: number
  year: string
  place: string
  href: string
  lines: readonly ComponentChildren[]
  /** Years until the next one, which is its width. */
  years: number
  isOpen?: boolean
}

/** The editions of a series as fields of their hosts' regions, their width being the time until the next. */
export function Hosts({ hosts }: { hosts: readonly Host[] }) {
  const least = Math.min(...hosts.map(({ years }) => years), 1)
  return (
    <ol class="hosts">
      {hosts.map(({ region, year, place, href, lines, years, isOpen }) => (
        <li
          key={href}
          data-region={region}
          class={classes(
            'field',
            isOpen && 'open',
            `share-${Math.min(40, Math.max(5, Math.round((years / least) * 6)))}`,
          )}
        >
          <a href={href}>
            <span class="yr">{year}</span> <b>{place}</b>
          </a>
          {lines.map((line, index) => (
            <p key={index}>{line}</p>
          ))}
        </li>
      ))}
    </ol>
  )
}

import type { ComponentChildren } from 'preact'
import { classes } from './classes.ts'
import { Example } from './notice.tsx'
import type { OutcomeForm } from './outcomes.tsx'

export type Stop = {
  title: ComponentChildren
  when?: ComponentChildren
  href?: string | undefined
  text?: ComponentChildren
  /** The line that leads on from this stop, where it is another region's. */
  region?: number | undefined
  /** Planned, not yet certain. */
  isOpen?: boolean | undefined
  /** What became of it, as the form of the stop. */
  outcome?: OutcomeForm | undefined
  /** The page is about this one. */
  isHere?: boolean | undefined
}

/** A line with stops from top to bottom, in the region's colour. Where stops say when, time stands at its left. */
export function Route({ stops, region }: { stops: readonly Stop[]; region?: number | undefined }) {
  const hasTimes = stops.some(({ when }) => when)
  return (
    <ol class={classes('route', hasTimes && 'timetable')} data-region={region}>
      {stops.map(({ title, when, href, text, region: onward, isOpen, outcome, isHere }, index) => (
        <li
          key={index}
          data-region={onward}
          class={classes(
            (isOpen || outcome === 'unknown') && 'open',
            isHere ? 'done' : outcome,
            onward !== undefined && 'onward',
          )}
        >
          {hasTimes && <span class="when">{when}</span>}
          <div>
            <h3>{href ? <a href={href}>{title}</a> : title}</h3>
            {typeof text === 'string' ? <p>{text}</p> : text}
          </div>
        </li>
      ))}
    </ol>
  )
}

export type DatedStop = Stop & { at: Date }

/** Stops across the page, their distances true to time; from top to bottom where that would leave no room for words. */
export function TimeRoute({ stops, region }: { stops: readonly DatedStop[]; region?: number | undefined }) {
  const shares = timeShares(stops.map(({ at }) => at))
  if (!shares) return <Route stops={stops} region={region} />
  return (
    <ol class="route across" data-region={region}>
      {stops.map(({ title, when, href, text, isOpen }, index) => (
        <li key={String(when)} class={classes(`share-${shares[index]}`, isOpen && 'open')}>
          <span class="when">{when}</span>
          {href ? <a href={href}>{title}</a> : <b>{title}</b>}
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}

/** Least share of the width that leaves room for a stop's words. */
const least = 6

/**
 * Spans between instants as whole shares of 40 (the classes `share-1` to `share-40`), the last stop getting room for
 * its words. Undefined where a span is too short to write beside.
 */
export function timeShares(times: readonly Date[]): number[] | undefined {
  const spans = times.slice(1).map((at, index) => at.getTime() - times[index]!.getTime())
  const total = spans.reduce((sum, span) => sum + span, 0)
  const room = 40 - least - 1
  const shares = spans.map((span) => Math.round((span / total) * room))
  return total > 0 && shares.every((share) => share >= least) ? [...shares, least + 1] : undefined
}

export type ThreadEntry = {
  /** The regions it happened in; the last one gives the bar its colour. Without any there is no bar. */
  regions: readonly number[]
  /** Without one its stop is dotted, as everything that is not known. */
  when: ComponentChildren
  place?: ComponentChildren
  kind: ComponentChildren
  title: ComponentChildren
  children?: ComponentChildren
  /** `own` is where the thread starts from, `open` not yet proven, `example` made up. */
  state?: 'own' | 'open' | 'example' | undefined
}

/** What became of a result: its line runs through, at every stop the place branches off where it went on. */
export const Thread = ({ region, entries }: { region: number; entries: readonly ThreadEntry[] }) => (
  <ol class="thread" data-region={region}>
    {entries.map((entry, index) => (
      <li key={index} data-region={entry.regions.at(-1)} class={threadClass(entry)}>
        <p class={classes('t', entry.regions.length === 0 && 'bare')}>
          {entry.regions.map((no, at) => (
            <b key={no} class={classes(at < entry.regions.length - 1 && 'alt')} data-region={no}>
              {no}
            </b>
          ))}
          <span>
            <span class="on">{entry.when}</span> <span>{entry.place}</span>
          </span>
        </p>
        <div class="b">
          <p class="kind">{entry.state === 'example' ? <Example>{entry.kind}</Example> : entry.kind}</p>
          <h2>{entry.title}</h2>
          {entry.children}
        </div>
      </li>
    ))}
  </ol>
)

const threadClass = ({ state, when }: ThreadEntry) =>
  classes(state === 'own' && Boolean(when) && 'me', (state === 'open' || !when) && 'open', state === 'example' && 'ex')

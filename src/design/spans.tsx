import { type OutcomeForm, OutcomeStop } from './outcomes.tsx'

/** Years with parts of years: where the scale begins and ends, and where today lies on it. */
export type TimeScale = { first: number; last: number; now: number }

const atOn =
  ({ first, last }: TimeScale) =>
  (year: number) =>
    `${Math.round(((year - first) / Math.max(1, last - first)) * 1000) / 10}%`

/** Years to write on the scale, at most six of them and none where today is written. */
function yearsOn({ first, last, now }: TimeScale) {
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one <= 6) ?? 100
  const from = Math.ceil(first / step) * step
  const years = Array.from({ length: Math.floor((last - from) / step) + 1 }, (_, index) => from + index * step)
  return { years, named: years.filter((year) => year > first && now - year > (last - first) * 0.16) }
}

/** The years that the spans below it lie on. `today` says where now is. */
export function SpanScale({ scale, today }: { scale: TimeScale; today: string }) {
  const at = atOn(scale)
  return (
    <svg class="scale" width="100%" height="24" aria-hidden="true">
      {yearsOn(scale).named.map((year) => (
        <text key={year} x={at(year)} y="17" text-anchor="middle">
          {year}
        </text>
      ))}
      <text x={at(scale.now)} y="17" text-anchor="middle">
        {today}
      </text>
    </svg>
  )
}

type SpanProps = {
  scale: TimeScale
  /** Begin and end; undefined where they are not known, or where it goes on. */
  from: number | undefined
  to: number | undefined
  /** How it stands, as the stop that the line has reached. */
  form: OutcomeForm
  /** Whose numbers stand before the line; one alone gives it its colour. */
  regions?: readonly number[] | undefined
}

/** A span of years as a line to where it has come; broken where begin or end are open. For a row that says the years. */
export function SpanLine({ scale, from, to, form, regions = [] }: SpanProps) {
  const { first, last, now } = scale
  const at = atOn(scale)
  const isEnded = form === 'done' || form === 'stopped'
  const end = to ?? (isEnded ? (from ?? now) : last)
  const reached = isEnded ? end : form === 'unknown' ? end : Math.min(end, now)
  const begin = from ?? Math.max(first, Math.min(reached, now) - (last - first) / 16)
  const known = Math.max(begin, Math.min(reached, now))
  return (
    <svg class="span" data-region={regions.length === 1 ? regions[0] : undefined} aria-hidden="true">
      {[...yearsOn(scale).years, now].map((year) => (
        <line key={year} x1={at(year)} x2={at(year)} y2="100%" stroke={year === now ? 'var(--muted)' : 'var(--hair)'} />
      ))}
      <Stretch from={at(begin)} to={at(known)} isBroken={from === undefined} />
      {end > known && <Stretch from={at(known)} to={at(end)} isBroken />}
      <svg x={at(begin)} y="50%" overflow="visible" aria-hidden="true">
        {regions.map((region, index) => (
          <Digit
            key={region}
            region={region}
            x={(index - regions.length) * 21 - (reached - begin < (last - first) / 40 ? 14 : 3)}
          />
        ))}
      </svg>
      <svg x={at(reached)} y="50%" overflow="visible" aria-hidden="true">
        <g transform="translate(0 -14) scale(0.7)">
          <OutcomeStop form={form} x={0} ink="var(--ink)" ground="var(--paper)" />
        </g>
      </svg>
    </svg>
  )
}

const Digit = ({ region, x }: { region: number; x: number }) => (
  <g data-region={region} font-size="14" font-weight="700" text-anchor="middle">
    <rect x={x} y="-10" width="20" height="20" fill="var(--field)" />
    <text class="digit" x={x + 10} y="5">
      {region}
    </text>
  </g>
)

const Stretch = ({ from, to, isBroken }: { from: string; to: string; isBroken: boolean }) => (
  <g stroke-dasharray={isBroken ? '4 4' : undefined}>
    <line x1={from} x2={to} y1="50%" y2="50%" stroke="var(--case)" stroke-width="12" />
    <line x1={from} x2={to} y1="50%" y2="50%" stroke="var(--line)" stroke-width="10" />
  </g>
)

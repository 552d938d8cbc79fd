import type { ComponentChildren } from 'preact'
import { number } from '../platform/language.ts'
import { classes } from './classes.ts'
import { Place } from './place.tsx'

export type BarRow = {
  key: string
  /** The region whose mark stands before the name; none for the whole. */
  region?: number | undefined
  name: ComponentChildren
  /** Undefined: not known; then only the words are shown. */
  value: number | undefined
  text: ComponentChildren
  isFocus?: boolean
}

type Props = {
  caption: string
  rows: readonly BarRow[]
  words: { name: string; value: string }
  /** A value to draw a line at, such as the mean. */
  mark?: { value: number; label: string } | undefined
}

/** A bar chart that is its own table: a line for each territory, with its number. */
export function Bars({ caption, rows, words, mark }: Props) {
  const known = rows.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known, mark?.value ?? 0)]
  return (
    <div class="box">
      <table class="bars">
        <caption class="hide">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" class="r">
              {words.value}
            </th>
            <td class="bar">{mark && <span>{mark.label}</span>}</td>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} class={classes(row.isFocus && 'own')} data-region={row.region}>
              <th scope="row">{row.region ? <Place region={row.region}>{row.name}</Place> : row.name}</th>
              <td class="r">{row.text}</td>
              <td class="bar">
                <Bar value={row.value} least={least} most={most} mark={mark?.value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type BarProps = { value: number | undefined; least: number; most: number; mark: number | undefined }

function Bar({ value, least, most, mark }: BarProps) {
  const at = (one: number) => (most > least ? ((one - least) / (most - least)) * 100 : 0)
  const percent = (one: number) => `${Math.round(one * 100) / 100}%`
  const [from, to] = [at(Math.min(0, value ?? 0)), at(Math.max(0, value ?? 0))]
  return (
    <svg width="100%" height="100%" aria-hidden="true">
      {value !== undefined && (
        <rect class="length" x={percent(from)} width={percent(Math.max(0.3, to - from))} height="100%" />
      )}
      {mark !== undefined && <line class="mean" x1={percent(at(mark))} x2={percent(at(mark))} y2="100%" />}
    </svg>
  )
}

export type TwoWayRow = {
  key: string
  region: number | undefined
  name: ComponentChildren
  into: number | undefined
  out: number | undefined
}

type TwoWayProps = {
  caption: string
  rows: readonly TwoWayRow[]
  words: { into: string; name: string; out: string; unknown: string }
  /** The region of the place it is about, whose people go out. */
  region: number
}

/** What comes in at the left and goes out at the right, on one scale; colours are those of people's homes. */
export function TwoWayBars({ caption, rows, words, region }: TwoWayProps) {
  const most = Math.max(1, ...rows.flatMap(({ into, out }) => [into ?? 0, out ?? 0]))
  const cell = (value: number | undefined) => (value === undefined ? words.unknown : number(value))
  return (
    <div class="box">
      <table class="two-way">
        <caption class="hide">{caption}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" class="r">
              {words.into}
            </th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.out}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, into, out, ...row }) => (
            <tr key={key}>
              <td class="bar" data-region={row.region}>
                <Length value={into} most={most} isLeft />
              </td>
              <td class="r">{cell(into)}</td>
              <th scope="row">{row.region ? <Place region={row.region}>{name}</Place> : name}</th>
              <td>{cell(out)}</td>
              <td class="bar" data-region={region}>
                <Length value={out} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Length({ value, most, isLeft }: { value: number | undefined; most: number; isLeft?: boolean }) {
  const width = Math.round(((value ?? 0) / most) * 10000) / 100
  return (
    <svg width="100%" height="100%" aria-hidden="true">
      {value !== undefined && (
        <rect
          class="length"
          x={isLeft ? `${100 - Math.max(0.3, width)}%` : 0}
          width={`${Math.max(0.3, width)}%`}
          height="100%"
        />
      )}
    </svg>
  )
}

export type SmallLine = {
  key: string
  name: ComponentChildren
  region?: number | undefined
  values: readonly (number | undefined)[]
  text: string
  isFocus?: boolean
}

/** Small charts on one scale, one for each territory: the last value as a ring and as words. */
export function SmallLines({ lines, base }: { lines: readonly SmallLine[]; base: number }) {
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== undefined))
  const [least, most] = [Math.min(base, ...all), Math.max(base, ...all)]
  return (
    <ol class="multi">
      {lines.map((line) => (
        <li key={line.key} data-region={line.region} class={classes(line.isFocus && 'here')}>
          <h3>{line.region ? <Place region={line.region}>{line.name}</Place> : line.name}</h3>
          <SmallChart values={line.values} least={least} most={most} base={base} />
          <p>{line.text}</p>
        </li>
      ))}
    </ol>
  )
}

function SmallChart({
  values,
  least,
  most,
  base,
}: {
  values: SmallLine['values']
  least: number
  most: number
  base: number
}) {
  const tenth = (value: number) => Math.round(value * 10) / 10
  const x = (index: number) => tenth(6 + (index / Math.max(1, values.length - 1)) * 136)
  const y = (value: number) => tenth(most > least ? 84 - ((value - least) / (most - least)) * 72 : 48)
  const points = values.flatMap((value, index) => (value === undefined ? [] : [`${x(index)} ${y(value)}`]))
  const last = points.at(-1)?.split(' ')
  return (
    <svg viewBox="0 0 150 96" aria-hidden="true">
      <line class="zero" x1="0" x2="150" y1={y(base)} y2={y(base)} />
      {points.length > 0 && <path class="run" d={`M${points.join('L')}`} />}
      {last && <circle class="end" cx={last[0]} cy={last[1]} r="5" />}
    </svg>
  )
}

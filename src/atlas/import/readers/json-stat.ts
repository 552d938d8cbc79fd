import { z } from 'zod'
import type { ValueCell } from '../cells.ts'
import { listOf, recordOf } from '../json.ts'
import { europeanNumber } from '../number.ts'
import { Unreadable } from '../problem.ts'
import { periodOf } from './eurostat.ts'

const isText = (one: unknown) => typeof one === 'string'
const isNumber = (one: unknown) => typeof one === 'number'
const isSize = (one: unknown) => Number.isInteger(one) && Number(one) >= 0
const isFew = ({ length }: unknown[]) => length >= 1 && length <= 20
const isValue = (one: unknown) => isText(one) || isNumber(one) || one === null
const category = z.object({
  index: z.union([listOf<string>(isText), recordOf<number>(isNumber)]).optional(),
  label: recordOf<string>(isText).optional(),
})
const dimension = z.object({ label: z.string().optional(), category })
type Value = number | string | null
/** JSON-stat 2.0, as json-stat.org defines it and Eurostat’s API statistics/1.0 answers. */
const dataset = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string().optional(),
  id: listOf<string>(isText).refine(isFew),
  size: listOf<number>(isSize).refine(isFew),
  role: z.object({ geo: listOf<string>(isText).optional(), time: listOf<string>(isText).optional() }).optional(),
  dimension: recordOf<unknown>(() => true)
    .refine((all) => isFew(Object.keys(all)))
    .pipe(z.record(z.string(), dimension)),
  value: z.union([listOf<Value>(isValue), recordOf<Value>(isValue)]),
  status: z.union([z.string(), listOf<string | null>(isValue), recordOf<string>(isText)]).optional(),
})
type Dataset = z.output<typeof dataset>

export const isJsonStat = (json: unknown) =>
  typeof json === 'object' && json !== null && 'class' in json && 'dimension' in json

/** The values of a data set, in its order; places by the role or the name `geo`, years likewise. `row` counts from 1. */
export async function* jsonStatCells(json: unknown): AsyncGenerator<ValueCell> {
  const { data } = dataset.safeParse(json)
  if (!data || data.id.length !== data.size.length) throw new Unreadable('notJson')
  const geo = data.role?.geo?.[0] ?? data.id.find((id) => id.toLowerCase() === 'geo')
  const time = data.role?.time?.[0] ?? data.id.find((id) => id.toLowerCase() === 'time')
  if (!geo || !time) throw new Unreadable('unknownFormat')
  const axes = data.id.map((id, index) => ({ id, codes: codesOf(data, id, data.size[index]!) }))
  const measures = axes.filter(({ id }) => id !== geo && id !== time && id !== 'freq')
  const labels = new Map<string, string>()
  for (const [at, given] of entriesOf(data)) {
    const place = placeAt(axes, at)
    const code = (id: string) => place.get(id) ?? ''
    const row = at + 1
    const number = europeanNumber(String(given ?? ''), statusAt(data, at), { row, column: 'value' })
    const measure = measures.map(({ id }) => code(id)).join('.') || 'value'
    if (!labels.has(measure))
      labels.set(measure, measures.map(({ id }) => labelOf(data, id, code(id))).join(', ') || data.label || measure)
    yield { row, key: code(geo), ...periodOf(code(time), row), measure, label: labels.get(measure)!, number }
  }
}

type Axis = { id: string; codes: string[] }

function codesOf({ dimension }: Dataset, id: string, size: number): string[] {
  const { index, label } = dimension[id]?.category ?? {}
  const codes = Array.isArray(index)
    ? index
    : index
      ? Object.entries(index)
          .sort(([, a], [, b]) => a - b)
          .map(([code]) => code)
      : Object.keys(label ?? {})
  if (codes.length !== size) throw new Unreadable('notJson')
  return codes
}

/** Values in the order of the data set; a sparse one leaves out what is missing. */
function* entriesOf({ value, size }: Dataset): Generator<[number, Value]> {
  const count = size.reduce((all, one) => all * one, 1)
  const values = value as Readonly<Record<string, Value>>
  for (const key in values) {
    const at = Number(key)
    if (!Number.isInteger(at) || at < 0 || at >= count) throw new Unreadable('notJson')
    yield [at, values[key] ?? null]
  }
}

/** The code on each axis: the last one turns fastest. */
function placeAt(axes: readonly Axis[], at: number): Map<string, string> {
  const place = new Map<string, string>()
  let rest = at
  for (const { id, codes } of axes.toReversed()) {
    place.set(id, codes[rest % codes.length]!)
    rest = Math.floor(rest / codes.length)
  }
  return place
}

const labelOf = ({ dimension }: Dataset, id: string, code: string) =>
  `${dimension[id]?.label ?? id}: ${dimension[id]?.category.label?.[code] ?? code}`

function statusAt({ status }: Dataset, at: number): string {
  if (!status || typeof status === 'string') return status ?? ''
  return (Array.isArray(status) ? status[at] : status[String(at)]) ?? ''
}

import { brotliCompressSync } from 'node:zlib'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import drawn from '../../../example/region/layout.json' with { type: 'json' }
import example from '../../../example/region/region.json' with { type: 'json' }
import { NetworkPlan } from '../../design/plan.tsx'
import { autoLayout } from './auto-layout.ts'
import { drawPlan, type NamedPlace } from './drawing.ts'
import { flowRows } from './flow-table.ts'
import type { Layout } from './layout.ts'
import { flowsOf, network, type Pair } from './network.ts'

const lineOf = new Map(example.regions.map((region) => [region.id, region.no]))
const places: NamedPlace[] = example.districts.map((district) => ({
  ...district,
  region: lineOf.get(district.region)!,
}))
const pairs = example.neighbours.pairs as unknown as Pair[]
const layout = drawn as unknown as Layout
const { sections } = network(places, pairs, example.flows.rows)
const plan = drawPlan({ places, layout, sections })
const between = (from: string, to: string, of = plan) => of.sections.find((s) => s.from === from && s.to === to)!

test('the busiest section is 66 wide, all others in proportion, its strands in the order of the regions', () => {
  const busiest = between('Stuttgart', 'Ludwigsburg')
  expect(busiest.caseWidth).toBe(68.6)
  expect(busiest.strands.map(({ region }) => region)).toEqual([1, 2, 3, 4])
  expect(between('Böblingen', 'Tübingen').caseWidth).toBeCloseTo((66 * 37_230) / 104_240 + 2.6, 1)
  expect(plan.sections.at(-1)).toBe(busiest)
})

test('a stop is as large as its widest section', () => {
  const stuttgart = plan.stops.find(({ name }) => name.text === 'Stuttgart')!
  expect(stuttgart).toMatchObject({ x: 520, y: 595, radius: 38 })
})

test('every section and stop of the example is drawn, and the page stays light', () => {
  expect([plan.sections.length, plan.stops.length]).toEqual([39, 20])
  const hint = (s: { from: string; to: string; total: number }) => `${s.from} – ${s.to}: ${s.total}`
  const svg = render(<NetworkPlan drawing={plan} id="plan" title="Netzplan" description="20 Halte" hint={hint} />)
  expect(brotliCompressSync(svg).length).toBeLessThan(12_000)
  expect(svg.match(/style=/g)).toBeNull()
})

test('the plan of one district leaves the rest as hairlines and fills its stop', () => {
  const own = network(places, pairs, flowsOf(example.flows.rows, { around: ['08416'] })).sections
  const focused = drawPlan({ places, layout, sections: own, focus: '08416' })
  expect(focused.stops.filter((stop) => stop.isFocus).map(({ name }) => name.text)).toEqual(['Tübingen'])
  expect(between('Böblingen', 'Tübingen', focused).caseWidth).toBe(68.6)
  expect(between('Heidenheim', 'Ostalbkreis', focused).caseWidth).toBeUndefined()
})

test('without commuters the plan shows neighbourhood alone: sections inside a region in its colour', () => {
  const quiet = drawPlan({ places, layout, sections: network(places, pairs, []).sections })
  expect(between('Stuttgart', 'Ludwigsburg', quiet).strands.map(({ region }) => region)).toEqual([1])
  expect(between('Böblingen', 'Tübingen', quiet)).toMatchObject({ caseWidth: undefined, strands: [] })
})

test('a region that brings no layout gets the same plan on an automatic one', () => {
  const automatic = drawPlan({ places, layout: autoLayout(places, pairs), sections })
  expect(automatic.sections.length).toBe(39)
  for (const { x, y, radius } of automatic.stops) {
    expect([x > radius, y > radius, x + radius < automatic.width, y + radius < automatic.height]).toEqual([
      true,
      true,
      true,
      true,
    ])
  }
})

test('the table has the busiest section first', () => {
  expect(flowRows(places, sections).slice(0, 2)).toMatchObject([
    { from: 'Stuttgart', to: 'Ludwigsburg', total: 104_240 },
    { from: 'Stuttgart', to: 'Esslingen', total: 101_340 },
  ])
})

import { expect, test } from 'vitest'
import example from '../../../example/region/region.json' with { type: 'json' }
import { flowsOf, network, type Pair, type Place, summary } from './network.ts'

const lineOf = new Map(example.regions.map((region) => [region.id, region.no]))
const places: Place[] = example.districts.map((district) => ({ ...district, region: lineOf.get(district.region)! }))
const pairs = example.neighbours.pairs as unknown as Pair[]
const flows = example.flows.rows

const section = (a: string, b: string) => network(places, pairs, flows).sections.find((s) => s.a === a && s.b === b)

test('the section between Stuttgart and Ludwigsburg carries 104,240 people', () => {
  expect(section('08111', '08118')).toEqual({
    a: '08111',
    b: '08118',
    total: 104_240,
    byRegion: { 1: 87_910, 2: 8_840, 3: 1_070, 4: 6_420 },
  })
})

test('the other strong sections carry what the network plan shows', () => {
  expect(section('08111', '08116')?.total).toBe(101_340)
  expect(section('08121', '08125')?.total).toBe(64_220)
  expect(section('08115', '08416')?.total).toBe(37_230)
  expect(section('08237', '08417')?.total).toBe(1_840)
})

test('between districts commute 745,680 people, 215,750 of them into another region', () => {
  expect(summary(places, flows)).toEqual({
    total: 745_680,
    across: 215_750,
    byRegion: { 1: 68_250, 2: 31_630, 3: 44_470, 4: 50_090, 5: 21_310 },
  })
})

test('the order of places, pairs and flows does not matter', () => {
  const turned = pairs.map(([a, b]): Pair => [b, a]).reverse()
  expect(network([...places].reverse(), turned, [...flows].reverse())).toEqual(network(places, pairs, flows))
})

test('of one district, only its own flows count', () => {
  const sections = network(places, pairs, flowsOf(flows, { around: ['08416'] })).sections
  expect(sections.find((s) => s.a === '08415' && s.b === '08416')?.total).toBeGreaterThan(12_330 + 9_950 - 1)
  expect(summary(places, flowsOf(flows, { around: ['08416'] })).total).toBe(30_520 + 32_300)
})

test('people between districts that no neighbours connect are counted as unplaced', () => {
  const island: Place = { key: '99', region: 6, longitude: 11, latitude: 48 }
  const { sections, unplaced } = network([...places, island], pairs, [{ from: '99', to: '08111', value: 30 }])
  expect(unplaced).toBe(30)
  expect(sections.every((s) => s.total === 0)).toBe(true)
})

test('without neighbours there are no sections', () => {
  expect(network(places, [], flows)).toEqual({ sections: [], unplaced: 745_680 })
})

test('net flows keep what one direction has more than the other', () => {
  const own = [
    { from: 'A', to: 'B', value: 30 },
    { from: 'B', to: 'A', value: 20 },
    { from: 'C', to: 'A', value: 5 },
  ]
  expect(flowsOf(own, { direction: 'net' })).toEqual([
    { from: 'A', to: 'B', value: 10 },
    { from: 'C', to: 'A', value: 5 },
  ])
  expect(flowsOf(own, { direction: 'net', around: ['C'], least: 5 })).toEqual([{ from: 'C', to: 'A', value: 5 }])
})

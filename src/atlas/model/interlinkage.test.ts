import { expect, test } from 'vitest'
import { commutingZones, intramax } from './interlinkage.ts'

const flow = (from: string, to: string, value: number) => ({ from, to, value })
const everywhere = () => true

test('Intramax joins as counted by hand', () => {
  // O: A 35, B 20, C 40, D 15; D: A 20, B 35, C 15, D 40.
  // A–B 30/(35·35) + 20/(20·20) = 0.0745; C–D 40/(40·40) + 10/(15·15) = 0.0694; A–C 5/(35·15) = 0.0095 = B–D.
  const flows = [
    flow('A', 'B', 30),
    flow('B', 'A', 20),
    flow('C', 'D', 40),
    flow('D', 'C', 10),
    flow('A', 'C', 5),
    flow('D', 'B', 5),
  ]
  const { groups, joinings } = intramax(['D', 'C', 'B', 'A'], flows, { count: 1, areBeside: everywhere })
  expect(joinings).toEqual([
    { first: ['A'], second: ['B'], inside: 50 / 110 },
    { first: ['C'], second: ['D'], inside: 100 / 110 },
    { first: ['C', 'D'], second: ['A', 'B'], inside: 1 },
  ])
  expect(groups).toEqual([['C', 'D', 'A', 'B']])
})

test('Intramax joins small places that belong together before large ones that merely exchange more', () => {
  const flows = [
    flow('a', 'b', 10),
    flow('b', 'a', 10),
    flow('S', 'L', 1000),
    flow('L', 'S', 1000),
    flow('S', 'a', 100),
    flow('a', 'S', 100),
  ]
  const { joinings } = intramax(['a', 'b', 'S', 'L'], flows, { count: 3, areBeside: everywhere })
  expect(joinings[0]).toMatchObject({ first: ['a'], second: ['b'] })
})

test('only neighbours are joined, and what nothing binds stays alone', () => {
  const flows = [flow('A', 'B', 30), flow('B', 'A', 20), flow('A', 'C', 5), flow('C', 'A', 5)]
  const areBeside = (a: string, b: string) => [a, b].toSorted().join('') === 'AC'
  expect(intramax(['A', 'B', 'C', 'X'], flows, { count: 1, areBeside }).groups).toEqual([['A', 'C'], ['B'], ['X']])
})

test('a commuting zone begins at 15 % of the employed residents, and goes to the city most go to', () => {
  const employed = new Map([
    ['City', 1000],
    ['Other', 800],
    ['near', 100],
    ['edge', 100],
    ['far', 100],
    ['between', 100],
  ])
  const flows = [
    flow('near', 'City', 40),
    flow('edge', 'City', 15),
    flow('far', 'City', 14),
    flow('between', 'City', 20),
    flow('between', 'Other', 25),
    flow('unknown', 'City', 90),
  ]
  expect(Object.fromEntries(commutingZones(['City', 'Other'], flows, employed))).toEqual({
    City: 'City',
    Other: 'Other',
    near: 'City',
    edge: 'City',
    between: 'Other',
  })
})

test('a city from which 15 % go to another one is one with it, and takes its zone along', () => {
  const employed = new Map([
    ['City', 1000],
    ['Twin', 200],
    ['village', 100],
  ])
  const flows = [flow('Twin', 'City', 30), flow('City', 'Twin', 30), flow('village', 'Twin', 50)]
  expect(Object.fromEntries(commutingZones(['City', 'Twin'], flows, employed))).toEqual({
    City: 'City',
    Twin: 'City',
    village: 'City',
  })
})

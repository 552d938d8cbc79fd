import { expect, test } from 'vitest'
import { bestOf } from './model.ts'

const tally = (yes: number, need: number, no: number) => ({ yes, if_need_be: need, no })

test('the best dates keep the fewest away, then please the most; without answers there is none', () => {
  expect(bestOf([tally(5, 0, 1), tally(2, 3, 0), tally(3, 2, 0)])).toEqual([2])
  expect(bestOf([tally(1, 0, 0), tally(1, 4, 0)])).toEqual([0, 1])
  expect(bestOf([tally(0, 0, 0), tally(0, 0, 0)])).toEqual([])
})

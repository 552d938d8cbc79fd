import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { House } from '../platform/visit.ts'
import { ballotsIn, codeFrom, destroyUrn, hasKey, newCode, newUrn, putInto } from './urn.ts'

const data = mkdtempSync(join(tmpdir(), 'metropol-urn-'))
afterAll(() => rmSync(data, { recursive: true, force: true }))
const house: House = { publicUrl: 'http://localhost', key: Buffer.alloc(32), data }
const ballot = (choices: number[], code = newCode()) => ({ code: codeFrom(code)!, choices })

test('an urn gives back what was put in, in an order that says nothing of who came first, and as long whatever it says', () => {
  const ballots = [ballot([0]), ballot([1]), ballot([2, 20]), ballot([1, 2, 3])]
  const [urn, lengths] = ballots.reduce(
    ([urn, lengths], one) => {
      const next = putInto(house, 'vote', urn, one)!
      return [next, [...lengths, next.length - urn.length]] as [Buffer, number[]]
    },
    [newUrn(house, 'vote'), []] as [Buffer, number[]],
  )
  expect(ballotsIn(house, 'vote', urn)).toEqual(ballots.toSorted((a, b) => a.code.compare(b.code)))
  expect(lengths).toEqual([20, 20, 20, 20])
})

test('an urn takes no receipt twice, and does not open when it was changed, is of another vote or without its key', () => {
  const empty = newUrn(house, 'one')
  const code = newCode()
  const urn = putInto(house, 'one', empty, ballot([1], code))!
  expect(putInto(house, 'one', urn, ballot([2], code))).toBeUndefined()
  const changed = Buffer.from(urn)
  changed[14]! ^= 1
  expect(() => ballotsIn(house, 'one', changed)).toThrow()
  newUrn(house, 'other')
  expect(() => ballotsIn(house, 'other', urn)).toThrow()
  expect(hasKey(house, 'one')).toBe(true)
  destroyUrn(house, 'one')
  destroyUrn(house, 'one')
  expect(hasKey(house, 'one')).toBe(false)
  expect(() => ballotsIn(house, 'one', urn)).toThrow('ENOENT')
})

test('a receipt is 128 bits in groups of four digits, and nothing else is one', () => {
  const code = newCode()
  expect(code).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/)
  expect([
    codeFrom(code)?.length,
    codeFrom(`${code}0`),
    codeFrom(''),
    codeFrom(code.toUpperCase().replace(/^./, 'G')),
  ]).toEqual([16, undefined, undefined, undefined])
})

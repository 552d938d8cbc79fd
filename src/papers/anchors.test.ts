import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compared, movedRanges, placeOf } from './anchors.ts'

const from = 'Eins ist der Anfang.\n\nDie Region baut zwei neue Radwege am Neckar.\n\nDrei ist das Ende.'
const passage = 'zwei neue Radwege'
const range = placeOf(from, passage)!

/** What stands in the next version where the passage stood. */
const now = (to: string) => {
  const [there] = movedRanges(from, to, [range])
  return there && to.slice(there.start, there.end)
}

test('a passage stays with its words when text comes before it, or it moves as a whole', () => {
  expect(now(`Davor.\n\n${from}`)).toBe(passage)
  expect(now('Drei ist das Ende.\n\nDie Region baut zwei neue Radwege am Neckar.\n\nEins ist der Anfang.')).toBe(
    passage,
  )
})

test('a passage of which half is left at least is what stands there now, one of which less is left is gone', () => {
  expect(now(from.replace(passage, 'drei neue Radwege'))).toBe('drei neue Radwege')
  expect(now(from.replace(passage, 'zwei sehr gute neue Radwege'))).toBe('zwei sehr gute neue Radwege')
  expect(now(from.replace(passage, 'eine Straße'))).toBe(undefined)
  expect(now('')).toBe(undefined)
})

test('of equal passages the one at its own place is meant', () => {
  const text = 'Das gilt. Sonst nichts. Das gilt.'
  const second = { start: text.lastIndexOf('Das gilt.'), end: text.length }
  expect(movedRanges(text, `Zuerst. ${text}`, [second])).toEqual([{ start: second.start + 8, end: second.end + 8 }])
  expect(placeOf(text, 'Das gilt.', second.start)).toEqual(second)
  expect(placeOf(text, 'Das nicht.')).toBe(undefined)
})

test('a passage that is found lies within the text, whatever became of it', () => {
  const text = fc
    .array(fc.constantFrom('Plan ', 'Weg ', 'neu', '\n\n', '. '), { maxLength: 20 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, fc.nat(40), fc.nat(40), (before, after, a, b) => {
      const one = { start: Math.min(a, b, before.length), end: Math.min(Math.max(a, b), before.length) }
      const [there] = movedRanges(before, after, [one])
      if (there) expect(0 <= there.start && there.start < there.end && there.end <= after.length).toBe(true)
      if (one.start < one.end)
        expect(movedRanges(before, before, [one])[0]).toEqual(
          before.slice(one.start, one.end).trim() ? one : expect.anything(),
        )
    }),
  )
})

test('wordings are compared as one reads them, and as written where only that differs', () => {
  expect(compared('Sie führen **einen** Kalender.[^1]', 'Sie führen [einen](/x) *Plan*, 2 * 3.')).toEqual({
    ...{ from: 'Sie führen einen Kalender.', to: 'Sie führen einen Plan, 2 * 3.' },
  })
  expect(compared('ein Kalender', '**ein** Kalender')).toEqual({ from: 'ein Kalender', to: '**ein** Kalender' })
})

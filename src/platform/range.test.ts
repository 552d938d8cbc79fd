import { expect, test } from 'vitest'
import { rangeOf } from './range.ts'

test('one range is understood, several or none mean the whole, what lies outside is refused', () => {
  const asked = (header: string | undefined) => rangeOf(header, 100)
  expect(asked('bytes=0-9')).toEqual({ start: 0, end: 9 })
  expect(asked('bytes=90-')).toEqual({ start: 90, end: 99 })
  expect(asked('bytes=-10')).toEqual({ start: 90, end: 99 })
  expect(asked('bytes=-500')).toEqual({ start: 0, end: 99 })
  expect(asked('bytes=50-1000')).toEqual({ start: 50, end: 99 })
  for (const header of ['bytes=100-', 'bytes=-0']) expect(asked(header)).toBe('unsatisfiable')
  for (const header of [undefined, '', 'bytes=-', 'bytes=9-1', 'bytes=0-1,4-5', 'lines=0-1', 'bytes=a-b'])
    expect([header, asked(header)]).toEqual([header, undefined])
})

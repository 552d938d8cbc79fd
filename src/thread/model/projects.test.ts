import { expect, test } from 'vitest'
import { numberTyped, paceOf } from './projects.ts'

test('a number is read as people of each language type it, and what is none is not guessed', () => {
  expect(['1.250', '1.250,5', '12,5', '1 250', '−3', '1.25', ''].map((typed) => numberTyped('de', typed))).toEqual([
    1250,
    1250.5,
    12.5,
    1250,
    -3,
    1.25,
    null,
  ])
  expect(['1,250', '1,250.5', '12.5'].map((typed) => numberTyped('en', typed))).toEqual([1250, 1250.5, 12.5])
  expect(['viel', '1e9', '--3', '1,2,3', '0x10'].map((typed) => numberTyped('de', typed))).toEqual(
    Array(5).fill(undefined),
  )
})

test('a plan is kept as exactly as it was made, and overdue once its time is over', () => {
  const pace = (plannedFor: string, happenedOn: string | null) =>
    paceOf({ plannedFor, happenedOn, today: '2026-11-12' })
  expect([pace('2026', '2026-12-31'), pace('2026-05', '2026'), pace('2026-05', '2026-05-31')]).toEqual(
    Array(3).fill('on_time'),
  )
  expect([pace('2026-05', '2026-06-01'), pace('2026-05', '2025')]).toEqual(['late', 'early'])
  expect([pace('2026', null), pace('2026-11', null), pace('2026-10', null), pace('2025', null)]).toEqual([
    'ahead',
    'ahead',
    'overdue',
    'overdue',
  ])
})

import { expect, test } from 'vitest'
import {
  countsOf,
  type EventKind,
  inOrder,
  isPossible,
  isStill,
  type Kind,
  outcomeOf,
  outcomeOfResult,
  stateOf,
} from './model.ts'

const event = (kind: EventKind, happenedOn: string | null = null, plannedFor: string | null = null) => ({
  kind,
  happenedOn,
  plannedFor,
})

test('the state follows from what has happened, and what is only planned changes nothing', () => {
  const stateAfter = (kind: Kind, ...events: ReturnType<typeof event>[]) => stateOf(kind, events)
  expect([
    stateAfter('project'),
    stateAfter('project', event('begun', '2022-06-30'), event('completed', null, '2026')),
    stateAfter('project', event('completed', '2024'), event('begun', '2022-06-30')),
    stateAfter('project', event('begun'), event('paused', '2023')),
    stateAfter('position', event('handed_over', '2018-06-27'), event('answered', '2019')),
    stateAfter('result', event('note', '2023')),
  ]).toEqual(['idea', 'under_way', 'completed', 'paused', 'answered', 'idea'])
})

test('what is over is not begun again, and nothing is paused before it begins', () => {
  expect([
    isPossible('project', [event('begun', '2022'), event('completed', '2023'), event('begun', '2024')]),
    isPossible('project', [event('paused', '2022')]),
    isPossible('position', [event('answered', '2022')]),
    isPossible('position', [event('handed_over', '2021'), event('note', '2022'), event('answered', '2023')]),
  ]).toEqual([false, false, false, true])
})

test('a year stands after the days known of it, what has no date before, what is ahead last', () => {
  const events = [event('note', null, '2026'), event('note', '2022'), event('begun', '2022-06-30'), event('planned')]
  expect(inOrder(events).map(({ happenedOn, plannedFor }) => happenedOn ?? plannedFor)).toEqual([
    null,
    '2022-06-30',
    '2022',
    '2026',
  ])
})

test('a position is judged by its lines: all, none, or in between', () => {
  const judged = (...verdicts: ('taken_up' | 'partly' | 'not' | 'open')[]) =>
    outcomeOf({ kind: 'position', state: 'answered', verdicts })
  expect([
    judged('taken_up', 'taken_up'),
    judged('not', 'not'),
    judged('taken_up', 'not'),
    judged('open', 'open'),
    judged('taken_up', 'open'),
  ]).toEqual(['carried_out', 'not_taken_up', 'under_way', 'under_way', 'under_way'])
})

test('a result’s own word cannot paint over what its projects tell', () => {
  expect([
    outcomeOfResult('carried_out', ['not_taken_up']),
    outcomeOfResult('not_taken_up', ['under_way', 'carried_out']),
    outcomeOfResult('open', ['carried_out', 'not_taken_up']),
    outcomeOfResult('not_taken_up', []),
    outcomeOfResult('carried_out', ['open']),
    outcomeOfResult('open', ['open']),
  ]).toEqual(['not_taken_up', 'under_way', 'carried_out', 'not_taken_up', 'carried_out', 'under_way'])
})

test('what is over is never still; what is open is after a year', () => {
  const [moved, now] = [new Date('2025-05-01'), new Date('2026-05-04')]
  expect([isStill('open', moved, now), isStill('under_way', now, now), isStill('carried_out', moved, now)]).toEqual([
    true,
    false,
    false,
  ])
})

test('outcomes are counted, none left out', () => {
  expect(countsOf(['open', 'open', 'under_way'])).toEqual({ carried_out: 0, under_way: 1, not_taken_up: 0, open: 2 })
})

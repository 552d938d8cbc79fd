import { expect, test } from 'vitest'
import { count, isBallot, type Majority, type Method } from './model.ts'

type Given = { method?: Method; majority?: Majority; quorumPercent?: number; isSecret?: boolean; options?: number }
/** Counts ballots given as what was chosen and its weight, among so many entitled of weight one, or these weights. */
function counted(given: Given, entitled: number | number[], ballots: [choice: number, weight: number][][]) {
  const { method = 'yes_no', majority = 'simple', quorumPercent = null, isSecret = false, options = 0 } = given
  const electors = (typeof entitled === 'number' ? Array(entitled).fill(1) : entitled).map((weight) => ({ weight }))
  return count({
    rule: { method, majority, quorumPercent, isSecret },
    options,
    electors,
    ballots: ballots.map((parts) => ({
      weight: method === 'several' ? parts[0]![1] : parts.reduce((sum, [, weight]) => sum + weight, 0),
      parts: parts.map(([choice, weight]) => ({ choice, weight })),
    })),
  })
}
const all = (yes: number, no: number, abstained = 0): [number, number][][] => [
  ...Array.from({ length: yes }, (): [number, number][] => [[1, 1]]),
  ...Array.from({ length: no }, (): [number, number][] => [[2, 1]]),
  ...Array.from({ length: abstained }, (): [number, number][] => [[0, 1]]),
]
const outcomes = (majority: Majority, entitled: number, cases: [number, number, number][]) =>
  cases.map(([yes, no, abstained]) => counted({ majority }, entitled, all(yes, no, abstained)).outcome)

test('each majority is taken of the votes that its rule names, at its edge', () => {
  const [yes, no] = ['accepted', 'rejected']
  expect(
    outcomes('simple', 10, [
      [3, 2, 5],
      [2, 2, 1],
      [1, 0, 9],
      [0, 0, 3],
    ]),
  ).toEqual([yes, no, yes, no])
  expect(
    outcomes('cast', 10, [
      [3, 2, 0],
      [3, 2, 1],
      [5, 0, 5],
      [6, 0, 4],
    ]),
  ).toEqual([yes, no, no, yes])
  expect(
    outcomes('two_thirds', 10, [
      [4, 2, 4],
      [3, 2, 0],
      [0, 0, 1],
    ]),
  ).toEqual([yes, no, no])
  expect(
    outcomes('absolute', 10, [
      [6, 0, 0],
      [5, 0, 0],
    ]),
  ).toEqual([yes, no])
  expect(
    outcomes('two_thirds_entitled', 9, [
      [6, 3, 0],
      [5, 0, 0],
    ]),
  ).toEqual([yes, no])
})

test('a quorum is a share of all votes, to which abstentions count', () => {
  const half = { quorumPercent: 50 }
  expect(counted(half, 10, all(3, 1)).outcome).toBe('no_quorum')
  expect(counted(half, 10, all(3, 1, 1)).outcome).toBe('accepted')
  expect(counted(half, [60, 40], [[[1, 40]]]).outcome).toBe('no_quorum')
  expect(counted(half, [60, 40], [[[1, 60]]]).outcome).toBe('accepted')
})

test('of several options the best is chosen where the rule is met, of two alike none; several may be approved', () => {
  const one = (majority: Majority, votes: [number, number][]) =>
    counted(
      { method: 'one', majority, options: 3 },
      20,
      votes.map((part) => [part]),
    )
  expect(
    one('most', [
      [1, 3],
      [2, 4],
      [3, 2],
    ]),
  ).toMatchObject({ outcome: 'accepted', chosen: [2] })
  expect(
    one('most', [
      [1, 4],
      [2, 4],
    ]),
  ).toMatchObject({ outcome: 'tie', chosen: [] })
  expect(
    one('simple', [
      [1, 3],
      [2, 4],
      [3, 2],
    ]),
  ).toMatchObject({ outcome: 'rejected', chosen: [] })
  expect(
    one('simple', [
      [1, 2],
      [2, 7],
      [0, 9],
    ]),
  ).toMatchObject({ outcome: 'accepted', chosen: [2] })
  const several = counted({ method: 'several', options: 3 }, 4, [
    [
      [1, 1],
      [2, 1],
    ],
    [
      [1, 1],
      [2, 1],
    ],
    [
      [2, 1],
      [3, 1],
    ],
    [[0, 1]],
  ])
  expect(several).toMatchObject({ outcome: 'accepted', chosen: [1, 2], cast: 4, valid: 3, base: 3 })
})

test('consent fails by one objection, and silence is agreement', () => {
  const consent = { method: 'consent', majority: 'none' } as const
  expect(counted(consent, 5, []).outcome).toBe('accepted')
  expect(counted(consent, 5, [[[1, 1]], [[2, 1]]]).outcome).toBe('objected')
})

test('a secret vote with too few ballots tells nothing but how many there were', () => {
  expect(counted({ isSecret: true }, 9, all(2, 0))).toMatchObject({
    outcome: 'too_few',
    counts: [],
    valid: 0,
    ballots: 2,
  })
})

test('a ballot gives exactly its votes, each choice once, and only what is there', () => {
  const split = { method: 'yes_no', maySplit: true } as const
  const fits = (parts: [number, number][], rule: { method: Method; maySplit: boolean } = split, options = 0) =>
    isBallot({ rule, options, weight: 100, parts: parts.map(([choice, weight]) => ({ choice, weight })) })
  expect(
    fits([
      [1, 70],
      [2, 30],
    ]),
  ).toBe(true)
  expect([
    fits([[1, 70]]),
    fits([
      [1, 70],
      [1, 30],
    ]),
    fits([
      [1, 70],
      [3, 30],
    ]),
    fits([]),
    fits([
      [1, 101],
      [2, -1],
    ]),
  ]).toEqual([false, false, false, false, false])
  expect(
    fits(
      [
        [1, 70],
        [2, 30],
      ],
      { method: 'yes_no', maySplit: false },
    ),
  ).toBe(false)
  const several = { method: 'several', maySplit: false } as const
  expect([
    fits(
      [
        [1, 100],
        [2, 100],
      ],
      several,
      2,
    ),
    fits(
      [
        [1, 100],
        [0, 100],
      ],
      several,
      2,
    ),
  ]).toEqual([true, false])
})

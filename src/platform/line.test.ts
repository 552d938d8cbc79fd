import { expect, test } from 'vitest'
import { fairLine } from './line.ts'
import { rasterise } from './picture.ts'

test('who asks for much waits behind who asks for little, is told when it is too much, and nothing is made for who has gone', async () => {
  const line = fairLine({ each: 3, all: 5 })
  const made: string[] = []
  const gone = new Set<string>()
  const ask = (who: string, what: string) =>
    line({ who, isGone: () => gone.has(who) }, async () => void made.push(what)).catch(() => `not ${what}`)
  const asked = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1', 'd1'].map((what) => ask(what[0]!, what))
  gone.add('c')
  expect([await Promise.all(asked), made]).toEqual([
    [undefined, undefined, undefined, undefined, 'not a5', undefined, 'not c1', 'not d1'],
    ['a1', 'b1', 'a2', 'a3', 'a4'],
  ])
})

test('the same picture is drawn once, also for who comes while it is drawn for somebody who goes', async () => {
  const svg = (no: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="${no}"/>`
  let isGone = false
  const before = rasterise(svg(1), { who: 'other', isGone: () => false })
  const first = rasterise(svg(2), { who: 'one', isGone: () => isGone })
  const second = rasterise(svg(2), { who: 'two', isGone: () => false })
  isGone = true
  await expect(first).rejects.toThrow('nobody waits')
  expect(await second).toBe(await rasterise(svg(2)))
  await before
})

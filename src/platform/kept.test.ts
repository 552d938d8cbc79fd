import { expect, test } from 'vitest'
import { keeping } from './kept.ts'

test('the last keys are kept, the one asked for longest ago goes first, and a failure is tried again', async () => {
  const made: string[] = []
  const kept = keeping<string>(2)
  const ask = (key: string) => kept(key, () => `${made.push(key)}`)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  await expect(kept('x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await kept('x', () => 'yes')).toBe('yes')
  const both = await Promise.all([kept('y', async () => 'one'), kept('y', async () => 'two')])
  expect(both).toEqual(['one', 'one'])
})

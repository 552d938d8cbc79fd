import { expect } from 'vitest'
import { test } from '../../test/world.ts'

test('a path nobody knows is 404, in the language of its address', async ({ world }) => {
  const answer = await world.get('/en/nothing-here')
  expect(answer.statusCode).toBe(404)
  expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
})

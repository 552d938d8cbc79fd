import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { start } from './start.ts'

test('a port that is taken is said at once, and no data folder is begun', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve))
  const { port } = other.address() as AddressInfo
  const data = join(tmpdir(), `metropol-nothing-${port}`)
  vi.stubEnv('PORT', String(port))
  vi.stubEnv('METROPOL_DATA', data)
  await expect(start(true)).rejects.toThrow(`Port ${port} ist schon belegt.`)
  expect(existsSync(data)).toBe(false)
  vi.unstubAllEnvs()
  other.close()
})

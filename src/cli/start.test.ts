import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { announce, announced, lockFolder } from '../platform/lock.ts'
import { settingsBeside } from './installation.ts'
import { start } from './start.ts'

test('a port that is taken is said at once, and no data folder is begun', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve))
  const { port } = other.address() as AddressInfo
  const data = join(tmpdir(), `metropol-nothing-${port}`)
  vi.stubEnv('PORT', String(port))
  vi.stubEnv('METROPOL_DATA', data)
  vi.stubEnv('npm_lifecycle_event', 'start')
  vi.stubEnv('SMTP_URL', 'smtp://name:geheim@mail.example.org')
  vi.stubEnv('MAIL_FROM', 'Büro <buero@example.org>')
  const command = `METROPOL_DATA=${data} SMTP_URL=… MAIL_FROM='Büro <buero@example.org>' PORT=${port + 1} npm start -- --empty`
  await expect(start(true)).rejects.toThrow(
    `Port ${port} ist schon belegt.\nBitte einen anderen wählen, zum Beispiel: ${command}`,
  )
  expect(existsSync(data)).toBe(false)
  vi.unstubAllEnvs()
  other.close()
})

test('beside a running program its address counts, and no longer once it has ended', () => {
  const data = mkdtempSync(join(tmpdir(), 'metropol-beside-'))
  vi.stubEnv('METROPOL_DATA', data)
  const address = () => [settingsBeside().publicUrl, settingsBeside().port]
  const lock = lockFolder(data)
  announce(data, { publicUrl: 'http://localhost:8192', host: 'localhost', port: 8192 })
  expect(address()).toEqual(['http://localhost:8192', 8192])
  lock.release()
  expect(announced(data)).toBe(undefined)
  expect(address()).toEqual(['http://localhost:8080', 8080])
  writeFileSync(join(data, 'lock'), '1 somewhen')
  expect(announced(data)).toBe(undefined)
  vi.unstubAllEnvs()
})

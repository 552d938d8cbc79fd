import { randomBytes, timingSafeEqual } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf, Problem } from './problem.ts'
import { hashOf } from './tokens.ts'

const shape = z.object({
  installationKey: z.string().regex(/^[\w-]{43}$/),
  databasePassword: z.string().regex(/^[\w-]{22,}$/),
  metricsToken: z.string().min(16),
})

/** What an installation must keep to itself. `installationKey`: 32 bytes as base64url, the root of all derived keys. */
export type Secrets = z.output<typeof shape>

/** Reads `secrets.json` in the data folder (mode 0600), written whole at the first start and never changed. */
export function openSecrets(dataFolder: string): Secrets {
  const file = join(dataFolder, 'secrets.json')
  try {
    return shape.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT')
      throw new Problem(`${file} ist beschädigt oder nicht lesbar. Bitte aus der Sicherung zurückholen.`)
  }
  const secrets: Secrets = {
    installationKey: randomBytes(32).toString('base64url'),
    databasePassword: randomBytes(24).toString('base64url'),
    metricsToken: randomBytes(24).toString('base64url'),
  }
  writeWhole(file, `${JSON.stringify(secrets, null, 2)}\n`)
  return secrets
}

/** Writes a file so that after a power cut it is there whole or not at all. Only its owner may read it. */
export function writeWhole(file: string, content: string) {
  const draft = `${file}.${process.pid}.new`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, content)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, file)
}

/** Compares two texts without telling by its duration where they differ. */
export const isSameSecret = (one: string, other: string) => timingSafeEqual(hashOf(one), hashOf(other))

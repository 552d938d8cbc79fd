import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockFolder } from './lock.ts'
import { codeOf, Problem } from './problem.ts'
import { openSecrets, type Secrets, writeWhole } from './secrets.ts'

/** Where an installation keeps what. */
export type DataFolder = { postgres: string; files: string; uploads: string; mail: string; urns: string; logs: string }

/** Rises when the folder's layout changes so that an older program would do harm. */
const layoutVersion = 1

export const dataFolder = (folder: string): DataFolder => ({
  postgres: join(folder, 'postgres'),
  files: join(folder, 'files'),
  uploads: join(folder, 'uploads'),
  mail: join(folder, 'mail'),
  urns: join(folder, 'urns'),
  logs: join(folder, 'logs'),
})

/**
 * Makes the data folder where it is missing, takes it for this process and reads its secrets.
 * Throws a Problem when it is in use, not writable, full, or written by a newer version.
 */
export function openDataFolder(folder: string): { places: DataFolder; secrets: Secrets; release(): void } {
  const places = dataFolder(folder)
  try {
    // Others may pass through to the database's own folder, which belongs to its system user; the rest is ours alone.
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    const lock = lockFolder(folder)
    try {
      checkVersion(folder)
      mkdirSync(places.logs, { recursive: true, mode: 0o711 })
      for (const place of [places.files, places.uploads, places.mail, places.urns])
        mkdirSync(place, { recursive: true, mode: 0o700 })
      return { places, secrets: openSecrets(folder), release: lock.release }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    throw inWords(folder, error)
  }
}

function checkVersion(folder: string) {
  const file = join(folder, 'version')
  try {
    const version = Number(readFileSync(file, 'utf8'))
    if (version <= layoutVersion) return
    throw new Problem(
      `Der Datenordner ${folder} gehört zu einer neueren Fassung von Metropol.\nBitte mindestens diese Fassung starten; die alte würde ihn beschädigen.`,
    )
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    writeWhole(file, `${layoutVersion}\n`)
  }
}

function inWords(folder: string, error: unknown) {
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new Problem(
        `In den Datenordner ${folder} darf Metropol nicht schreiben.\nBitte die Rechte ändern oder mit METROPOL_DATA einen anderen Ordner wählen.`,
      )
    case 'ENOSPC':
    case 'EDQUOT':
      return new Problem(`Der Datenträger von ${folder} ist voll. Bitte Platz schaffen und noch einmal starten.`)
    case 'ENOTDIR':
    case 'EEXIST':
      return new Problem(`METROPOL_DATA=${folder} ist kein Ordner.`)
    default:
      return error
  }
}

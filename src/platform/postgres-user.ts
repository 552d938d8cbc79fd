import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Problem } from './problem.ts'

/** The system user as whom PostgreSQL runs when Metropol runs as root: PostgreSQL refuses to run as root. */
export type ServerUser = {
  uid: number
  gid: number
  /** Right to pass through folders that only root may enter; none where all folders on the way are open. */
  passage: string | undefined
}

/** The user for a server whose programs and data lie in these places; undefined when we are not root ourselves. */
export function serverUser(...places: string[]): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const { uid, gid } = findUser() ?? createUser()
  const isClosed = places.some((place) => foldersAbove(place).some((folder) => !letsThrough(folder, uid, gid)))
  return { uid, gid, passage: isClosed ? passage() : undefined }
}

/** The command that runs a program as this user. */
export function commandAs(user: ServerUser | undefined, program: string, args: readonly string[]) {
  if (!user?.passage) return { file: program, args: [...args], as: user ? { uid: user.uid, gid: user.gid } : {} }
  const ids = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
  const right = [`--inh-caps=+${user.passage}`, `--ambient-caps=+${user.passage}`]
  return { file: 'setpriv', args: [...ids, ...right, program, ...args], as: {} }
}

function findUser() {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('postgres:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function createUser() {
  try {
    const flags = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']
    execFileSync('useradd', flags, { stdio: 'pipe' })
  } catch {
    throw new Problem(
      'PostgreSQL läuft nicht als root, und der Benutzer „postgres“ ließ sich nicht anlegen.\nBitte Metropol unter einem eigenen Benutzer starten oder mit DATABASE_URL einen eigenen Server angeben.',
    )
  }
  return findUser()!
}

const foldersAbove = (place: string): string[] =>
  dirname(place) === place ? [] : [dirname(place), ...foldersAbove(dirname(place))]

function letsThrough(folder: string, uid: number, gid: number) {
  const { mode, uid: owner, gid: group } = statSync(folder)
  if (owner === uid) return (mode & 0o100) !== 0
  return (mode & (group === gid ? 0o010 : 0o001)) !== 0
}

/** The weakest right of root's that opens folders such as /root to the server, without changing the folders. */
function passage() {
  const bounding = BigInt(`0x${/CapBnd:\s*(\w+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0}`)
  const right = [
    { name: 'dac_read_search', bit: 2n },
    { name: 'dac_override', bit: 1n },
  ].find(({ bit }) => (bounding >> bit) & 1n)
  if (right && hasSetpriv()) return right.name
  throw new Problem(
    'Als root gestartet, läuft PostgreSQL unter dem Benutzer „postgres“; der kommt an einen der Ordner nicht heran.\nBitte das Programm und METROPOL_DATA in einen Ordner legen, den alle betreten dürfen, etwa /srv/metropol.',
  )
}

function hasSetpriv() {
  try {
    return execFileSync('setpriv', ['--help']).includes('ambient-caps')
  } catch {
    return false
  }
}

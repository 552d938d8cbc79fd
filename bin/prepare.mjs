// Runs under any Node from 20 on and before anything is installed: it needs nothing but Node itself.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (...parts) => join(root, ...parts)

/**
 * How the program's Node keeps house with memory: by itself it lets the heap grow to several times of what is in use.
 * Measured by `npm run bench`: 205 MB while 300 register instead of 460. No source maps: reading them takes 35 MB more; the
 * built program is not made small, and each part names its source. `npm run dev` has them.
 */
export const nodeFlags = ['--max-semi-space-size=8', '--max-old-space-size=256', '--optimize-for-size']
export const nodeMemory = { MALLOC_ARENA_MAX: '2' }

/** Ends with a message for the person at the keyboard. */
export function giveUp(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}

/** Installs the locked dependencies when they are missing or the lockfile has changed since. */
export function installDependencies() {
  // A linked folder belongs to another checkout: `npm ci` would empty it for everyone who uses it.
  if (lstatSync(inRoot('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return
  const lock = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex')
  const stamp = inRoot('node_modules', '.metropol-lock')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stdout.write('Die Abhängigkeiten werden installiert …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }
  const { status, stdout, stderr } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], options)
  if (status !== 0) giveUp(`npm ci ist gescheitert.\n${stdout ?? ''}${stderr ?? ''}`)
  process.stdout.write(`${stdout.trim().split('\n').at(-1)}\n`)
  writeFileSync(stamp, lock)
}

/** The Node that runs the program: the pinned one from the lockfile, else this one from 24 on. */
export function findNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = inRoot('node_modules', `node-${process.platform.replace('32', '')}-${process.arch}`, 'bin', name)
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  return giveUp(
    `Metropol läuft unter Node 24. Für ${process.platform}-${process.arch} bringt es keines mit, und dieses hier ist ${process.versions.node}.\nBitte Node 24 oder neuer installieren: https://nodejs.org`,
  )
}

/** Builds the program when a source is newer than the last build or was added or removed. */
export function buildProgram(node) {
  const stamp = inRoot('dist', '.sources')
  const sources = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const { status } = spawnSync(node, [inRoot('scripts', 'build.ts')], { cwd: root, stdio: 'inherit' })
  if (status !== 0) giveUp('Das Programm ließ sich nicht bauen.')
  writeFileSync(stamp, sources)
}

function fingerprint() {
  const hash = createHash('sha256').update(process.platform)
  for (const file of [...filesBelow(inRoot('src')), inRoot('scripts', 'build.ts'), inRoot('package-lock.json')]) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file} ${mtimeMs} ${size}\n`)
  }
  return hash.digest('hex')
}

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .sort()

/** The browser of the tests and pictures: as set, else Debian's Chromium, the one without a window first: it is quicker. */
export const browserFile = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find(
    (file) => file && existsSync(file),
  )

import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, Problem } from './problem.ts'
import { writeWhole } from './secrets.ts'

/**
 * Takes the data folder for this process until `release`. A holder that was killed counts as gone: a process is known
 * by its number and its time of start, so that a reused number is not mistaken for it. A child of the holder may enter.
 * Throws a Problem that names the holder.
 */
export function lockFolder(dataFolder: string): { release(): void } {
  const file = join(dataFolder, 'lock')
  const mine = `${process.pid} ${startOf(process.pid)}`
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, mine, { mode: 0o600 })
  try {
    for (;;) {
      if (linked(draft, file)) return { release: () => release(file, mine) }
      const held = read(file)
      const [pid, started] = split(held)
      if (pid === process.ppid) return { release() {} }
      if (held && pid && startOf(pid) === started) throw runsAlready(dataFolder, pid)
      takeAway(file, held)
    }
  } finally {
    unlinkSync(draft)
  }
}

const runsAlready = (dataFolder: string, pid: number) =>
  new Problem(
    `Diese Installation läuft schon: Prozess ${pid} benutzt den Datenordner ${dataFolder}.\nBeenden lässt sie sich mit: kill ${pid}\nEine zweite daneben braucht einen eigenen Ordner (METROPOL_DATA) und Port (PORT).`,
  )

/** Says that the installation of this folder runs already, and how to end it; undefined while it does not. */
export function runningProblem(dataFolder: string): Problem | undefined {
  const [pid, started] = split(read(join(dataFolder, 'lock')))
  return pid && startOf(pid) === started ? runsAlready(dataFolder, pid) : undefined
}

type Running = { publicUrl: string; host: string; port: number }

/** Leaves beside the lock where the program that holds this folder answers. It counts only while that program lives. */
export function announce(dataFolder: string, { publicUrl, host, port }: Running) {
  const holder = read(join(dataFolder, 'lock'))
  writeWhole(join(dataFolder, 'running'), JSON.stringify({ holder, publicUrl, host, port }))
}

/** Where the program that holds this folder answers; undefined while none does. */
export function announced(dataFolder: string): Running | undefined {
  const held = read(join(dataFolder, 'lock'))
  const text = held && runningProblem(dataFolder) && read(join(dataFolder, 'running'))
  if (!text) return undefined
  const { holder, ...where } = JSON.parse(text) as Running & { holder: string }
  return holder === held ? where : undefined
}

function linked(draft: string, file: string) {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead holder's file. Moved first and read again: between reading and moving, another starter may have come. */
function takeAway(file: string, dead: string | undefined) {
  const away = `${file}.${process.pid}.away`
  try {
    renameSync(file, away)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if (read(away) !== dead) linked(away, file)
  unlinkSync(away)
}

function release(file: string, mine: string) {
  if (read(file) === mine) unlinkSync(file)
}

function read(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

const split = (held = ''): [number, string] => {
  const [pid = '', ...started] = held.split(' ')
  return [Number(pid), started.join(' ')]
}

/** When a running process was started, in whatever form the system tells it; empty when there is no such process. */
export function startOf(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
      return fields[0] === 'Z' ? '' : `${boot}-${fields[19]}`
    }
    if (process.platform !== 'win32')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim()
    process.kill(pid, 0)
    return 'running'
  } catch {
    return ''
  }
}

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { context } from 'esbuild'
import { nodeFlags } from '../bin/prepare.mjs'
import { buildBrowser, serverOptions } from './build.ts'

const root = join(import.meta.dirname, '..')
const dev = join(root, 'dist')
const say = (text: string) => process.stdout.write(`${text}\n`)

mkdirSync(dev, { recursive: true })
const builder = await context(serverOptions)
let server: ChildProcess | undefined
let isStopping = false

/** One restart at a time; what changes meanwhile is asked for again. */
let isBusy = false
let isAsked = false
async function restart(what: 'server' | 'everything') {
  isAsked = isBusy
  if (isBusy) return
  isBusy = true
  const begun = performance.now()
  try {
    await Promise.all([builder.rebuild(), ...(what === 'everything' ? [buildBrowser()] : [])])
    await ended(server)
    if (!isStopping) server = started()
    say(`  neu gebaut in ${Math.round(performance.now() - begun)} ms`)
  } catch {
    say('  nicht gebaut; läuft weiter wie vorher')
  }
  isBusy = false
  if (isAsked) {
    isAsked = false
    await restart('everything')
  }
}

function started() {
  const args = ['--enable-source-maps', ...nodeFlags, join(dev, 'server.js'), 'start', ...process.argv.slice(2)]
  const env = { ...process.env, NODE_ENV: 'development' }
  return spawn(process.execPath, args, { stdio: 'inherit', env })
}

function ended(child: ChildProcess | undefined) {
  if (!child || child.exitCode !== null) return
  const done = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return done
}

let timer: NodeJS.Timeout | undefined
watch(join(root, 'src'), { recursive: true }, (_, name) => {
  if (!name || name.endsWith('.test.ts') || name.endsWith('.test.tsx')) return
  clearTimeout(timer)
  timer = setTimeout(() => void restart(/\.css$|islands/.test(name) ? 'everything' : 'server'), 40)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, async () => {
    isStopping = true
    await ended(server)
    await builder.dispose()
    process.exit(0)
  })
await restart('everything')

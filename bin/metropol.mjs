#!/usr/bin/env node
// From a clean clone to the running program: dependencies, the right Node, the build, then the command itself.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildProgram, findNode, giveUp, installDependencies, nodeFlags, nodeMemory, root } from './prepare.mjs'

if (Number(process.versions.node.split('.')[0]) < 20)
  giveUp(`Metropol braucht Node 20 oder neuer, dies ist ${process.versions.node}.`)
installDependencies()
const node = findNode()
const [command = '--help', ...rest] = process.argv.slice(2)
const script = { dev: 'scripts/dev.ts', schema: 'scripts/schema.ts', bench: 'bench/run.ts' }[command]
if (!script) buildProgram(node)

const args = script ? [join(root, script), ...rest] : [...nodeFlags, join(root, 'dist/server.js'), command, ...rest]
// The channel tells the program when this process is gone, also by a signal that nobody can pass on.
const stdio = ['inherit', 'inherit', 'inherit', 'ipc']
const child = spawn(node, args, { stdio, env: { ...nodeMemory, ...process.env } })
// A terminal sends Ctrl-C to both processes itself; passed on again it would count as the second, which ends at once.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => (signal ? process.kill(process.pid, signal) : process.exit(code)))

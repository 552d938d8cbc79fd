// Everything that can be said about the source without running it, the same here and in CI: `npm run check`.
// `npm run check -- types walls` runs only those. The rules' own tests plant one violation of each.
import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { findNode, root } from '../bin/prepare.mjs'

const node = findNode()
// The pinned Node runs the tools too, whichever one runs this file.
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` }
const program = (name) => join(root, 'node_modules/.bin', name)
const checks = {
  types: [program('tsc'), '--noEmit'],
  'format and lint': [program('biome'), 'check', '--error-on-warnings'],
  walls: [program('depcruise'), '--config', 'walls.cjs', '--output-type', 'err', 'src'],
  'unused code': [program('knip'), '--no-progress'],
  'words, urls, tables': [node, join(root, 'scripts/source-rules.ts')],
}

const wanted = process.argv.slice(2)
const chosen = Object.entries(checks).filter(([name]) => wanted.length === 0 || wanted.some((w) => name.includes(w)))
let isGood = chosen.length > 0
for (const [name, [file, ...args]] of chosen) {
  const begun = performance.now()
  const shell = process.platform === 'win32' && file !== node
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    shell,
    maxBuffer: 1e9,
  })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  process.stdout.write(`${status === 0 ? 'good' : 'BAD '}  ${name} (${seconds} s)\n`)
  if (status !== 0) process.stdout.write(`${stdout ?? ''}${stderr ?? ''}${error ?? ''}\n`)
  isGood &&= status === 0
}
process.exitCode = isGood ? 0 : 1

import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Rule = { name: string }
type Report = {
  modules: { source: string }[]
  summary: { violations: { from: string; rule: Rule }[]; error: number }
}

const root = join(import.meta.dirname, '..')
const rules = (createRequire(import.meta.url)(join(root, 'walls.cjs')) as { forbidden: Rule[] }).forbidden
const floors = rules.filter(({ name }) => name.includes('-stands-on-')).map(({ name }) => name)
const rooms = floors.map((name) => name.split('-stands-on-')[0]!)
const copy = mkdtempSync(join(tmpdir(), 'metropol-walls-'))

/** One violation of each rule: the file that breaks it, and what stands in it. */
const planted: Record<string, { file: string; text: string; also?: Record<string, string> }> = {
  ...Object.fromEntries(
    floors.map((name, floor) => {
      const above = rooms[floor + 1]
      const target = above ? `../${above}/planted-above.ts` : '../main.ts'
      const also: Record<string, string> = above ? { [`src/${above}/planted-above.ts`]: 'export const above = 1' } : {}
      return [name, { file: `src/${rooms[floor]}/planted-floor.ts`, text: `import '${target}'`, also }]
    }),
  ),
  'known-rooms': { file: 'src/attic/planted.ts', text: `import '../platform/paths.ts'` },
  'front-door': {
    file: 'src/site/planted-door.ts',
    text: `import '../congress/inside/planted.ts'`,
    also: { 'src/congress/inside/planted.ts': 'export const inside = 1' },
  },
  'pages-know-no-data': { file: 'src/site/pages/planted.tsx', text: `import '../queries.ts'` },
  'data-knows-no-web': { file: 'src/site/jobs/planted.ts', text: `import 'fastify'` },
  'model-is-pure': { file: 'src/site/planted/model.ts', text: `import '../paths.ts'` },
  'islands-are-browser-code': { file: 'src/site/islands/planted.ts', text: `import '../paths.ts'` },
  'no-circle': {
    file: 'src/site/planted-round.ts',
    text: `import type { A } from './planted-trip.ts'\nexport type B = A`,
    also: { 'src/site/planted-trip.ts': `import type { B } from './planted-round.ts'\nexport type A = B | 1` },
  },
}

function cruise(folder: string): Report {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [program, '--config', 'walls.cjs', '--output-type', 'json', 'src']
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

beforeAll(() => {
  for (const part of ['src', 'walls.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const { file, text, also } of Object.values(planted))
    for (const [name, content] of Object.entries({ ...also, [file]: text })) {
      mkdirSync(dirname(join(copy, name)), { recursive: true })
      writeFileSync(join(copy, name), `${content}\n`)
    }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('every rule has its planted violation', () => {
  expect(Object.keys(planted).sort()).toEqual(rules.map(({ name }) => name).sort())
})

test('every wall stops who climbs over it, and every file was looked at', () => {
  const { modules, summary } = cruise(copy)
  const stopped = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`)
  for (const [name, { file }] of Object.entries(planted)) expect(stopped).toContain(`${name}: ${file}`)
  const seen = new Set(modules.map(({ source }) => source))
  const files = globSync('src/**/*.{ts,tsx}', { cwd: copy })
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => !seen.has(file))).toEqual([])
})

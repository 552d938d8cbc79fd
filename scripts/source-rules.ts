import { globSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parseSync } from '@swc/core'

const root = join(import.meta.dirname, '..')

/** A place where the source breaks a rule of the house. */
export type Breach = { rule: 'words' | 'urls' | 'tables'; file: string; line: number; what: string }

/** Where a rule does not hold, and why. */
const exceptions: { rule: Breach['rule']; file: RegExp; what?: RegExp; why: string }[] = [
  { rule: 'urls', file: /^src\/platform\//, why: 'assets, health and the language prefix belong to no page' },
  { rule: 'urls', file: /^src\/design\/living/, why: 'the page of all components shows addresses that lead nowhere' },
  { rule: 'urls', file: /^src\/living-room/, why: 'the same page, there only while developing' },
  { rule: 'urls', file: /^src\/library\/reader\/tesseract/, why: 'a place in the memory of Tesseract' },
  { rule: 'urls', file: /^src\/cli\/doctor/, why: 'asks a running instance for its health' },
  { rule: 'words', file: /^src\/design\//, why: 'the page of all components is its own example' },
  { rule: 'tables', file: /^src\/(main|setup)\.ts$|^src\/(cli|example)\//, why: 'fill and wire an installation' },
  {
    rule: 'tables',
    file: /^src\/people\//,
    what: /^(editions|installation) belongs/,
    why: 'a role may hold for one edition; its title and the installation’s name are told from below',
  },
  {
    rule: 'tables',
    file: /^src\/congress\/(commands|queries)\//,
    what: /belongs to registration$/,
    why: 'what an edition has sold limits what its editors may change; the database holds both in one transaction',
  },
  {
    rule: 'tables',
    file: /^src\/registration\/(commands\/register|places)\.ts$/,
    what: /^(editions|capacities) belongs/,
    why: 'counts numbers and places up and down, under the lock of their rows',
  },
  {
    rule: 'tables',
    file: /^src\/groups\/commands\//,
    what: /^working_groups belongs/,
    why: 'a group is one row, which its congress names and shows; what its inner life says of it stands there too',
  },
  {
    rule: 'tables',
    file: /^src\/organisations\/commands\//,
    what: /^organisations belongs/,
    why: 'who keeps the register changes it; it was made below, where people and congresses name organisations',
  },
]

type Node = { type?: string; [field: string]: unknown }
const isSource = (file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)
const isView = (file: string) => /\/(pages|routes)(\/|\.tsx?$)/.test(file)
const mayNameTables = (file: string) =>
  /\/(permissions|queries|commands|jobs|matters|mail|defaults)(\/|\.tsx?$)|^src\/(platform\/|registration\/places\.ts)/.test(
    file,
  )
const writing = new Set(['insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])
const naming = new Set([...writing, 'selectFrom', 'innerJoin', 'leftJoin'])
const spoken = new Set(['label', 'title', 'alt', 'placeholder', 'aria-label', 'caption', 'lead', 'heading'])
const looksSpoken = (text: string) =>
  /[äöüßÄÖÜ„“]|\b(und|oder|nicht|bitte|der|die|das|mit|ist|the|and|not)\b .*\p{L}/u.test(text)

const walls = createRequire(import.meta.url)('../walls.cjs') as { forbidden: { name: string }[] }
/** Whether a room stands on another: it may then read that room's tables, beside its own words for them. */
const standsOn = (room: string, below: string) =>
  walls.forbidden.some(({ name }) => name.startsWith(`${room}-stands-on-`) && name.split('-').includes(below, 3))

/** The room that made each table: the name of the migration that creates it. */
export function ownersOfTables(folder = join(root, 'migrations')): Map<string, string> {
  const owners = new Map<string, string>()
  for (const file of readdirSync(folder).filter((name) => /^\d{4}_/.test(name)))
    for (const [, table] of readFileSync(join(folder, file), 'utf8').matchAll(
      /create table (?:if not exists )?(\w+)/gi,
    ))
      owners.set(table!, file.slice(5).replace(/(_.*)?\.sql$/, ''))
  return owners
}

/** What of one file breaks a rule. */
export function breachesIn(file: string, source: string, owners: Map<string, string>): Breach[] {
  const found: Breach[] = []
  const add = (rule: Breach['rule'], what: string, text: string) => {
    if (exceptions.some((one) => one.rule === rule && one.file.test(file) && (one.what?.test(what) ?? true))) return
    const line = source.slice(0, Math.max(0, source.indexOf(text))).split('\n').length
    found.push({ rule, file, line, what })
  }
  const room = /^src\/([^/]+)\//.exec(file)?.[1] ?? ''
  const table = (name: string, isWriting: boolean) => {
    const plain = name.split(' ')[0]!.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const owner = owners.get(plain)
    if (!owner) return
    if (!mayNameTables(file)) add('tables', `${plain} is named outside of queries, commands and permissions`, name)
    else if (owner !== 'house' && owner !== room && room !== 'platform' && (isWriting || !standsOn(room, owner)))
      add('tables', `${plain} belongs to ${owner}`, name)
  }
  const text = (value: string) => {
    if (!/(^|\/)paths\.ts$/.test(file) && /^\/[a-z][\w-]*(\/|$)/.test(value)) add('urls', value, value)
    if (isView(file) && looksSpoken(value)) add('words', value, value)
  }
  walk(parseSync(source, { syntax: 'typescript', tsx: file.endsWith('.tsx'), target: 'es2024' }) as unknown as Node, {
    text,
    shown: (value) => isView(file) && /\p{L}{2}/u.test(value) && add('words', value.trim(), value.trim()),
    table,
  })
  return found
}

type Eyes = { text(value: string): void; shown(value: string): unknown; table(name: string, isWriting: boolean): void }

function walk(node: Node, eyes: Eyes) {
  const { type } = node
  if (type === 'ImportDeclaration' || type === 'ExportNamedDeclaration' || type === 'TsLiteralType') return
  if (type === 'StringLiteral') eyes.text(node.value as string)
  if (type === 'TemplateElement') eyes.text((node.cooked as string | undefined) ?? (node.raw as string))
  if (type === 'JSXText') eyes.shown(node.value as string)
  if (type === 'JSXAttribute') lookAtAttribute(node, eyes)
  if (type === 'CallExpression') lookAtCall(node, eyes)
  for (const value of Object.values(node))
    for (const part of Array.isArray(value) ? value : [value])
      if (part && typeof part === 'object') walk(part as Node, eyes)
}

function lookAtAttribute(node: Node, eyes: Eyes) {
  const { name, value } = node as { name: { value?: string }; value?: { type: string; value?: string } }
  if (value?.type === 'StringLiteral' && spoken.has(name.value ?? '')) eyes.shown(value.value ?? '')
}

function lookAtCall(node: Node, eyes: Eyes) {
  const { callee, arguments: given } = node as unknown as {
    callee: { property?: { value?: string } }
    arguments: { expression: { type: string; value?: string } }[]
  }
  const first = given[0]?.expression
  if (naming.has(callee.property?.value ?? '') && first?.type === 'StringLiteral')
    eyes.table(first.value ?? '', writing.has(callee.property?.value ?? ''))
}

/** What of the whole source breaks a rule. */
export function breaches(): Breach[] {
  const owners = ownersOfTables()
  return globSync('src/**/*.{ts,tsx}', { cwd: root })
    .filter(isSource)
    .sort()
    .flatMap((file) => breachesIn(file, readFileSync(join(root, file), 'utf8'), owners))
}

if (import.meta.main) {
  const found = breaches()
  for (const { rule, file, line, what } of found) process.stdout.write(`${file}:${line} ${rule}: ${what}\n`)
  process.exitCode = found.length ? 1 : 0
}

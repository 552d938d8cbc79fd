import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pino } from 'pino'
import { moves as editionMoves, states as editionStates } from '../src/congress/model.ts'
import { moves as groupMoves, states as groupStates } from '../src/groups/model.ts'
import type { openHouse } from '../src/main.ts'
import { moves as meetingMoves } from '../src/meetings/model.ts'
import { moves as minutesMoves } from '../src/minutes/model.ts'
import { moves as paperMoves } from '../src/papers/model.ts'
import { described } from '../src/platform/settings.ts'
import { moves as registrationMoves } from '../src/registration/model.ts'
import { moves as pieceMoves } from '../src/thread/model.ts'
import { moves as voteMoves } from '../src/votes/model.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const made = '<!-- Written by `npm run docs` from the source; changes here are lost. -->'

/** Every document that is made from the source: its file and what must stand in it. */
export async function documents(open: typeof openHouse): Promise<{ file: string; content: string }[]> {
  const architecture = [
    ['rooms', roomGraph()],
    ['states', stateTables()],
  ] as const
  return [
    { file: 'docs/settings.md', content: settingsDocument() },
    { file: 'docs/data-protection.md', content: dataProtectionDocument(read('migrations/schema.sql')) },
    { file: 'docs/routes.md', content: await routesDocument(open) },
    {
      file: 'ARCHITECTURE.md',
      content: architecture.reduce((text, [name, part]) => between(text, name, part), read('ARCHITECTURE.md')),
    },
  ]
}

/** Puts a part between its two marks. Throws when the document has no such place. */
function between(text: string, name: string, part: string) {
  const place = new RegExp(`(<!-- ${name}: .*? -->\n)[^]*?(<!-- /${name} -->)`)
  if (!place.test(text)) throw new Error(`no place for ${name}`)
  return text.replace(place, (_, begin: string, end: string) => `${begin}\n${part}\n\n${end}`)
}

type Row = readonly string[]
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const line = (cells: Row) => `| ${cells.map(cell).join(' | ')} |`
const table = (head: Row, rows: readonly Row[]) =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
const code = (text: string) => `\`${text}\``

type Rule = { name: string; from: { path?: string } }

/** The walls as a drawing; an arrow that follows from others is left out. */
export function roomGraph(): string {
  const { forbidden } = createRequire(import.meta.url)('../walls.cjs') as { forbidden: Rule[] }
  const below = new Map(
    forbidden.flatMap(({ name }) => {
      const [room, floors] = name.split('-stands-on-')
      return room && floors ? [[room, floors === 'nothing' ? [] : floors.split('-')] as const] : []
    }),
  )
  const arrows = [...below].flatMap(([room, floors]) =>
    floors
      .filter((floor) => !floors.some((other) => below.get(other)?.includes(floor)))
      .map((floor) => `  ${room} --> ${floor}`),
  )
  return ['```mermaid', 'graph TD', ...arrows, '```'].join('\n')
}

function stateTables() {
  const registrations = Object.entries(registrationMoves).map(([from, to]) => [
    code(from),
    to.map(code).join(', ') || '–',
  ])
  const editions = editionStates.map((state) => {
    const move = editionMoves.find(({ from }) => from === state)
    return [code(state), move ? code(move.to) : '–', move ? code(move.at) : '']
  })
  const pieces = pieceMoves.map(({ kind, event, from, to }) => [
    code(kind),
    code(event),
    from.map(code).join(', '),
    code(to),
  ])
  const groups = groupStates.map((state) => [
    code(state),
    groupMoves.flatMap(({ from, to }) => (from === state ? [code(to)] : [])).join(', '),
  ])
  const { comment } = columnsOf(read('migrations/schema.sql')).find(
    ({ table, name }) => `${table}.${name}` === 'mails.state',
  )!
  return [
    'An **edition** (`src/congress/model.ts`): its dates move it on, or the office sets the state by hand.',
    table(['state', 'next', 'when this date has come'], editions),
    'A **registration** (`src/registration/model.ts`):',
    table(['state', 'may become'], registrations),
    'A **working group** (`src/groups/model.ts`): its lead moves it on; without a state it is only listed by its edition.',
    table(['state', 'may become'], groups),
    'A **meeting** (`src/meetings/model.ts`):',
    table(
      ['from', 'to'],
      meetingMoves.map(({ from, to }) => [code(from), code(to)]),
    ),
    '**Minutes** (`src/minutes/model.ts`): the database refuses every change of approved ones.',
    table(
      ['from', 'to'],
      minutesMoves.map(({ from, to }) => [code(from), code(to)]),
    ),
    'A **vote** (`src/votes/model.ts`): its lead opens, closes or cancels it; at its deadline the clock closes it.',
    table(
      ['from', 'to'],
      voteMoves.map(({ from, to }) => [code(from), code(to)]),
    ),
    'A **paper** (`src/papers/model.ts`): the database refuses every change of adopted ones but handing them over.',
    table(
      ['from', 'to'],
      paperMoves.map(({ from, to }) => [code(from), code(to)]),
    ),
    'A **piece** of the thread (`src/thread/model.ts`): its state follows from the events entered, in the order of time.',
    table(['piece', 'when this happens', 'in one of these states', 'it becomes'], pieces),
    `A **mail** (\`mails.state\`): ${comment}`,
  ].join('\n\n')
}

function settingsDocument() {
  const entries: [string, { standard?: string; shape: string; meaning: string }][] = Object.entries(described)
  const rows = entries.map(([name, { standard, shape, meaning }]) => [
    code(name),
    meaning,
    standard === undefined ? 'keine' : code(standard),
    shape,
  ])
  return `${made}
# Einstellungen

Eine Installation liest ihre Einstellungen aus der Umgebung und aus einer Datei \`.env\` im Ordner, in dem sie gestartet
wird; die Umgebung geht vor. Was fehlt, hat die Vorgabe. Was nicht stimmt, nennt der Start auf einmal und endet.
\`npx metropol doctor\` prüft, ob alles zusammenpasst, ohne etwas zu ändern.

*Settings come from the environment and from a file \`.env\`; the environment wins.*

${table(['Name', 'Bedeutung', 'Vorgabe', 'Erwartet wird'], rows)}
`
}

type Column = { table: string; tableComment: string; name: string; comment: string }

function columnsOf(schema: string): Column[] {
  return schema.split('\n\n').flatMap((block) => {
    const [, tableComment = '', name = ''] = /^-- (.*)\ntable (\w+)\n/.exec(block) ?? []
    return [...block.matchAll(/^ {2}(\w+) .*? {2}-- (.*)$/gm)].map(([, column = '', comment = '']) => ({
      table: name,
      tableComment,
      name: column,
      comment,
    }))
  })
}

const personal =
  /^Personal(?<special>, special category possible)?\. (?<what>.*?)\.? Purpose: (?<purpose>.*?)\. Deletion: (?<deletion>.*?)\.$/

/** The record of personal data, out of the columns' comments. Throws at a personal column that does not say all. */
export function dataProtectionDocument(schema: string): string {
  const rows = columnsOf(schema)
    .filter(({ comment }) => comment.startsWith('Personal'))
    .map(({ table, name, comment }) => {
      const { special, what, purpose, deletion } = personal.exec(comment)?.groups ?? {}
      if (!what || !purpose || !deletion)
        throw new Error(`${table}.${name} does not say purpose and deletion: ${comment}`)
      return [code(`${table}.${name}`), special ? `${what} (special category possible)` : what, purpose, deletion]
    })
  return `${made}
# Personal data

What an installation keeps about people, why, and when it goes. Made from the comments of the database's columns, which
every change of the schema has to bring along: a starting point for the operator's record of processing activities
(Art. 30 GDPR), not a replacement for it. Operator, legal ground and recipients are the operator's to add.

${table(['Column', 'What', 'Purpose', 'Deletion'], rows)}

Secrets of links and sign-ins are kept as SHA-256 only. Kept answers to forms (\`answers\`) are encrypted under the
sender's own key and deleted after 24 hours. The log file holds no names, addresses or secrets: paths in it are cut at
the query, and the secret part of a link is replaced.
`
}

const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

async function routesDocument(open: typeof openHouse) {
  const house = { publicUrl: 'http://localhost', key: Buffer.alloc(32), data: root }
  const { routes, close } = await open({
    databaseUrl: 'postgres://localhost/unused',
    house,
    log: pino({ level: 'silent' }),
    asset: (name) => name,
    smtpUrl: undefined,
    mailFrom: 'metropol@localhost',
    trustProxy: false,
    writesPerMinute: 1,
    isCaching: false,
  })
  await close()
  const rows = routes
    .map(({ method, path: { de, en } }) => ({
      de,
      method: method.toUpperCase(),
      en: en === de ? 'the same' : code(en),
    }))
    .sort((a, b) => compare(a.de, b.de) || compare(a.method, b.method))
    .map(({ de, method, en }) => [code(de), method, en])
  return `${made}
# Addresses

Every address of the pages, in German and in English. What begins with \`/verwaltung\` (\`/en/office\`) is for people who
are signed in and hold a role there; for all others it does not exist (404). \`:secret\` is the secret of a personal link.
Besides them: \`/healthz\`, \`/readyz\`, \`/metrics\`, \`/assets/…\`.

${table(['German', 'Method', 'English'], rows)}
`
}

if (import.meta.main) {
  const { build } = await import('esbuild')
  const { serverOptions } = await import('./build.ts')
  const outfile = join(root, 'dist/house.js')
  await build({ ...serverOptions, entryPoints: { house: 'src/main.ts' } })
  const built = (await import(outfile)) as { openHouse: typeof openHouse }
  for (const { file, content } of await documents(built.openHouse)) writeFileSync(join(root, file), content)
}

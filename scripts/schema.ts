import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

const root = join(import.meta.dirname, '..')
export const places = { sql: join(root, 'migrations/schema.sql'), types: join(root, 'src/platform/schema.ts') }

type Column = {
  table: string
  name: string
  type: string
  isRequired: boolean
  standard: string | null
  isComputed: boolean
  isIdentity: boolean
  comment: string | null
  tableComment: string | null
  check: string | null
}

const columnsSql = `
select t.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "isRequired",
  pg_get_expr(d.adbin, d.adrelid) as standard, a.attgenerated <> '' as "isComputed", a.attidentity = 'a' as "isIdentity",
  col_description(t.oid, a.attnum) as comment, obj_description(t.oid) as "tableComment",
  (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
    where k.conrelid = t.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as check
from pg_class t
join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname <> 'migrations'
order by t.relname, a.attnum`

const constraintsSql = `
select t.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as text
from pg_constraint k join pg_class t on t.oid = k.conrelid
where t.relnamespace = 'public'::regnamespace and t.relname <> 'migrations' and k.contype <> 'n' order by 1, 2`
const indexesSql = `
select tablename as table, indexname as name, indexdef as text from pg_indexes i
where schemaname = 'public' and tablename <> 'migrations'
  and not exists (select 1 from pg_constraint k where k.conname = i.indexname) order by 1, 2`
const triggersSql = `
select t.relname as table, g.tgname as name, pg_get_triggerdef(g.oid) as text
from pg_trigger g join pg_class t on t.oid = g.tgrelid
where t.relnamespace = 'public'::regnamespace and not g.tgisinternal order by 1, 2`
const functionsSql = `
select p.proname as name, pg_get_functiondef(p.oid) as text from pg_proc p
where p.pronamespace = 'public'::regnamespace and p.prokind = 'f'
  and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`

/** The migrated database in two texts: its SQL, sorted, to review; its types, for the program. */
export async function describe(databaseUrl: string): Promise<{ sql: string; types: string; bare: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const ask = async <T>(text: string) => (await client.query(text)).rows as T[]
    const columns = await ask<Column>(columnsSql)
    const rest = {
      constraints: await ask<Part>(constraintsSql),
      indexes: await ask<Part>(indexesSql),
      triggers: await ask<Part>(triggersSql),
    }
    const functions = await ask<{ text: string }>(functionsSql)
    const bare = columns
      .filter(({ comment, tableComment }) => !comment || !tableComment)
      .map(({ table, name }) => `${table}.${name}`)
    return { sql: sqlOf(columns, rest, functions), types: typesOf(columns), bare }
  } finally {
    await client.end()
  }
}

type Part = { table: string; name: string; text: string }

function sqlOf(
  columns: Column[],
  rest: Record<'constraints' | 'indexes' | 'triggers', Part[]>,
  functions: { text: string }[],
) {
  const of = (parts: Part[], table: string) => parts.filter((part) => part.table === table)
  const tables = [...new Set(columns.map(({ table }) => table))].map((table) => {
    const own = columns.filter((column) => column.table === table)
    return [
      `-- ${own[0]?.tableComment}`,
      `table ${table}`,
      ...own.map(columnLine),
      ...of(rest.constraints, table).map(({ name, text }) => `  constraint ${name} ${text}`),
      ...of(rest.indexes, table).map(
        ({ text }) =>
          `  ${text
            .replace(/ ON public\.\S+/, '')
            .replace(/^CREATE /, '')
            .toLowerCase()}`,
      ),
      ...of(rest.triggers, table).map(({ text }) => `  ${text.replace(/^CREATE /, '').replace(/ ON public\.\S+/, '')}`),
    ].join('\n')
  })
  const head =
    '-- What the migrations make, read back from the catalogue by `npm run schema`. For review; nothing runs it.'
  return `${[head, ...tables, ...functions.map(({ text }) => text.trim())].join('\n\n')}\n`
}

function columnLine({ name, type, isRequired, standard, isComputed, isIdentity, comment }: Column) {
  const value = isComputed
    ? ` generated as ${standard}`
    : standard
      ? ` default ${standard}`
      : isIdentity
        ? ' identity'
        : ''
  return `  ${name} ${type}${isRequired ? ' not null' : ''}${value}  -- ${comment}`
}

const typeOf: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  integer: 'number',
  bigint: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  bytea: 'Buffer',
  jsonb: 'Json',
  bilingual: 'Bilingual',
  date: 'string',
  'timestamp with time zone': 'Timestamp',
  'text[]': 'string[]',
  tsvector: 'string',
}
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

function columnType({ table, name, type, isRequired, standard, isComputed, isIdentity, check }: Column) {
  const choices = /ANY \(ARRAY\[(.*?)\]\)/.exec(check ?? '')?.[1]
  const plain = type === 'text' && choices ? choices.replaceAll('::text', '').split(', ').join(' | ') : typeOf[type]
  if (!plain) throw new Error(`no type for ${table}.${name}: ${type}`)
  const whole = isRequired ? plain : `${plain} | null`
  if (isComputed || isIdentity) return `GeneratedAlways<${whole}>`
  if (!standard) return whole
  if (plain === 'Json') return 'ColumnType<unknown, string | undefined, string>'
  if (plain === 'Timestamp') return 'ColumnType<Date, Date | string | undefined, Date | string>'
  return `Generated<${whole}>`
}

function typesOf(columns: Column[]) {
  const tables = [...new Set(columns.map(({ table }) => table))].map((table) => {
    const own = columns.filter((column) => column.table === table)
    return `  ${camel(table)}: {\n${own.map((column) => `    ${camel(column.name)}: ${columnType(column)}\n`).join('')}  }\n`
  })
  return `// Generated from the migrated database by \`npm run schema\`.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { Bilingual } from './language.ts'

type Timestamp = ColumnType<Date, Date | string, Date | string>
/** Read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>

export interface Schema {
${tables.join('')}}
`
}

/** Writes both texts where they are kept. */
export async function writeSchema(databaseUrl: string) {
  const { sql, types } = await describe(databaseUrl)
  writeFileSync(places.sql, sql)
  writeFileSync(places.types, types)
}

/** The texts as they are kept. */
export const keptSchema = () => ({ sql: readFileSync(places.sql, 'utf8'), types: readFileSync(places.types, 'utf8') })

if (import.meta.main) {
  const { mkdtempSync, rmSync, chmodSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const { startPostgres } = await import('../src/platform/postgres.ts')
  const { migrate } = await import('../src/platform/migrate.ts')
  const folder = mkdtempSync(join(tmpdir(), 'metropol-schema-'))
  chmodSync(folder, 0o755)
  const server = await startPostgres({
    folder: join(folder, 'db'),
    logFolder: join(folder, 'log'),
    password: 'schema',
    isThrowaway: true,
  })
  try {
    await migrate(server.url)
    await writeSchema(server.url)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

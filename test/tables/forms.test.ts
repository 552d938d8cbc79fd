import pg from 'pg'
import { expect, vi } from 'vitest'
import { cookieName } from '../../src/platform/web-parts.ts'
import { type Fields, test, type World } from '../world.ts'
import { filledAddress, fullHouse } from './house.ts'

// Some thousand forms are sent one after the other.
vi.setConfig({ testTimeout: 180_000 })

const bad = {
  nothing: '',
  huge: 'x'.repeat(200_000),
  'wrong type': '-1e999',
  'control characters': 'a\u0000b\u0001\u0007\u001b[31m\r\nBcc: x@example.org',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈'.repeat(40),
  'right to left': '\u202eגנבה‮ أهلا وسهلا',
  'half a character': '\ud800',
  sql: `'); drop table registrations; --`,
  script: '"><script>alert(1)</script><img src=x onerror=alert(1)>',
  path: '../../../etc/passwd%00',
  formula: '=HYPERLINK("http://example.org")',
} as const

type Page = { fields: string[]; start: Fields }

/** The fields of the forms on a page, and what stands in them. */
function formsIn(html: string): Page {
  const start: Fields = {}
  const names = new Set<string>()
  for (const [tag] of html.matchAll(/<(input|select|textarea|button)\b[^>]*>/g)) {
    const name = /\bname="([^"]+)"/.exec(tag)?.[1]
    if (!name || name === 'formKey') continue
    names.add(name)
    // A named button asks for something besides sending: a preview, a picture.
    const isChosen = !/^<button|type="(checkbox|radio)"/.test(tag) || / checked/.test(tag)
    if (isChosen) start[name] = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? 'Ein Wert'
  }
  return { fields: [...names], start }
}

/** Every statement that writes leaves a row, and takes it back with its transaction. */
const watchSql = `create table written ();
  create function note_written() returns trigger language plpgsql as
    $$ begin insert into public.written default values; return null; end $$;
  do $$ declare t regclass; begin
    for t in select c.oid from pg_class c join pg_namespace n on n.oid = relnamespace
      where (n.nspname = 'public' or relname = '_private_jobs') and relkind = 'r'
        and relname not in ('written', 'sign_ins', 'challenges', 'answers')
    loop execute format('create trigger note_written after insert or update or delete on %s
      for each statement execute function note_written()', t); end loop;
  end $$`

/** Tells whether the database has been written to; without when somebody was last seen. */
async function watched(world: World) {
  const client = new pg.Client(world.databaseUrl)
  await client.connect()
  await client.query(watchSql)
  return {
    /** Whether anything has been written since it was asked last. */
    hasChanged: async () => (await client.query('delete from written')).rowCount !== 0,
    close: () => client.end(),
  }
}

const turn = (path: string) =>
  /abmelden|schliess/.test(path) ? 2 : /(loesch|entzieh|ruecknahm|ende$|absagen)/.test(path) ? 1 : 0

async function everyForm(world: World) {
  const house = await fullHouse(world)
  const who = await world.person('administrator')
  const forms = world.open.routes
    .filter(({ method }) => method === 'post')
    .sort((a, b) => turn(a.path.de) - turn(b.path.de))
    .map(({ path }) => filledAddress(path.de, house.values, house.registrations.another))
  return { house, who, forms }
}

type Send = () => Promise<{ statusCode: number }>

/** Sends each, and tells what is wrong: an error of ours, or a refusal that has changed something all the same. */
async function wrongOf(world: World, sent: AsyncIterable<[string, Send]>) {
  const state = await watched(world)
  const wrong: string[] = []
  for await (const [what, send] of sent) {
    await state.hasChanged()
    const { statusCode } = await send()
    const hasChanged = await state.hasChanged()
    const isRefused = statusCode >= 400 || statusCode === 200
    if (statusCode >= 500) wrong.push(`${what}: ${statusCode}`)
    else if (isRefused && hasChanged) wrong.push(`${what}: ${statusCode}, and something was written`)
  }
  await state.close()
  return wrong
}

test('the watch sees a write, once, and no read', async ({ world }) => {
  const state = await watched(world)
  await world.db.insertInto('organisations').values({ name: 'Landkreis Calw', kind: 'other' }).execute()
  const seen = [await state.hasChanged(), await state.hasChanged()]
  await world.db.selectFrom('organisations').select('name').execute()
  await state.close()
  expect([...seen, await world.db.selectFrom('organisations').select('name').execute()]).toEqual([
    true,
    false,
    [{ name: 'Landkreis Calw' }],
  ])
})

test('bad input in every field at once is refused or taken as it is, and never half', async ({ world }) => {
  const { who, forms } = await everyForm(world)
  expect(await wrongOf(world, badForms(world, who, forms))).toEqual([])
})

type Person = Awaited<ReturnType<World['person']>>

async function* badForms(world: World, who: Person, forms: string[]): AsyncGenerator<[string, Send]> {
  for (const address of forms) {
    const { fields } = formsIn((await world.post(address, {}, who)).body)
    const names = fields.length > 0 ? fields : ['name', 'id', 'passkey', 'seen']
    const all = (value: string | readonly string[]) => Object.fromEntries(names.map((name) => [name, value]))
    for (const [kind, value] of Object.entries(bad))
      yield [`${address} ${kind}`, () => world.post(address, all(value), who)]
    yield [`${address} repeated`, () => world.post(address, all(['a', 'b', 'c']), who)]
  }
}

test('one bad field in a form that is otherwise filled in is refused or taken, and never half', async ({ world }) => {
  const { who, forms } = await everyForm(world)
  expect(await wrongOf(world, formsWithOneBadField(world, who, forms))).toEqual([])
})

async function* formsWithOneBadField(world: World, who: Person, forms: string[]): AsyncGenerator<[string, Send]> {
  const nasty = ['control characters', 'emoji', 'half a character', 'wrong type'] as const
  for (const address of forms) {
    const shown = await world.get(address, who)
    const { fields, start } = formsIn(shown.statusCode === 200 ? shown.body : (await world.post(address, {}, who)).body)
    for (const name of fields)
      for (const kind of nasty)
        yield [`${address} ${name}: ${kind}`, () => world.post(address, { ...start, [name]: bad[kind] }, who)]
  }
}

test('a body that is no form is refused', async ({ world }) => {
  const { who, forms } = await everyForm(world)
  const bodies = {
    'text/plain': 'name=a',
    'application/xml': '<a/>',
    'application/json': '{"name":',
    'application/json; charset=utf-8': JSON.stringify({ name: { $gt: '' }, __proto__: 1 }),
    'multipart/form-data; boundary=x': '--x\r\nContent-Disposition: form-data; name="name"\r\n\r\nbroken',
    'multipart/form-data': '',
  }
  const cookies = { [cookieName(world.house.publicUrl)]: who.secret }
  const state = await watched(world)
  const wrong: string[] = []
  for (const url of forms)
    for (const [type, payload] of Object.entries(bodies)) {
      const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' }
      const { statusCode } = await world.app.inject({ method: 'POST', url, cookies, headers, payload })
      if (statusCode < 400 || statusCode >= 500) wrong.push(`${url} ${type}: ${statusCode}`)
      if (await state.hasChanged()) wrong.push(`${url} ${type}: something was written`)
    }
  await state.close()
  expect(wrong).toEqual([])
})

test('no address, however bent, is an error of ours', async ({ world }) => {
  const house = await fullHouse(world)
  const who = await world.person('administrator')
  const bent = ['%00', '%ff', '..%2f..%2fetc', `'%20or%201=1`, '%F0%9F%91%A9', 'x'.repeat(199), '00000000', '-1', 'neu']
  const queries = ['?page=-1', '?page=x&state=%00', '?q=%F0%9F%91%A9', `?q='%3B--&q=2`, '?__proto__=1&sort[a]=1']
  const wrong: string[] = []
  for (const { method, path } of world.open.routes) {
    const parameters = path.de.match(/:\w+/g) ?? []
    const addresses = parameters.flatMap((parameter) =>
      bent.map((value) => filledAddress(path.de.replace(parameter, '@'), house.values).replace('@', value)),
    )
    const plain = filledAddress(path.de, house.values)
    for (const address of [...addresses, ...(method === 'get' ? queries.map((one) => plain + one) : [])]) {
      const { statusCode } = method === 'get' ? await world.get(address, who) : await world.post(address, {}, who)
      if (statusCode >= 500) wrong.push(`${method} ${address}: ${statusCode}`)
    }
  }
  expect(wrong).toEqual([])
})

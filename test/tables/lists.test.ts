import { expect } from 'vitest'
import { aSession } from '../congress.ts'
import { aMember, anInvitation } from '../groups.ts'
import { filledIn } from '../registration.ts'
import { test, type World } from '../world.ts'
import { filledAddress, fullHouse, type Values } from './house.ts'
import { table } from './routes.ts'

/** Two more of everything that stands in a list. */
async function twoMore(world: World, { edition, values }: Awaited<ReturnType<typeof fullHouse>>) {
  for (const n of [1, 2]) {
    await world.person('delegate')
    await world.post(edition.url, filledIn(edition, { email: `nummer-${n}@landkreis.example`, isListed: '1' }))
    await aSession(world, edition.id, { seats: 10 })
    await aMember(world, values.group, { isNamePublic: true })
    await aMember(world, values.group, { state: 'asked' })
    await anInvitation(world, values.group, { email: `gast-${n}@werke.example` })
  }
  await copies(world, 'meetings', ['id'])
  await copies(world, 'agenda_items', ['id'])
  const fresh = { secret_hash: `sha256(secret_hash || n::text::bytea)`, email: `n || email` }
  await copies(world, 'meeting_guests', ['id'], fresh)
  await copies(world, 'organisation_stewards', ['id'], fresh)
  await copies(world, 'organisation_contacts', ['id'], fresh)
  await copies(world, 'meeting_invitations', ['id'])
  await copies(world, 'minutes_comments', ['id'])
  await copies(world, 'minutes_amendments', ['id'])
  await copies(world, 'minutes_sections', ['id'])
  await copies(world, 'agreements', ['id'])
  await copies(world, 'votes', ['id'])
  await copies(world, 'electors', ['id'], { vote_id: `(select id from votes where state = 'open' limit 1)` })
  await copies(world, 'weight_versions', ['id'])
  await copies(world, 'papers', ['id'])
  await copies(world, 'session_proposals', ['id'])
  await copies(world, 'paper_versions', [], { revision: 'revision + n' })
  await copies(world, 'paper_sections', ['id'])
  await copies(world, 'paper_comments', ['id'])
  await copies(world, 'paper_amendments', ['id'], { no: 'no + n' })
  await copies(world, 'edition_facts', ['id'])
  await copies(world, 'milestones', ['id'])
  await copies(world, 'project_indicators', ['id'])
  await copies(world, 'project_values', ['id'], { measured_on: `'200' || n` })
  await copies(world, 'project_funds', ['id'])
  await copies(world, 'project_materials', ['id'])
  await copies(world, 'working_groups', ['id'])
  await copies(world, 'edition_documents', ['id'])
  await copies(world, 'rooms', ['id'])
  await copies(world, 'tracks', ['id'])
  await copies(world, 'reports', ['id'])
  await copies(world, 'files', ['id'])
  await copies(world, 'mails', ['id'])
  await copies(world, 'documents', ['id'], {
    slug: `slug || '-' || n`,
    title: `title || ' Nr. ' || n`,
    current_version: 'null',
  })
  await copies(world, 'districts', [], { key: `'7' || n || t.key`, nuts: 'null' })
  await copies(world, 'regions', [], { id: `t.id || n`, no: 't.no + 3 * n' })
  await copies(world, 'indicators', [], { id: `t.id || '-' || n` })
  await copies(world, 'data_versions', ['id', 'no'])
  await copies(world, 'document_authors', [], { position: 'position + n' })
  await copies(world, 'intakes', ['id'])
  await copies(world, 'intake_rows', [], { line: 'line + n' })
  await copies(world, 'document_versions', [], { version: 'version + n' })
  await copies(world, 'organisations', ['id'], { name: `name || ' Nr. ' || n`, official_key: 'null' })
  await copies(world, 'pieces', ['id'], { slug: `slug || '-' || n`, title: named })
  await copies(world, 'piece_events', ['id'])
  await copies(world, 'position_points', ['id'])
  await copies(world, 'sources', [], { id: `t.id || '-' || n`, title: named })
  await copies(world, 'subjects', [], { id: `t.id || '-' || n`, name: named.replaceAll('title', 'name') })
  await world.sql(between)
  await copies(world, 'editions', ['id'], { slug: `slug || '-' || n`, number: 'number + 100 * n', capacity_id: 'null' })
}

const named = `jsonb_set(t.title, '{de}', to_jsonb(t.title ->> 'de' || ' Nr. ' || n))`
/** What lies between two things leads from the first to the copies of the other. */
const between = `
  insert into relations (from_id, kind, to_piece_id, created_at)
    select from_id, r.kind, copy.id, r.created_at from relations r join pieces one on one.id = to_piece_id
      join pieces copy on copy.slug in (one.slug || '-1', one.slug || '-2');
  insert into piece_organisations (piece_id, organisation_id, part, position)
    select piece_id, copy.id, part, position + 1 from piece_organisations join organisations one on one.id = organisation_id
      join organisations copy on copy.name in (one.name || ' Nr. 1', one.name || ' Nr. 2');
  insert into document_relations (document_id, kind, other_id)
    select document_id, r.kind, copy.id from document_relations r join documents one on one.id = other_id
      join documents copy on copy.slug in (one.slug || '-1', one.slug || '-2')`

/** Two copies of each row of a table, with new values for some columns. */
async function copies(world: World, table: string, fresh: string[], changed: Record<string, string> = {}) {
  const rows = await world.sql(`select a.attname as name from pg_attribute a
    where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''`)
  const names = rows.map(({ name }) => String(name)).filter((name) => !fresh.includes(name))
  const values = names.map((name) => changed[name] ?? `t.${name}`)
  await world.sql(`insert into ${table} (${names.join(', ')})
    select ${values.join(', ')} from ${table} t, generate_series(1, 2) n`)
}

/** What the table of routes promises: the administrator, or at an address with a secret its holder. */
function expectedAt(path: string) {
  const row = table[`GET ${path}`] ?? {}
  const viewer = path.includes(':secret') ? 'holder' : 'administrator'
  const code = Object.keys(row).find((one) => row[Number(one)]!.includes(viewer))
  return Number(code ?? 404)
}

test('a page with three of everything asks the database as often as one with one, and shows the three', async ({
  world,
}) => {
  const house = await fullHouse(world)
  const who = await world.person('administrator')
  const routes = world.open.routes
    .filter(({ method }) => method === 'get')
    .map(({ path }) => ({
      address: filledAddress(path.de, house.values, house.registrations.another),
      expected: expectedAt(path.de),
    }))
  const counts = async () => {
    const counted: Record<string, number> = {}
    for (const { address, expected } of routes) {
      await world.get(address, who)
      const before = world.statements()
      const { statusCode } = await world.get(address, who)
      counted[address] = world.statements() - before
      expect(`${address} ${statusCode}`).toBe(`${address} ${expected}`)
    }
    return counted
  }
  const withOne = await counts()
  await twoMore(world, house)
  expect(await counts()).toEqual(withOne)
  expect(routes.length).toBeGreaterThan(40)
  for (const [address, name] of Object.entries(listed(house.values))) {
    const { body } = await world.get(address, who)
    expect([address, ...[1, 2].map((n) => body.includes(`${name} Nr. ${n}`))]).toEqual([address, true, true])
  }
})

/** Where two copies of what lies in these lists must stand. */
const listed = ({ piece, document }: Values) => ({
  '/verwaltung/quellen': 'Etwas',
  '/verwaltung/bibliothek/themen': 'Mobilität und Verkehr',
  [`/ergebnisse/${piece.ergebnisse}`]: 'Ein Vorhaben',
  [`/verwaltung/faden/${piece.office}`]: 'Verschwiegene Werke AG',
  [`/bibliothek/${document.office}`]: 'Papier',
})

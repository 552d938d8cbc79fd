import { expect } from 'vitest'
import { aSession } from '../congress.ts'
import { aMember, anInvitation } from '../groups.ts'
import { filledIn } from '../registration.ts'
import { test, type World } from '../world.ts'
import { filledAddress, fullHouse } from './house.ts'

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
  await copies(world, 'meeting_invitations', ['id'])
  await copies(world, 'edition_facts', ['id'])
  await copies(world, 'milestones', ['id'])
  await copies(world, 'working_groups', ['id'])
  await copies(world, 'edition_documents', ['id'])
  await copies(world, 'rooms', ['id'])
  await copies(world, 'tracks', ['id'])
  await copies(world, 'reports', ['id'])
  await copies(world, 'files', ['id'])
  await copies(world, 'mails', ['id'])
  await copies(world, 'documents', ['id'], { slug: `slug || '-' || n`, current_version: 'null' })
  await copies(world, 'districts', [], { key: `'7' || n || t.key`, nuts: 'null' })
  await copies(world, 'regions', [], { id: `t.id || n`, no: 't.no + 3 * n' })
  await copies(world, 'indicators', [], { id: `t.id || '-' || n` })
  await copies(world, 'data_versions', ['id', 'no'])
  await copies(world, 'document_authors', [], { position: 'position + n' })
  await copies(world, 'intakes', ['id'])
  await copies(world, 'intake_rows', [], { line: 'line + n' })
  await copies(world, 'document_versions', [], { version: 'version + n' })
  await copies(world, 'organisations', ['id'], { name: `name || '-' || n`, official_key: 'null' })
  await copies(world, 'pieces', ['id'], { slug: `slug || '-' || n` })
  await copies(world, 'piece_events', ['id'])
  await copies(world, 'position_points', ['id'])
  await copies(world, 'editions', ['id'], { slug: `slug || '-' || n`, number: 'number + 100 * n', capacity_id: 'null' })
}

/** Two copies of each row of a table, with new values for some columns. */
async function copies(world: World, table: string, fresh: string[], changed: Record<string, string> = {}) {
  const rows = await world.sql(`select a.attname as name from pg_attribute a
    where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''`)
  const names = rows.map(({ name }) => String(name)).filter((name) => !fresh.includes(name))
  const values = names.map((name) => changed[name] ?? `t.${name}`)
  await world.sql(`insert into ${table} (${names.join(', ')})
    select ${values.join(', ')} from ${table} t, generate_series(1, 2) n`)
}

test('a page with three of everything asks the database as often as one with one', async ({ world }) => {
  const house = await fullHouse(world)
  const who = await world.person('administrator')
  const addresses = world.open.routes
    .filter(({ method }) => method === 'get')
    .map(({ path }) => filledAddress(path.de, house.values, house.registrations.another))
  const counts = async () => {
    const counted: Record<string, number> = {}
    for (const address of addresses) {
      await world.get(address, who)
      const before = world.statements()
      const { statusCode } = await world.get(address, who)
      counted[address] = world.statements() - before
      expect([200, 303, 404], address).toContain(statusCode)
    }
    return counted
  }
  const withOne = await counts()
  await twoMore(world, house)
  expect(await counts()).toEqual(withOne)
  expect(addresses.length).toBeGreaterThan(40)
})

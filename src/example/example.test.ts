import { expect } from 'vitest'
import { workedThrough } from '../../test/people.ts'
import { test } from '../../test/world.ts'
import { inChange } from '../platform/visit.ts'
import { exampleDay } from './edition.ts'
import { fillExample, fillGroup, fillLibrary, fillThread } from './index.ts'

test('the example is filled once: five regions, twenty districts, every commuter, four congresses and one example', async ({
  world,
}) => {
  expect([await fillExample(world.db, world.clock.now), await fillExample(world.db, world.clock.now)]).toEqual([
    true,
    false,
  ])
  const [counts] =
    await world.sql(`select (select count(*)::int from regions) regions, (select count(*)::int from districts) districts,
    (select sum(people)::int from flows) commuters, (select count(*)::int from editions where not is_example) editions, (select count(*)::int from editions where is_example) examples`)
  expect(counts).toEqual({ regions: 5, districts: 20, commuters: 745_680, editions: 4, examples: 1 })
})

test('places taken in the example are the places held, and never more than there are', async ({ world }) => {
  await fillExample(world.db, world.clock.now)
  const wrong = await world.sql(
    `select c.id from capacities c left join places p on p.capacity_id = c.id group by c.id having c.taken <> count(p.*) or c.taken > c.seats`,
  )
  expect(wrong).toEqual([])
})

test('every fact of a past congress names its source, or says that it is not recorded', async ({ world }) => {
  await fillExample(world.db, world.clock.now)
  const bare = await world.sql(`select value ->> 'de' as value from edition_facts where source_id is null`)
  expect(await world.sql('select count(*)::int as facts from edition_facts where source_id is not null')).toEqual([
    { facts: 7 },
  ])
  expect(bare.map(({ value }) => value)).toEqual(Array(bare.length).fill(expect.stringContaining('nicht überliefert')))
})

test('the example takes place on a Thursday at least 75 days from the first start', () => {
  expect([exampleDay(new Date('2026-11-24T20:00:00Z')), exampleDay(new Date('2026-11-26T23:30:00Z'))]).toEqual([
    '2027-02-11',
    '2027-02-11',
  ])
})

test('the example’s library is filled once: records with where they come from, and one report that can be searched', async ({
  world,
}) => {
  const { db, house, clock } = world
  await fillExample(db, clock.now)
  const base = { house, now: clock.now, language: 'de', viewer: { kind: 'system' } } as const
  await inChange(db, base, fillLibrary)
  await inChange(db, base, fillLibrary)
  await workedThrough(world)
  const [counts] = await world.sql(`select count(*) filter (where is_example)::int as examples,
    count(*) filter (where not is_example and current_version is null)::int as records,
    count(link)::int as linked, count(edition_id)::int as congresses, count(session_id)::int as presented,
    count(*)::int as documents from documents where state = 'published'`)
  expect(counts).toEqual({ examples: 1, records: 17, linked: 15, congresses: 12, presented: 2, documents: 18 })
  expect(
    await world.sql(`select count(*)::int as documents from collection_documents group by collection_id order by 1`),
  ).toEqual([3, 3, 4, 5].map((documents) => ({ documents })))
  expect((await world.get('/bibliothek?q=Radschnellwege')).body).toContain('#seite-6">Seite 6</a>')
})

test('the example’s thread is filled once: what sources tell of, and one made-up thread with every outcome', async ({
  world,
}) => {
  const { db, house, clock } = world
  await fillExample(db, clock.now)
  const base = { house, now: clock.now, language: 'de', viewer: { kind: 'system' } } as const
  for (const fill of [fillLibrary, fillThread, fillThread]) await inChange(db, base, fill)
  const [counts] = await world.sql(`select count(*) filter (where kind = 'result' and not is_example)::int as results,
    count(*) filter (where kind = 'project' and not is_example)::int as projects,
    count(*) filter (where is_example)::int as examples from pieces where published_at is not null`)
  expect(counts).toEqual({ results: 12, projects: 16, examples: 9 })
  const bare = await world.sql(`select p.slug from piece_events e join pieces p on p.id = e.piece_id
    where not p.is_example and e.source_id is null`)
  expect(bare).toEqual([])
  const page = (await world.get('/was-wurde-daraus')).body
  expect(page).toContain('Von 5 Ergebnissen: 1 umgesetzt, 2 in Arbeit, 1 nicht weitergeführt, 1 hier nicht bekannt.')
  expect(page.match(/Von 6 Ergebnissen: 6 hier nicht bekannt\./g)).toHaveLength(2)
})

test('one group of the example works, once, with minutes and a decision that are labelled; the others are only listed', async ({
  world,
}) => {
  const { db, house, clock } = world
  await fillExample(db, clock.now)
  const base = { house, now: clock.now, language: 'de', viewer: { kind: 'system' } } as const
  for (const fill of [fillGroup, fillGroup]) await inChange(db, base, fill)
  const at = await world.sql(`select id from working_groups where state = 'working'`)
  expect([at.length, (await world.sql('select id from group_members')).length]).toEqual([1, 0])
  const { body } = await world.get(`/arbeitsgruppen/${at[0]!.id}`)
  const words = [
    'class="example"',
    '1. Sitzung',
    '2. Sitzung',
    'Protokoll: 1. Sitzung',
    'Der Kalender wird dem Kongress',
  ]
  expect(words.filter((word) => !body.includes(word))).toEqual([])
  const listed = await world.sql(`select state from working_groups g join editions e on e.id = g.edition_id
    where not e.is_example and state is not null`)
  expect(listed).toEqual([])
})

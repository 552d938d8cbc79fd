import { expect } from 'vitest'
import { anEditionToRegisterFor, filledIn } from '../../test/registration.ts'
import { test } from '../../test/world.ts'
import { inChange } from '../platform/visit.ts'
import { moveTo } from './commands/state.ts'
import { states } from './model.ts'

test('a registration moves as the table of moves says, with an entry for each move, and no other way', async ({
  world,
}) => {
  const edition = await anEditionToRegisterFor(world)
  await world.post(edition.url, filledIn(edition))
  const [row] = await world.sql('select id, edition_id as "editionId" from registrations')
  const mine = row as { id: string; editionId: string }
  const visit = { viewer: { kind: 'system' }, now: world.clock.now, language: 'de', house: world.house } as const
  const made: string[] = []
  for (const state of states)
    for (const to of states)
      await inChange(world.db, visit, (change) => moveTo(change, { ...mine, state }, to)).then(
        () => made.push(`${state} ${to}`),
        (error) => expect(String(error)).toContain(`does not become ${to} from ${state}`),
      )
  expect(made).toEqual(['confirmed cancelled', 'waiting confirmed', 'waiting cancelled', 'cancelled confirmed'])
  const log = await world.sql(`select before, after from audit where before ? 'state' order by at, id`)
  expect(
    log.map(({ before, after }) => `${(before as { state: string }).state} ${(after as { state: string }).state}`),
  ).toEqual(made)
})

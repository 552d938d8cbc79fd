import { expect } from 'vitest'
import { test } from '../../test/world.ts'
import { site } from './index.ts'

test('a report is deleted one year after it came, not a day earlier', async ({ world }) => {
  const { db, house, clock } = world
  const insert = (text: string, at: string) =>
    db
      .insertInto('reports')
      .values({ kind: 'question', text, language: 'de', at: new Date(at) })
      .execute()
  clock.now = new Date('2026-05-04T10:00:00Z')
  await insert('vor einem Jahr', '2025-05-04T09:59:00Z')
  await insert('vor fast einem Jahr', '2025-05-04T10:01:00Z')
  const visit = { db, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de', house } as const

  await site.jobs!.eraseOldReports!(visit, {})

  expect(await world.sql('select text from reports')).toEqual([{ text: 'vor fast einem Jahr' }])
  expect(await world.sql(`select what, after from audit`)).toEqual([{ what: 'report.erased', after: { count: 1 } }])
})

test('the day on which nothing is old leaves no trace', async ({ world }) => {
  const { db, house, clock } = world
  const visit = { db, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de', house } as const
  await site.jobs!.eraseOldReports!(visit, {})
  expect(await world.sql('select what from audit')).toEqual([])
})

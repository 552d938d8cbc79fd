import { expect } from 'vitest'
import { test } from '../test/world.ts'
import { describe, keptSchema } from './schema.ts'

/** Tables of which no public page shows anything, so that a change in them need not empty kept pages. */
const shownToNobody = [
  'alerts',
  'answers',
  'audit',
  'bookings',
  'challenges',
  'consents',
  'electors',
  'email_changes',
  'intake_files',
  'intake_rows',
  'intakes',
  'mail_templates',
  'mails',
  'meeting_answers',
  'meeting_guests',
  'meeting_invitations',
  'meeting_options',
  'minutes_amendments',
  'minutes_comments',
  'minutes_sections',
  'minutes_versions',
  'notice_wishes',
  'notices',
  'organisation_stewards',
  'paper_amendments',
  'paper_comments',
  'paper_sections',
  'paper_versions',
  'passkeys',
  'piece_reminders',
  'places',
  'project_inquiries',
  'registration_needs',
  'replaced_ballots',
  'reports',
  'roles',
  'secret_ballots',
  'session_proposals',
  'sign_in_links',
  'sign_ins',
  'uploads',
  'vote_ballots',
  'vote_proxies',
  'vote_speakers',
  'weight_versions',
  'weights',
]

test('schema.sql and schema.ts say what the migrated database says', async ({ world }) => {
  const { sql, types } = await describe(world.databaseUrl)
  const kept = keptSchema()
  expect(kept.sql, 'npm run schema').toBe(sql)
  expect(kept.types, 'npm run schema').toBe(types)
})

test('every table and every column says what it is for', async ({ world }) => {
  expect((await describe(world.databaseUrl)).bare).toEqual([])
})

test('every table that public pages show tells of its changes', async ({ world }) => {
  const rows = await world.sql(`
    select t.relname as table from pg_class t
    where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname <> 'migrations'
      and not exists (select 1 from pg_trigger g where g.tgrelid = t.oid and g.tgname = t.relname || '_changed')
    order by 1`)
  expect(rows.map(({ table }) => table)).toEqual(shownToNobody)
})

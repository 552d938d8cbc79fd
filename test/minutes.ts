import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** Minutes of a meeting with one section, both as drafts. */
export async function someMinutes({ db, clock }: World, meetingId: string, section: Row<'minutesSections'> = {}) {
  await db.insertInto('minutes').values({ meetingId, createdAt: clock.now }).execute()
  const row = {
    meetingId,
    position: 0,
    title: 'Papier',
    text: 'Eins.\n\nZwei.\n\nDrei.',
    changedAt: clock.now,
    ...section,
  }
  const { id, title, text } = await db
    .insertInto('minutesSections')
    .values(row)
    .returning(['id', 'title', 'text'])
    .executeTakeFirstOrThrow()
  await db.insertInto('minutesVersions').values({ sectionId: id, revision: 1, title, text, at: clock.now }).execute()
  return id
}

/** The mark on the page of minutes that lie before those who were there, as their lead sees it. */
export const markOf = async (world: World, at: string, lead: Parameters<World['get']>[1]) =>
  /name="mark" value="([^"]+)"/.exec((await world.get(at, lead)).body)?.[1] ?? ''

/** Approves minutes as they stand now. */
export const approve = async (world: World, at: string, lead: Parameters<World['get']>[1]) =>
  world.post(`${at}/stand`, { to: 'approved', mark: await markOf(world, at, lead) }, lead)

/** Other words that somebody proposes for a section. */
export async function someWords({ db, clock }: World, sectionId: string, values: Row<'minutesAmendments'> = {}) {
  const row = { seen: 1, text: 'Eins.\n\nZwei, genauer.\n\nDrei.', reason: 'Genauer.', at: clock.now }
  return (
    await db
      .insertInto('minutesAmendments')
      .values({ ...row, sectionId, ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

/** What a meeting agreed. */
export async function anAgreement(
  { db, clock }: World,
  { groupId, meetingId }: { groupId: string; meetingId: string },
  values: Row<'agreements'> = {},
) {
  const row = { kind: 'task', text: 'Den Entwurf schreiben', createdAt: clock.now, changedAt: clock.now } as const
  return (
    await db
      .insertInto('agreements')
      .values({ ...row, groupId, meetingId, ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

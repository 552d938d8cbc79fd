import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** A paper of a group, a draft. */
export async function aPaper({ db, clock }: World, groupId: string, values: Row<'papers'> = {}) {
  const row = { title: 'Papier der Gruppe', kind: 'theses', createdAt: clock.now, changedAt: clock.now } as const
  return (
    await db
      .insertInto('papers')
      .values({ ...row, groupId, ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

/** A section of a paper with its first version. */
export async function aPart({ db, clock }: World, paperId: string, values: Row<'paperSections'> = {}) {
  const row = { position: 0, title: 'Verkehr', text: 'Eins.\n\nZwei.\n\nDrei.', changedAt: clock.now }
  const { id, title, text } = await db
    .insertInto('paperSections')
    .values({ ...row, paperId, ...values })
    .returning(['id', 'title', 'text'])
    .executeTakeFirstOrThrow()
  await db.insertInto('paperVersions').values({ sectionId: id, revision: 1, title, text, at: clock.now }).execute()
  return id
}

/** Something said at the words of a section. */
export async function aRemark(
  { db, clock }: World,
  sectionId: string,
  values: Row<'paperComments'> & { quote: string },
) {
  const { text } = await textOf(db, sectionId)
  const quoteStart = text.indexOf(values.quote)
  const row = { text: 'Bitte genauer.', at: clock.now, quoteStart, quoteEnd: quoteStart + values.quote.length }
  return (
    await db
      .insertInto('paperComments')
      .values({ ...row, sectionId, ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

/** An amendment to the words of a section. */
export async function anAmendment(
  { db, clock }: World,
  sectionId: string,
  values: Row<'paperAmendments'> & { quote: string; replacement: string },
) {
  const { text, paperId } = await textOf(db, sectionId)
  const quoteStart = text.indexOf(values.quote)
  const place = { sectionId, paperId, quoteStart, quoteEnd: quoteStart + values.quote.length }
  return (
    await db
      .insertInto('paperAmendments')
      .values({ no: 1, at: clock.now, reason: 'Genauer.', ...place, ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

const textOf = (db: World['db'], id: string) =>
  db.selectFrom('paperSections').where('id', '=', id).select(['text', 'paperId']).executeTakeFirstOrThrow()

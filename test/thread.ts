import type { Insertable } from 'kysely'
import type { Schema } from '../src/platform/schema.ts'
import { hashOf, newSecret } from '../src/platform/tokens.ts'
import type { World } from './world.ts'

type Row<T extends keyof Schema> = Partial<Insertable<Schema[T]>>

/** A public piece of this kind. A result needs its edition. */
export async function aPiece(
  { db, clock }: World,
  kind: 'result' | 'project' | 'position',
  values: Row<'pieces'> = {},
) {
  const at = clock.now
  const slug = `stueck-${Math.random().toString(36).slice(2, 9)}`
  return db
    .insertInto('pieces')
    .values({
      kind,
      slug,
      title: { de: 'Stück' },
      publishedAt: at,
      createdAt: at,
      changedAt: at,
      movedAt: at,
      ...values,
    })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()
}

/** Something that happened with a piece; its state is not written anew. */
export async function anEvent({ db, clock }: World, pieceId: string, values: Row<'pieceEvents'> = {}) {
  const row = { pieceId, kind: 'note', title: { de: 'Etwas geschah' }, enteredAt: clock.now, ...values } as const
  return (await db.insertInto('pieceEvents').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function aPoint({ db }: World, pieceId: string, values: Row<'positionPoints'> = {}) {
  const row = { pieceId, text: { de: 'Eine Zeile' }, position: 1, ...values }
  return (await db.insertInto('positionPoints').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** A wording of a position as it was kept, signed by an organisation. */
export async function aVersion({ db, clock }: World, pieceId: string, values: Row<'positionVersions'> = {}) {
  const row = { pieceId, number: 1, title: { de: 'Eine Forderung' }, points: '[]', madeAt: clock.now, ...values }
  return (await db.insertInto('positionVersions').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function aSignature(
  { db, clock }: World,
  values: Row<'positionSignatures'> & { versionId: string; organisationId: string },
) {
  const row = { person: 'Anna Amt', signedOn: '2026-03-02', decision: 'Kreistag, 1. März 2026', enteredAt: clock.now }
  return (
    await db
      .insertInto('positionSignatures')
      .values({ ...row, ...values })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id
}

/** A consultation that is open, with somebody asked for a contribution by a link, whose secret is given. */
export async function aConsultation(
  { db, clock }: World,
  { contribution, ...values }: Row<'consultations'> & { contribution?: Row<'consultationContributions'> } = {},
) {
  const row = { title: 'Regionalplan', due: '2027-05-12', createdAt: clock.now, ...values }
  const { id: consultation } = await db
    .insertInto('consultations')
    .values(row)
    .returning('id')
    .executeTakeFirstOrThrow()
  const secret = newSecret()
  const own = { consultationId: consultation, organisation: 'Stadt Calw', topic: 'Radwege', position: 1 }
  const { id } = await db
    .insertInto('consultationContributions')
    .values({ ...own, secretHash: hashOf(secret), ...contribution })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { consultation, contribution: id, contributionSecret: secret }
}

export async function aRelation(
  { db, clock }: World,
  fromId: string,
  kind: Row<'relations'>['kind'],
  toPieceId: string,
) {
  const row = { fromId, kind: kind ?? 'led_to', toPieceId, createdAt: clock.now }
  return (await db.insertInto('relations').values(row).returning('id').executeTakeFirstOrThrow()).id
}

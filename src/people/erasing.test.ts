import { expect } from 'vitest'
import { test } from '../../test/world.ts'
import { people } from './index.ts'

const day = 86_400_000

test('what has served its purpose is erased by the clock, what has not is kept', async ({ world }) => {
  const { db, clock } = world
  const ago = (days: number, ms = 0) => new Date(clock.now.getTime() - days * day - ms)
  const { id: personId } = await world.person('administrator')
  const link = (n: number, expiresAt: Date) => ({
    personId,
    secretHash: Buffer.from([n]),
    createdAt: ago(40),
    expiresAt,
  })
  await db
    .insertInto('signInLinks')
    .values([link(1, ago(30, 1)), link(2, ago(29))])
    .execute()
  const device = (n: number, revokedAt: Date | null) => ({
    personId,
    secretHash: Buffer.from([n]),
    means: 'link' as const,
    createdAt: ago(60),
    seenAt: ago(60),
    expiresAt: ago(-1),
    revokedAt,
  })
  await db
    .insertInto('signIns')
    .values([device(1, ago(30, 1)), device(2, ago(29))])
    .execute()
  await db
    .insertInto('challenges')
    .values([
      { challenge: 'old', expiresAt: ago(0, 1) },
      { challenge: 'open', expiresAt: ago(0) },
    ])
    .execute()
  const answer = (n: number, at: Date) => ({ keyHash: Buffer.from([n]), fingerprint: Buffer.from([n]), at })
  await db
    .insertInto('answers')
    .values([answer(1, ago(1, 1)), answer(2, ago(1))])
    .execute()
  const entry = (what: string, at: Date) => ({ what, at, byKind: 'system' as const })
  await db
    .insertInto('audit')
    .values([entry('old', new Date('2024-05-04T09:59:59Z')), entry('young', new Date('2024-05-04T10:00:00Z'))])
    .execute()

  await people.jobs!.eraseOldRows!(
    { db, read: db as never, viewer: { kind: 'system' }, now: clock.now, language: 'de', house: world.house },
    {},
  )

  expect(await db.selectFrom('signInLinks').select('secretHash').execute()).toEqual([{ secretHash: Buffer.from([2]) }])
  expect(
    await db
      .selectFrom('signIns')
      .select('secretHash')
      .where('expiresAt', '=', ago(-1))
      .where('revokedAt', 'is not', null)
      .execute(),
  ).toEqual([{ secretHash: Buffer.from([2]) }])
  expect(await db.selectFrom('challenges').select('challenge').execute()).toEqual([{ challenge: 'open' }])
  expect(await db.selectFrom('answers').select('keyHash').execute()).toEqual([{ keyHash: Buffer.from([2]) }])
  expect(await db.selectFrom('audit').select('what').execute()).toEqual([{ what: 'young' }])
})

import { hashOf, newSecret } from '../../platform/tokens.ts'
import { type Change, NotFound, personOf, type Refusal, refuse } from '../../platform/visit.ts'
import { signInDays } from '../model.ts'

const day = 86_400_000

/**
 * Signs in with the one-time link the viewer holds; gives the cookie's secret. The link works once, also when the
 * button is pressed in two windows. Refuses a used, an expired and an unknown link.
 */
export async function signInWithLink(
  change: Change,
  input: { device: string },
): Promise<{ secret: string } | Refusal<'linkUsed' | 'linkExpired' | 'linkUnknown'>> {
  if (change.viewer.kind !== 'holder') return refuse('linkUnknown')
  const used = await change.write
    .updateTable('signInLinks')
    .set({ usedAt: change.now })
    .where('secretHash', '=', change.viewer.secretHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', change.now)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('people')
          .select('people.id')
          .whereRef('people.id', '=', 'signInLinks.personId')
          .where('people.disabledAt', 'is', null),
      ),
    )
    .returning('personId')
    .executeTakeFirst()
  if (used) return { secret: await startSignIn(change, { ...input, personId: used.personId, means: 'link' }) }
  const link = await change.write
    .selectFrom('signInLinks')
    .innerJoin('people', 'people.id', 'signInLinks.personId')
    .select(['usedAt', 'disabledAt'])
    .where('secretHash', '=', change.viewer.secretHash)
    .executeTakeFirst()
  if (!link || link.disabledAt) return refuse('linkUnknown')
  return refuse(link.usedAt ? 'linkUsed' : 'linkExpired')
}

/** Starts a sign-in on a device; gives the cookie's secret, which is fresh every time. */
export async function startSignIn(
  change: Change,
  input: { personId: string; means: 'link' | 'passkey'; device: string },
) {
  const secret = newSecret()
  await change.write
    .insertInto('signIns')
    .values({
      ...input,
      secretHash: hashOf(secret),
      createdAt: change.now,
      seenAt: change.now,
      expiresAt: new Date(change.now.getTime() + signInDays * day),
    })
    .execute()
  const { personId, means, device } = input
  await change.record('person.signed_in', personId, { after: { means, device }, by: personId })
  return secret
}

/** Ends one of the viewer's own sign-ins. Throws NotFound for anybody else's. */
export async function endSignIn(change: Change, input: { signIn: string }) {
  const ended = await change.write
    .updateTable('signIns')
    .set({ revokedAt: change.now })
    .where('id', '=', input.signIn)
    .where('personId', '=', personOf(change))
    .where('revokedAt', 'is', null)
    .returning('device')
    .executeTakeFirst()
  if (!ended) throw new NotFound()
  await change.record('person.signed_out', personOf(change)!, { before: { device: ended.device } })
  return { isOwn: change.viewer.kind === 'person' && change.viewer.signIn === input.signIn }
}

/** Ends all of the viewer's sign-ins but the one this request came with. */
export async function endOtherSignIns(change: Change) {
  if (change.viewer.kind !== 'person') throw new NotFound()
  const ended = await change.write
    .updateTable('signIns')
    .set({ revokedAt: change.now })
    .where('personId', '=', change.viewer.id)
    .where('id', '<>', change.viewer.signIn)
    .where('revokedAt', 'is', null)
    .returning('id')
    .execute()
  if (ended.length > 0)
    await change.record('person.others_signed_out', change.viewer.id, { before: { devices: ended.length } })
  return { ended: ended.length }
}

/** Changes the viewer's own name and language. */
export async function changeAccount(change: Change, input: { name: string; language: 'de' | 'en' }) {
  const id = personOf(change)
  if (!id) throw new NotFound()
  const before = await change.write
    .selectFrom('people')
    .select(['name', 'language'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  await change.write.updateTable('people').set(input).where('id', '=', id).execute()
  await change.record('person.changed', id, { before, after: input })
  return { id }
}

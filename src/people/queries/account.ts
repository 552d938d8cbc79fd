import type { Visit } from '../../platform/visit.ts'
import { ownAccount, ownPasskeys, ownSignIns } from '../permissions.ts'

export type OwnSignIn = {
  id: string
  device: string
  means: 'link' | 'passkey'
  since: Date
  seen: Date
  isThis: boolean
}
export type OwnPasskey = { id: string; label: string; since: Date; used: Date | null }

/** The viewer's own account with its devices and passkeys, the newest first; undefined when nobody is signed in. */
export async function accountOf(visit: Visit) {
  const [person, signIns, passkeys] = await Promise.all([
    ownAccount(visit).select(['email', 'name', 'language']).executeTakeFirst(),
    ownSignIns(visit)
      .select(['id', 'device', 'means', 'createdAt', 'seenAt'])
      .orderBy('seenAt', 'desc')
      .orderBy('id')
      .execute(),
    ownPasskeys(visit).select(['id', 'label', 'createdAt', 'usedAt']).orderBy('createdAt', 'desc').execute(),
  ])
  if (!person) return undefined
  const here = visit.viewer.kind === 'person' ? visit.viewer.signIn : ''
  return {
    ...person,
    signIns: signIns.map(
      ({ createdAt, seenAt, ...one }): OwnSignIn => ({
        ...one,
        since: createdAt,
        seen: seenAt,
        isThis: one.id === here,
      }),
    ),
    passkeys: passkeys.map(
      ({ id, label, createdAt, usedAt }): OwnPasskey => ({
        id: id.toString('base64url'),
        label,
        since: createdAt,
        used: usedAt,
      }),
    ),
  }
}
export type Account = NonNullable<Awaited<ReturnType<typeof accountOf>>>

/** In what state the one-time link is that the viewer holds. */
export async function linkState(visit: Visit): Promise<'open' | 'used' | 'expired' | 'unknown'> {
  if (visit.viewer.kind !== 'holder') return 'unknown'
  const link = await visit.read
    .selectFrom('signInLinks')
    .innerJoin('people', 'people.id', 'signInLinks.personId')
    .select(['usedAt', 'signInLinks.expiresAt', 'disabledAt'])
    .where('signInLinks.secretHash', '=', visit.viewer.secretHash)
    .executeTakeFirst()
  if (!link || link.disabledAt) return 'unknown'
  if (link.usedAt) return 'used'
  return link.expiresAt > visit.now ? 'open' : 'expired'
}

import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { type Change, NotFound, personOf } from '../../platform/visit.ts'
import { challengeMinutes } from '../model.ts'
import { startSignIn } from './sign-ins.ts'

/** What comes back from an authenticator, and the challenge it answers. */
export type Answered = { challenge: string; credential: string }
/** A try that failed. Not a refusal: the challenge is used up all the same. */
export type Failed = { failed: true }
const failed: Failed = { failed: true }

const rpOf = (change: Change) => ({ id: new URL(change.house.publicUrl).hostname, origin: change.house.publicUrl })

/** Opens a challenge for signing in with any passkey of this installation (discoverable credentials). */
export async function openSignInChallenge(change: Change) {
  const options = await generateAuthenticationOptions({
    rpID: rpOf(change).id,
    userVerification: 'required',
    timeout: challengeMinutes * 60_000,
  })
  return { challenge: await keepChallenge(change, options.challenge, null), options }
}

/** Opens a challenge for adding a passkey to the viewer's own account. */
export async function openAddChallenge(change: Change) {
  const person = await ownPerson(change)
  const known = await change.write
    .selectFrom('passkeys')
    .select(['id', 'transports'])
    .where('personId', '=', person.id)
    .execute()
  const rp = rpOf(change)
  const options = await generateRegistrationOptions({
    rpName: await installationName(change, rp.id),
    rpID: rp.id,
    userID: new Uint8Array(Buffer.from(person.id.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name || person.email,
    timeout: challengeMinutes * 60_000,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ id, transports }) => ({ id: id.toString('base64url'), transports })),
  })
  return { challenge: await keepChallenge(change, options.challenge, person.id), options }
}

/** Adds the passkey an authenticator has made for the viewer's challenge. */
export async function addPasskey(
  change: Change,
  input: Answered & { label: string },
): Promise<{ added: true } | Failed> {
  const person = await ownPerson(change)
  const challenge = await takeChallenge(change, input.challenge, person.id)
  if (!challenge) return failed
  const rp = rpOf(change)
  const verified = await verifyRegistrationResponse({
    response: parsed(input.credential) as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    requireUserVerification: true,
  }).catch(() => undefined)
  if (!verified?.verified) return failed
  const { credential } = verified.registrationInfo
  const made = await change.write
    .insertInto('passkeys')
    .values({
      id: Buffer.from(credential.id, 'base64url'),
      personId: person.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: (credential.transports ?? []).slice(0, 8).map((way) => String(way).slice(0, 20)),
      label: input.label,
      createdAt: change.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return failed
  await change.record('person.passkey_added', person.id, { after: { label: input.label } })
  return { added: true }
}

/** Signs in with a passkey; gives the cookie's secret. A counter that does not grow is a copied key: it fails. */
export async function signInWithPasskey(
  change: Change,
  input: Answered & { device: string },
): Promise<{ secret: string } | Failed> {
  const challenge = await takeChallenge(change, input.challenge, null)
  const response = parsed(input.credential) as AuthenticationResponseJSON
  const passkey = challenge && (await passkeyOf(change, String(response.id ?? '')))
  if (!passkey) return failed
  const rp = rpOf(change)
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: rp.origin,
    expectedRPID: rp.id,
    requireUserVerification: true,
    credential: {
      id: passkey.id.toString('base64url'),
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => undefined)
  if (!verified?.verified) return failed
  const { newCounter } = verified.authenticationInfo
  await change.write
    .updateTable('passkeys')
    .set({ counter: newCounter, usedAt: change.now })
    .where('id', '=', passkey.id)
    .execute()
  return { secret: await startSignIn(change, { personId: passkey.personId, means: 'passkey', device: input.device }) }
}

/** Removes one of the viewer's own passkeys. Throws NotFound for anybody else's. */
export async function removePasskey(change: Change, input: { passkey: string }) {
  const person = await ownPerson(change)
  const removed = await change.write
    .deleteFrom('passkeys')
    .where('id', '=', Buffer.from(input.passkey, 'base64url'))
    .where('personId', '=', person.id)
    .returning('label')
    .executeTakeFirst()
  if (!removed) throw new NotFound()
  await change.record('person.passkey_removed', person.id, { before: { label: removed.label } })
  return { removed: removed.label }
}

async function ownPerson(change: Change) {
  const person = await change.write
    .selectFrom('people')
    .select(['id', 'email', 'name'])
    .where('id', '=', personOf(change))
    .executeTakeFirst()
  if (!person) throw new NotFound()
  return person
}

async function installationName(change: Change, otherwise: string) {
  const row = await change.write.selectFrom('installation').select('short').executeTakeFirst()
  return row?.short || otherwise
}

/** The passkey, locked until the change ends, so that its counter is compared with the last one. */
const passkeyOf = (change: Change, id: string) =>
  change.write
    .selectFrom('passkeys')
    .innerJoin('people', 'people.id', 'passkeys.personId')
    .select(['passkeys.id', 'passkeys.personId', 'publicKey', 'counter', 'transports'])
    .where('passkeys.id', '=', Buffer.from(id.slice(0, 2000), 'base64url'))
    .where('people.disabledAt', 'is', null)
    .forUpdate('passkeys')
    .executeTakeFirst()

async function keepChallenge(change: Change, challenge: string, personId: string | null) {
  const { id } = await change.write
    .insertInto('challenges')
    .values({ challenge, personId, expiresAt: new Date(change.now.getTime() + challengeMinutes * 60_000) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a challenge away and gives it, if it was still open for this person. */
async function takeChallenge(change: Change, id: string, personId: string | null) {
  const taken = await change.write
    .deleteFrom('challenges')
    .where('id', '=', id)
    .where('personId', 'is not distinct from', personId)
    .returning(['challenge', 'expiresAt'])
    .executeTakeFirst()
  return taken && taken.expiresAt > change.now ? taken.challenge : undefined
}

function parsed(credential: string): object {
  try {
    const value: unknown = JSON.parse(credential)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

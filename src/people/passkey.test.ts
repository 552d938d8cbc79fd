import { expect } from 'vitest'
import { authenticator } from '../../test/authenticator.ts'
import { cookieOf } from '../../test/people.ts'
import { test, type World } from '../../test/world.ts'

type Person = Awaited<ReturnType<World['person']>>
type Challenge = { challenge: string; options: { challenge: string; rpId?: string } }

async function addChallenge(world: World, person: Person) {
  return (await world.post('/konto/passkeys/aufgabe', {}, person)).json<Challenge>()
}
async function signInChallenge(world: World) {
  return (await world.post('/zugang/passkey/aufgabe')).json<Challenge>()
}
async function withPasskey(world: World) {
  const person = await world.person('office')
  const device = authenticator(world.house.publicUrl)
  const { challenge, options } = await addChallenge(world, person)
  const answer = await world.post(
    '/konto/passkeys',
    { challenge, credential: device.create(options.challenge), label: 'Laptop im Büro' },
    person,
  )
  return { person, device, answer }
}
async function signIn(world: World, device: ReturnType<typeof authenticator>) {
  const { challenge, options } = await signInChallenge(world)
  return world.post('/zugang/passkey', { challenge, credential: device.get(options.challenge) })
}
const failed = '/zugang?info=passkey'

test('a passkey that was added signs its person in, without asking who it is', async ({ world }) => {
  const { person, device, answer } = await withPasskey(world)
  expect(answer.headers.location).toBe('/konto?info=passkey')
  expect((await world.get('/konto', person)).body).toContain('Laptop im Büro')
  const signedIn = await signIn(world, device)
  expect(signedIn.headers.location).toBe('/zugang/weiter')
  const secret = cookieOf(world, signedIn)!
  expect((await world.get('/konto', { ...person, secret })).body).toContain(person.email)
})

test('a challenge is used once, also by a try that fails', async ({ world }) => {
  const { device } = await withPasskey(world)
  const { challenge, options } = await signInChallenge(world)
  const stranger = await world.post('/zugang/passkey', { challenge, credential: '{}' })
  expect(stranger.headers.location).toBe(failed)
  const replay = await world.post('/zugang/passkey', { challenge, credential: device.get(options.challenge) })
  expect([replay.headers.location, cookieOf(world, replay)]).toEqual([failed, undefined])
})

test('a challenge is over after five minutes', async ({ world }) => {
  const { device } = await withPasskey(world)
  const { challenge, options } = await signInChallenge(world)
  world.clock.now = new Date(world.clock.now.getTime() + 5 * 60_000)
  const late = await world.post('/zugang/passkey', { challenge, credential: device.get(options.challenge) })
  expect(late.headers.location).toBe(failed)
})

test('a copied key whose counter does not grow is not let in', async ({ world }) => {
  const { device } = await withPasskey(world)
  expect((await signIn(world, device)).headers.location).toBe('/zugang/weiter')
  device.state.counter = 1
  expect((await signIn(world, device)).headers.location).toBe(failed)
})

test('an answer made for another website is not let in', async ({ world }) => {
  const { device } = await withPasskey(world)
  const elsewhere = authenticator('https://other.example')
  const { challenge, options } = await signInChallenge(world)
  const forged = JSON.parse(elsewhere.get(options.challenge))
  const answer = await world.post('/zugang/passkey', {
    challenge,
    credential: JSON.stringify({
      ...forged,
      id: device.id.toString('base64url'),
      rawId: device.id.toString('base64url'),
    }),
  })
  expect(answer.headers.location).toBe(failed)
})

test('one person’s challenge adds no passkey to another account', async ({ world }) => {
  const [one, other] = [await world.person('office'), await world.person('office')]
  const { challenge, options } = await addChallenge(world, one)
  const credential = authenticator(world.house.publicUrl).create(options.challenge)
  await world.post('/konto/passkeys', { challenge, credential, label: 'x' }, other)
  expect(await world.db.selectFrom('passkeys').select('id').execute()).toEqual([])
})

test('a removed passkey signs nobody in, and nobody removes another’s', async ({ world }) => {
  const { person, device } = await withPasskey(world)
  const passkey = device.id.toString('base64url')
  const stranger = await world.person('office')
  expect((await world.post('/konto/passkeys/entfernen', { passkey }, stranger)).statusCode).toBe(404)
  expect((await world.post('/konto/passkeys/entfernen', { passkey }, person)).statusCode).toBe(303)
  expect((await signIn(world, device)).headers.location).toBe(failed)
})

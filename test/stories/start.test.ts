import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlace, startProgram } from './program.ts'
import { type Form, openForm, registerBy } from './registering.ts'

let place: Awaited<ReturnType<typeof newPlace>>
beforeAll(async () => {
  place = await newPlace()
})
afterAll(() => place.leave())

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Registers one after the other, until the program is gone, and gives whom it answered with success. */
async function registerUntilGone(form: Form, who: string, answered: string[]) {
  for (let n = 0; ; n++) {
    const email = `${who}-${n}@landkreis.example`
    const answer = await registerBy(form, email, { ticket: form.tickets[2]! }).catch(() => undefined)
    if (!answer) return
    expect(answer.status).toBe(303)
    answered.push(email)
  }
}

test('killed at any moment, it comes back, and whom it answered is there with one mail each', async () => {
  const answered: string[] = []
  for (let round = 0; round < 4; round++) {
    const program = await startProgram(place)
    const form = await openForm(program.url)
    const runs = Array.from({ length: 6 }, (_, n) => registerUntilGone(form, `r${round}-${n}`, answered))
    // On a slow machine the moment comes later: each round has answered somebody.
    for (const more = 6 * (round + 1); answered.length < more; ) await wait(20)
    await wait(300 + Math.random() * 900)
    await program.kill()
    await Promise.all(runs)
  }
  expect(answered.length).toBeGreaterThan(20)

  const program = await startProgram(place)
  const client = new pg.Client(program.databaseUrl())
  await client.connect()
  const { rows } = await client.query<{ email: string; mails: number }>(`
    select email, (select count(*)::int from mails where about = r.id and template like 'registration.%') as mails
    from registrations r where email like 'r%@landkreis.example'`)
  await client.end()
  const there = new Map(rows.map(({ email, mails }) => [email, mails]))
  expect(answered.filter((email) => there.get(email) !== 1)).toEqual([])
  expect(rows.filter(({ mails }) => mails !== 1)).toEqual([])
  expect(await program.stop()).toBe(0)
}, 180_000)

test('when its launcher is killed the program stops in order and leaves the place free', async () => {
  const launcher = spawn(process.execPath, [join(import.meta.dirname, '../../bin/metropol.mjs'), 'start'], {
    env: { PATH: process.env.PATH, PORT: String(place.port), METROPOL_DATA: place.data, LOG_LEVEL: 'error' },
    stdio: 'ignore',
  })
  const answers = () =>
    fetch(`http://localhost:${place.port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) await wait(50)
  launcher.kill('SIGKILL')
  const isHeld = () => existsSync(join(place.data, 'lock'))
  for (let tries = 0; tries < 200 && isHeld(); tries++) await wait(50)
  expect([isHeld(), await answers()]).toEqual([false, false])
  const program = await startProgram(place)
  // As browsers do: it is opened ahead and asks for nothing.
  const silent = connect(place.port, 'localhost')
  await once(silent, 'connect')
  const stopped = await Promise.race([program.stop(), wait(20_000)])
  silent.destroy()
  expect(stopped).toBe(0)
}, 120_000)

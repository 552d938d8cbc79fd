import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPlace, type Program, startProgram } from './program.ts'
import { openForm, registerBy } from './registering.ts'

let place: Awaited<ReturnType<typeof newPlace>>
let program: Program
beforeAll(async () => {
  place = await newPlace()
  program = await startProgram(place)
}, 60_000)
afterAll(() => place.leave())

async function ask<Row extends object>(text: string, values: unknown[] = []) {
  const client = new pg.Client(program.databaseUrl())
  await client.connect()
  const { rows } = await client.query(text, values)
  await client.end()
  return rows as Row[]
}

test('three hundred at once for the last places of a ticket: exactly the quota is sold', async () => {
  const form = await openForm(program.url)
  const [small] = await ask<{ id: string; seats: number; taken: number }>(
    `select t.id, seats, taken from ticket_types t join capacities c on c.id = t.capacity_id
     where t.id = any($1) order by seats limit 1`,
    [form.tickets],
  )
  const runs = Array.from({ length: 300 }, (_, n) =>
    registerBy(form, `karte-${n}@landkreis.example`, { ticket: small!.id }),
  )
  const statuses = (await Promise.all(runs)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([303]))
  const [after] = await ask<{ taken: number; places: number; sold: number; waiting: number }>(
    `select c.taken, (select count(*)::int from places p where p.capacity_id = c.id) as places,
       (select count(*)::int from registrations r where r.ticket_type_id = t.id and state = 'confirmed') as sold,
       (select count(*)::int from registrations r
         where r.ticket_type_id = t.id and state = 'waiting' and email like 'karte-%') as waiting
     from ticket_types t join capacities c on c.id = t.capacity_id where t.id = $1`,
    [small!.id],
  )
  const { seats, taken } = small!
  expect(after).toEqual({ taken: seats, places: seats, sold: seats, waiting: 300 - (seats - taken) })
}, 120_000)

test('two hundred at once for the last places of a session: exactly its places are booked', async () => {
  const form = await openForm(program.url)
  const onSite = form.tickets[0]!
  const [session] = await ask<{ id: string; seats: number; taken: number }>(
    `select s.id, seats, taken from sessions s join capacities c on c.id = s.capacity_id
     where s.id = any($1) and taken < seats order by seats - taken limit 1`,
    [form.sessions],
  )
  const runs = Array.from({ length: 200 }, (_, n) =>
    registerBy(form, `gruppe-${n}@landkreis.example`, { ticket: onSite, sessions: [session!.id] }),
  )
  const statuses = (await Promise.all(runs)).map(({ status }) => status)
  const left = session!.seats - session!.taken
  expect(statuses.filter((status) => status === 303).length).toBe(left)
  expect(statuses.filter((status) => status === 409).length).toBe(200 - left)
  const [after] = await ask<{ taken: number; booked: number }>(
    `select taken, (select count(*)::int from bookings b where b.session_id = s.id) as booked
     from sessions s join capacities c on c.id = s.capacity_id where s.id = $1`,
    [session!.id],
  )
  expect(after).toEqual({ taken: session!.seats, booked: session!.seats })
}, 120_000)

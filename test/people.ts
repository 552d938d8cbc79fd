import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cookieName } from '../src/platform/web-parts.ts'
import type { World } from './world.ts'

const working = new WeakSet<World>()

/** Works through the queue until nothing waits. */
export async function workedThrough(world: World) {
  if (!working.has(world)) await world.open.work()
  working.add(world)
  for (let tries = 0; tries < 400 && (await world.queued()).length > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 25))
}

/** The mails kept in the data folder, their soft line breaks undone, the oldest first. */
export async function keptMails(world: World): Promise<string[]> {
  const folder = join(world.data, 'mail')
  const names = await readdir(folder).catch(() => [])
  const raw = await Promise.all(names.sort().map((name) => readFile(join(folder, name), 'latin1')))
  return raw.map((text) =>
    Buffer.from(
      text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1',
    ).toString('utf8'),
  )
}

/** The address of the one-time link in a mail, as a path. */
export const linkIn = (mail: string) => /\/zugang\/link\/[\w-]{22}|\/en\/access\/link\/[\w-]{22}/.exec(mail)?.[0] ?? ''

type Response = { cookies: { name: string; value: string }[] }
/** The secret of the sign-in cookie an answer has set; undefined where it set none. */
export const cookieOf = (world: World, response: Response) =>
  response.cookies.find(({ name }) => name === cookieName(world.house.publicUrl))?.value

/** A congress edition with nothing in it. */
export async function plainEdition(world: World, number: number) {
  const { id: seriesId } = await world.db
    .insertInto('series')
    .values({ name: { de: 'Metropolkongress' } })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await world.db
    .insertInto('editions')
    .values({
      seriesId,
      number,
      slug: `kongress-${number}`,
      title: { de: `${number}. Kongress` },
      sortOn: '2026-10-01',
      createdAt: world.clock.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

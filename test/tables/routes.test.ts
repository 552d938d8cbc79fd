import { expect } from 'vitest'
import { test, type World } from '../world.ts'
import { aViewer, filledAddress, fullHouse, secrets, type Viewer, viewers } from './house.ts'
import { table } from './routes.ts'

const nameOf = (route: { method: string; path: { de: string } }) => `${route.method.toUpperCase()} ${route.path.de}`
/** What takes something away comes last, so that it is still there for the other addresses. */
const turn = ({ method, path }: { method: string; path: { de: string } }) =>
  method === 'get'
    ? 0
    : path.de.endsWith('abmelden')
      ? 3
      : /(loesch|schliess|entzieh|ruecknahm|austritt)/.test(path.de)
        ? 2
        : 1
const routesInOrder = (world: World) => [...world.open.routes].sort((a, b) => turn(a) - turn(b))

/** What the table promises a viewer at each address. */
const promised = (viewer: Viewer) =>
  Object.fromEntries(
    Object.entries(table).map(([name, row]) => [
      name,
      Number(Object.entries(row).find(([, who]) => who.includes(viewer))?.[0] ?? 404),
    ]),
  )

test('every address stands in the table, and nothing else does', async ({ world }) => {
  expect(Object.keys(table).sort()).toEqual(world.open.routes.map(nameOf).sort())
})

for (const viewer of viewers)
  test(`${viewer} gets what the table says, and reads nothing that is not for them`, async ({ world }) => {
    const house = await fullHouse(world)
    const who = await aViewer(world, viewer, house)
    const secret = viewer === 'holder' ? house.registrations.another : undefined
    const kept = Object.entries(secrets).flatMap(([text, may]) => (may.includes(viewer) ? [] : [text]))
    const leaks: string[] = []
    const got: Record<string, number> = {}
    const unseen = new Set(Object.keys(secrets).filter((text) => secrets[text]!.includes(viewer)))
    const look = (address: string, body: string) => {
      leaks.push(...kept.filter((text) => body.includes(text)).map((text) => `${address}: ${text}`))
      for (const text of unseen) if (body.includes(text)) unseen.delete(text)
    }
    for (const route of routesInOrder(world)) {
      const address = filledAddress(route.path.de, house.values, secret)
      const answer =
        route.method === 'get'
          ? await world.get(address, who)
          : await (route.method === 'post' ? world.post : world.patch)(address, {}, who)
      got[nameOf(route)] = answer.statusCode
      look(address, answer.body)
      if (route.method !== 'get') continue
      const english = filledAddress(route.path.en, house.values, secret)
      const translated = await world.get(english, who)
      expect(`${translated.statusCode} ${english}`).toBe(`${answer.statusCode} ${english}`)
      look(english, translated.body)
    }
    expect(leaks).toEqual([])
    // A secret that nobody sees would betray nothing by not being there.
    if (viewer === 'administrator') expect([...unseen]).toEqual([])
    expect(got).toEqual(promised(viewer))
  })

test('the draft of an edition and everything below it is there only for those who work on it', async ({ world }) => {
  const house = await fullHouse(world)
  const { slug } = await world.db
    .selectFrom('editions')
    .where('id', '=', house.draft)
    .select('slug')
    .executeTakeFirstOrThrow()
  const addresses = world.open.routes
    .filter(({ path, method }) => path.de.includes(':edition') && method === 'get')
    .map(({ path }) => filledAddress(path.de, { ...house.values, edition: slug }))
  expect(addresses.length).toBeGreaterThan(10)
  for (const viewer of viewers) {
    if (viewer === 'office' || viewer === 'administrator') continue
    const who = await aViewer(world, viewer, house)
    for (const address of addresses) {
      const { statusCode } = await world.get(address, who)
      expect(`${viewer} ${address} ${statusCode}`).toBe(`${viewer} ${address} 404`)
    }
  }
})

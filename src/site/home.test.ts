import { expect } from 'vitest'
import { anEdition } from '../../test/congress.ts'
import { aDocument } from '../../test/library.ts'
import { test } from '../../test/world.ts'

test('the newest results lead to their records in the library; what is not there is not listed', async ({ world }) => {
  const { id: editionId } = await anEdition(world)
  const abstract = { de: 'Ein Papier über Wasser.', en: 'A paper on water.' }
  const water = { title: 'Wasser', slug: 'wasser', dated: '2025', abstract, editionId }
  await aDocument(world, water)
  await aDocument(world, { ...water, title: 'Energie', slug: 'energie', dated: '2026-02' })
  await aDocument(world, { ...water, title: 'Entwurf', slug: 'entwurf', state: 'draft', publishedAt: null })
  await aDocument(world, { ...water, title: 'Beispiel', slug: 'beispiel', isExample: true })
  await aDocument(world, { ...water, title: 'Ohne Kongress', slug: 'ohne', editionId: null })
  await world.db
    .insertInto('editionDocuments')
    .values({ editionId, title: { de: 'Nur genannt' }, kind: { de: 'Film' }, note: abstract, position: 1 })
    .execute()
  const listed = async (path: string) =>
    [
      ...(await world.get(path)).body.matchAll(
        /<a href="([^"]+)"(?: lang="de")?>(Wasser|Energie|Entwurf|Beispiel|Nur genannt|Ohne Kongress)</g,
      ),
    ].map(([, href, title]) => `${title} ${href}`)
  expect(await listed('/')).toEqual(['Energie /bibliothek/energie', 'Wasser /bibliothek/wasser'])
  expect(await listed('/en')).toEqual(['Energie /en/library/energie', 'Wasser /en/library/wasser'])
})

test('the feed is never of tomorrow: a congress is as new as the last turn it has taken', async ({ world }) => {
  const [now, day] = [world.clock.now.getTime(), 864e5]
  const at = (days: number) => new Date(now + days * day)
  await anEdition(world, { announcedAt: at(-9), opensAt: at(-2), closesAt: at(20) })
  await anEdition(world, { number: 8, slug: '2028-ulm', announcedAt: null, stateByHand: 'announced', isExample: true })
  const { body } = await world.get('/neues.atom')
  const said = [...body.matchAll(/<(?:title|updated)>([^<]+)</g)].map(([, text]) => text)
  expect(said).toEqual([
    'Neues aus: Metropol',
    at(0).toISOString(),
    '7. Metropolkongress: Wirtschaftliche Transformation (Beispiel)',
    at(0).toISOString(),
    '7. Metropolkongress: Wirtschaftliche Transformation',
    at(-2).toISOString(),
  ])
})

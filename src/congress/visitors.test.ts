import { expect } from 'vitest'
import { anEdition, anOpenEdition, aRoom, aSession, formAt } from '../../test/congress.ts'
import { test, type World } from '../../test/world.ts'
import { paths } from './paths.ts'

const shown = async (world: World, path: string, who?: Awaited<ReturnType<World['person']>>) =>
  (await world.get(path, who)).payload
    .replaceAll('\u00a0', ' ')
    .replaceAll('\u2009', '')
    .replace(/<[^>]+>/g, '')

const twoDays = { endsAt: new Date('2026-11-13T15:00:00Z'), doorsAt: new Date('2026-11-12T07:30:00Z') }

test('an edition of several days names the day with every time', async ({ world }) => {
  const { id, slug } = await anEdition(world, twoDays)
  const room = await aRoom(world, id)
  const first = await aSession(world, id, { roomId: room.id, isBookable: true })
  const night = { startsAt: new Date('2026-11-12T21:00:00Z'), endsAt: new Date('2026-11-13T00:30:00Z') }
  await aSession(world, id, { ...night, title: { de: 'Lange Nacht' }, roomId: room.id, isBookable: true })
  const edition = await shown(world, paths.edition.at('de', { edition: slug }))
  expect(edition).toContain('12. November 2026, 9.30 Uhr bis 13. November 2026, 16.00 Uhr')
  expect(edition).toContain('Einlass12. November 2026, 8.30 Uhr')
  expect(edition).toContain('Lange Nachtbis 13. November 2026, 1.30 Uhr')
  expect(await shown(world, paths.congresses.at('de'))).toContain('12.–13. November 2026')
  expect(await shown(world, paths.session.at('de', { edition: slug, session: first.id }))).toContain(
    'Donnerstag, 12. November 2026, 11.00 bis 12.00 Uhr',
  )
  const office = await world.person('office')
  const add = paths.editProgramme.add.at('de', { edition: slug })
  const times = { startsAt: '2026-11-13T01:00', endsAt: '2026-11-13T02:00', roomId: room.id }
  const taken = await world.post(add, { titleDe: 'Zweiter', format: 'talk', ...times }, office)
  expect(taken.payload.replaceAll('\u00a0', ' ')).toContain(
    '„Lange Nacht“, 12. November 2026, 22.00 Uhr bis 13. November 2026, 1.30 Uhr',
  )
})

test('one day keeps its times alone', async ({ world }) => {
  const { slug } = await anEdition(world, { doorsAt: new Date('2026-11-12T07:30:00Z') })
  expect(await shown(world, paths.edition.at('de', { edition: slug }))).toContain('Einlass8.30 Uhr')
})

test('where every place is taken, the lists say that it is full and that there is a waiting list', async ({
  world,
}) => {
  const { capacityId } = await anOpenEdition(world, { seats: 215 })
  const pages = ['/', '/kongresse', '/kongresse/2026-heilbronn']
  const all = async () =>
    (await Promise.all(pages.map((path) => shown(world, path)))).map((text) => /warteliste/i.test(text))
  expect(await all()).toEqual([false, false, false])
  await world.db.updateTable('capacities').set({ taken: 215 }).where('id', '=', capacityId!).execute()
  expect(await all()).toEqual([true, true, true])
  expect(await shown(world, '/')).not.toContain('Die Anmeldung ist offen')
  expect(await shown(world, '/kongresse')).not.toContain('Anmeldung offen')
})

test('a month is all that is said where only the month is known, in the lists of the office too', async ({ world }) => {
  const { slug } = await anEdition(world, {
    startsAt: null,
    endsAt: null,
    sortOn: '2026-10-01',
    dateText: { de: 'Oktober 2026', en: 'October 2026' },
  })
  const office = await world.person('office')
  for (const path of ['/', '/kongresse', `/kongresse/${slug}`, '/verwaltung/kongresse', '/verwaltung/anmeldungen']) {
    const text = await shown(world, path, office)
    expect([path, text.includes('Oktober 2026')]).toEqual([path, true])
    expect([path, /0?1\. ?(10\.|Oktober)/.test(text)]).toEqual([path, false])
  }
})

test('how to get there is set from Markdown, with links, and the form shows how that is typed', async ({ world }) => {
  const arrival = { de: 'Ab Hauptbahnhof [Linie 5](https://vvs.example/5).\n\nHaltestelle **Harmonie**.' }
  const { slug } = await anEdition(world, { arrival })
  const page = (await world.get(paths.edition.at('de', { edition: slug }))).payload
  expect(page).toContain('<a href="https://vvs.example/5" rel="noopener">Linie\u00a05</a>')
  expect(page).toContain('<strong>Harmonie</strong>')
  const form = (await world.get(paths.editPlace.at('de', { edition: slug }), await world.person('office'))).payload
  expect(form).toContain('<code>**Wort**</code> wird <strong>Wort</strong>')
  expect(form).not.toContain('**fett**')
})

const crumbs = (html: string) =>
  [...html.matchAll(/<ol class="crumbs">(.*?)<\/ol>/gs)].map(([, list]) =>
    list!
      .split('</li>')
      .map((crumb) => crumb.replace(/<[^>]+>/g, ''))
      .filter(Boolean),
  )[0]

test('every page of a congress says where one is, the same way', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const session = await aSession(world, id)
  const at = { edition: slug, session: session.id }
  const town = ['Start', 'Kongresse', '7. Metropolkongress']
  const expected = [
    [paths.congresses, ['Start', 'Kongresse']],
    [paths.edition, town],
    [paths.programme, [...town, 'Programm']],
    [paths.session, [...town, 'Programm', 'Wasserstoff im Neckartal']],
    [paths.register, [...town, 'Anmeldung']],
  ] as const
  for (const [path, wanted] of expected) expect(crumbs((await world.get(path.at('de', at))).payload)).toEqual(wanted)
})

test('the office is led from its congresses to every form of one', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const session = await aSession(world, id)
  const at = { edition: slug, item: session.id }
  const below = async (path: { at(language: 'de', values: never): string }) =>
    crumbs((await world.get(path.at('de', at as never), office)).payload)
  const own = ['Kongresse', '7. Metropolkongress']
  expect(await below(paths.edit)).toEqual(own)
  expect(await below(paths.editProgramme.item)).toEqual([...own, 'Programm', 'Wasserstoff im Neckartal'])
  expect(await below(paths.removeEdition)).toEqual([...own, '„7. Metropolkongress“ löschen?'])
  expect(await below(paths.newEdition)).toEqual(['Kongresse', 'Neuer Kongress'])
  expect(await below(paths.copyEdition)).toEqual(['Kongresse', '„7. Metropolkongress“ kopieren'])
  expect(await below(paths.editSeries)).toEqual(['Kongresse', 'Kongressreihe'])
  expect((await formAt(world, paths.editSeries.at('de'), office)).nameDe).toBe('Metropolkongress')
})

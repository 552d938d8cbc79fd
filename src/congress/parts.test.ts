import { expect } from 'vitest'
import { anEdition, aRoom, aSession, audit, formAt } from '../../test/congress.ts'
import { test } from '../../test/world.ts'
import { paths } from './paths.ts'

test('parts are added, changed, ordered and deleted, each recorded', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  const at = paths.editParts.groups
  const names = ['Mobilität', 'Energie', 'Fachkräfte']
  for (const nameDe of names) await world.post(at.add.at('de', { edition: slug }), { nameDe }, office)
  const groups = () =>
    world.db.selectFrom('workingGroups').select(['id', 'name', 'leads']).orderBy('position').execute()
  const last = (await groups()).at(-1)!
  const place = { edition: slug, item: last.id }
  await world.post(at.up.at('de', place), {}, office)
  expect((await groups()).map(({ name }) => name.de)).toEqual(['Mobilität', 'Fachkräfte', 'Energie'])
  const fields = await formAt(world, at.item.at('de', place), office)
  await world.post(at.item.at('de', place), { ...fields, leads: 'Regionalverband' }, office)
  expect(await audit(world, 'groups.changed')).toMatchObject([
    { before: { leads: null }, after: { leads: 'Regionalverband' } },
  ])
  await world.post(at.remove.at('de', place), {}, office)
  expect((await groups()).map(({ name }) => name.de)).toEqual(['Mobilität', 'Energie'])
  expect(await audit(world, 'groups.removed')).toMatchObject([{ before: { name: { de: 'Fachkräfte' } } }])
  const log = (await world.get('/verwaltung/protokoll', office)).payload
  for (const deed of ['hinzugefügt', 'geändert', 'verschoben', 'gelöscht'])
    expect(log).toContain(`Arbeitsgruppe ${deed}`)
})

test('a room that sessions stand in is not deleted', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const room = await aRoom(world, id)
  await aSession(world, id, { roomId: room.id })
  const remove = paths.editParts.rooms.remove.at('de', { edition: slug, item: room.id })
  const refused = await world.post(remove, {}, office)
  expect([refused.statusCode, refused.payload.includes('Wird noch gebraucht: „Wasserstoff im Neckartal“.')]).toEqual([
    409,
    true,
  ])
})

test('hosts and partners come from the register or are entered there, once each', async ({ world }) => {
  const { slug } = await anEdition(world)
  const office = await world.person('office')
  await world.db.insertInto('organisations').values({ name: 'Stadt Heilbronn', kind: 'municipality' }).execute()
  const at = paths.editOrganisations.at('de', { edition: slug })
  expect((await world.post(at, { name: 'stadt heilbronn', part: 'host' }, office)).statusCode).toBe(303)
  expect((await world.post(at, { name: 'IHK Heilbronn-Franken', part: 'partner' }, office)).statusCode).toBe(303)
  expect((await world.post(at, { name: 'Stadt Heilbronn', part: 'host' }, office)).statusCode).toBe(409)
  const names = await world.db.selectFrom('organisations').select('name').orderBy('name').execute()
  expect(names.map(({ name }) => name)).toEqual(['IHK Heilbronn-Franken', 'Stadt Heilbronn'])
})

test('texts without English are listed with the way to their form', async ({ world }) => {
  const { id, slug } = await anEdition(world)
  const office = await world.person('office')
  const room = await aRoom(world, id)
  const page = (await world.get(paths.editEnglish.at('de', { edition: slug }), office)).payload
  expect(page).toContain('Ein Text fehlt.')
  expect(page).toContain(`href="${paths.editParts.rooms.item.at('de', { edition: slug, item: room.id })}"`)
})

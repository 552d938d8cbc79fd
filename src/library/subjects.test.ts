import { expect } from 'vitest'
import { formAt } from '../../test/congress.ts'
import { aDocument } from '../../test/library.ts'
import { test } from '../../test/world.ts'

const list = '/verwaltung/bibliothek/themen'

test('the office adds, renames and orders subjects, each with its concept elsewhere', async ({ world }) => {
  const who = await world.person('office')
  const concept = 'http://eurovoc.europa.eu/4505'
  expect((await world.post(list, { nameDe: 'Wasserstoff', nameEn: 'Hydrogen', concept }, who)).statusCode).toBe(303)
  expect(await world.sql(`select name, concept, position from subjects where id = 'hydrogen'`)).toEqual([
    { name: { de: 'Wasserstoff', en: 'Hydrogen' }, concept, position: 12 },
  ])
  for (let times = 0; times < 2; times++) await world.post(`${list}/hydrogen/nach-oben`, {}, who)
  expect((await world.sql('select id from subjects order by position')).map(({ id }) => id).slice(-3)).toEqual([
    'hydrogen',
    'culture',
    'cooperation',
  ])
  const taken = await world.post(list, { nameDe: 'Energie' }, who)
  expect([taken.statusCode, /href="#f-(\w+)"/.exec(taken.body)?.[1]]).toEqual([409, 'nameDe'])
})

test('who renames a subject finds its documents under the new name', async ({ world }) => {
  const who = await world.person('office')
  const { slug } = await aDocument(world, {
    title: 'Studie',
    subjects: ['mobility'],
    keywords: 'Institut für Mobilität und Verkehr; Mobilität und Verkehr',
  })
  const start = await formAt(world, `${list}/mobility`, who)
  await world.post(`${list}/mobility`, { ...start, nameDe: 'Unterwegssein' }, who)
  expect((await world.get(`/bibliothek/${slug}`)).body).toContain('Unterwegssein')
  expect((await world.get('/bibliothek?q=Unterwegssein')).body).toContain(`/bibliothek/${slug}`)
  expect(await world.sql('select keywords from documents')).toEqual([
    { keywords: 'Institut für Mobilität und Verkehr; Unterwegssein' },
  ])
})

test('two who add at the same moment get two places', async ({ world }) => {
  const who = await world.person('office')
  const names = ['Eins', 'Zwei', 'Drei', 'Vier']
  const before = (await world.sql('select position from subjects')).length
  const answers = await world.together(4, (no) => world.post(list, { nameDe: names[no]! }, who))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(4).fill(303))
  const positions = (await world.sql('select position from subjects')).map(({ position }) => position)
  expect([positions.length, new Set(positions).size]).toEqual([before + 4, before + 4])
})

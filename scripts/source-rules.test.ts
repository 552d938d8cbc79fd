import { expect, test } from 'vitest'
import { breaches, breachesIn, ownersOfTables } from './source-rules.ts'

const owners = ownersOfTables()
const rulesIn = (file: string, source: string) => breachesIn(file, source, owners).map(({ rule }) => rule)

test('the source keeps the rules', () => {
  expect(breaches()).toEqual([])
})

test('a word in a page or a route is found', () => {
  const page = 'src/site/pages/planted.tsx'
  expect(rulesIn(page, 'export const A = () => <p>Anmelden</p>')).toEqual(['words'])
  expect(rulesIn(page, 'export const A = () => <Field label="Name" />')).toEqual(['words'])
  expect(rulesIn('src/site/routes/planted.tsx', `export const a = 'Das geht nicht, bitte warten'`)).toEqual(['words'])
  expect(rulesIn(page, 'export const A = () => <p class="note">{t.note} · {1}</p>')).toEqual([])
})

test('an address outside of paths.ts is found', () => {
  expect(rulesIn('src/site/queries.ts', `export const a = '/kongresse'`)).toEqual(['urls'])
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source that is looked at, not run
  expect(rulesIn('src/site/queries.ts', 'export const a = (id: string) => `/en/congresses/${id}`')).toEqual(['urls'])
  expect(rulesIn('src/site/paths.ts', `export const a = path('/kongresse', '/en/congresses')`)).toEqual([])
})

test('a table out of its place is found', () => {
  const select = (table: string) => `export const a = db.selectFrom('${table}').select('id').execute()`
  expect(rulesIn('src/site/pages/planted.tsx', select('pages'))).toEqual(['tables'])
  expect(rulesIn('src/region/queries.ts', select('pages'))).toEqual(['tables'])
  expect(rulesIn('src/site/queries.ts', select('pages'))).toEqual([])
  expect(rulesIn('src/site/queries.ts', select('editions as e'))).toEqual([])
  expect(rulesIn('src/site/commands.ts', `export const a = db.updateTable('editions').execute()`)).toEqual(['tables'])
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openHouse } from '../src/main.ts'
import { dataProtectionDocument, documents, roomGraph } from './docs.ts'

const root = join(import.meta.dirname, '..')

test('every document made from the source says what the source says', async () => {
  for (const { file, content } of await documents(openHouse))
    expect(readFileSync(join(root, file), 'utf8'), `${file}: npm run docs`).toBe(content)
})

test('the drawing of the rooms leaves out what follows from other arrows', () => {
  expect(roomGraph()).toContain('  design --> platform\n')
  expect(roomGraph()).toContain('  congress --> files\n')
  expect(roomGraph()).not.toContain('congress --> platform')
})

test('every room of the house says what it holds', () => {
  const [, said] = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('<!-- /rooms -->')
  const named = [...said!.split('`src/main.ts`')[0]!.matchAll(/^\| `(\w+)` \|/gm)].map(([, room]) => room)
  const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(named.toSorted()).toEqual(
    rooms
      .map(({ name }) => name)
      .filter((name) => name !== 'cli')
      .toSorted(),
  )
})

test('a personal column that does not say when it is deleted is found', () => {
  const schema = (comment: string) => `-- Guests.\ntable guests\n  name text not null  -- ${comment}`
  expect(dataProtectionDocument(schema('Personal. Name. Purpose: badge. Deletion: one day after.'))).toContain(
    '| `guests.name` | Name | badge | one day after |',
  )
  expect(() => dataProtectionDocument(schema('Personal. Name. Purpose: badge.'))).toThrow('guests.name')
})

test('what the documents of the house lead to is there', () => {
  const papers = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'STYLE.md', 'CHANGELOG.md']
  const missing = papers.flatMap((paper) =>
    [...readFileSync(join(root, paper), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => target!)
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${paper}: ${target}`),
  )
  expect(missing).toEqual([])
})

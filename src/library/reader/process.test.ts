import { readFile as bytesOf, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWord, paragraph } from '../../../test/formats.ts'
import { hostileFiles } from '../../../test/hostile.ts'
import { aPdf } from '../../../test/library.ts'
import { readFile } from './run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'metropol-reader-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function kept(name: string, bytes: Buffer) {
  const file = join(folder, name)
  await writeFile(file, bytes)
  return file
}
/** The processes that this one has started and that still run. */
async function children() {
  const list = await bytesOf(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8')
  return list.trim().split(/\s+/).filter(Boolean).map(Number)
}

test('one process reads file after file; after one that gives trouble, or when it is killed, another one does', async () => {
  const report = await kept('bericht.pdf', await aPdf('Bericht', [{ heading: 'Anlass', text: 'Die Züge sind voll.' }]))
  const letter = await kept('brief.docx', aWord(paragraph('Ein Satz.')))
  const hostile = hostileFiles()
  const bomb = await kept('bombe.pdf', hostile['pdf: unpacks to 700 MB']!.bytes)
  const locked = await kept('zu.pdf', hostile['pdf: needs a password']!.bytes)

  // The one that has set the PDFs stays, and reads nothing.
  const setters = await children()
  const running = async () => (await children()).filter((one) => !setters.includes(one))

  const first = await readFile(report, 'pdf')
  expect(first).toMatchObject({ state: 'read', title: 'Bericht', outline: [{ title: 'Anlass', page: 1 }] })
  const [reader, ...others] = await running()
  expect([typeof reader, others]).toEqual(['number', []])
  expect(await readFile(letter, 'docx')).toMatchObject({ state: 'read', title: '', pages: ['Ein Satz.\n\n'] })
  expect([await readFile(report, 'pdf'), await running()]).toEqual([first, [reader]])

  for (const [trouble, state] of [
    [bomb, 'too_large'],
    [locked, 'encrypted'],
  ] as const) {
    const before = await running()
    expect(await readFile(trouble, 'pdf', { seconds: 60, megabytes: 64 })).toEqual({ state })
    expect(await readFile(report, 'pdf')).toEqual(first)
    expect((await running()).filter((one) => before.includes(one))).toEqual([])
  }
  for (const one of await running()) process.kill(one, 'SIGKILL')
  expect(await readFile(report, 'pdf')).toEqual(first)

  expect(await readFile(bomb, 'pdf', { seconds: 0.05, megabytes: 256 })).toEqual({ state: 'too_large' })
  const both = await Promise.all([readFile(report, 'pdf'), readFile(letter, 'docx')])
  expect(both).toMatchObject([first, { pages: ['Ein Satz.\n\n'] }])
}, 60_000)

import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { aDocument } from '../../../test/library.ts'
import { test } from '../../../test/world.ts'
import { iso690Of } from '../model/citation.ts'
import { cited } from './run.ts'

const item = (title: string) => ({
  id: 'a',
  type: 'report',
  title,
  author: [{ family: 'Beispiel', given: 'Jana' }],
  issued: { 'date-parts': [[2022]] },
})
/** The processes this one has started and that still run. */
const children = () =>
  readdirSync('/proc').filter((pid) => {
    try {
      return (
        readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')[1] === String(process.pid)
      )
    } catch {
      return false
    }
  })

test('citations come from one process beside this one', async () => {
  const before = children()
  const texts = await Promise.all(
    ['Eins', 'Zwei', 'Eins'].map((title) => cited({ item: item(title), format: 'de-DE' })),
  )
  expect(texts).toEqual(['Beispiel, J. (2022). Eins.', 'Beispiel, J. (2022). Zwei.', 'Beispiel, J. (2022). Eins.'])
  expect(children().filter((pid) => !before.includes(pid))).toHaveLength(1)
})

/** Stops the citing processes that run, or lets them go on. */
function signal(name: 'SIGSTOP' | 'SIGCONT') {
  const citing = children().filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('cite.ts'))
  for (const pid of citing) process.kill(Number(pid), name)
  return citing.length
}

test('one that takes too long ends that process; the next one is made by another', async () => {
  expect(signal('SIGSTOP')).toBe(1)
  await expect(cited({ item: item('Drei'), format: 'ris' }, 0.1)).rejects.toThrow('has ended')
  expect(await cited({ item: item('Drei'), format: 'ris' })).toContain('TI  - Drei')
})

test('a page is whole while its citation is waited for, and has it when it is made', async ({ world }) => {
  const { slug } = await aDocument(world, { title: 'Vier', dated: '2021' })
  const read = async () => {
    const { statusCode, body } = await world.get(`/bibliothek/${slug}`)
    return [statusCode, body.includes('Nach DIN ISO 690'), body.includes('Zitiervorschlag nach APA')]
  }
  expect(signal('SIGSTOP')).toBe(1)
  expect(await read()).toEqual([200, true, false])
  signal('SIGCONT')
  await expect.poll(read, { timeout: 60_000 }).toEqual([200, true, true])
})

test('a reference tells the year once, and the day where it is known', () => {
  const study = {
    slug: 'studie',
    type: 'study',
    language: 'de',
    title: 'Studie',
    subtitle: '',
    publisher: 'Region',
    authors: [{ kind: 'person', name: 'Beispiel, Jana', identifier: null }],
  } as const
  const at = { url: 'http://localhost/a' }
  expect(
    [null, '2022', '2022-05-03'].map((dated) => iso690Of({ ...study, authors: [...study.authors], dated }, at, 'de')),
  ).toEqual([
    'BEISPIEL, Jana, [ohne Jahr]. Studie [online]. Region. Verfügbar unter: http://localhost/a',
    'BEISPIEL, Jana, 2022. Studie [online]. Region. Verfügbar unter: http://localhost/a',
    'BEISPIEL, Jana, 2022. Studie [online]. Region, 2022-05-03. Verfügbar unter: http://localhost/a',
  ])
})

test('each page says how it is cited, and each paragraph on it has an address that stays', async ({ world }) => {
  const pages = ['Anfang.', 'Die Züge sind am Morgen voll.\n\nDarum fahren mehr.']
  const { id, slug } = await aDocument(world, { title: 'Studie', dated: '2022', publisher: 'Region', pages })
  const { body } = await world.get(`/bibliothek/${slug}/text`)
  const at = `http://localhost/bibliothek/${id}/text?fassung=1&amp;ab=2#seite-2`
  expect(body).toContain(`Studie [online]. Region, 2022. S. 2. Verfügbar unter: ${at}`)
  expect(body).toContain('<p id="seite-2-absatz-2">Darum fahren mehr.</p>')
  expect(body).toContain(`<a href="${at}-absatz-2">Link zu „Darum fahren mehr.“</a>`)
  expect((await world.get(`/bibliothek/${id}/text?fassung=1&ab=2`)).body).toContain('id="seite-2-absatz-2"')
  await world.sql(`update document_versions set unit = 'slide'`)
  const slides = (await world.get(`/en/library/${slug}/text`)).body
  expect(slides).toContain('slide 2. Available from:')
  expect(slides).toContain('Cite this slide')
})

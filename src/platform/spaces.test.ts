import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { dates } from './language.ts'
import { markdown } from './markdown.ts'
import { bindTextsOfPages, bound } from './spaces.ts'

const shown = (text: string) => text.replaceAll('\u00a0', '~')

test('dates, times, figures with units, paragraphs and abbreviations stay on one line', () => {
  for (const [text, expected] of [
    ['am 22. Januar 2019, 10 Uhr', 'am 22.~Januar 2019, 10~Uhr'],
    ['9.00 bis 16.30 Uhr, etwa 9 bis 16 Uhr', '9.00~bis~16.30~Uhr, etwa 9 bis~16~Uhr'],
    ['on 22 January 2019', 'on 22~January 2019'],
    ['der 2. Metropolkongress', 'der 2.~Metropolkongress'],
    ['höchstens 60 kB und 1,2 MB', 'höchstens 60~kB und 1,2~MB'],
    ['105 000 Euro, 78 Prozent, 78 % und 5 Mio. Menschen', '105 000~Euro, 78~Prozent, 78~% und 5~Mio. Menschen'],
    ['§ 5 DDG, Art. 6 Abs. 1 Buchst. e DSGVO, § 27 a', '§~5 DDG, Art.~6 Abs.~1 Buchst.~e DSGVO, §~27 a'],
    ['Artikel 13, section 5, auf Seite 83', 'Artikel~13, section~5, auf Seite~83'],
    ['z. B. und i. d. R., d. h. Dr. Gunther Wobser', 'z.~B. und i.~d.~R., d.~h. Dr.~Gunther Wobser'],
  ])
    expect(shown(bound(text!))).toBe(expected)
})

test('a time is written in one way in German, in every table, sentence and text', () => {
  const at = new Date('2028-10-19T17:31:00Z')
  const { time, dense } = dates('de')
  expect([time(at), dense(at)].map(shown)).toEqual(['19.31~Uhr', '19.10., 19.31~Uhr'])
  expect(shown(dates('en').dense(at))).toBe('19/10, 19:31')
  const texts = globSync('**/*.de.ts', { cwd: join(import.meta.dirname, '..') })
  expect(texts.length).toBeGreaterThan(20)
  for (const file of texts)
    expect([file, /\b\d{1,2}:\d{2}\b/.exec(readFileSync(join(import.meta.dirname, '..', file), 'utf8'))]).toEqual([
      file,
      null,
    ])
})

test('other spaces break as before', () => {
  for (const text of [
    'im Jahr 2019. Danach kam Heilbronn.',
    'Etwa 350 Gäste',
    'Version 1.12. Neu',
    '5 Millionenstädte',
  ])
    expect(shown(bound(text))).toBe(text)
})

test('the rule holds for what components write and for Markdown, not for what is typed or read by programs', () => {
  bindTextsOfPages()
  expect(shown(renderToString(h('p', { title: '10 Uhr' }, '10 Uhr, ', h('b', {}, '§ 5'))))).toBe(
    '<p title="10 Uhr">10~Uhr, <b>§~5</b></p>',
  )
  expect(shown(renderToString(h('textarea', {}, '10 Uhr')))).toBe('<textarea>10 Uhr</textarea>')
  expect(shown(markdown('Am **22. Januar** um 10 Uhr, `10 Uhr`.'))).toBe(
    '<p>Am <strong>22.~Januar</strong> um 10~Uhr, <code>10 Uhr</code>.</p>\n',
  )
})

test('a heading may break after a stroke between two long words; an address and short words stay whole', () => {
  bindTextsOfPages()
  const heading = (text: string) => renderToString(h('h1', {}, text))
  expect(heading('Wirtschaftsverkehr/Neckar')).toBe('<h1>Wirtschaftsverkehr/<wbr/>Neckar</h1>')
  expect(renderToString(h('h2', {}, h('a', {}, 'Alpha/Beta ', 'Gamma/Delta')))).toBe(
    '<h2><a>Alpha/<wbr/>Beta Gamma/<wbr/>Delta</a></h2>',
  )
  for (const text of ['und/oder', 'metropol.example/Kongress', 'https://metropol/Seite', 'Ort/Kreis/Region.html'])
    expect(heading(text)).toBe(`<h1>${text}</h1>`)
  expect(renderToString(h('p', {}, 'Alpha/Beta'))).toBe('<p>Alpha/Beta</p>')
})

import { expect, test } from 'vitest'
import { isDated } from '../../platform/dated.ts'
import { slugFrom } from '../../platform/slug.ts'
import { authorsFrom, linesOf } from './document.ts'
import { languageOf, paragraphs, proposedTitle, tidy } from './reading.ts'

test('words divided at the end of a line are whole again, dashes between names stay', () => {
  expect(tidy('Ver-\r\nkehr in Baden-\r\nWürttemberg \ufb01ndet statt')).toBe(
    'Verkehr in Baden-\nWürttemberg findet statt',
  )
})

test('lines become paragraphs; leaders and the page’s number go', () => {
  const page =
    '1 Anlass\nDie Züge sind voll und die Straßen sind\nes auch.\nEin neuer Absatz beginnt an dieser Stelle\nmit mehr\nals zwei Zeilen.\nAnhang . . . . . . 12\n7'
  expect(paragraphs(page, 7)).toEqual([
    '1 Anlass',
    'Die Züge sind voll und die Straßen sind es auch.',
    'Ein neuer Absatz beginnt an dieser Stelle mit mehr als zwei Zeilen.',
    'Anhang … 12',
  ])
})

test('a title is the file’s own, unless a program has put its name there', () => {
  expect(proposedTitle('Regionalplan 2030', 'Seite 1', 'x.pdf')).toBe('Regionalplan 2030')
  expect(proposedTitle('Microsoft Word - Plan.docx', '\n3\nRegionalplan der Region\n', 'x.pdf')).toBe(
    'Regionalplan der Region',
  )
  expect(proposedTitle('', '', 'Regional_plan-2.pdf')).toBe('Regional plan 2')
})

test('the language is told by its small words', () => {
  expect(['Die Stadt und der Fluss', 'The city and the river', 'La ville et les fleuves'].map(languageOf)).toEqual([
    'de',
    'en',
    'fr',
  ])
})

test('authors are read from lines and written back as lines', () => {
  const persons = 'Beispiel, Jana https://orcid.org/0000-0002-1825-0097\nMuster, Kim'
  const authors = authorsFrom(persons, 'Institut https://ror.org/03yrm5c26')
  expect(authors.map(({ name, identifier }) => [name, identifier])).toEqual([
    ['Beispiel, Jana', 'https://orcid.org/0000-0002-1825-0097'],
    ['Muster, Kim', null],
    ['Institut', 'https://ror.org/03yrm5c26'],
  ])
  expect(linesOf(authors, 'person')).toBe(persons)
})

test('addresses and dates', () => {
  expect(slugFrom('Straßen & Brücken: Größe – 3. Bericht', 'dokument')).toBe('strassen-bruecken-groesse-3-bericht')
  expect(['2022', '2022-05', '2022-02-28', '2022-02-30', '2022-13', '22'].map(isDated)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

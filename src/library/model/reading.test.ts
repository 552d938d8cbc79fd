import { expect, test } from 'vitest'
import { isDated } from '../../platform/dated.ts'
import { slugFrom } from '../../platform/slug.ts'
import { authorsFrom, linesOf } from './document.ts'
import { authorsIn, datedOn, proposalFrom } from './proposal.ts'
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

test('names on a title page or of a file are people, family name first, or bodies; names of programs are nobody', () => {
  const names = (line: string) => authorsIn(line).map(({ kind, name }) => `${kind === 'person' ? '' : '= '}${name}`)
  expect(names('Dr. Jana Beispiel und Kim Muster')).toEqual(['Beispiel, Jana', 'Muster, Kim'])
  expect(names('Beispiel, Jana; Prof. Dr.-Ing. Ali von der Höhe')).toEqual(['Beispiel, Jana', 'von der Höhe, Ali'])
  expect(names('Jana Beispiel, Kim Muster')).toEqual(['Beispiel, Jana', 'Muster, Kim'])
  expect(names('Verband Region Stuttgart; Prognos AG')).toEqual(['= Verband Region Stuttgart', '= Prognos AG'])
  for (const nobody of ['Microsoft Office-Anwender', 'mmueller', 'user', 'admin@example.org', 'Windows User', ''])
    expect([nobody, names(nobody)]).toEqual([nobody, []])
})

test('a date is taken as precisely as it stands on the title page, else the month in which the file was made', () => {
  const dates = {
    'Stuttgart, 14. Mai 2022': '2022-05-14',
    'Stand: 3.2.2021': '2021-02-03',
    'Abschlussbericht\nim März 2020': '2020-03',
    'Published on May 14, 2022': '2022-05-14',
    'Jahresbericht 2019\nErster Teil': '2019',
    'Am 30.2.2021 geschah nichts': null,
    'Zwischen 1990 und 2020 stieg die Zahl der Pendelnden um ein Viertel.': null,
  }
  expect(Object.keys(dates).map(datedOn)).toEqual(Object.values(dates))
  const file = { fileName: 'x.pdf', mediaType: 'application/pdf', title: 'Niederschrift', pages: ['Ein Text.'] }
  expect(proposalFrom({ ...file, said: { author: 'Region', made: "D:20220514101500+02'00'" } })).toEqual({
    type: 'minutes',
    authors: [{ kind: 'organisation', name: 'Region', identifier: null }],
    publisher: '',
    dated: '2022-05',
  })
  const page = 'Verkehr im Tal\nAutorinnen: Jana Beispiel, Kim Muster\nHerausgeber: Verband am Fluss\nJuni 2021'
  expect(proposalFrom({ ...file, pages: [page], said: { author: 'mm', made: '2022-01-01T00:00:00Z' } })).toMatchObject({
    authors: [{ name: 'Beispiel, Jana' }, { name: 'Muster, Kim' }],
    publisher: 'Verband am Fluss',
    dated: '2021-06',
  })
})

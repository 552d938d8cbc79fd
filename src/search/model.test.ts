import { expect, test } from 'vitest'
import { partsOf, questionFrom } from './model.ts'
import { guesser, markedSentence } from './sentence.ts'

test('a question is words, phrases and what is not wanted', () => {
  expect(questionFrom('Bahn „Bus und Rad“ -Auto -"zu Fuß" E-Bike "offen')).toEqual({
    words: ['Bahn', 'offen'],
    phrases: ['Bus und Rad', 'E Bike'],
    without: ['Auto', 'zu Fuß'],
  })
})

test('an identifier is asked for as it stands, whatever address it was copied with', () => {
  for (const typed of ['10.5281/zenodo.123', 'https://doi.org/10.5281/zenodo.123', 'doi: 10.5281/zenodo.123'])
    expect(questionFrom(typed).phrases).toEqual(['10 5281 zenodo 123'])
})

test('a compound is read as two words with what joins them', () => {
  expect(partsOf('verkehrskonzept')).toContainEqual(['verkehr', 'konzept'])
  expect(partsOf('frauenhaus')).toContainEqual(['frau', 'haus'])
})

const term = (typed: string, ...strict: string[]) => ({ typed, strict, wide: strict, pairs: [] })
const marked = (sentence: string, ...words: string[]) =>
  markedSentence(sentence, new Set(words)).map(({ text, isFound }) => (isFound ? `[${text}]` : text))

test('the sentence that says most of the question is found, and its words are marked', () => {
  const guess = guesser({ terms: [term('Bahn', 'bahn'), term('Bus', 'bus')], phrases: [] })
  const { sentence, words } = guess('Eins. Die Bahn und der Bus fahren. Die Bahnen stehen.')
  expect([sentence, words]).toEqual(['Die Bahn und der Bus fahren.', ['Bahn', 'Bus']])
  expect(marked(sentence, 'bahn', 'bus').join('')).toBe('Die [Bahn] und der [Bus] fahren.')
  expect(guess('Hier steht es nicht.').score).toBe(0)
})

test('a name in capitals is not taken for the word it resembles', () => {
  const guess = guesser({ terms: [term('ETCS', 'etc')], phrases: [] })
  expect([guess('Dateien in /etc und so weiter.').score, guess('Der Betrieb mit ETCS.').score]).toEqual([0, 1])
})

test('a long sentence is cut around what was found', () => {
  const parts = marked(`${'Wort '.repeat(200)}Ziel ${'mehr '.repeat(200)}`, 'ziel')
  expect(parts).toContain('[Ziel]')
  expect(parts.join('').length).toBeLessThan(320)
})

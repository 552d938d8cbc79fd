import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences, mergedText, mergedWords } from './merging.ts'

const base = 'Eins.\n\nZwei.\n\nDrei.'

test('changes of different places are put together, whoever was first', () => {
  const mine = 'Eins, genauer.\n\nZwei.\n\nDrei.'
  const theirs = 'Eins.\n\nZwei.\n\nDrei.\n\nVier.'
  const both = 'Eins, genauer.\n\nZwei.\n\nDrei.\n\nVier.'
  expect(mergedText({ base, mine, theirs })).toBe(both)
  expect(mergedText({ base, mine: theirs, theirs: mine })).toBe(both)
})

test('changes of the same place are left to a person', () => {
  expect(mergedText({ base, mine: 'Eins A.\n\nZwei.', theirs: 'Eins B.\n\nZwei.' })).toBe(undefined)
})

test('where only one has changed anything, that change stays', () => {
  expect(mergedText({ base, mine: base, theirs: 'Neu.' })).toBe('Neu.')
  expect(mergedText({ base, mine: 'Neu.', theirs: base })).toBe('Neu.')
})

test('differences are told word by word and lose nothing', () => {
  const pieces = differences('Der Plan gilt.', 'Der neue Plan gilt.')
  expect(pieces.filter(({ kind }) => kind === 'added').map(({ text }) => text.trim())).toEqual(['neue'])
  expect(
    pieces
      .filter(({ kind }) => kind !== 'removed')
      .map(({ text }) => text)
      .join(''),
  ).toBe('Der neue Plan gilt.')
})

test('changes of two words of a line are put together word by word, where one word at least lies between', () => {
  const three = (mine: string, theirs: string) => mergedWords({ base: 'Der Plan gilt ab Mai für alle.', mine, theirs })
  expect(three('Der neue Plan gilt ab Mai für alle.', 'Der Plan gilt ab Juni für alle.')).toBe(
    'Der neue Plan gilt ab Juni für alle.',
  )
  expect(three('Der Plan gilt ab Juni für alle.', 'Der Plan gilt seit Mai für alle.')).toBe(undefined)
  expect(three('Der Plan gilt ab Mai.', 'Der Plan gilt ab Mai für die Kreise.')).toBe(undefined)
})

test('what both changed alike stands there once', () => {
  const both = 'Eins.\n\nZwei.\n\nDrei.\n\nVier.'
  expect(mergedText({ base, mine: both, theirs: both.replace('Eins.', 'Eins!') })).toBe(both.replace('Eins.', 'Eins!'))
})

test('merging asks nobody who is first, whatever was typed', () => {
  const text = fc
    .array(fc.constantFrom('a ', 'b ', 'c', '\n', '\n\n'), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, text, (one, mine, theirs) => {
      const there = mergedText({ base: one, mine, theirs })
      expect(mergedText({ base: one, mine: theirs, theirs: mine })).toBe(there)
      expect(mergedText({ base: one, mine, theirs: one })).toBe(mine)
    }),
  )
})

test('two texts that have nothing in common are told apart in a moment', () => {
  const words = (letter: string) => Array.from({ length: 20_000 }, (_, n) => `${letter}${n}`).join(' ')
  const begun = performance.now()
  expect(differences(words('a'), words('b')).length).toBe(2)
  expect(performance.now() - begun).toBeLessThan(2000)
})

test('where many words in a row are others, they are told as one for the other', () => {
  expect(differences('Geld aus dem Haushalt.', 'Schilder auf der Strecke.')).toEqual([
    { kind: 'removed', text: 'Geld aus dem Haushalt' },
    { kind: 'added', text: 'Schilder auf der Strecke' },
    { kind: 'same', text: '.' },
  ])
})

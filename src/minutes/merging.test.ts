import { expect, test } from 'vitest'
import { differences, mergedText } from './merging.ts'

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

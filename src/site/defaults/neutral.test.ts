import { expect, test } from 'vitest'
import { about, contact, plainLanguage, signLanguage } from './more.ts'

test('the pages an empty installation begins with say nothing that holds for one region only', () => {
  for (const { text } of [about, contact, plainLanguage, signLanguage])
    for (const words of [text.de, text.en])
      expect(words).not.toMatch(/zwei Jahre|two years|Impulsgruppe|steering group|Staffelstab|baton|Stuttgart/i)
})

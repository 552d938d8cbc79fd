import { expect, test } from 'vitest'
import { congressFile, regionFile } from './content.ts'
import { threadFile } from './thread.ts'

const english = /\b(of|on|the|and|with|from|page|news|state|paper|release)\b/i
const german = /\b(der|die|das|vom|zum|zur|und|aus|für|über|Stand|Seite|Meldung)\b|[äöüß]/

test('every source is named in German and in English, each in its own words', () => {
  const sources = [...regionFile().sources, ...congressFile().sources, ...threadFile().sources]
  expect(sources.filter(({ title }) => english.test(title.de)).map(({ id }) => id)).toEqual([])
  const names = /Verband(sversammlung)?|Ostwürttemberg|Heilbronn-Franken|Wirtschaftsförderung|Metropolkongress/g
  const wrong = sources.filter(({ title }) => !title.en || german.test(title.en.replace(names, '')))
  expect(wrong.map(({ id }) => id)).toEqual([])
})

import { expect, test } from 'vitest'
import type { Author } from '../document.ts'
import { apaOf } from './apa.ts'
import { bibtexOf } from './bibtex.ts'
import type { Cited } from './cited.ts'
import { cslOf } from './csl.ts'
import { iso690Of } from './iso690.ts'
import { risOf } from './ris.ts'

const url = 'https://metropol.example/bibliothek/wege-zur-arbeit-pendlerverflechtungen-zwischen-den-kreisen'
const person = (name: string): Author => ({ kind: 'person', name, identifier: null })
const organisation = (name: string): Author => ({ kind: 'organisation', name, identifier: null })
const study: Cited = {
  slug: 'wege-zur-arbeit',
  type: 'study',
  language: 'de',
  title: 'Wege zur Arbeit',
  subtitle: 'Busse & Bahnen',
  publisher: 'Region',
  dated: '2022-05-03',
  authors: [person('Müller, Anna-Lena Maria'), person('von der Aue, Kurt'), organisation('Prognos AG')],
}
const apa = (changes: Partial<Cited>, language: 'de' | 'en' = 'de') => apaOf({ ...study, ...changes }, 'URL', language)
const iso = (changes: Partial<Cited>, place?: string) =>
  iso690Of({ ...study, ...changes }, { url: 'URL', ...(place ? { place } : {}) }, 'de')

test('APA: several authors, an organisation as author and publisher, none, no date, a version, what is no text', () => {
  const [one] = study.authors
  const many = Array.from({ length: 22 }, (_, no) => person(`N${no + 1}, A`))
  expect([
    apa({}),
    apa({ authors: [organisation('Prognos AG')], publisher: 'Prognos AG', dated: '2022', doi: '10.1234/x' }),
    apa({ authors: [], dated: null, title: 'Was nun?', subtitle: '' }),
    apa({ authors: [], dated: null, currentVersion: 2 }, 'en'),
    apa({ authors: [one!], type: 'presentation', subtitle: '' }),
    apa({ authors: [one!], type: 'data_set', subtitle: '', dated: '2024-11', currentVersion: 3 }, 'en'),
    apa({ authors: many, subtitle: '' }),
  ]).toEqual([
    'Müller, A.-L. M., von der Aue, K., & Prognos AG. (2022). Wege zur Arbeit: Busse & Bahnen. Region. URL',
    'Prognos AG. (2022). Wege zur Arbeit: Busse & Bahnen. https://doi.org/10.1234/x',
    'Was nun? (o. J.). Region. URL',
    'Wege zur Arbeit: Busse & Bahnen (Version 2). (n.d.). Region. URL',
    'Müller, A.-L. M. (2022, 3. Mai). Wege zur Arbeit [Präsentation]. Region. URL',
    'Müller, A.-L. M. (2024). Wege zur Arbeit (Version 3) [Data set]. Region. URL',
    `${many
      .slice(0, 19)
      .map(({ name }) => `${name}.`)
      .join(', ')}, … N22, A. (2022). Wege zur Arbeit. Region. URL`,
  ])
})

test('DIN ISO 690: names in capitals, “et al.” from the fourth, the day where it is known, version and place', () => {
  const authors = [...study.authors, person('Vier, D')]
  expect([
    iso({ currentVersion: 2 }, 'S. 83'),
    iso({ authors, dated: '2022' }),
    iso({ authors: [organisation('Prognos AG')], publisher: 'Prognos AG', dated: null, subtitle: '' }),
    iso({ authors: [], dated: null, publisher: '' }),
    iso({ authors: [], dated: '2019' }),
  ]).toEqual([
    'MÜLLER, Anna-Lena Maria; VON DER AUE, Kurt; PROGNOS AG, 2022. Wege zur Arbeit: Busse & Bahnen [online]. Fassung 2. Region, 2022-05-03. S. 83. Verfügbar unter: URL',
    'MÜLLER, Anna-Lena Maria; VON DER AUE, Kurt; PROGNOS AG et al., 2022. Wege zur Arbeit: Busse & Bahnen [online]. Region. Verfügbar unter: URL',
    'PROGNOS AG, [ohne Jahr]. Wege zur Arbeit [online]. Verfügbar unter: URL',
    'Wege zur Arbeit: Busse & Bahnen [online]. [ohne Jahr]. Verfügbar unter: URL',
    'Wege zur Arbeit: Busse & Bahnen [online]. Region, 2019. Verfügbar unter: URL',
  ])
})

test('BibTeX keeps umlauts, capitals and names of organisations; RIS an address on one line; CSL-JSON its parts', () => {
  const cited = { ...study, currentVersion: 2, doi: '10.1234/a_b' }
  expect(bibtexOf(cited, url)).toBe(`@techreport{wege-zur-arbeit,
  author = {Müller, Anna-Lena Maria and von der Aue, Kurt and {Prognos AG}},
  title = {{Wege zur Arbeit: Busse \\& Bahnen}},
  institution = {Region},
  year = {2022},
  date = {2022-05-03},
  version = {2},
  langid = {ngerman},
  doi = {10.1234/a_b},
  url = {${url}},
  month = may,
}
`)
  expect(risOf(cited, url).split('\r\n')).toEqual([
    ...['TY  - RPRT', 'ID  - wege-zur-arbeit', 'AU  - Müller, Anna-Lena Maria', 'AU  - von der Aue, Kurt'],
    ...['AU  - Prognos AG', 'TI  - Wege zur Arbeit: Busse & Bahnen', 'PY  - 2022', 'DA  - 2022/05/03/', 'PB  - Region'],
    ...['ET  - 2', 'LA  - de', 'DO  - 10.1234/a_b', `UR  - ${url}`, 'ER  - ', ''],
  ])
  expect(cslOf(cited, url)).toMatchObject({
    author: [
      { family: 'Müller', given: 'Anna-Lena Maria' },
      { family: 'von der Aue', given: 'Kurt' },
      { literal: 'Prognos AG' },
    ],
    ...{ type: 'report', issued: { 'date-parts': [[2022, 5, 3]] }, version: '2', DOI: '10.1234/a_b', URL: url },
  })
  expect(bibtexOf({ ...study, type: 'minutes', authors: [], dated: null, title: 'A {B} 5 %', subtitle: '' }, 'U')).toBe(
    '@misc{wege-zur-arbeit,\n  title = {{A B 5 \\%}},\n  publisher = {Region},\n  langid = {ngerman},\n  url = {U},\n}\n',
  )
})

import type { Bilingual } from '../../platform/language.ts'

type Licence = { of: RegExp; name: Bilingual; uri?: string }

/** Licences of official data in both languages, with their addresses in the list of DCAT-AP.de (Lizenzen, 2.0). */
const known: readonly Licence[] = [
  {
    of: /datenlizenz deutschland.*namensnennung|dl-de.by|dl-by-de/i,
    name: {
      de: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
      en: 'Data licence Germany – attribution – version 2.0',
    },
    uri: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
  },
  {
    of: /datenlizenz deutschland.*zero|dl-de.zero|dl-zero-de/i,
    name: { de: 'Datenlizenz Deutschland – Zero – Version 2.0', en: 'Data licence Germany – Zero – version 2.0' },
    uri: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  },
  {
    of: /^cc[- ]by[- ]4\.0$/i,
    name: { de: 'Creative Commons Namensnennung 4.0 (CC BY 4.0)', en: 'Creative Commons Attribution 4.0 (CC BY 4.0)' },
    uri: 'http://dcat-ap.de/def/licenses/cc-by/4.0',
  },
  {
    of: /^cc0/i,
    name: { de: 'Creative Commons Zero (CC0 1.0)', en: 'Creative Commons Zero (CC0 1.0)' },
    uri: 'http://dcat-ap.de/def/licenses/cc-zero',
  },
  {
    // The Federal Employment Agency’s own notice, which is none of the named licences.
    of: /^nutzung frei, wenn die quelle genannt wird und die daten unverändert bleiben/i,
    name: {
      de: 'Nutzung frei, wenn die Quelle genannt wird und die Daten unverändert bleiben; eigene Berechnungen sind gekennzeichnet',
      en: 'Free to use if the source is named and the data stay unaltered; own calculations are marked as such',
    },
  },
]

/** What a licence is called in both languages, and its address where it is one of the known; others are as they were typed. */
export function licenceOf(typed: string): Omit<Licence, 'of'> {
  const { name = { de: typed }, uri } = known.find(({ of }) => of.test(typed)) ?? {}
  return { name, ...(uri ? { uri } : {}) }
}

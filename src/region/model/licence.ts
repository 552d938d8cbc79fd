import { type Bilingual, inLanguage, type Language } from '../../platform/language.ts'

/** `typed` is how a source's licence is noted when it is chosen; `of` what else is meant by it. */
type Licence = { typed: string; of: RegExp; name: Bilingual; uri?: string }

/** Licences of official data in both languages, with their addresses in the list of DCAT-AP.de (Lizenzen, 2.0). */
const known: readonly Licence[] = [
  {
    typed: 'dl-de/by-2-0',
    of: /datenlizenz deutschland.*namensnennung|dl-de.by|dl-by-de/i,
    name: {
      de: 'Datenlizenz Deutschland – Namensnennung – Version 2.0',
      en: 'Data licence Germany – attribution – version 2.0',
    },
    uri: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
  },
  {
    typed: 'dl-de/zero-2-0',
    of: /datenlizenz deutschland.*zero|dl-de.zero|dl-zero-de/i,
    name: { de: 'Datenlizenz Deutschland – Zero – Version 2.0', en: 'Data licence Germany – Zero – version 2.0' },
    uri: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
  },
  {
    typed: 'CC BY 4.0',
    of: /^cc[- ]by[- ]4\.0$/i,
    name: { de: 'Creative Commons Namensnennung 4.0 (CC BY 4.0)', en: 'Creative Commons Attribution 4.0 (CC BY 4.0)' },
    uri: 'http://dcat-ap.de/def/licenses/cc-by/4.0',
  },
  {
    typed: 'CC0 1.0',
    of: /^cc0/i,
    name: { de: 'Creative Commons Zero (CC0 1.0)', en: 'Creative Commons Zero (CC0 1.0)' },
    uri: 'http://dcat-ap.de/def/licenses/cc-zero',
  },
  {
    typed: 'CC BY-SA 4.0',
    of: /^cc[- ]by[- ]sa[- ]4\.0$/i,
    name: {
      de: 'Creative Commons Namensnennung – Weitergabe unter gleichen Bedingungen 4.0 (CC BY-SA 4.0)',
      en: 'Creative Commons Attribution-ShareAlike 4.0 (CC BY-SA 4.0)',
    },
    uri: 'http://dcat-ap.de/def/licenses/cc-by-sa/4.0',
  },
  {
    typed: 'GeoNutzV',
    of: /^geonutzv/i,
    name: {
      de: 'Nutzungsbestimmungen für Geodaten des Bundes (GeoNutzV)',
      en: 'Terms of use for federal geodata (GeoNutzV)',
    },
    uri: 'http://dcat-ap.de/def/licenses/geonutz/20130319',
  },
  {
    // The Federal Employment Agency’s own notice, which is none of the named licences.
    typed:
      'Nutzung frei, wenn die Quelle genannt wird und die Daten unverändert bleiben; eigene Berechnungen sind gekennzeichnet',
    of: /^nutzung frei, wenn die quelle genannt wird und die daten unverändert bleiben/i,
    name: {
      de: 'Nutzung frei, wenn die Quelle genannt wird und die Daten unverändert bleiben; eigene Berechnungen sind gekennzeichnet',
      en: 'Free to use if the source is named and the data stay unaltered; own calculations are marked as such',
    },
  },
]

/** What a licence is called in both languages, and its address where it is one of the known; others are as they were typed. */
export function licenceOf(typed: string): Pick<Licence, 'name' | 'uri'> {
  const { name = { de: typed }, uri } = known.find(({ of }) => of.test(typed)) ?? {}
  return { name, ...(uri ? { uri } : {}) }
}

/** The licences that can be chosen, with one that was typed before beside them. */
export function licenceOptions(language: Language, noted?: string | null) {
  const options = known.map(({ typed, name }) => ({ value: typed, label: inLanguage(language, name) }))
  const isOther = noted && !options.some(({ value }) => value === noted)
  return isOther ? [...options, { value: noted, label: inLanguage(language, licenceOf(noted).name) }] : options
}

import { mediaTypes } from '../../platform/file-content.ts'
import type { Licence, WrittenIn } from './document.ts'

// What DCAT-AP.de calls the things of the library, by the addresses of its vocabularies (dcat-ap.de/def, version 3).

const europe = 'http://publications.europa.eu/resource/authority/'
const germany = 'http://dcat-ap.de/def/'

export const languageAt = (language: WrittenIn) => `${europe}language/${{ de: 'DEU', en: 'ENG', fr: 'FRA' }[language]}`
export const isPublicAt = `${europe}access-right/PUBLIC`
export const themesAt = `${europe}data-theme`

const fileTypes: Readonly<Record<string, string>> = {
  [mediaTypes.pdf]: 'PDF',
  [mediaTypes.docx]: 'DOCX',
  [mediaTypes.pptx]: 'PPTX',
  [mediaTypes.xlsx]: 'XLSX',
  [mediaTypes.odt]: 'ODT',
  [mediaTypes.html]: 'HTML',
  [mediaTypes.txt]: 'TXT',
  [mediaTypes.csv]: 'CSV',
  [mediaTypes.png]: 'PNG',
  [mediaTypes.jpg]: 'JPEG',
}
export const fileTypeAt = (mediaType: string) =>
  fileTypes[mediaType] ? `${europe}file-type/${fileTypes[mediaType]}` : undefined

/** Which theme of Europe's open data a subject of the vocabulary to begin with belongs to. */
const themes: Readonly<Record<string, string>> = {
  mobility: 'TRAN',
  economy: 'ECON',
  technology: 'TECH',
  energy: 'ENER',
  climate: 'ENVI',
  planning: 'REGI',
  housing: 'REGI',
  landscape: 'ENVI',
  education: 'EDUC',
  culture: 'EDUC',
  cooperation: 'INTR',
}
export const themeAt = (subject: string) => (themes[subject] ? `${themesAt}/${themes[subject]}` : undefined)

const licencesThere: Readonly<Partial<Record<Licence, string>>> = {
  'all-rights-reserved': 'other-closed',
  'CC0-1.0': 'cc-zero',
  'CC-BY-4.0': 'cc-by/4.0',
  'CC-BY-SA-4.0': 'cc-by-sa/4.0',
  'CC-BY-ND-4.0': 'cc-by-nd/4.0',
  'CC-BY-NC-4.0': 'cc-by-nc/4.0',
  'DL-DE-BY-2.0': 'dl-by-de/2.0',
  'DL-DE-ZERO-2.0': 'dl-zero-de/2.0',
}
/** A licence in the German vocabulary; it has none for some of Creative Commons. */
export const germanLicenceAt = (licence: Licence) =>
  licencesThere[licence] ? `${germany}licenses/${licencesThere[licence]}` : undefined

/** A district by its official key, and that it is one. */
export const districtAt = (key: string) => `${germany}politicalGeocoding/districtKey/${key}`
export const districtLevelAt = `${germany}politicalGeocoding/Level/administrativeDistrict`

/** A date as exact as it is known, with its type. */
export const typedDate = (dated: string) => ({
  '@value': dated,
  '@type': `xsd:${{ 4: 'gYear', 7: 'gYearMonth' }[dated.length] ?? 'date'}`,
})

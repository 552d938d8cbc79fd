import type { Licence, Type, WrittenIn } from '../../library/index.ts'

type Words<T extends string> = Partial<Record<T, string>>
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
/** The value that a text is, or one of its words in German or English. */
const meant = <T extends string>(words: Words<T>, text: string) =>
  (Object.entries(words) as [T, string][]).find(
    ([value, names]) => plain(value) === plain(text) || names.split('|').includes(plain(text)),
  )?.[0]

const typeWords: Record<Type, string> = {
  study:
    'studie|gutachten|bericht|report|thesis|article|artikel|aufsatz|buch|book|publication|text|working paper|journalarticle',
  documentation: 'dokumentation|tagungsband|conference proceeding|conferenceproceeding|proceedings',
  position: 'position|positionspapier|stellungnahme|position paper|statement',
  paper: 'papier einer arbeitsgruppe|thesenpapier|arbeitspapier|paper of a working group',
  presentation: 'präsentation|vortrag|folien|slides|lecture',
  minutes: 'protokoll|niederschrift|minutes',
  press: 'presse|pressemitteilung|press release|zeitungsartikel',
  data_set: 'datensatz|daten|dataset|data|data set',
  picture: 'bild|foto|image|picture|figure|karte|map',
  recording: 'aufzeichnung|video|audio|film|recording|sound|audiovisual',
}
export const typeIn = (text: string) => meant(typeWords, text.replace(/^.*\//, ''))

const languageWords: Record<WrittenIn, string> = {
  de: 'deutsch|german|deu|ger|de de',
  en: 'englisch|english|eng|en us|en gb',
  fr: 'französisch|french|fra|fre|français',
}
export const languageIn = (text: string) => meant(languageWords, text)

export const accessIn = (text: string) =>
  meant(
    { public: 'alle|öffentlich|offen|open|everybody', members: 'nur mit konto|mitglieder|intern|with an account' },
    text,
  )

const licenceWords: Partial<Record<Licence, string>> = {
  'all-rights-reserved': 'alle rechte vorbehalten|keine|none|copyright',
  'CC0-1.0': 'cc0|cc zero|creativecommons org publicdomain zero 1 0',
  'DL-DE-BY-2.0': 'dl de by 2 0|datenlizenz deutschland namensnennung 2 0',
  'DL-DE-ZERO-2.0': 'dl de zero 2 0|datenlizenz deutschland zero 2 0',
}
const known = ['BY', 'BY-SA', 'BY-ND', 'BY-NC', 'BY-NC-SA', 'BY-NC-ND']

/** A licence by its identifier, address or usual name: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. */
export function licenceIn(text: string): Licence | undefined {
  const own = meant(licenceWords, text.replace(/^https?:\/\//, ''))
  if (own) return own
  const joined = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[\s_]+/g, '-')
  const kind = /^(?:cc-|creativecommons\.org\/licenses\/)(by(?:-(?:nc|nd|sa))*)[-/]4\.0/
    .exec(joined)?.[1]
    ?.toUpperCase()
  return kind && known.includes(kind) ? (`CC-${kind}-4.0` as Licence) : undefined
}

/**
 * A date as precisely as it was written: 2022, 2022-05, 2022-05-14, 14.5.2022, 05/2022, 44695 as a spreadsheet counts
 * days, a moment; undefined for what is none.
 */
export function datedIn(text: string): string | undefined {
  const value = text.trim()
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return value
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return value.slice(0, 10)
  const [, day, month, year] = /^(?:(\d{1,2})\.\s?)?(\d{1,2})[./]\s?(\d{4})$/.exec(value) ?? []
  if (year && month) return [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  // Days of Excel's calendar, in which 1 January 1970 is 25569.
  if (/^[2-7]\d{4}(\.\d+)?$/.test(value))
    return new Date((Math.floor(Number(value)) - 25_569) * 86_400_000).toISOString().slice(0, 10)
  return undefined
}

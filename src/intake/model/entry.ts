import {
  authorsFrom,
  type DocumentInput,
  doiFrom,
  isDoi,
  isUrn,
  nameInWords,
  unknownDocument,
} from '../../library/index.ts'
import { isDated } from '../../platform/dated.ts'
import { clean } from '../../platform/forms.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Said } from './fields.ts'
import { accessIn, datedIn, languageIn, licenceIn, typeIn } from './values.ts'

/** Why a row is refused, and the value that it is refused for. */
export const rowProblems = [
  'titleMissing',
  'fileNotThere',
  'datedUnclear',
  'typeUnknown',
  'languageUnknown',
  'licenceUnknown',
  'accessUnknown',
  'linkUnclear',
  'doiUnclear',
  'urnUnclear',
  'unexpected',
] as const
export type RowProblem = (typeof rowProblems)[number]
export type Wrong = { problem: RowProblem; about: string }

/** What a row's names are looked up in: subjects and regions by name, the files that came, by name in small letters. */
export type Known = {
  subjects: readonly { id: string; name: Bilingual }[]
  regions: readonly { id: string; name: Bilingual }[]
  files: ReadonlyMap<string, string>
}
export type Entry = { input: DocumentInput; fileId: string | null }

export const fileKey = (name: string) =>
  name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .trim()
    .toLowerCase()

const line = (text: string | undefined, most = 300) =>
  [...clean(text ?? '').replace(/\s+/g, ' ')].slice(0, most).join('')
const long = (text: string | undefined) => [...clean(text ?? '')].slice(0, 5000).join('')
/** Several in one cell stand behind a semicolon or in a line of their own. */
const several = (text: string | undefined) => clean(text ?? '').replace(/\s*;\s*/g, '\n')

/** What a row is as a document, or what is wrong with it. A subject or region that is not known here is left out. */
export function entryOf(said: Said, known: Known): Entry | Wrong {
  const wrong = wrongIn(said, known)
  if (wrong) return wrong
  const fileId = said.file ? (known.files.get(fileKey(said.file)) ?? null) : null
  const bilingual = (de: string, en: string) => (de || en ? { de: de || en, ...(en && de ? { en } : {}) } : null)
  const input: DocumentInput = {
    ...unknownDocument,
    title: line(said.title) || nameInWords(said.file ?? ''),
    subtitle: line(said.subtitle),
    type: typeIn(said.type ?? '') ?? unknownDocument.type,
    language: languageIn(said.language ?? '') ?? unknownDocument.language,
    abstract: bilingual(long(said.abstract), long(said.abstractEn)),
    publisher: line(said.publisher),
    dated: (said.dated && datedIn(said.dated)) || null,
    licence: licenceIn(said.licence ?? '') ?? unknownDocument.licence,
    rightsNote: bilingual(line(said.rightsNote, 1000), ''),
    link: line(said.link, 2000) || null,
    access: accessIn(said.access ?? '') ?? unknownDocument.access,
    doi: said.doi ? doiFrom(line(said.doi)) : null,
    urn: line(said.urn) || null,
    authors: authorsFrom(several(said.persons), several(said.organisations)),
    subjects: idsOf(said.subjects, known.subjects),
    regions: idsOf(said.regions, known.regions),
  }
  return { input, fileId }
}

function wrongIn(said: Said, { files }: Known): Wrong | undefined {
  const checks: [RowProblem, string | undefined, (text: string) => unknown][] = [
    ['fileNotThere', said.file, (text) => files.has(fileKey(text))],
    ['datedUnclear', said.dated, (text) => isDated(datedIn(text) ?? '')],
    ['typeUnknown', said.type, typeIn],
    ['languageUnknown', said.language, languageIn],
    ['licenceUnknown', said.licence, licenceIn],
    ['accessUnknown', said.access, accessIn],
    ['linkUnclear', said.link, (text) => /^https?:$/.test(URL.parse(text.trim())?.protocol ?? '')],
    ['doiUnclear', said.doi, (text) => isDoi(doiFrom(line(text)))],
    ['urnUnclear', said.urn, (text) => isUrn(line(text))],
  ]
  if (!line(said.title) && !said.file) return { problem: 'titleMissing', about: line(said.identifier, 100) }
  const found = checks.find(([, text, isGood]) => text && !isGood(text))
  return found && { problem: found[0], about: line(found[1], 100) }
}

function idsOf(text: string | undefined, list: Known['subjects']) {
  const names = new Set(
    several(text)
      .split(/\n|,/)
      .map((one) => one.trim().toLowerCase()),
  )
  return list
    .filter(({ id, name }) => [id, name.de, name.en].some((one) => one && names.has(one.toLowerCase())))
    .map(({ id }) => id)
}

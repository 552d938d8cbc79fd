import { cut } from '../../platform/clean.ts'
import type { Bilingual } from '../../platform/language.ts'

export const types = [
  'study',
  'documentation',
  'position',
  'paper',
  'presentation',
  'minutes',
  'press',
  'data_set',
  'picture',
  'recording',
] as const
export type Type = (typeof types)[number]

/** The endings that a browser offers first; what a file is, its content tells. */
export const acceptedFiles = '.pdf,.docx,.pptx,.xlsx,.odt,.html,.htm,.md,.txt,.csv,.png,.jpg,.jpeg,.webp,.gif'

export const writtenIn = ['de', 'en', 'fr'] as const
export type WrittenIn = (typeof writtenIn)[number]

/** Who may read it: everybody, people with an account, the members of its working group. */
export const accesses = ['public', 'members', 'group'] as const
export type Access = (typeof accesses)[number]

/** A document's states: what is published is never deleted, only withdrawn, and its address then says why. */
export type State = 'draft' | 'published' | 'withdrawn'

/** Licences by their SPDX identifiers, with the address of their words; none is a statement too. */
export const licences = {
  'all-rights-reserved': undefined,
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC-BY-ND-4.0': 'https://creativecommons.org/licenses/by-nd/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/',
  'CC-BY-NC-SA-4.0': 'https://creativecommons.org/licenses/by-nc-sa/4.0/',
  'CC-BY-NC-ND-4.0': 'https://creativecommons.org/licenses/by-nc-nd/4.0/',
  'DL-DE-BY-2.0': 'https://www.govdata.de/dl-de/by-2-0',
  'DL-DE-ZERO-2.0': 'https://www.govdata.de/dl-de/zero-2-0',
} as const satisfies Record<string, string | undefined>
export type Licence = keyof typeof licences
export const licenceNames = Object.keys(licences) as [Licence, ...Licence[]]
/** Whether it is one of them; another one may have been imported. */
export const isLicence = (value: string): value is Licence => value in licences

/** What a document can be to another one. */
export const relationKinds = ['supersedes', 'part_of', 'translation_of', 'data_for'] as const
export type RelationKind = (typeof relationKinds)[number]
/** A relation as the form has it: the other document by the last part of its address. */
export type NamedRelation = { kind: RelationKind; slug: string }

export type Author = { kind: 'person' | 'organisation'; name: string; identifier: string | null }

/** What is said about a document. */
export type DocumentInput = {
  /** Empty: made from the title. Ignored once the document is published. */
  slug: string
  type: Type
  language: WrittenIn
  title: string
  subtitle: string
  translatedTitle: string
  abstract: Bilingual | null
  publisher: string
  /** 2022, 2022-05 or 2022-05-14. */
  dated: string | null
  licence: Licence
  link: string | null
  access: Access
  /** The id of an edition or of a point of its programme. */
  belongsTo: string | null
  /** The id of a working group. */
  groupId?: string | null
  isExample?: boolean
  /** What it is known by where it was taken from; kept when it is entered. */
  source?: string | null
  authors: Author[]
  subjects: readonly string[]
  regions: readonly string[]
  districts?: readonly string[]
  relations?: readonly NamedRelation[]
  /** What is to be said about rights beyond the licence. */
  rightsNote?: Bilingual | null
  /** 10.1234/abc, without an address before it. */
  doi?: string | null
  urn?: string | null
  /** Until then only the office sees its content. */
  embargoUntil?: Date | null
}

/** Last parts of addresses, however they were pasted, one a line. */
export const slugsFrom = (text: string) =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '')
        .replace(/^.*\//, ''),
    )
    .filter(Boolean)
    .slice(0, 50)

/** A DOI without the address that it is often written with. */
export const doiFrom = (text: string) => text.replace(/^(https?:\/\/(dx\.)?doi\.org\/|doi:\s*)/i, '').trim()
export const isDoi = (text: string) => /^10\.\d{4,9}\/\S+$/.test(text)
export const isUrn = (text: string) => /^urn:[a-z0-9][a-z0-9-]{1,31}:\S+$/.test(text)

const orcid = /\s*(?:https:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\s*$/
const ror = /\s*https:\/\/ror\.org\/(0[a-z0-9]{6}\d{2})\s*$/
export const authorsAtMost = 100

/** Authors as they are typed, one a line: `Beispiel, Jana 0000-0002-1825-0097`; a person's ORCID, an organisation's ROR. */
export function authorsFrom(persons: string, organisations: string): Author[] {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => cut(line.trim(), 300))
      .filter(Boolean)
  const named = (kind: Author['kind'], pattern: RegExp, place: string) => (line: string) => {
    const identifier = pattern.exec(line)?.[1]
    const name = line.replace(pattern, '').trim() || line
    return { kind, name, identifier: identifier ? place + identifier : null }
  }
  return [
    ...lines(persons).map(named('person', orcid, 'https://orcid.org/')),
    ...lines(organisations).map(named('organisation', ror, 'https://ror.org/')),
  ].slice(0, authorsAtMost)
}

/** The lines that `authorsFrom` reads back. */
export const linesOf = (authors: readonly Author[], kind: Author['kind']) =>
  authors
    .filter((author) => author.kind === kind)
    .map(({ name, identifier }) => [name, identifier].filter(Boolean).join(' '))
    .join('\n')

/** A name as it is read: “Jana Beispiel” for “Beispiel, Jana”. */
export function readName({ kind, name }: Pick<Author, 'kind' | 'name'>): string {
  const [family, given] = name.split(/,\s*/, 2)
  return kind === 'person' && given ? `${given} ${family}` : name
}

/** So many pages of a document stand on one page of ours, and the first one of those together with `no`. */
export const pagesTogether = 10
export const firstOf = (no: number) => Math.floor((Math.max(1, no) - 1) / pagesTogether) * pagesTogether + 1

import type { Author, Type } from '../document.ts'

/** What a citation needs to know of a document. */
export type Cited = {
  slug: string
  type: Type
  language: string
  title: string
  subtitle: string
  publisher: string
  /** 2022, 2022-05 or 2022-05-14. */
  dated: string | null
  authors: readonly Author[]
  /** The version that is shown; the first is not named. */
  currentVersion?: number | null
  doi?: string | null
}

/** The ways a reference is given to programs, and what each is sent as. */
export const citationTypes = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
}
export type CitationFormat = keyof typeof citationTypes
export const citationFormats = Object.keys(citationTypes) as CitationFormat[]

const schemas = {
  study: 'Report',
  documentation: 'Report',
  position: 'Report',
  paper: 'Report',
  presentation: 'PresentationDigitalDocument',
  minutes: 'DigitalDocument',
  press: 'NewsArticle',
  data_set: 'Dataset',
  picture: 'ImageObject',
  recording: 'VideoObject',
} as const satisfies Record<Type, string>
/** What it is to schema.org. */
export const schemaOf = (type: Type) => schemas[type]

export const fullTitle = ({ title, subtitle }: Cited) => {
  const joint = /[.:!?]$/.test(title) ? ' ' : ': '
  return subtitle ? title + joint + subtitle : title
}

/** A name in its parts; an organisation, and a person of whom only one name is known, are one part. */
export function partsOf({ kind, name }: Author): { family: string; given?: string } {
  const comma = kind === 'person' ? name.indexOf(',') : -1
  const given = comma > 0 ? name.slice(comma + 1).trim() : ''
  return given ? { family: name.slice(0, comma).trim(), given } : { family: name }
}

/** The number of the version as a reference names it: only of one that came after the first. */
export const laterVersion = ({ currentVersion }: Cited) =>
  currentVersion && currentVersion > 1 ? String(currentVersion) : undefined

/** Who published it, where that is somebody else than who wrote it. */
export const publisherBeside = ({ authors, publisher }: Cited) =>
  authors.length === 1 && authors[0]!.name === publisher ? '' : publisher

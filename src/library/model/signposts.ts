import { type CitationFormat, citationFormats, citationTypes, schemaOf } from './citation/cited.ts'
import { type Author, isLicence, licences, type Type } from './document.ts'

/** What the signposts of a document need to know of it. */
export type Signposted = {
  type: Type
  licence: string
  doi: string | null
  authors: readonly Pick<Author, 'identifier'>[]
}
/** Whole addresses: its page, the one that stays for ever, each of its citations, its file, and all its signposts. */
export type Places = {
  page: string
  permanent: string
  citation: Readonly<Record<CitationFormat, string>>
  file: { address: string; mediaType: string } | undefined
  linkset: string
}
export type Signpost = { rel: string; href: string; type?: string }

export const linksetType = 'application/linkset+json'

/**
 * Where programs go on from a document's page (FAIR Signposting Profile, signposting.org/FAIR; relations of RFC 8288): how
 * it is cited, what kind of thing it is, who wrote it, its licence, what describes it, its file, and all of them as a set.
 */
export const signposts = (document: Signposted, places: Places): Signpost[] => [
  ...own(document, places),
  toLinkset(places),
]

/** From what belongs to a document back to its page: a `collection` to its file, what a citation `describes`. */
export const backTo = (places: Pick<Places, 'page' | 'linkset'>, rel: 'collection' | 'describes'): Signpost[] => [
  back(places, rel),
  toLinkset(places),
]

/** All signposts of a document, of its file and of what describes it, as a set of links (RFC 9264). */
export function linksetOf(document: Signposted, places: Places) {
  const { page, citation, file } = places
  return {
    linkset: [
      { anchor: page, ...byRelation(own(document, places)) },
      ...(file ? [{ anchor: file.address, ...byRelation([back(places, 'collection')]) }] : []),
      ...citationFormats.map((format) => ({
        anchor: citation[format],
        ...byRelation([back(places, 'describes')]),
      })),
    ],
  }
}

/** Signposts as the value of a Link header (RFC 8288). */
export const linkHeader = (posts: readonly Signpost[]) =>
  posts.map(({ rel, href, type }) => `<${href}>; rel="${rel}"${type ? `; type="${type}"` : ''}`).join(', ')

function own({ type, licence, doi, authors }: Signposted, { permanent, citation, file }: Places): Signpost[] {
  const licenceAt = isLicence(licence) ? licences[licence] : undefined
  return [
    { rel: 'cite-as', href: doi ? `https://doi.org/${doi}` : permanent },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaOf(type)}` },
    ...authors.flatMap(({ identifier }) => (identifier ? [{ rel: 'author', href: identifier }] : [])),
    ...(licenceAt ? [{ rel: 'license', href: licenceAt }] : []),
    ...citationFormats.map((format) => ({ rel: 'describedby', href: citation[format], type: plain(format) })),
    ...(file ? [{ rel: 'item', href: file.address, type: file.mediaType }] : []),
  ]
}

/** The media type without how its letters are coded. */
const plain = (format: CitationFormat) => citationTypes[format].replace(/;.*$/, '')
const back = ({ page }: Pick<Places, 'page'>, rel: string): Signpost => ({ rel, href: page, type: 'text/html' })
const toLinkset = ({ linkset }: Pick<Places, 'linkset'>) => ({ rel: 'linkset', href: linkset, type: linksetType })

function byRelation(posts: readonly Signpost[]) {
  const relations: Record<string, Omit<Signpost, 'rel'>[]> = {}
  for (const { rel, ...target } of posts) relations[rel] = [...(relations[rel] ?? []), target]
  return relations
}

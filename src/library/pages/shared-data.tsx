import { type Frame, useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { schemaOf } from '../model/citation.ts'
import { isLicence, licences, readName } from '../model/document.ts'
import { paths } from '../paths.ts'
import type { Document } from '../queries/documents.ts'
import { fileHref } from './words.tsx'

/** What reference managers and scholarly search engines read in a page's head (Highwire Press tags), and signposts. */
export function CitationTags({ document }: { document: Document }) {
  const { publicUrl } = useFrame()
  const { title, subtitle, authors, dated, publisher, language, current, slug, state, access } = document
  if (state !== 'published') return <meta name="robots" content="noindex" />
  const tags = [
    ['citation_title', subtitle ? `${title}: ${subtitle}` : title],
    ...authors.map(({ name }) => ['citation_author', name]),
    ['citation_publication_date', dated?.replaceAll('-', '/')],
    ['citation_technical_report_institution', publisher],
    ['citation_language', language],
    ['citation_doi', document.doi],
    ['citation_pdf_url', current && access === 'public' && publicUrl + fileHref(slug, current)],
  ] as const
  return (
    <>
      {tags.map(([name, content]) => content && <meta key={name + content} name={name} content={content} />)}
      <Signposts document={document} />
    </>
  )
}

/**
 * Where programs go on from a document's page (Signposting, signposting.org/FAIR; relations of RFC 8288 and RFC 9264): how it is
 * cited, what describes it, its file, its licence, who wrote it and what kind of thing it is.
 */
function Signposts({ document }: { document: Document }) {
  const { publicUrl } = useFrame()
  const { id, slug, doi, type, licence, authors, current, access } = document
  if (access !== 'public') return null
  const described = (format: string) => publicUrl + paths.citation.at('de', { document: slug, format })
  const licenceAt = isLicence(licence) ? licences[licence] : undefined
  const citedAs = doi ? `https://doi.org/${doi}` : publicUrl + paths.document.at('de', { document: id })
  return (
    <>
      <link rel="cite-as" href={citedAs} />
      <link rel="type" href={`https://schema.org/${schemaOf(type)}`} />
      <link rel="describedby" type="application/vnd.citationstyles.csl+json" href={described('json')} />
      <link rel="describedby" type="application/x-bibtex" href={described('bib')} />
      {current && <link rel="item" type={current.file.mediaType} href={publicUrl + fileHref(slug, current)} />}
      {licenceAt && <link rel="license" href={licenceAt} />}
      {authors.map(({ identifier }) => identifier && <link key={identifier} rel="author" href={identifier} />)}
    </>
  )
}

/** The document for programs (schema.org); what is not known is left out. */
export function documentData(document: Document, { language, publicUrl }: Frame) {
  const { slug, type, title, subtitle, abstract, authors, publisher, dated, licence, access, current, subjects } =
    document
  return {
    '@context': 'https://schema.org',
    '@type': schemaOf(type),
    name: title,
    ...(subtitle ? { alternativeHeadline: subtitle } : {}),
    ...(abstract ? { description: inLanguage(language, abstract) } : {}),
    url: publicUrl + paths.document.at(language, { document: slug }),
    inLanguage: document.language,
    ...(document.doi ? { identifier: `https://doi.org/${document.doi}` } : {}),
    ...(dated ? { datePublished: dated } : {}),
    ...(authors.length ? { author: authors.map(authorData) } : {}),
    ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
    ...(subjects.length ? { keywords: subjects.map(({ name }) => inLanguage(language, name)) } : {}),
    ...(isLicence(licence) && licences[licence] ? { license: licences[licence] } : {}),
    isAccessibleForFree: access === 'public',
    ...(current
      ? {
          encoding: {
            '@type': 'MediaObject',
            contentUrl: publicUrl + fileHref(slug, current),
            encodingFormat: current.file.mediaType,
            contentSize: String(current.file.bytes),
            sha256: current.file.sha256.toString('hex'),
          },
        }
      : {}),
  }
}

const authorData = (author: Document['authors'][number]) => ({
  '@type': author.kind === 'person' ? 'Person' : 'Organization',
  name: readName(author),
  ...(author.identifier ? { '@id': author.identifier } : {}),
})

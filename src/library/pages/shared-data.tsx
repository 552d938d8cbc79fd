import { type Frame, useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { schemaOf } from '../model/citation/cited.ts'
import { isLicence, licences, readName } from '../model/document.ts'
import { paths } from '../paths.ts'
import type { Document } from '../queries/documents.ts'
import { fileHref } from './words.tsx'

/** What reference managers and scholarly search engines read in a page's head (Highwire Press tags). */
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
  return <>{tags.map(([name, content]) => content && <meta key={name + content} name={name} content={content} />)}</>
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

import { jsonAnswer } from '../../platform/api.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { backTo, linkHeader, linksetOf, linksetType, type Places, signposts } from '../model/signposts.ts'
import { paths } from '../paths.ts'
import { type Document, documentAt } from '../queries/documents.ts'
import { fileOf } from './told.ts'

/** All links of a document for programs, as one answer. */
export function signpostingRoutes(web: Web) {
  web.get(paths.linkset, async (visit, { params }) => {
    const document = await documentAt(visit, params.document)
    if (!isForAll(document)) throw new NotFound()
    return { ...jsonAnswer(linksetOf(document, placesOf(visit, document))), type: linksetType }
  })
}

/** The Link header of a document's page; none where the document is not for everybody. */
export const pageLinks = (visit: Visit, document: Document) =>
  isForAll(document) ? { link: linkHeader(signposts(document, placesOf(visit, document))) } : {}

/** The Link header of a document's file, or of what describes it. */
export const backLinks = (visit: Visit, document: Document, rel: 'collection' | 'describes') =>
  isForAll(document) ? { link: linkHeader(backTo(placesOf(visit, document), rel)) } : {}

const isForAll = ({ state, access }: Document) => state === 'published' && access === 'public'

function placesOf(visit: Visit, { id, slug, current }: Document): Places {
  const { publicUrl } = visit.house
  const here = { document: slug }
  const citation = (format: string) => publicUrl + paths.citation.at('de', { ...here, format })
  return {
    page: publicUrl + paths.document.at('de', here),
    permanent: publicUrl + paths.document.at('de', { document: id }),
    citation: { bib: citation('bib'), ris: citation('ris'), json: citation('json') },
    file: current && fileOf(visit, slug, current),
    linkset: publicUrl + paths.linkset.at('de', here),
  }
}

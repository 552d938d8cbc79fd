import { congressPaths } from '../../congress/index.ts'
import { libraryPaths } from '../../library/index.ts'
import type { Frame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Card, Piece } from '../queries/pieces.ts'
import type { Story } from '../queries/story.ts'
import { hrefOf } from './words.tsx'

/**
 * A piece and what it is linked with, for programs: schema.org for what it is, PROV-O (W3C, 2013) for what came of what.
 * Only links that claim an effect become provenance; the same topic is `schema:isRelatedTo`.
 */
export function provenanceOf(piece: Piece, { linked, stops }: Story, frame: Frame) {
  const { language, publicUrl } = frame
  const at = (card: Pick<Card, 'kind' | 'slug'>) => publicUrl + hrefOf(language, card)
  const ids = (list: readonly Card[]) => list.map((one) => ({ '@id': at(one), name: inLanguage(language, one.title) }))
  const origins = linked.filter(
    ({ relation, isFrom }) => (relation === 'led_to' && isFrom) || (relation === 'carries_out' && !isFrom),
  )
  const works = linked.filter(
    ({ relation, isFrom }) => (relation === 'led_to' && !isFrom) || (relation === 'carries_out' && isFrom),
  )
  const revised = linked.filter(({ relation, isFrom }) => relation === 'supersedes' && !isFrom)
  const related = linked.filter(({ relation }) => relation === 'same_topic')
  const documents = stops.flatMap((stop) =>
    stop.of === 'document' ? publicUrl + libraryPaths.document.at(language, { document: stop.slug }) : [],
  )
  const { edition } = piece
  return {
    '@context': { '@vocab': 'https://schema.org/', prov: 'http://www.w3.org/ns/prov#' },
    '@id': at(piece),
    '@type': piece.kind === 'project' ? ['Project', 'prov:Activity'] : ['CreativeWork', 'prov:Entity'],
    name: inLanguage(language, piece.title),
    ...(piece.text ? { description: inLanguage(language, piece.text) } : {}),
    ...(edition
      ? {
          'prov:wasGeneratedBy': {
            '@id': publicUrl + congressPaths.edition.at(language, { edition: edition.slug }),
            '@type': ['Event', 'prov:Activity'],
          },
        }
      : {}),
    ...(origins.length ? { [piece.kind === 'project' ? 'prov:used' : 'prov:wasDerivedFrom']: ids(origins) } : {}),
    ...(works.length ? { 'prov:influenced': ids(works) } : {}),
    ...(revised.length ? { 'prov:wasRevisionOf': ids(revised) } : {}),
    ...(related.length ? { isRelatedTo: ids(related) } : {}),
    ...(documents.length ? { 'prov:hadPrimarySource': documents.map((id) => ({ '@id': id })) } : {}),
    ...(piece.organisations.length
      ? { 'prov:wasAssociatedWith': piece.organisations.map(({ name }) => ({ '@type': 'Organization', name })) }
      : {}),
  }
}

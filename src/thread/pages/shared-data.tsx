import { congressPaths } from '../../congress/index.ts'
import { libraryPaths } from '../../library/index.ts'
import type { Frame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import type { Card, Piece } from '../queries/pieces.ts'
import type { Story } from '../queries/story.ts'
import { hrefOf } from './words.tsx'

/**
 * A piece and what it is linked with, for programs: schema.org for what it is, PROV-O (W3C, 2013) for what came of what.
 * Only links that claim an effect become provenance; the same topic is `schema:isRelatedTo`. What happened stands with its
 * day and what shows it.
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
  const documents = (isOrigin: boolean) =>
    stops.flatMap((stop) =>
      stop.of === 'document' && (stop.relation === 'comes_from') === isOrigin
        ? { '@id': publicUrl + libraryPaths.document.at(language, { document: stop.slug }) }
        : [],
    )
  const derived = [...ids(origins), ...documents(true)]
  const shown = [...documents(false), ...sourceOf(piece, language)]
  const happened = piece.events.filter(({ happenedOn }) => happenedOn)
  const { edition } = piece
  // An activity uses what an entity is derived from and shown by, and has other words for whom it is of.
  const isActivity = piece.kind === 'project'
  const origin = isActivity ? [...derived, ...shown] : derived
  return {
    '@context': { '@vocab': 'https://schema.org/', prov: 'http://www.w3.org/ns/prov#' },
    '@id': at(piece),
    '@type': isActivity ? ['Project', 'prov:Activity'] : ['CreativeWork', 'prov:Entity'],
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
    ...(origin.length ? { [isActivity ? 'prov:used' : 'prov:wasDerivedFrom']: origin } : {}),
    ...(works.length ? { 'prov:influenced': ids(works) } : {}),
    ...(revised.length ? { [isActivity ? 'prov:wasInformedBy' : 'prov:wasRevisionOf']: ids(revised) } : {}),
    ...(related.length ? { isRelatedTo: ids(related) } : {}),
    ...(shown.length && !isActivity ? { 'prov:hadPrimarySource': shown } : {}),
    ...(happened.length
      ? {
          'prov:wasInfluencedBy': happened.map((event) => ({
            ...{ '@type': ['Event', 'prov:Activity'], name: inLanguage(language, event.title) },
            startDate: event.happenedOn,
            ...(event.source ? { 'prov:used': sourceOf(event, language) } : {}),
          })),
        }
      : {}),
    ...(piece.organisations.length
      ? {
          [isActivity ? 'prov:wasAssociatedWith' : 'prov:wasAttributedTo']: piece.organisations.map(({ name }) => ({
            '@type': 'Organization',
            name,
          })),
        }
      : {}),
  }
}

/** What shows it, by its address where it has one. */
const sourceOf = ({ source }: Pick<Piece, 'source'>, language: Frame['language']) =>
  source
    ? [
        {
          ...(source.address && isSafeLink(source.address) ? { '@id': source.address } : {}),
          ...{ '@type': ['CreativeWork', 'prov:Entity'], name: inLanguage(language, source.title) },
        },
      ]
    : []

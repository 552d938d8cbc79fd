import { sql } from 'kysely'
import { editions } from '../../congress/index.ts'
import { isId } from '../../platform/id.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import type { Related, Together } from '../../platform/room.ts'
import type { Visit } from '../../platform/visit.ts'
import { pathOf, paths } from '../paths.ts'
import { pieceDistricts, pieceOrganisations, pieces, relations, signatures } from '../permissions.ts'
import { text } from '../text/public.ts'

const projectsAtMost = 10_000

/**
 * What the thread has that belongs to rows of other rooms: to an edition the page that tells what became of its results,
 * to a document, an organisation, a working group or a district the pieces that name it.
 */
export async function relatedTo(visit: Visit, asked: readonly string[]): Promise<Related[]> {
  const ids = asked.filter(isId)
  const districts = asked.filter((one) => !isId(one))
  const [ofEditions, links] = await Promise.all([
    ids.length > 0 ? toEditions(visit, ids) : [],
    Promise.all([ids.length > 0 ? naming(visit, ids) : [], districts.length > 0 ? placedIn(visit, districts) : []]),
  ])
  return [...ofEditions, ...(await toPieces(visit, links.flat()))]
}

/** The public projects in which two organisations or more take part, with their field. */
export async function together(visit: Visit): Promise<Together[]> {
  const { language } = visit
  const rows = await pieceOrganisations(visit)
    .innerJoin('pieces', 'pieces.id', 'pieceOrganisations.pieceId')
    .leftJoin('cooperationFields', 'cooperationFields.id', 'pieces.fieldId')
    .where('pieces.kind', '=', 'project')
    .where('pieces.publishedAt', 'is not', null)
    .groupBy(['pieces.id', 'cooperationFields.id'])
    .having(sql<boolean>`count(distinct piece_organisations.organisation_id) > 1`)
    .select([
      ...(['pieces.id', 'pieces.slug', 'pieces.title', 'pieces.fieldId', 'cooperationFields.name as field'] as const),
      sql<string[]>`array_agg(distinct piece_organisations.organisation_id)`.as('organisations'),
    ])
    .orderBy('pieces.id')
    .limit(projectsAtMost)
    .execute()
  return rows.map(({ id, slug, title, fieldId, field, organisations }) => ({
    ...{ id, organisations },
    text: inLanguage(language, title),
    lang: langOf(language, title),
    href: paths.project.at(language, { piece: slug }),
    subject:
      fieldId && field
        ? { id: fieldId, text: inLanguage(language, field), group: text[language].projects.columns.field }
        : undefined,
  }))
}

const naming = async (visit: Visit, ids: readonly string[]) => {
  const rows = (
    await Promise.all([
      signatures(visit)
        .innerJoin('positionVersions', 'positionVersions.id', 'positionSignatures.versionId')
        .where('positionSignatures.organisationId', 'in', ids)
        .select(['positionVersions.pieceId', 'positionSignatures.organisationId as to'])
        .execute(),
      relations(visit).where('toDocumentId', 'in', ids).select(['fromId as pieceId', 'toDocumentId as to']).execute(),
      relations(visit).where('toEditionId', 'in', ids).select(['fromId as pieceId', 'toEditionId as to']).execute(),
      pieceOrganisations(visit)
        .where('organisationId', 'in', ids)
        .select(['pieceId', 'organisationId as to'])
        .execute(),
      pieces(visit)
        .where('pieces.groupId', 'in', ids)
        .select(['pieces.id as pieceId', 'pieces.groupId as to'])
        .execute(),
    ])
  ).flat()
  // Who carries a position and signed it, maybe more than one wording, is named once.
  return [...new Map(rows.map((row) => [`${row.pieceId} ${row.to}`, row])).values()]
}

const placedIn = (visit: Visit, districts: readonly string[]) =>
  pieceDistricts(visit).where('districtKey', 'in', districts).select(['pieceId', 'districtKey as to']).execute()

async function toEditions(visit: Visit, ids: readonly string[]): Promise<Related[]> {
  const { language } = visit
  const t = text[language].related
  const rows = await pieces(visit)
    .innerJoin('editions', 'editions.id', 'pieces.editionId')
    .where('pieces.editionId', 'in', ids)
    .where('editions.id', 'in', editions(visit).select('editions.id'))
    .where('pieces.publishedAt', 'is not', null)
    .groupBy(['editions.id', 'editions.slug'])
    .select(({ fn }) => ['editions.id', 'editions.slug', fn.countAll<number>().as('count')])
    .execute()
  return rows.map(({ id, slug, count }) => ({
    id: `${id}-thread`,
    to: id,
    text: t.onward,
    kind: t.results(count),
    isOutcome: true,
    href: paths.edition.at(language, { edition: slug }),
  }))
}

async function toPieces(visit: Visit, links: readonly { pieceId: string; to: string | null }[]): Promise<Related[]> {
  if (links.length === 0) return []
  const { language } = visit
  const t = text[language]
  const cards = await pieces(visit)
    .where('pieces.id', 'in', [...new Set(links.map(({ pieceId }) => pieceId))])
    .where('pieces.publishedAt', 'is not', null)
    .select(['pieces.id', 'kind', 'slug', 'title', 'state'])
    .execute()
  return links.flatMap(({ pieceId, to }) => {
    const card = cards.find(({ id }) => id === pieceId)
    if (!card || !to) return []
    const { id, kind, slug, title, state } = card
    const href = pathOf(kind).at(language, { piece: slug })
    return [
      {
        id,
        to,
        text: inLanguage(language, title),
        kind: t.kinds[kind],
        // What became of a result follows from what came out of it: its own page says so.
        ...(kind === 'result' ? {} : { detail: t.states[state] }),
        lang: langOf(language, title),
        href,
        isOutcome: true,
      },
    ]
  })
}

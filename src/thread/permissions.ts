import { editions } from '../congress/index.ts'
import { demand, editionsOf, holds, NotFound, type Role, type Visit } from '../platform/visit.ts'

/**
 * Who enters results: the office, and the congress team those of its edition. Projects, positions and fields belong to
 * the whole region: the office keeps them.
 */
export const may = {
  results: ['office', 'congress_team'],
  keep: ['office'],
} as const satisfies Record<string, readonly Role[]>

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

/** Whether the viewer works on the thread at all. */
export const mayWork = ({ viewer }: Pick<Visit, 'viewer'>) => editionsOf(viewer, may.results).length > 0
export const mayKeep = ({ viewer }: Pick<Visit, 'viewer'>) => holds(viewer, may.keep)
export function mustWork(visit: Pick<Visit, 'viewer'>) {
  if (!mayWork(visit)) throw new NotFound()
}
export const mustKeep = ({ viewer }: Pick<Visit, 'viewer'>) => demand(viewer, may.keep)
/** Whether the viewer may change this piece. */
export const mayChange = ({ viewer }: Pick<Visit, 'viewer'>, { editionId }: { editionId: string | null }) =>
  editionId === null ? holds(viewer, may.keep) : holds(viewer, may.results, editionId)

/**
 * The pieces the viewer may see: what is published, results only of editions that the viewer may see; drafts for those
 * who work on them. No other way to a row.
 */
export function pieces(visit: Asker) {
  const all = visit.read.selectFrom('pieces')
  if (mayKeep(visit)) return all
  const own = editionsOf(visit.viewer, may.results)
  return all.where((row) =>
    row.or([
      row.and([
        row('pieces.publishedAt', '<=', visit.now),
        row.or([
          row('pieces.editionId', 'is', null),
          row('pieces.editionId', 'in', editions(visit).select('editions.id')),
        ]),
      ]),
      ...(own === 'all'
        ? [row('pieces.editionId', 'is not', null)]
        : own.length
          ? [row('pieces.editionId', 'in', own)]
          : []),
    ]),
  )
}

const ids = (visit: Asker) => pieces(visit).select('pieces.id')
/** What belongs to the pieces the viewer may see; so with all below. */
export const events = (visit: Asker) =>
  visit.read.selectFrom('pieceEvents').where('pieceEvents.pieceId', 'in', ids(visit))
export const points = (visit: Asker) =>
  visit.read.selectFrom('positionPoints').where('positionPoints.pieceId', 'in', ids(visit))
export const pieceOrganisations = (visit: Asker) =>
  visit.read.selectFrom('pieceOrganisations').where('pieceOrganisations.pieceId', 'in', ids(visit))
export const pieceDistricts = (visit: Asker) =>
  visit.read.selectFrom('pieceDistricts').where('pieceDistricts.pieceId', 'in', ids(visit))
/** Links of which both ends may be seen; a document's or edition's end is asked for in its own room. */
export const relations = (visit: Asker) =>
  visit.read
    .selectFrom('relations')
    .where('relations.fromId', 'in', ids(visit))
    .where((row) => row.or([row('relations.toPieceId', 'is', null), row('relations.toPieceId', 'in', ids(visit))]))
/** Everybody may see the fields of cooperation. */
export const cooperationFields = (visit: Asker) => visit.read.selectFrom('cooperationFields')
/** The wordings of positions that were kept, and who signed them: everybody's who may see the position. */
export const versions = (visit: Asker) =>
  visit.read.selectFrom('positionVersions').where('positionVersions.pieceId', 'in', ids(visit))
export const signatures = (visit: Asker) =>
  visit.read
    .selectFrom('positionSignatures')
    .where('positionSignatures.versionId', 'in', versions(visit).select('positionVersions.id'))
/** Consultations that the region answers: the office all, who was asked for a contribution that one, everybody the public ones. */
export function consultations(visit: Asker) {
  const all = visit.read.selectFrom('consultations')
  return mayKeep(visit)
    ? all
    : all.where((row) =>
        row.or([
          row('consultations.isPublic', '=', true),
          row('consultations.id', 'in', held(visit).select('consultationContributions.consultationId')),
        ]),
      )
}
/** What the office reads and who holds its link. */
export const contributions = (visit: Asker) =>
  mayKeep(visit) ? visit.read.selectFrom('consultationContributions') : held(visit)
const held = ({ read, viewer }: Asker) =>
  read
    .selectFrom('consultationContributions')
    .where('consultationContributions.secretHash', '=', viewer.kind === 'holder' ? viewer.secretHash : null)
/** Who contributes what to a consultation that the viewer may see; the contributions themselves are the office's. */
export const parts = (visit: Asker) =>
  visit.read
    .selectFrom('consultationContributions')
    .where('consultationContributions.consultationId', 'in', consultations(visit).select('consultations.id'))
/** Who was asked what became of a piece: the house, and who holds the link of the mail. */
export function reminders({ read, viewer }: Asker) {
  const all = read.selectFrom('pieceReminders')
  if (viewer.kind === 'system') return all
  return all.where('pieceReminders.secretHash', '=', viewer.kind === 'holder' ? viewer.secretHash : null)
}

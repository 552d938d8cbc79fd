import { keptByViewer } from '../../organisations/index.ts'
import type { Visit } from '../../platform/visit.ts'
import { mayKeep, pieces } from '../permissions.ts'

/**
 * | deed                                                        | office | steward of a partner   | others      |
 * | see a project's indicators, milestones, material            | yes    | yes                    | if public   |
 * | see what it costs                                           | all    | public, and their own  | public ones |
 * | enter indicators, values, milestones, money, material, task | all    | of their organisation  | no          |
 * | see what is overdue, ask by mail                            | yes    | no                     | no          |
 */
type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>

const ids = (visit: Asker) => pieces(visit).where('pieces.kind', '=', 'project').select('pieces.id')
const ownIds = (visit: Asker) => keptByViewer(visit).select('organisations.id')

export const indicators = (visit: Asker) =>
  visit.read.selectFrom('projectIndicators').where('projectIndicators.pieceId', 'in', ids(visit))
export const values = (visit: Asker) =>
  visit.read
    .selectFrom('projectValues')
    .where('projectValues.indicatorId', 'in', indicators(visit).select('projectIndicators.id'))
export const materials = (visit: Asker) =>
  visit.read.selectFrom('projectMaterials').where('projectMaterials.pieceId', 'in', ids(visit))

/** What a project costs and who pays, as far as it is public or the viewer's organisation's own. */
export function funds(visit: Asker) {
  const all = visit.read.selectFrom('projectFunds').where('projectFunds.pieceId', 'in', ids(visit))
  if (mayKeep(visit)) return all
  return all.where((row) =>
    row.or([row('projectFunds.isPublic', '=', true), row('projectFunds.organisationId', 'in', ownIds(visit))]),
  )
}

/** The parts of projects that the viewer keeps: the office all, a steward those of their organisations. */
export function keptParts(visit: Asker) {
  const all = visit.read.selectFrom('pieceOrganisations').where('pieceOrganisations.pieceId', 'in', ids(visit))
  return mayKeep(visit) ? all : all.where('pieceOrganisations.organisationId', 'in', ownIds(visit))
}

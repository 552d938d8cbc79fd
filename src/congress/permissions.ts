import { editionsOf, type Role, type Visit } from '../platform/visit.ts'

/** Who may do what; administrators may everything. */
export const may = {
  create: ['office'],
  edit: ['office', 'congress_team'],
  seeDrafts: ['office', 'congress_team'],
} as const satisfies Record<string, readonly Role[]>

/** Whether the viewer works on any edition. */
export const mayEditAny = ({ viewer }: Pick<Visit, 'viewer'>) => editionsOf(viewer, may.edit).length > 0

/** The editions the viewer may see: the public ones, and drafts for those who work on them. No other way to a row. */
export function editions(visit: Pick<Visit, 'read' | 'viewer' | 'now'>) {
  const own = editionsOf(visit.viewer, may.seeDrafts)
  const all = visit.read.selectFrom('editions')
  if (own === 'all') return all
  return all.where((row) =>
    row.or([
      row('editions.stateByHand', '!=', 'draft'),
      row.and([row('editions.stateByHand', 'is', null), row('editions.announcedAt', '<=', visit.now)]),
      ...(own.length ? [row('editions.id', 'in', own)] : []),
    ]),
  )
}

type Asker = Parameters<typeof editions>[0]
const ids = (visit: Asker) => editions(visit).select('editions.id')

/** Sessions of the editions the viewer may see; so with everything below. */
export const sessions = (visit: Asker) =>
  visit.read.selectFrom('sessions').where('sessions.editionId', 'in', ids(visit))
export const speakers = (visit: Asker) =>
  visit.read.selectFrom('speakers').where('speakers.sessionId', 'in', sessions(visit).select('sessions.id'))
export const rooms = (visit: Asker) => visit.read.selectFrom('rooms').where('rooms.editionId', 'in', ids(visit))
export const tracks = (visit: Asker) => visit.read.selectFrom('tracks').where('tracks.editionId', 'in', ids(visit))
export const capacities = (visit: Asker) =>
  visit.read.selectFrom('capacities').where('capacities.editionId', 'in', ids(visit))
export const workingGroups = (visit: Asker) =>
  visit.read.selectFrom('workingGroups').where('workingGroups.editionId', 'in', ids(visit))
export const milestones = (visit: Asker) =>
  visit.read.selectFrom('milestones').where('milestones.editionId', 'in', ids(visit))
export const editionFacts = (visit: Asker) =>
  visit.read.selectFrom('editionFacts').where('editionFacts.editionId', 'in', ids(visit))
export const editionDocuments = (visit: Asker) =>
  visit.read.selectFrom('editionDocuments').where('editionDocuments.editionId', 'in', ids(visit))
export const editionOrganisations = (visit: Asker) =>
  visit.read.selectFrom('editionOrganisations').where('editionOrganisations.editionId', 'in', ids(visit))
/** What working groups propose for the programmes of the editions the viewer edits. */
export function sessionProposals({ read, viewer }: Pick<Visit, 'read' | 'viewer'>) {
  const own = editionsOf(viewer, may.edit)
  const all = read.selectFrom('sessionProposals')
  return own === 'all' ? all : all.where('sessionProposals.editionId', 'in', own.length > 0 ? own : [null])
}
/** Everybody may see the series. */
export const series = (visit: Asker) => visit.read.selectFrom('series')

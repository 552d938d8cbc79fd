import { holds, type Visit } from '../platform/visit.ts'

type Who = Pick<Visit, 'viewer'>
/** Who sees files that are not public, and removes files: the office. */
export const mayKeepFiles = ({ viewer }: Who) => holds(viewer, ['office'])
/** Who takes in files: the office and authors; what authors take in is public. */
export const mayTakeIn = ({ viewer }: Who) => holds(viewer, ['office', 'author'])

/** The files that the viewer, of the office, sends in pieces. */
export const uploads = ({ read, viewer }: Pick<Visit, 'read' | 'viewer'>) =>
  read
    .selectFrom('uploads')
    .where('personId', '=', viewer.kind === 'person' && mayKeepFiles({ viewer }) ? viewer.id : null)

/** The files this visit may load: public ones, for the office all. */
export function files(visit: Pick<Visit, 'read' | 'viewer'>) {
  const all = visit.read.selectFrom('files')
  return mayKeepFiles(visit) ? all : all.where('isPublic', '=', true)
}

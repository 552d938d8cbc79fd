import { NotFound } from '../../platform/visit.ts'

/** The ids in order with this one a place further up, and the place it had. Throws NotFound where it is not among them. */
export function movedUp(ids: readonly string[], id: string) {
  const at = ids.indexOf(id)
  if (at < 0) throw new NotFound()
  return { at, order: at === 0 ? [...ids] : ids.toSpliced(at - 1, 2, id, ids[at - 1]!) }
}

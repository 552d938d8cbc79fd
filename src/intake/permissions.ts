import { mayKeepDocuments, mustKeepDocuments } from '../library/index.ts'
import type { Visit } from '../platform/visit.ts'

/** Who takes in many documents at once: who keeps the library. */
export const mayTakeIn = mayKeepDocuments
export const mustTakeIn = mustKeepDocuments

type Asker = Pick<Visit, 'read' | 'viewer'>
/** The intakes with their rows and files: all for who may take in, for others none. No other way to a row. */
export const intakes = (visit: Asker) => {
  const all = visit.read.selectFrom('intakes')
  return mayTakeIn(visit) ? all : all.where('intakes.id', 'is', null)
}
const ids = (visit: Asker) => intakes(visit).select('intakes.id')
export const rows = (visit: Asker) => visit.read.selectFrom('intakeRows').where('intakeRows.intakeId', 'in', ids(visit))
export const files = (visit: Asker) =>
  visit.read.selectFrom('intakeFiles').where('intakeFiles.intakeId', 'in', ids(visit))

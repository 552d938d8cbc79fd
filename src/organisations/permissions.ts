import { demand, holds, type Visit } from '../platform/visit.ts'

/** Who keeps the register: the office. */
export const mayKeep = ({ viewer }: Pick<Visit, 'viewer'>) => holds(viewer, ['office'])
export const mustKeep = ({ viewer }: Pick<Visit, 'viewer'>) => demand(viewer, ['office'])
/** Everybody may see the register. */
export const organisations = (visit: Pick<Visit, 'read'>) => visit.read.selectFrom('organisations')

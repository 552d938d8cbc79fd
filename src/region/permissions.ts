import { holds, type Role, type Viewer } from '../platform/visit.ts'

/** Everybody reads who the region is. Only administrators set it up and change it. */
export const may = { change: (viewer: Viewer) => holds(viewer, []) }

/** Who corrects and deletes sources: the office. */
export const keepers = ['office'] as const satisfies readonly Role[]

import { holds, type Viewer } from '../platform/visit.ts'

/** Everybody reads who the region is. Only administrators set it up and change it. */
export const may = { change: (viewer: Viewer) => holds(viewer, []) }

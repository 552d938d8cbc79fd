import { holds, type Role, type Viewer, type Visit } from '../platform/visit.ts'

/** Everybody reads who the region is. Only administrators set it up and change it. */
export const may = { change: (viewer: Viewer) => holds(viewer, []) }
export const mayChange = ({ viewer }: Pick<Visit, 'viewer'>) => may.change(viewer)

/** Who corrects and deletes sources: the office. */
export const keepers = ['office'] as const satisfies readonly Role[]

/** The loads of data that count: published, and not taken back. */
export const publishedVersions = ({ read }: Pick<Visit, 'read'>) =>
  read
    .selectFrom('dataVersions')
    .where('dataVersions.publishedAt', 'is not', null)
    .where('dataVersions.withdrawnAt', 'is', null)

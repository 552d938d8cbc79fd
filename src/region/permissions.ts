import { sql } from 'kysely'
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

/**
 * The published loads of territories of a kind, the one valid on a day first: the latest that is not later, else the
 * earliest there is; of one day the newest load. Without a day the latest comes first.
 */
export const validOn = (visit: Pick<Visit, 'read'>, kind: 'municipalities' | 'boundaries', day?: string) => {
  const all = publishedVersions(visit).where('dataVersions.kind', '=', kind)
  const later = sql<string>`case when as_of > ${day ?? null}::date then as_of end`
  return (day ? all.orderBy(later, (order) => order.asc().nullsFirst()) : all)
    .orderBy('asOf', 'desc')
    .orderBy('no', 'desc')
}

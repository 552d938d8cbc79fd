import type { Visit } from '../../platform/visit.ts'
import { type FlowKind, publishedVersions } from '../../region/index.ts'
import { withdrawnVersions } from '../permissions.ts'

export type Standing = {
  /** The data version shown, and the newest one that says something about it. */
  version: number
  newest: number
  /** Something it once showed has been taken back since. */
  isReduced: boolean
}
type About = { kind: FlowKind } | { kind: 'values'; ids?: readonly string[] }

/** How a view of these data stands: which version it shows, whether there is a newer one, whether it has lost something. */
export async function standingOf(visit: Pick<Visit, 'read'>, about: About, asked?: number): Promise<Standing> {
  const telling = <T extends ReturnType<typeof publishedVersions>>(loads: T) => {
    const own = loads.where('kind', '=', about.kind)
    const { ids } = about.kind === 'values' ? about : {}
    return ids
      ? own.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('indicatorValues')
              .whereRef('versionId', '=', 'dataVersions.id')
              .where('indicatorId', 'in', ids.length > 0 ? ids : ['']),
          ),
        )
      : own
  }
  const row = await telling(publishedVersions(visit))
    .select(({ fn }) => fn.max<string | null>('no').as('no'))
    .executeTakeFirstOrThrow()
  const newest = Number(row.no ?? 0)
  if (asked === undefined) return { version: newest, newest, isReduced: false }
  const lost = await telling(withdrawnVersions(visit, asked)).select('dataVersions.id').limit(1).executeTakeFirst()
  return { version: Math.min(asked, newest), newest, isReduced: lost !== undefined }
}

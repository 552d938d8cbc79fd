import { keeping } from '../../platform/kept.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { publishedVersions } from '../permissions.ts'

export type FlowKind = 'commuters' | 'moves' | 'projects' | 'publications'
export type FlowSet = {
  versionId: string
  no: number
  asOf: string
  source: { title: Bilingual; address: string | null; licence: string | null }
}
export type FlowRow = { from: string; to: string; value: number }

/** The loads of flows of this kind that count, up to the one with this number, one for each day, the latest day first. */
export async function flowSets(visit: Pick<Visit, 'read'>, kind: FlowKind, upTo?: number): Promise<FlowSet[]> {
  const published = publishedVersions(visit)
  const rows = await (upTo === undefined ? published : published.where('no', '<=', upTo))
    .innerJoin('sources', 'sources.id', 'sourceId')
    .where('kind', '=', kind)
    .distinctOn('asOf')
    .select(['dataVersions.id as versionId', 'no', 'asOf', 'title', 'address', 'licence'])
    .orderBy('asOf', 'desc')
    .orderBy('no', 'desc')
    .execute()
  return rows.map(({ title, address, licence, asOf, ...row }) => ({
    ...row,
    asOf: asOf ?? '',
    source: { title, address, licence },
  }))
}

/** More flows than this are read anew each time. */
const mostKept = 100_000
const keptFlows = keeping<readonly FlowRow[]>(4)

/** The flows of one load. What was published never changes; only with a district do its flows go. */
export async function flowsIn({ read }: Pick<Visit, 'read'>, versionId: string): Promise<readonly FlowRow[]> {
  const all = read.selectFrom('flows').where('versionId', '=', versionId)
  const rows = () => all.select(['home as from', 'work as to', 'people as value']).execute()
  const { count } = await all.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()
  return Number(count) > mostKept ? rows() : keptFlows(`${versionId} ${count}`, rows)
}

/** The flows of the latest day there are of this kind. */
export async function latestFlows(visit: Pick<Visit, 'read'>, kind: FlowKind, upTo?: number) {
  const [latest] = await flowSets(visit, kind, upTo)
  return latest && { ...latest, rows: await flowsIn(visit, latest.versionId) }
}

import { keeping } from '../../platform/kept.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { publishedVersions } from '../permissions.ts'

export const flowKinds = ['commuters', 'moves', 'projects', 'publications'] as const
export type FlowKind = (typeof flowKinds)[number]
/** Which flows: up to a data version, of the latest day or of one, between districts or between municipalities. */
export type WhichFlows = { upTo?: number | undefined; day?: string | undefined; isFine?: boolean }
export type FlowSet = {
  versionId: string
  no: number
  asOf: string
  publishedAt: Date | null
  source: { title: Bilingual; address: string | null; licence: string | null }
}
export type FlowRow = { from: string; to: string; value: number }

/** The loads of flows of this kind that count, one for each day, the latest day first. */
export async function flowSets(visit: Pick<Visit, 'read'>, kind: FlowKind, which: WhichFlows = {}): Promise<FlowSet[]> {
  const { upTo, isFine = false } = which
  const published = publishedVersions(visit)
  const rows = await (upTo === undefined ? published : published.where('no', '<=', upTo))
    .innerJoin('sources', 'sources.id', 'sourceId')
    .where('kind', '=', kind)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom(isFine ? 'municipalityFlows' : 'flows').whereRef('versionId', '=', 'dataVersions.id')),
    )
    .distinctOn('asOf')
    .select(['dataVersions.id as versionId', 'no', 'asOf', 'publishedAt', 'title', 'address', 'licence'])
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

/** The kinds of flows between districts that there are. */
export async function knownFlowKinds(visit: Pick<Visit, 'read'>): Promise<FlowKind[]> {
  const sets = await Promise.all(flowKinds.map((kind) => flowSets(visit, kind)))
  return flowKinds.filter((_, index) => sets[index]!.length > 0)
}

/** The flows of a kind of this day, else of the latest there are. */
export async function flowsOn(visit: Pick<Visit, 'read'>, kind: FlowKind, which: WhichFlows = {}) {
  const sets = await flowSets(visit, kind, which)
  const set = sets.find(({ asOf }) => asOf === which.day) ?? sets[0]
  return set && { ...set, rows: await flowsIn(visit, set.versionId) }
}

/** The flows between municipalities that begin or end in one of them, or all of a load, from the strongest on. */
export async function municipalityFlowsIn(
  { read }: Pick<Visit, 'read'>,
  versionId: string,
  key?: string,
): Promise<readonly FlowRow[]> {
  const all = read.selectFrom('municipalityFlows').where('versionId', '=', versionId)
  return (key === undefined ? all : all.where((eb) => eb.or([eb('home', '=', key), eb('work', '=', key)])))
    .select(['home as from', 'work as to', 'people as value'])
    .orderBy('people', 'desc')
    .orderBy('home')
    .orderBy('work')
    .execute()
}

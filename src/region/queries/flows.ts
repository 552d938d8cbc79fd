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

/** The loads of flows of this kind that count, one for each day, the latest day first. */
export async function flowSets(visit: Pick<Visit, 'read'>, kind: FlowKind): Promise<FlowSet[]> {
  const rows = await publishedVersions(visit)
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

/** The flows of one load, or of it only those that begin or end in a district. */
export async function flowsIn({ read }: Pick<Visit, 'read'>, versionId: string, district?: string): Promise<FlowRow[]> {
  const all = read
    .selectFrom('flows')
    .select(['home as from', 'work as to', 'people as value'])
    .where('versionId', '=', versionId)
  const asked = district ? all.where((eb) => eb.or([eb('home', '=', district), eb('work', '=', district)])) : all
  return asked.execute()
}

/** The flows of the latest day there are of this kind. */
export async function latestFlows(visit: Pick<Visit, 'read'>, kind: FlowKind) {
  const [latest] = await flowSets(visit, kind)
  return latest && { ...latest, rows: await flowsIn(visit, latest.versionId) }
}

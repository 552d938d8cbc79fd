import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { type FlowKind, flowKinds, flowSets, installation, publishedVersions } from '../../region/index.ts'
import { basesOf, type Indicator } from '../model/indicator.ts'
import { values } from '../permissions.ts'
import { atlasOf } from './atlas.ts'
import { type Source, sourcesOf } from './indicator.ts'

/** A set of data: an indicator, or flows of a kind. `spans` are the first and the last day or year it has something of. */
export type Dataset = { sources: Omit<Source, 'id'>[]; spans: readonly [string, string]; changedAt: Date } & (
  | { indicator: Indicator }
  | { flows: FlowKind; levels: ('districts' | 'municipalities')[] }
)
export type Catalogue = {
  publisher: Bilingual
  email: string | null
  /** Districts by their official keys, with those of NUTS. */
  districts: { key: string; nuts: string | null }[]
  datasets: Dataset[]
}

/** What is measured and known, with its years and sources. */
export async function catalogue(visit: Visit): Promise<Catalogue> {
  const [atlas, { name, contactEmail }, changed] = await Promise.all([
    atlasOf(visit),
    installation(visit),
    changedAt(visit),
  ])
  const { indicators, values: all, land } = atlas
  const sources = await sourcesOf(visit, all.sourcesOf(indicators.map(({ id }) => id)))
  const ofIndicators = indicators.flatMap((indicator): Dataset[] => {
    const years = all.yearsOf(indicator.id)
    const bases = basesOf(indicator.id, indicators)
    const own = all.sourcesOf(bases)
    const at = Math.max(...bases.map((id) => changed.get(id)?.getTime() ?? 0))
    if (years.length === 0) return []
    const told = sources.filter(({ id }) => own.includes(id))
    return [{ indicator, sources: told, spans: [`${years[0]}`, `${years.at(-1)}`], changedAt: new Date(at) }]
  })
  const datasets = [...ofIndicators, ...(await flowsKnown(visit))]
  return { publisher: name, email: contactEmail, districts: land.districts, datasets }
}

/** When the newest load of each indicator was published. */
async function changedAt(visit: Visit): Promise<Map<string, Date>> {
  const rows = await values(visit)
    .select(['indicatorId', ({ fn }) => fn.max('dataVersions.publishedAt').as('at')])
    .groupBy('indicatorId')
    .execute()
  return new Map(rows.flatMap(({ indicatorId, at }) => (at ? [[indicatorId, at] as const] : [])))
}

async function flowsKnown(visit: Visit): Promise<Dataset[]> {
  const all = await Promise.all(
    flowKinds.map(async (flows): Promise<Dataset[]> => {
      const [coarse, fine] = await Promise.all([flowSets(visit, flows), flowSets(visit, flows, { isFine: true })])
      const sets = [...coarse, ...fine]
      const days = sets.map(({ asOf }) => asOf).sort()
      if (sets.length === 0) return []
      const titles = new Map(sets.map(({ source }) => [source.title.de, source]))
      const levels = [
        ...(coarse.length > 0 ? ['districts' as const] : []),
        ...(fine.length > 0 ? ['municipalities' as const] : []),
      ]
      const newest = Math.max(...sets.map(({ publishedAt }) => publishedAt?.getTime() ?? 0))
      const spans = [days[0]!, days.at(-1)!] as const
      return [{ flows, levels, sources: [...titles.values()], spans, changedAt: new Date(newest) }]
    }),
  )
  return all.flat()
}

const mostInFeed = 30

/** The loads published last that still count. */
export const newestLoads = (visit: Pick<Visit, 'read'>) =>
  publishedVersions(visit)
    .innerJoin('sources', 'sources.id', 'sourceId')
    .select(['dataVersions.id', 'no', 'kind', 'publishedAt', 'title as source'])
    .orderBy('publishedAt', 'desc')
    .orderBy('no', 'desc')
    .limit(mostInFeed)
    .execute()

import { keeping } from '../../platform/kept.ts'
import type { Visit } from '../../platform/visit.ts'
import { type District, districts, type Reader, type Region, regions } from '../../region/index.ts'
import { basesOf, type Indicator } from '../model/indicator.ts'
import { type Given, Values, whole } from '../model/values.ts'
import { indicators, values } from '../permissions.ts'

export type Land = { districts: District[]; regions: Region[] }

/** The regions and districts there are. */
export async function landOf(visit: Reader): Promise<Land> {
  const [all, lines] = await Promise.all([districts(visit), regions(visit)])
  return { districts: all, regions: lines }
}

/** What is measured, in the order of the topics. */
export const allIndicators = (visit: Pick<Visit, 'read'>): Promise<Indicator[]> =>
  indicators(visit)
    .select([
      'id',
      'topic',
      'name',
      'definition',
      'unit',
      'method',
      'kind',
      'decimals',
      'direction',
      'aggregation',
      'weightId',
      'derivation',
      'firstId',
      'secondId',
      'factor',
      'frequency',
      'sex',
      'ageFrom',
      'ageTo',
    ])
    .orderBy('position')
    .execute()

export type Atlas = { land: Land; indicators: Indicator[]; values: Values }

/**
 * Everything that is known: of all indicators, or of these and what they are computed from. `upTo`: as it was known
 * with this data version, taken-back ones left out.
 */
export async function atlasOf(
  visit: Reader,
  { ids, upTo }: { ids?: readonly string[]; upTo?: number | undefined } = {},
): Promise<Atlas> {
  const [land, all] = await Promise.all([landOf(visit), allIndicators(visit)])
  const wanted = ids && [...new Set(ids.flatMap((id) => basesOf(id, all)))]
  const loads = await counted(visit, wanted, upTo)
  const values = await keptValues(
    JSON.stringify([land, all, wanted, loads]),
    async () => new Values(all, land, await given(visit, wanted, upTo)),
  )
  return { land, indicators: all, values }
}

/** Values that were read last, with all that was computed from them. */
const keptValues = keeping<Values>(32)

/** How many values each published load has of these indicators. What was published never changes; only with a district do its values go. */
async function counted(visit: Pick<Visit, 'read'>, ids: string[] | undefined, upTo?: number) {
  if (ids?.length === 0) return []
  const all = values(visit, upTo)
  return (ids ? all.where('indicatorId', 'in', ids) : all)
    .select(['versionId', ({ fn }) => fn.countAll<string>().as('count')])
    .groupBy('versionId')
    .orderBy('versionId')
    .execute()
}

async function given(visit: Pick<Visit, 'read'>, ids: string[] | undefined, upTo?: number): Promise<Given[]> {
  if (ids?.length === 0) return []
  const all = values(visit, upTo)
  const rows = await (ids ? all.where('indicatorId', 'in', ids) : all)
    .distinctOn(['indicatorId', 'year', 'districtKey', 'regionId'])
    .select(['indicatorId', 'year', 'districtKey', 'regionId', 'value', 'status', 'indicatorValues.asOf', 'sourceId'])
    .orderBy('indicatorId')
    .orderBy('year')
    .orderBy('districtKey')
    .orderBy('regionId')
    .orderBy('no', 'desc')
    .execute()
  return rows.map(({ districtKey, regionId, ...row }) => ({ ...row, territory: districtKey ?? regionId ?? whole }))
}

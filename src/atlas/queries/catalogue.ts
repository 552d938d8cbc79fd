import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { installation, publishedVersions } from '../../region/index.ts'
import { basesOf, type Indicator } from '../model/indicator.ts'
import { atlasOf } from './atlas.ts'
import { type Source, sourcesOf } from './indicator.ts'

export type Catalogue = {
  publisher: Bilingual
  datasets: { indicator: Indicator; years: number[]; sources: Source[] }[]
}

/** What is measured and known, with its years and sources. */
export async function catalogue(visit: Visit): Promise<Catalogue> {
  const [{ indicators, values }, { name }] = await Promise.all([atlasOf(visit), installation(visit)])
  const sources = await sourcesOf(visit, values.sourcesOf(indicators.map(({ id }) => id)))
  const datasets = indicators.flatMap((indicator) => {
    const years = values.yearsOf(indicator.id)
    const own = values.sourcesOf(basesOf(indicator.id, indicators))
    return years.length > 0 ? [{ indicator, years, sources: sources.filter(({ id }) => own.includes(id)) }] : []
  })
  return { publisher: name, datasets }
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

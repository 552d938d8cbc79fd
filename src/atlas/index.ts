import { room } from '../platform/room.ts'
import type { Change } from '../platform/visit.ts'
import { addIndicators } from './commands/values.ts'
import { defaultIndicators } from './defaults.ts'
import { paths } from './paths.ts'
import { allIndicators } from './queries/atlas.ts'
import { publicRoutes } from './routes/public.tsx'

export { addValues } from './commands/values.ts'
export { paths as atlasPaths } from './paths.ts'

/** What a new atlas measures. Does nothing where there are indicators already. */
export async function fillIndicators(change: Change) {
  if ((await allIndicators(change)).length > 0) return
  await addIndicators(change, defaultIndicators)
  await change.record('atlas.begun', null, { after: { indicators: defaultIndicators.length } })
}

const inBoth = (at: (language: 'de' | 'en') => string) => ({ de: at('de'), en: at('en') })

export const atlas = room({
  name: 'atlas',
  routes(web) {
    publicRoutes(web)
  },
  async sitemap(visit) {
    const indicators = await allIndicators(visit)
    return [
      inBoth((language) => paths.atlas.at(language)),
      ...indicators.map(({ id }) => inBoth((language) => paths.indicator.at(language, { indicator: id }))),
    ]
  },
})

import { room } from '../platform/room.ts'
import type { Change } from '../platform/visit.ts'
import { addIndicators } from './commands/values.ts'
import { defaultIndicators } from './defaults.ts'
import { readLoad } from './jobs.ts'
import { api } from './model/open-api.ts'
import { why } from './model/story.ts'
import { paths } from './paths.ts'
import { mayKeep } from './permissions.ts'
import { allIndicators, landOf } from './queries/atlas.ts'
import { found } from './queries/found.ts'
import { allStories } from './queries/stories.ts'
import { comparisonRoutes } from './routes/comparison.tsx'
import { dataRoutes, territoryDataRoutes } from './routes/data.tsx'
import { defineRoutes } from './routes/define.tsx'
import { machineRoutes } from './routes/machines.ts'
import { officeRoutes } from './routes/office.tsx'
import { publicRoutes } from './routes/public.tsx'
import { storyRoutes } from './routes/stories.tsx'
import { viewRoutes } from './routes/views.tsx'
import { text } from './text.ts'

export { takeIn } from './commands/imports.ts'
export { addValues } from './commands/values.ts'
export { readLoad } from './jobs.ts'
export { paths as atlasPaths } from './paths.ts'
export { frozenAddress, type Quoted, quoted } from './quoted.ts'

/** What a new atlas measures. Does nothing where there are indicators already. */
export async function fillIndicators(change: Change) {
  if ((await allIndicators(change)).length > 0) return
  await addIndicators(change, defaultIndicators)
  await change.record('atlas.begun', null, { after: { indicators: defaultIndicators.length } })
}

export const atlas = room({
  name: 'atlas',
  routes(web, rooms) {
    publicRoutes(web, rooms)
    viewRoutes(web)
    comparisonRoutes(web)
    dataRoutes(web)
    territoryDataRoutes(web)
    machineRoutes(web)
    officeRoutes(web)
    defineRoutes(web)
    storyRoutes(web)
  },
  api: api(paths),
  jobs: { readLoad },
  found,
  menu: (visit) =>
    mayKeep(visit) ? [{ href: paths.office.at(visit.language), label: text[visit.language].office.menu }] : [],
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].recorded }),
  async sitemap(visit) {
    const [indicators, { regions, districts }, stories] = await Promise.all([
      allIndicators(visit),
      landOf(visit),
      allStories(visit),
    ])
    const territories = [...regions.map(({ id }) => id), ...districts.map(({ key }) => key)]
    return [
      paths.atlas.inBoth(),
      paths.story.inBoth(),
      paths.flows.inBoth(),
      paths.interlinkage.inBoth(),
      paths.methods.inBoth(),
      paths.relation.inBoth(),
      paths.comparison.inBoth(),
      ...stories.filter(({ slug }) => slug !== why).map(({ slug }) => paths.told.inBoth({ told: slug })),
      ...territories.map((territory) => paths.territory.inBoth({ territory })),
      ...indicators.map(({ id }) => paths.indicator.inBoth({ indicator: id })),
    ]
  },
})

import type { Language } from '../platform/language.ts'
import { room } from '../platform/room.ts'
import { holds, type Visit } from '../platform/visit.ts'
import { paths } from './paths.ts'
import { keepers, may } from './permissions.ts'
import { type District, districts, installation } from './queries/region.ts'
import { routes } from './routes/region.tsx'
import { text } from './text.ts'

export { addBoundaries, addMunicipalities, type MunicipalityRow } from './commands/areas.ts'
export { type SourceInput as NewSource, sourceIdOf } from './commands/sources.ts'
export {
  addFlows,
  addMunicipalityFlows,
  clearFlows,
  newVersion,
  publishVersion,
  removeVersion,
  withdrawVersion,
} from './commands/versions.ts'
export { linesOf, mailLook, paperLines } from './mail-look.ts'
export { licenceOf, licenceOptions } from './model/licence.ts'
export { flowsOf } from './model/network.ts'
export { paths as regionPaths } from './paths.ts'
export { publishedVersions } from './permissions.ts'
export {
  type FlowKind,
  type FlowRow,
  type FlowSet,
  flowKinds,
  flowSets,
  flowsIn,
  flowsOn,
  knownFlowKinds,
  municipalityFlowsIn,
  type WhichFlows,
} from './queries/flows.ts'
export { reforms, regionMap } from './queries/map.ts'
export {
  hasMunicipalities,
  latestMunicipalities,
  type Municipalities,
  type MunicipalityMap,
  municipalitiesOf,
  municipalityAt,
  municipalityKeys,
  municipalityMap,
} from './queries/municipalities.ts'
export { type Figure, figures, type RegionPlan, regionPlan } from './queries/plan.ts'
export type { Colours, District, Installation, Reader, Region, Source } from './queries/region.ts'
export { districts, installation, neighbours, places, regions, sources } from './queries/region.ts'
export const region = room({
  name: 'region',
  routes,
  menu: ({ viewer, language }) => [
    ...(may.change(viewer) ? [{ href: paths.region.at(language), label: text[language].menu }] : []),
    ...(holds(viewer, keepers) ? [{ href: paths.sources.at(language), label: text[language].sources.title }] : []),
  ],
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].fields }),
  async valueWords(visit) {
    const names = Object.fromEntries((await districts(visit)).map(({ key, label }) => [key, label]))
    return { place: names, districtKey: names }
  },
  landing: async (visit) => ((await isOpen(visit)) ? paths.setUp.at(visit.language) : undefined),
  attention: async (visit) =>
    (await isOpen(visit)) ? [{ text: text[visit.language].attention, href: paths.setUp.at(visit.language) }] : [],
})

/** Whether the set-up is still to be done, by this viewer. */
const isOpen = async (visit: Visit) => may.change(visit.viewer) && (await installation(visit)).setUpAt === null

/** A district's name with its kind, which tells a town from the country round it: “Heilbronn (Stadtkreis)”, “Enzkreis”. */
export const districtText = (language: Language, { name, kind }: Pick<District, 'name' | 'kind'>) =>
  /kreis/i.test(name) ? name : `${name} (${text[language].districtKinds[kind]})`

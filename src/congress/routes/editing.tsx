import { inLanguage } from '../../platform/language.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { districts, districtText, installation, regions, sources } from '../../region/index.ts'
import { basics, type EditionRow, timeAndPlace } from '../matters/edition.ts'
import { BasicsPage, PlacePage } from '../pages/edit/edition.tsx'
import { paths } from '../paths.ts'
import type { ManagedEdition } from '../queries/editing.ts'
import { checklistRoutes } from './checklist.tsx'
import { type EditionForm, editionForm } from './edition-form.ts'
import { listRoutes } from './list.tsx'
import { opened } from './opened.ts'
import { organisationRoutes } from './organisations.tsx'
import { partRoutes } from './parts.tsx'
import { pictureRoutes } from './pictures.tsx'
import { programmeRoutes } from './programme.tsx'
import { stateRoutes } from './state.tsx'

/** The office's pages about congresses. */
export function editingRoutes(web: Web) {
  listRoutes(web)
  checklistRoutes(web)
  editionForm(web, paths.editBasics, basicsForm)
  editionForm(web, paths.editPlace, placeForm)
  stateRoutes(web)
  organisationRoutes(web)
  pictureRoutes(web)
  partRoutes(web)
  programmeRoutes(web)
}

async function basicsForm(visit: WebVisit, edition: ManagedEdition): Promise<EditionForm> {
  const known = await sources(visit)
  const options = known.map(({ id, title }) => ({ value: id, label: inLanguage(visit.language, title) }))
  return {
    ...opened(basics, edition as EditionRow),
    options: { sourceId: options },
    page: (shown) => <BasicsPage edition={edition} sources={options} {...shown} />,
  }
}

async function placeForm(visit: WebVisit, edition: ManagedEdition): Promise<EditionForm> {
  const [{ zone }, allDistricts, allRegions] = await Promise.all([
    installation(visit),
    districts(visit),
    regions(visit),
  ])
  const matter = timeAndPlace(
    zone,
    allDistricts,
    allRegions.map(({ id }) => id),
  )
  const options = {
    districtKey: allDistricts.map((district) => ({
      value: district.key,
      label: districtText(visit.language, district),
    })),
    regionId: allRegions.map(({ id, name }) => ({ value: id, label: inLanguage(visit.language, name) })),
  }
  const lists = { districts: options.districtKey, regions: options.regionId }
  return {
    ...opened(matter, edition as EditionRow),
    options,
    page: (shown) => <PlacePage edition={edition} zone={zone} {...lists} {...shown} />,
  }
}

import type { VNode } from 'preact'
import { z } from 'zod'
import { bilingual, type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Path } from '../../platform/paths.ts'
import { demand, holds, isRefusal, type Refusal } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { districts, installation, regions } from '../../region/index.ts'
import { copyEdition } from '../commands/copy.ts'
import { changeEdition, changeSeats, createEdition } from '../commands/edition.ts'
import {
  basics,
  copySchema,
  type EditionRow,
  newEditionSchema,
  slugFrom,
  stateOf,
  timeAndPlace,
} from '../matters/edition.ts'
import { markOf, seenField } from '../matters/matter.ts'
import { stateAt } from '../model.ts'
import { BasicsPage, PlacePage, StatePage } from '../pages/edit/edition.tsx'
import { CopyPage, NewEditionPage, OfficeCongressesPage } from '../pages/edit/list.tsx'
import { paths } from '../paths.ts'
import { may } from '../permissions.ts'
import { type ManagedEdition, managedEdition, managedEditions, nextInSeries } from '../queries/editing.ts'
import { editing } from '../text/editing.ts'
import { checklistRoutes } from './checklist.tsx'
import { opened, refusedForm } from './opened.ts'
import { organisationRoutes } from './organisations.tsx'
import { partRoutes } from './parts.tsx'
import { pictureRoutes } from './pictures.tsx'
import { programmeRoutes } from './programme.tsx'

/** The office's pages about congresses. */
export function editingRoutes(web: Web) {
  listRoutes(web)
  copyRoutes(web)
  checklistRoutes(web)
  editionForm(web, paths.editBasics, basicsForm)
  editionForm(web, paths.editPlace, placeForm)
  editionForm(web, paths.editState, stateForm)
  seatsRoute(web)
  organisationRoutes(web)
  pictureRoutes(web)
  partRoutes(web)
  programmeRoutes(web)
}

function listRoutes(web: Web) {
  web.get(paths.office, async (visit) => {
    const [editions, { zone }] = await Promise.all([managedEditions(visit), installation(visit)])
    const mayCreate = holds(visit.viewer, may.create)
    return { page: <OfficeCongressesPage editions={editions} zone={zone} mayCreate={mayCreate} /> }
  })
  web.get(paths.newEdition, async (visit) => {
    const { seriesId, number } = await nextInSeries(visit)
    return { page: <NewEditionPage form={startWith({ number })} isFirst={!seriesId} /> }
  })
  web.post(paths.newEdition, async (visit, { body }) => {
    const { language } = visit
    const { seriesId } = await nextInSeries(visit)
    const isFirst = !seriesId
    const { data, form } = readForm(newEditionSchema(isFirst), body, language, editing[language].labels)
    if (!data) return { status: 422, page: <NewEditionPage form={form} isFirst={isFirst} /> }
    const input = {
      series: seriesId ?? bilingual(data.seriesDe, data.seriesEn),
      number: data.number,
      title: bilingual(data.titleDe, data.titleEn),
      slug: data.slug || slugFrom(data.sortOn, data.town),
      town: data.town || null,
      sortOn: data.sortOn,
    }
    const answer = await visit.change(
      (change) => createEdition(change, input),
      ({ slug }) => ({ seeOther: paths.edit.at(language, { edition: slug }) }),
    )
    if (!isRefusal(answer)) return answer
    const refused = refusedForm(language, form, answer, form)
    return { status: 409, page: <NewEditionPage form={refused} isFirst={isFirst} /> }
  })
}

function copyRoutes(web: Web) {
  web.get(paths.copyEdition, async (visit, { params }) => {
    demand(visit.viewer, may.create)
    const edition = await managedEdition(visit, params.edition)
    const { number } = await nextInSeries(visit)
    return { page: <CopyPage form={startWith({ number })} edition={edition} /> }
  })
  web.post(paths.copyEdition, async (visit, { params, body }) => {
    const { language } = visit
    demand(visit.viewer, may.create)
    const edition = await managedEdition(visit, params.edition)
    const { data, form } = readForm(copySchema, body, language, editing[language].labels)
    if (!data) return { status: 422, page: <CopyPage form={form} edition={edition} /> }
    const input = {
      from: edition.slug,
      number: data.number,
      title: bilingual(data.titleDe, data.titleEn),
      slug: data.slug || slugFrom(data.day, edition.town ?? ''),
      day: data.day,
      withGroups: data.withGroups,
      withOrganisations: data.withOrganisations,
    }
    const answer = await visit.change(
      (change) => copyEdition(change, input),
      ({ slug }) => ({ seeOther: paths.edit.at(language, { edition: slug }) }),
    )
    if (!isRefusal(answer)) return answer
    return { status: 409, page: <CopyPage form={refusedForm(language, form, answer, form)} edition={edition} /> }
  })
}

type Shown = { form: FormState; isSaved: boolean }
type EditionForm = {
  stored: FormState
  read: (...input: Parameters<ReturnType<typeof opened>['read']>) => {
    form: FormState
    values?: Partial<EditionRow>
    seen: string
  }
  options?: Parameters<typeof refusedForm>[4]
  page: (shown: Shown) => VNode
}
type Place = Input<'edition'>

/** The pages of one form about an edition: show, read, change, show again. */
function editionForm(
  web: Web,
  path: Path<'edition'>,
  open: (visit: WebVisit, edition: ManagedEdition) => Promise<EditionForm>,
) {
  web.get(path, async (visit, { params, query }: Place) => {
    const { stored, page } = await open(visit, await managedEdition(visit, params.edition))
    return { page: page({ form: stored, isSaved: query.saved === '1' }) }
  })
  web.post(path, async (visit, { params, body }: Place) => {
    const { language } = visit
    const { read, page, options } = await open(visit, await managedEdition(visit, params.edition))
    const { form, values, seen } = read(body, language)
    if (!values) return { status: 422, page: page({ form, isSaved: false }) }
    const answer = await visit.change(
      (change) => changeEdition(change, { edition: params.edition, values, seen }),
      ({ slug }) => ({ seeOther: path.at(language, { edition: slug }, { saved: '1' }) }),
    )
    if (!isRefusal(answer)) return answer
    const again = await open(visit, await managedEdition(visit, params.edition))
    return {
      status: 409,
      page: again.page({ form: refusedForm(language, form, answer, again.stored, options), isSaved: false }),
    }
  })
}

async function basicsForm(_: WebVisit, edition: ManagedEdition): Promise<EditionForm> {
  return { ...opened(basics, edition as EditionRow), page: (shown) => <BasicsPage edition={edition} {...shown} /> }
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
    districtKey: allDistricts.map(({ key, name }) => ({ value: key, label: name })),
    regionId: allRegions.map(({ id, name }) => ({ value: id, label: inLanguage(visit.language, name) })),
  }
  const lists = { districts: options.districtKey, regions: options.regionId }
  return {
    ...opened(matter, edition as EditionRow),
    options,
    page: (shown) => <PlacePage edition={edition} zone={zone} {...lists} {...shown} />,
  }
}

async function stateForm(visit: WebVisit, edition: ManagedEdition): Promise<EditionForm> {
  const { zone } = await installation(visit)
  const { states } = editing[visit.language]
  const options = Object.entries(states).map(([value, { name }]) => ({ value, label: name }))
  return {
    ...opened(stateOf(zone), edition as EditionRow),
    options: { stateByHand: options },
    page: (shown) => statePage(visit, zone, edition, { ...shown, seatsForm: seatsForm(edition) }),
  }
}

const statePage = (visit: WebVisit, zone: string, edition: ManagedEdition, shown: Shown & { seatsForm: FormState }) => (
  <StatePage
    edition={edition}
    zone={zone}
    state={stateAt(edition, visit.now)}
    dates={edition}
    taken={edition.taken ?? 0}
    {...shown}
  />
)

const seatsForm = ({ seats }: ManagedEdition) => startWith({ seats, seen: markOf({ seats }) })
const seatsSchema = z.object({ seats: field.optionalWhole(0, 100_000), ...seenField })

function seatsRoute(web: Web) {
  web.post(paths.editSeats, async (visit, { params, body }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const { zone } = await installation(visit)
    const { data, form } = readForm(seatsSchema, body, language, editing[language].labels)
    const page = (now: ManagedEdition, seatsForm: FormState) =>
      statePage(visit, zone, now, { form: opened(stateOf(zone), now as EditionRow).stored, seatsForm, isSaved: false })
    if (!data) return { status: 422, page: page(edition, form) }
    const answer = await visit.change<{ slug: string } | Refusal>(
      (change) => changeSeats(change, { edition: params.edition, ...data }),
      ({ slug }) => ({ seeOther: paths.editState.at(language, { edition: slug }, { saved: '1' }) }),
    )
    if (!isRefusal(answer)) return answer
    const now = await managedEdition(visit, params.edition)
    return { status: 409, page: page(now, refusedForm(language, form, answer, seatsForm(now))) }
  })
}

import { bilingual, readForm, startWith } from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { demand, holds, NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { copyEdition } from '../commands/copy.ts'
import { removeEdition } from '../commands/deleting.ts'
import { createEdition } from '../commands/edition.ts'
import { changeSeries } from '../commands/series.ts'
import { copySchema, newEditionSchema, retitled, slugFrom } from '../matters/edition.ts'
import { series } from '../matters/series.ts'
import { RemoveEditionPage } from '../pages/edit/deleting.tsx'
import { CopyPage, NewEditionPage, OfficeCongressesPage, SeriesPage } from '../pages/edit/list.tsx'
import { paths } from '../paths.ts'
import { may } from '../permissions.ts'
import { whatGoesWith } from '../queries/deleting.ts'
import { managedEdition, managedEditions, nextInSeries } from '../queries/editing.ts'
import { theSeries } from '../queries/editions.ts'
import { editing } from '../text/editing.ts'
import { opened, refusalText, refusedForm } from './opened.ts'

/** The list of editions: new ones, copies, drafts deleted, and the series they belong to. */
export function listRoutes(web: Web) {
  web.get(paths.office, async (visit, { query }) => {
    const [editions, { zone }] = await Promise.all([managedEditions(visit), installation(visit)])
    const mayCreate = holds(visit.viewer, may.create)
    return { page: <OfficeCongressesPage {...{ editions, zone, mayCreate }} isSaved={query.saved === '1'} /> }
  })
  newRoutes(web)
  copyRoutes(web)
  removeRoutes(web)
  seriesRoutes(web)
}

function newRoutes(web: Web) {
  web.get(paths.newEdition, async (visit) => {
    const { seriesId, number } = await nextInSeries(visit)
    return { page: <NewEditionPage form={startWith({ number })} isFirst={!seriesId} /> }
  })
  web.post(paths.newEdition, async (visit, { body }) => {
    const { language } = visit
    const { seriesId } = await nextInSeries(visit)
    const isFirst = !seriesId
    return submitted(visit, readForm(newEditionSchema(isFirst), body, language, editing[language].labels), {
      page: (form) => <NewEditionPage form={form} isFirst={isFirst} />,
      run: (change, data) =>
        createEdition(change, {
          series: seriesId ?? bilingual(data.seriesDe, data.seriesEn),
          number: data.number,
          title: bilingual(data.titleDe, data.titleEn),
          slug: data.slug || slugFrom(data.sortOn, data.town),
          town: data.town || null,
          sortOn: data.sortOn,
        }),
      next: ({ slug }) => ({ seeOther: paths.edit.at(language, { edition: slug }, { info: 'created' }) }),
      refused: (form, refusal) => refusedForm(language, form, refusal, form),
    })
  })
}

function copyRoutes(web: Web) {
  web.get(paths.copyEdition, async (visit, { params }) => {
    demand(visit.viewer, may.create)
    const edition = await managedEdition(visit, params.edition)
    const { number } = await nextInSeries(visit)
    const { de, en } = retitled(edition.title, { from: edition.number, to: number })
    return { page: <CopyPage form={startWith({ number, titleDe: de, titleEn: en })} edition={edition} /> }
  })
  web.post(paths.copyEdition, async (visit, { params, body }) => {
    const { language } = visit
    demand(visit.viewer, may.create)
    const edition = await managedEdition(visit, params.edition)
    return submitted(visit, readForm(copySchema, body, language, editing[language].labels), {
      page: (form) => <CopyPage form={form} edition={edition} />,
      run: (change, data) =>
        copyEdition(change, {
          from: edition.slug,
          number: data.number,
          title: bilingual(data.titleDe, data.titleEn),
          slug: data.slug || slugFrom(data.day, edition.isExample ? '' : (edition.town ?? '')),
          day: data.day,
          withGroups: data.withGroups,
          withOrganisations: data.withOrganisations,
        }),
      next: ({ slug }) => ({ seeOther: paths.edit.at(language, { edition: slug }, { info: 'copied' }) }),
      refused: (form, refusal) => refusedForm(language, form, refusal, form),
    })
  })
}

function removeRoutes(web: Web) {
  web.get(paths.removeEdition, async (visit, { params }) => {
    const edition = await managedEdition(visit, params.edition)
    return { page: <RemoveEditionPage edition={edition} {...(await whatGoesWith(visit, edition))} /> }
  })
  web.post(paths.removeEdition, async (visit, { params }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const goes = await whatGoesWith(visit, edition)
    return changed(visit, {
      run: (change) => removeEdition(change, { edition: edition.slug }),
      next: () => ({ seeOther: paths.office.at(language, {}, { saved: '1' }) }),
      refused: (refusal) => <RemoveEditionPage edition={edition} {...goes} refused={refusalText(language, refusal)} />,
    })
  })
}

function seriesRoutes(web: Web) {
  const open = async (visit: WebVisit) => {
    demand(visit.viewer, may.create)
    const row = await theSeries(visit)
    if (!row) throw new NotFound()
    return { id: row.id, ...opened(series, row) }
  }
  web.get(paths.editSeries, async (visit, { query }) => ({
    page: <SeriesPage form={(await open(visit)).stored} isSaved={query.saved === '1'} />,
  }))
  web.post(paths.editSeries, async (visit, { body }) => {
    const { language } = visit
    const { id, read } = await open(visit)
    return submitted(visit, read(body, language), {
      page: (form) => <SeriesPage form={form} isSaved={false} />,
      run: (change, sent) => changeSeries(change, { id, ...sent }),
      next: () => ({ seeOther: paths.editSeries.at(language, {}, { saved: '1' }) }),
      refused: async (form, refusal) => refusedForm(language, form, refusal, (await open(visit)).stored),
    })
  })
}

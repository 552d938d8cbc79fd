import { z } from 'zod'
import {
  bilingual,
  bilingualFields,
  type FormState,
  field,
  readForm,
  startWith,
  withRefusal,
} from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { demand, NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { changeSource, removeSource } from '../commands/sources.ts'
import { SourcePage, SourcesPage } from '../pages/sources.tsx'
import { paths } from '../paths.ts'
import { keepers } from '../permissions.ts'
import { type Source, sources } from '../queries/region.ts'
import { text } from '../text.ts'

const sourceForm = z.object({
  ...bilingualFields('title', 500),
  address: field.optionalLink(),
  licence: field.optionalLine(300),
})

/** The register of sources: correcting one wherever it is named, deleting one that nothing names. */
export function sourceRoutes(web: Web) {
  web.get(paths.sources, async (visit, { query }) => {
    demand(visit.viewer, keepers)
    const done = query.info === 'gespeichert' || query.info === 'geloescht' ? query.info : undefined
    return { page: <SourcesPage rows={await sources(visit)} done={done} /> }
  })

  web.get(paths.source, async (visit, { params }) => {
    const source = await sourceAt(visit, params.source)
    return { page: pageOf(source, startOf(source)) }
  })

  web.post(paths.source, async (visit, { params, body }) => {
    const source = await sourceAt(visit, params.source)
    const t = text[visit.language]
    return submitted(visit, readForm(sourceForm, body, visit.language, t.sources.labels), {
      page: (form) => pageOf(source, form),
      run: (change, data) =>
        changeSource(change, {
          id: source.id,
          title: bilingual(data.titleDe, data.titleEn),
          address: data.address || null,
          licence: data.licence || null,
        }),
      next: () => ({ seeOther: paths.sources.at(visit.language, {}, { info: 'gespeichert' }) }),
      refused: (form, refusal) => withRefusal(form, refusal, t.refused, t.sources.labels),
    })
  })

  web.post(paths.removeSource, async (visit, { params }) => {
    const source = await sourceAt(visit, params.source)
    return changed(visit, {
      run: (change) => removeSource(change, source.id),
      next: () => ({ seeOther: paths.sources.at(visit.language, {}, { info: 'geloescht' }) }),
      refused: (refusal) => pageOf(source, withRefusal(startOf(source), refusal, text[visit.language].refused)),
    })
  })
}

const startOf = ({ title, address, licence }: Source) =>
  startWith({ titleDe: title.de, titleEn: title.en, address, licence })

const pageOf = (source: Source, form: FormState) => <SourcePage source={source} form={form} />

async function sourceAt(visit: WebVisit, id: string) {
  demand(visit.viewer, keepers)
  const source = (await sources(visit)).find((one) => one.id === id)
  if (!source) throw new NotFound()
  return source
}

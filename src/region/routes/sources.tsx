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
import { demand, isRefusal, NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { changeSource, removeSource } from '../commands/sources.ts'
import { SourcePage, SourcesPage } from '../pages/sources.tsx'
import { paths } from '../paths.ts'
import { keepers } from '../permissions.ts'
import { type Source, sources } from '../queries/region.ts'
import { textOf } from '../text.ts'

const sourceForm = z.object({ ...bilingualFields('title', 500), address: field.optionalLine(2000) })

/** The register of sources: correcting one wherever it is named, deleting one that nothing names. */
export function sourceRoutes(web: Web) {
  web.get(paths.sources, async (visit, { query }) => {
    demand(visit.viewer, keepers)
    const done = query.info === 'gespeichert' || query.info === 'geloescht' ? query.info : undefined
    return { page: <SourcesPage t={textOf(visit.language)} rows={await sources(visit)} done={done} /> }
  })

  web.get(paths.source, async (visit, { params }) => {
    const source = await sourceAt(visit, params.source)
    const { title, address } = source
    return { page: pageOf(visit, source, startWith({ titleDe: title.de, titleEn: title.en, address })) }
  })

  web.post(paths.source, async (visit, { params, body }) => {
    const source = await sourceAt(visit, params.source)
    const t = textOf(visit.language)
    const { data, form } = readForm(sourceForm, body, visit.language, t.sources.labels)
    if (!data) return { status: 422, page: pageOf(visit, source, form) }
    const input = { id: source.id, title: bilingual(data.titleDe, data.titleEn), address: data.address || null }
    const answer = await visit.change(
      (change) => changeSource(change, input),
      () => ({ seeOther: paths.sources.at(visit.language, {}, { info: 'gespeichert' }) }),
    )
    if (!isRefusal(answer)) return answer
    return { status: 409, page: pageOf(visit, source, withRefusal(form, answer, t.refused, t.sources.labels)) }
  })

  web.post(paths.removeSource, async (visit, { params }) => {
    const source = await sourceAt(visit, params.source)
    const answer = await visit.change(
      (change) => removeSource(change, source.id),
      () => ({ seeOther: paths.sources.at(visit.language, {}, { info: 'geloescht' }) }),
    )
    if (!isRefusal(answer)) return answer
    const { title, address } = source
    const form = startWith({ titleDe: title.de, titleEn: title.en, address })
    return { status: 409, page: pageOf(visit, source, withRefusal(form, answer, textOf(visit.language).refused)) }
  })
}

const pageOf = (visit: WebVisit, source: Source, form: FormState) => (
  <SourcePage t={textOf(visit.language)} source={source} form={form} />
)

async function sourceAt(visit: WebVisit, id: string) {
  demand(visit.viewer, keepers)
  const source = (await sources(visit)).find((one) => one.id === id)
  if (!source) throw new NotFound()
  return source
}

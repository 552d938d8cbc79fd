import { z } from 'zod'
import { wholeUploads } from '../../files/index.ts'
import { type FormState, field, readForm, startWith, withRefusal } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { type Refusal, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { flowKinds, installation } from '../../region/index.ts'
import { mapMeasures, publishLoad, takeBack, takeIn } from '../commands/imports.ts'
import { LoadPage, measureField, mostMeasures } from '../pages/load.tsx'
import { OfficePage, type Said } from '../pages/office.tsx'
import { paths } from '../paths.ts'
import { mayKeep, mustKeep } from '../permissions.ts'
import { allIndicators } from '../queries/atlas.ts'
import { allLoads, loadAt } from '../queries/loads.ts'
import { text } from '../text.ts'

const sentForm = z.object({
  file: field.optionalLine(300),
  source: field.line(300),
  licence: field.optionalLine(300),
  asOf: field.optionalDay(),
  kind: field.optionalOneOf(flowKinds),
})

/** The office reads files, checks, publishes and takes back. */
export function officeRoutes(web: Web) {
  web.get(paths.office, async (visit, { query }) => ({ page: await listed(visit, startWith(), saidIn(query)) }))

  web.upload(mayKeep)(paths.office, async (visit, { body, uploads }) => {
    mustKeep(visit)
    const labels = text[visit.language].office.fields
    const [whole] = await wholeUploads(visit, body.upload ?? [])
    const sent = uploads.find((one) => one.field === 'file') ?? whole
    const read = readForm(sentForm, { ...body, file: sent ? [sent.name] : [] }, visit.language, labels)
    if (!sent)
      return { status: 422, page: await listed(visit, withWords(visit)(read.form, refuse('fileMissing', 'file'))) }
    return submitted(visit, read, {
      page: (form) => listed(visit, form),
      run: (change, { source, licence, asOf, kind }) =>
        takeIn(change, {
          ...sent,
          source: { de: source },
          licence: licence || null,
          asOf,
          kind: flowKinds.find((one) => one === kind) ?? 'commuters',
        }),
      next: ({ id }) => ({ seeOther: paths.load.at(visit.language, { load: id }, { info: 'read' }) }),
      refused: withWords(visit),
    })
  })

  web.get(paths.load, async (visit, { params, query }) => ({
    page: await shown(visit, params.load, { said: saidIn(query) }),
  }))

  doingRoutes(web)
}

function doingRoutes(web: Web) {
  web.post(paths.map, async (visit, { params, body }) => {
    const load = await loadAt(visit, idFrom(params.load))
    const known = (await allIndicators(visit)).map(({ id }) => id)
    const count = Math.min(mostMeasures, load.mapping?.measures.length ?? 0)
    const names = Array.from({ length: count }, (_, index) => measureField(index))
    const schema = z.object(Object.fromEntries(names.map((name) => [name, field.optionalOneOf(known)])))
    return submitted(visit, readForm(schema, body, visit.language), {
      page: (form) => shown(visit, load.id, { form }),
      run: (change, data) => mapMeasures(change, { id: load.id, chosen: names.map((name) => data[name] ?? null) }),
      next: ({ id }) => ({ seeOther: paths.load.at(visit.language, { load: id }, { info: 'mapped' }) }),
      refused: withWords(visit),
    })
  })

  web.post(paths.publish, async (visit, { params }) => {
    const { id } = await loadAt(visit, idFrom(params.load))
    return changed(visit, {
      run: (change) => publishLoad(change, id),
      next: () => ({ seeOther: paths.load.at(visit.language, { load: id }, { info: 'published' }) }),
      refused: (refusal) => shown(visit, id, { refusal }),
    })
  })

  web.post(paths.takeBack, async (visit, { params }) => {
    const { id } = await loadAt(visit, idFrom(params.load))
    return changed(visit, {
      run: (change) => takeBack(change, id),
      next: ({ isRemoved }) => ({
        seeOther: isRemoved
          ? paths.office.at(visit.language, {}, { info: 'removed' })
          : paths.load.at(visit.language, { load: id }, { info: 'takenBack' }),
      }),
      refused: (refusal) => shown(visit, id, { refusal }),
    })
  })
}

async function listed(visit: Visit, form: FormState, said?: Said) {
  const [loads, { zone }] = await Promise.all([allLoads(visit), installation(visit)])
  return <OfficePage {...{ form, loads, zone, said }} />
}

type Shown = { said?: Said | undefined; form?: FormState; refusal?: Refusal }

async function shown(visit: Visit, id: string, { said, form, refusal }: Shown) {
  const [load, indicators, { zone }] = await Promise.all([
    loadAt(visit, idFrom(id)),
    allIndicators(visit),
    installation(visit),
  ])
  const measures = load.mapping?.measures ?? []
  const start =
    form ?? startWith(Object.fromEntries(measures.map(({ indicator }, index) => [measureField(index), indicator])))
  const told = refusal ? withWords(visit)(start, refusal) : start
  return <LoadPage {...{ load, indicators, zone, said }} form={told} />
}

const withWords = (visit: Visit) => (form: FormState, refusal: Refusal) =>
  withRefusal(form, refusal, text[visit.language].refused, text[visit.language].office.fields)

const saidIn = ({ info }: Readonly<Record<string, string>>): Said | undefined =>
  Object.keys(text.de.office.said).find((one): one is Said => one === info)

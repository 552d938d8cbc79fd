import { startWith } from '../../platform/forms.ts'
import { type Bilingual, inLanguage, type Language } from '../../platform/language.ts'
import { isRefusal } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { addPart, changePart, movePartUp, removePart } from '../commands/parts.ts'
import { formOf, type Matter } from '../matters/matter.ts'
import { type Part, partNames, parts } from '../matters/parts.ts'
import { PartPage, PartsPage, RemovePage } from '../pages/edit/parts.tsx'
import { paths } from '../paths.ts'
import { fileOfPart, managedEdition, type PartRow, partOf, partsOf } from '../queries/editing.ts'
import { editing } from '../text/editing.ts'
import { idFrom, readMatter, refusedForm } from './opened.ts'
import { fileSent } from './pictures.tsx'

/** Lists and forms of what an edition has several of. */
export function partRoutes(web: Web) {
  for (const part of partNames) {
    listRoutes(web, part)
    addRoutes(web, part)
    itemRoutes(web, part)
    removeRoutes(web, part)
  }
}

// Each part reads and writes its own columns; the routes only pass them on.
const matterOf = (part: Part) => parts[part] as unknown as Matter<PartRow, string, never>

const titleColumns = {
  facts: 'label',
  milestones: 'title',
  groups: 'name',
  documents: 'title',
  rooms: 'name',
  tracks: 'name',
}
const moreColumns = {
  facts: 'value',
  milestones: 'happensOn',
  groups: 'leads',
  documents: 'year',
  rooms: 'note',
  tracks: '',
}

const nameOf = (language: Language, part: Part, row: PartRow) =>
  inLanguage(language, row[titleColumns[part]] as Bilingual)

function moreOf(language: Language, part: Part, row: PartRow) {
  const value = row[moreColumns[part]]
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? inLanguage(language, value as Bilingual) : String(value)
}

function listRoutes(web: Web, part: Part) {
  const at = paths.editParts[part]
  web.get(at.list, async (visit, { params, query }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const rows = await partsOf(visit, part, edition.id)
    const lines = rows.map((row) => ({
      id: row.id,
      name: nameOf(language, part, row),
      more: moreOf(language, part, row),
    }))
    return { page: <PartsPage edition={edition} part={part} lines={lines} isSaved={query.saved === '1'} /> }
  })
  if (part === 'milestones') return
  web.post(at.up, async (visit, { params }) =>
    visit.change(
      (change) => movePartUp(change, { edition: params.edition, part, id: idFrom(params.item) }),
      ({ slug }) => ({ seeOther: at.list.at(visit.language, { edition: slug }, { saved: '1' }) }),
    ),
  )
}

function addRoutes(web: Web, part: Part) {
  const at = paths.editParts[part]
  web.get(at.add, async (visit, { params }) => {
    const edition = await managedEdition(visit, params.edition)
    const t = editing[visit.language]
    return {
      page: (
        <PartPage edition={edition} part={part} form={startWith()} id={undefined} name={t.newOne(t.parts[part].one)} />
      ),
    }
  })
  web.post(at.add, async (visit, { params, body, uploads }) => {
    const { language } = visit
    const t = editing[language]
    const edition = await managedEdition(visit, params.edition)
    const { form, values } = readMatter(matterOf(part), body, language)
    const name = t.newOne(t.parts[part].one)
    const page = { edition, part, id: undefined, name }
    if (!values) return { status: 422, page: <PartPage {...page} form={form} /> }
    const answer = await visit.change(
      (change) => addPart(change, { edition: edition.slug, part, values, file: fileSent({ body, uploads }) }),
      ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
    )
    if (!isRefusal(answer)) return answer
    return { status: 409, page: <PartPage {...page} form={refusedForm(language, form, answer, form)} /> }
  })
}

function itemRoutes(web: Web, part: Part) {
  const at = paths.editParts[part]
  web.get(at.item, async (visit, { params }) => {
    const edition = await managedEdition(visit, params.edition)
    const row = await partOf(visit, part, { editionId: edition.id, id: idFrom(params.item) })
    const name = nameOf(visit.language, part, row)
    const file = await fileOfPart(visit, row)
    const form = formOf(matterOf(part), row)
    return { page: <PartPage {...{ edition, part, form, name, file }} id={row.id} /> }
  })
  web.post(at.item, async (visit, { params, body, uploads }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const row = await partOf(visit, part, { editionId: edition.id, id: idFrom(params.item) })
    const { form, values, seen } = readMatter(matterOf(part), body, language)
    const page = { edition, part, id: row.id, name: nameOf(language, part, row), file: await fileOfPart(visit, row) }
    if (!values) return { status: 422, page: <PartPage {...page} form={form} /> }
    const answer = await visit.change(
      (change) =>
        changePart(change, {
          edition: edition.slug,
          part,
          id: row.id,
          values,
          seen,
          file: fileSent({ body, uploads }),
        }),
      ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
    )
    if (!isRefusal(answer)) return answer
    const now = await partOf(visit, part, { editionId: edition.id, id: row.id })
    return {
      status: 409,
      page: <PartPage {...page} form={refusedForm(language, form, answer, formOf(matterOf(part), now))} />,
    }
  })
}

function removeRoutes(web: Web, part: Part) {
  const at = paths.editParts[part]
  web.get(at.remove, async (visit, { params }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const row = await partOf(visit, part, { editionId: edition.id, id: idFrom(params.item) })
    const place = { edition: edition.slug, item: row.id }
    const page = { edition, tab: part, name: nameOf(language, part, row), back: at.item.at(language, place) }
    return { page: <RemovePage {...page} action={at.remove.at(language, place)} /> }
  })
  web.post(at.remove, async (visit, { params }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const row = await partOf(visit, part, { editionId: edition.id, id: idFrom(params.item) })
    const answer = await visit.change(
      (change) => removePart(change, { edition: edition.slug, part, id: row.id }),
      ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
    )
    if (!isRefusal(answer)) return answer
    const place = { edition: edition.slug, item: row.id }
    const page = { edition, tab: part, name: nameOf(language, part, row), back: at.item.at(language, place) }
    const [problem] = refusedForm(language, startWith(), answer, startWith()).problems
    return {
      status: 409,
      page: <RemovePage {...page} action={at.remove.at(language, place)} refused={problem?.message} />,
    }
  })
}

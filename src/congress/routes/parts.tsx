import { type FormState, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { type Bilingual, inLanguage, type Language } from '../../platform/language.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { sources } from '../../region/index.ts'
import { addPart, changePart, movePartUp, removePart } from '../commands/parts.ts'
import { formOf, type Matter } from '../matters/matter.ts'
import { hasSource, type Part, partNames, parts } from '../matters/parts.ts'
import { newSourceIn } from '../matters/source.ts'
import { PartPage, PartsPage, RemovePage } from '../pages/edit/parts.tsx'
import { paths } from '../paths.ts'
import { mayEditAny } from '../permissions.ts'
import { fileOfPart, managedEdition, type PartRow, partOf, partsOf } from '../queries/editing.ts'
import { editing } from '../text/editing.ts'
import { readMatter, refusalText, refusedForm } from './opened.ts'
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

/** A part as its form needs it: its edition, itself where it is there already, and its page. */
async function opened(visit: WebVisit, part: Part, params: { edition: string; item?: string }) {
  const { language } = visit
  const t = editing[language]
  const edition = await managedEdition(visit, params.edition)
  const known = hasSource(part) ? await sources(visit) : undefined
  const row =
    params.item === undefined
      ? undefined
      : await partOf(visit, part, { editionId: edition.id, id: idFrom(params.item) })
  const shown = {
    edition,
    part,
    id: row?.id,
    name: row ? nameOf(language, part, row) : t.newOne(t.parts[part].one),
    file: row && (await fileOfPart(visit, row)),
    sources: known?.map(({ id, title }) => ({ value: id, label: inLanguage(language, title) })),
  }
  return { edition, row, page: (form: FormState) => <PartPage {...shown} form={form} /> }
}

function addRoutes(web: Web, part: Part) {
  const at = paths.editParts[part]
  web.get(at.add, async (visit, { params }) => ({ page: (await opened(visit, part, params)).page(startWith()) }))
  web.upload(mayEditAny)(at.add, async (visit, { params, body, uploads }) => {
    const { language } = visit
    const { edition, page } = await opened(visit, part, params)
    const read = readMatter(matterOf(part), body, language)
    const more = { edition: edition.slug, part, source: newSourceIn(read.form), file: fileSent({ body, uploads }) }
    return submitted(visit, read, {
      page,
      run: (change, { values }) => addPart(change, { ...more, values }),
      next: ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
      refused: (form, refusal) => refusedForm(language, form, refusal, form),
    })
  })
}

function itemRoutes(web: Web, part: Part) {
  const at = paths.editParts[part]
  web.get(at.item, async (visit, { params }) => {
    const { row, page } = await opened(visit, part, params)
    return { page: page(formOf(matterOf(part), row!)) }
  })
  web.upload(mayEditAny)(at.item, async (visit, { params, body, uploads }) => {
    const { language } = visit
    const { edition, row, page } = await opened(visit, part, params)
    const { id } = row!
    const read = readMatter(matterOf(part), body, language)
    const more = { edition: edition.slug, part, id, source: newSourceIn(read.form), file: fileSent({ body, uploads }) }
    return submitted(visit, read, {
      page,
      run: (change, sent) => changePart(change, { ...more, ...sent }),
      next: ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
      async refused(form, refusal) {
        const now = await partOf(visit, part, { editionId: edition.id, id })
        return refusedForm(language, form, refusal, formOf(matterOf(part), now))
      },
    })
  })
}

function removeRoutes(web: Web, part: Part) {
  const at = paths.editParts[part]
  const removing = async (visit: WebVisit, params: { edition: string; item: string }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const row = await partOf(visit, part, { editionId: edition.id, id: idFrom(params.item) })
    const place = { edition: edition.slug, item: row.id }
    const shown = { edition, tab: part, name: nameOf(language, part, row), back: at.item.at(language, place) }
    const action = at.remove.at(language, place)
    return { place, page: (refused?: string) => <RemovePage {...shown} action={action} refused={refused} /> }
  }
  web.get(at.remove, async (visit, { params }) => ({ page: (await removing(visit, params)).page() }))
  web.post(at.remove, async (visit, { params }) => {
    const { language } = visit
    const { place, page } = await removing(visit, params)
    return changed(visit, {
      run: (change) => removePart(change, { edition: place.edition, part, id: place.item }),
      next: ({ slug }) => ({ seeOther: at.list.at(language, { edition: slug }, { saved: '1' }) }),
      refused: (refusal) => page(refusalText(language, refusal)),
    })
  })
}

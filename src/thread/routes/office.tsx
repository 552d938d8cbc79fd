import { z } from 'zod'
import { bilingual, bilingualFields, type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { addPiece, changePiece, makeOfResult, publishPiece, removePiece } from '../commands/pieces.ts'
import { saveField } from '../commands/relations.ts'
import { type Kind, kinds } from '../model.ts'
import { EditPage } from '../pages/edit.tsx'
import { FieldsPage, OfficePage, RemovePage } from '../pages/office.tsx'
import { paths } from '../paths.ts'
import { mayKeep, mustKeep, mustWork } from '../permissions.ts'
import { listsFor, officeList, piecesPerPage, pieceToEdit } from '../queries/office.ts'
import { allFields } from '../queries/pieces.ts'
import { office } from '../text/office.ts'
import { editing } from './editing.tsx'
import { choicesOf, pieceFrom, pieceStart, saidIn, withBoth } from './forms.ts'
import { partRoutes } from './parts.tsx'

/** The office's lists and forms of the thread. */
export function officeRoutes(web: Web) {
  web.get(paths.office, async (visit, { query }) => {
    mustWork(visit)
    const kind = (mayKeep(visit) && kindFrom(query.art)) || 'result'
    const page = /^[1-9]\d{0,4}$/.test(query.seite ?? '') ? Number(query.seite) : 1
    const [{ rows, total }, { zone }] = await Promise.all([officeList(visit, kind, page), installation(visit)])
    const pages = Math.max(1, Math.ceil(total / piecesPerPage))
    const isRemoved = query.info === 'removed'
    return { page: <OfficePage {...{ kind, rows, page, pages, zone, isRemoved }} mayKeep={mayKeep(visit)} /> }
  })
  fieldRoutes(web)
  addRoutes(web)
  partRoutes(web)
  editRoutes(web)
  doingRoutes(web)
}

const kindFrom = (value: string | undefined) => kinds.find((one) => one === value)

/** The kind in an address; a team enters results alone. */
function kindAt(visit: Visit, value: string): Kind {
  mustWork(visit)
  const kind = kindFrom(value)
  if (!kind) throw new NotFound()
  if (kind !== 'result') mustKeep(visit)
  return kind
}

function addRoutes(web: Web) {
  const adding = async (visit: Visit, kind: Kind, form: FormState) => (
    <EditPage
      {...{ form, kind }}
      lists={await listsFor(visit)}
      piece={undefined}
      relations={undefined}
      mayKeep={mayKeep(visit)}
    />
  )
  web.get(paths.add, async (visit, { params, query }) => {
    const kind = kindAt(visit, params.kind)
    return { page: await adding(visit, kind, startWith({ seen: 0, editionId: query.kongress })) }
  })
  web.post(paths.add, async (visit, { params, body }) => {
    const kind = kindAt(visit, params.kind)
    return submitted(visit, pieceFrom(visit, body, kind), {
      page: (form) => adding(visit, kind, form),
      run: addPiece,
      next: ({ id }) => ({ seeOther: paths.edit.at(visit.language, { piece: id }, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
}

function editRoutes(web: Web) {
  web.get(paths.edit, async (visit, { params, query }) => {
    const done = (['saved', 'wasPublished', 'made'] as const).find((one) => one === query.info)
    return { page: await editing(visit, await pieceToEdit(visit, params.piece), { done }) }
  })
  web.post(paths.edit, async (visit, { params, body }) => {
    const piece = await pieceToEdit(visit, params.piece)
    return submitted(visit, pieceFrom(visit, body, piece.kind), {
      page: (form) => editing(visit, piece, { form }),
      run: (change, input) => changePiece(change, { ...input, id: piece.id }),
      next: ({ id }) => ({ seeOther: paths.edit.at(visit.language, { piece: id }, { info: 'saved' }) }),
      refused: withBoth(visit, async () => {
        const [now, lists] = await Promise.all([pieceToEdit(visit, piece.id), listsFor(visit)])
        return { stored: pieceStart(now), options: choicesOf(visit, lists) }
      }),
    })
  })
}

const makeForm = z.object({ kind: field.choice(['project', 'position']) })

function doingRoutes(web: Web) {
  web.post(paths.publish, async (visit, { params }) => {
    const { id } = await pieceToEdit(visit, params.piece)
    return visit.change(
      (change) => publishPiece(change, { id }),
      () => ({ seeOther: paths.edit.at(visit.language, { piece: id }, { info: 'wasPublished' }) }),
    )
  })
  web.post(paths.make, async (visit, { params, body }) => {
    const { id } = await pieceToEdit(visit, params.piece)
    const { data } = readForm(makeForm, body, visit.language)
    if (!data) throw new NotFound()
    return visit.change(
      (change) => makeOfResult(change, { id, kind: data.kind }),
      (made) => ({ seeOther: paths.edit.at(visit.language, { piece: made.id }, { info: 'made' }) }),
    )
  })
  web.get(paths.remove, async (visit, { params }) => {
    const piece = await pieceToEdit(visit, params.piece)
    if (piece.publishedAt) throw new NotFound()
    return { page: <RemovePage piece={piece} /> }
  })
  web.post(paths.remove, async (visit, { params }) => {
    const { id, kind } = await pieceToEdit(visit, params.piece)
    return visit.change(
      (change) => removePiece(change, { id }),
      () => ({ seeOther: paths.office.at(visit.language, {}, { art: kind, info: 'removed' }) }),
    )
  })
}

const fieldForm = z.object({ id: field.optionalLine(100), ...bilingualFields('name', 100) })

function fieldRoutes(web: Web) {
  web.get(paths.fields, async (visit, { query }) => {
    mustKeep(visit)
    const fields = await allFields(visit)
    const one = fields.find(({ id }) => id === query.feld)
    const form = startWith(one ? { id: one.id, nameDe: one.name.de, nameEn: one.name.en } : {})
    return { page: <FieldsPage form={form} fields={fields} isSaved={query.info === 'saved'} /> }
  })
  web.post(paths.fields, async (visit, { body }) => {
    mustKeep(visit)
    return submitted(visit, readForm(fieldForm, body, visit.language, office[visit.language].fields), {
      page: async (form) => <FieldsPage form={form} fields={await allFields(visit)} isSaved={false} />,
      run: (change, { id, nameDe, nameEn }) => saveField(change, { id: id || null, name: bilingual(nameDe, nameEn) }),
      next: () => ({ seeOther: paths.fields.at(visit.language, {}, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
}

import { z } from 'zod'
import { type FormState, field, readForm } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { type Change, isRefusal, NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { sources } from '../../region/index.ts'
import { addEvent, changeEvent, removeEvent } from '../commands/events.ts'
import { addPoint, changePoint, removePoint } from '../commands/points.ts'
import { relate, unrelate } from '../commands/relations.ts'
import { relationKinds } from '../model.ts'
import { EventPage, PointPage } from '../pages/part.tsx'
import { paths } from '../paths.ts'
import { pieceToEdit } from '../queries/office.ts'
import type { Piece } from '../queries/pieces.ts'
import { office } from '../text/office.ts'
import { editing } from './editing.tsx'
import { eventFrom, eventStart, pointFrom, pointStart, refused } from './forms.ts'

/** What happened with a piece, the lines of a position, and links. */
export function partRoutes(web: Web) {
  eventRoutes(web)
  pointRoutes(web)
  relationRoutes(web)
}

/** Runs a change and goes back to the piece; gives the refusal where there is one. */
const doneWith = (visit: WebVisit, piece: Piece, run: (change: Change) => Promise<{ slug: string } | Refusal>) =>
  visit.change(run, () => ({ seeOther: paths.edit.at(visit.language, { piece: piece.id }, { info: 'saved' }) }))

function eventRoutes(web: Web) {
  const opened = async (visit: Visit, params: { piece: string; event?: string }) => {
    const piece = await pieceToEdit(visit, params.piece)
    const event = params.event === undefined ? undefined : piece.events.find(({ id }) => id === params.event)
    if (params.event !== undefined && !event) throw new NotFound()
    const known = await sources(visit)
    return { piece, event, page: (form: FormState) => <EventPage {...{ form, piece, event }} sources={known} /> }
  }
  for (const path of [paths.addEvent, paths.event]) {
    web.get(path, async (visit, { params }) => {
      const { event, page } = await opened(visit, params)
      return { page: page(eventStart(event)) }
    })
    web.post(path, async (visit, { params, body }) => {
      const { piece, event, page } = await opened(visit, params)
      const { form, input } = eventFrom(visit, body, piece.id)
      if (!input) return { status: 422, page: page(form) }
      const answer = await doneWith(visit, piece, (change) =>
        event ? changeEvent(change, { ...input, id: event.id }) : addEvent(change, input),
      )
      return isRefusal(answer) ? { status: 409, page: page(refused(visit, form, answer)) } : answer
    })
  }
  web.post(paths.removeEvent, async (visit, { params }) => {
    const { piece, event, page } = await opened(visit, params)
    const answer = await doneWith(visit, piece, (change) => removeEvent(change, { piece: piece.id, id: event!.id }))
    return isRefusal(answer) ? { status: 409, page: page(refused(visit, eventStart(event), answer)) } : answer
  })
}

function pointRoutes(web: Web) {
  const opened = async (visit: Visit, params: { piece: string; point?: string }) => {
    const piece = await pieceToEdit(visit, params.piece)
    const point = params.point === undefined ? undefined : piece.points.find(({ id }) => id === params.point)
    if (piece.kind !== 'position' || (params.point !== undefined && !point)) throw new NotFound()
    const known = await sources(visit)
    return { piece, point, page: (form: FormState) => <PointPage {...{ form, piece, point }} sources={known} /> }
  }
  for (const path of [paths.addPoint, paths.point]) {
    web.get(path, async (visit, { params }) => {
      const { point, page } = await opened(visit, params)
      return { page: page(pointStart(point)) }
    })
    web.post(path, async (visit, { params, body }) => {
      const { piece, point, page } = await opened(visit, params)
      const { form, input } = pointFrom(visit, body, piece.id)
      if (!input) return { status: 422, page: page(form) }
      const answer = await doneWith(visit, piece, (change) =>
        point ? changePoint(change, { ...input, id: point.id }) : addPoint(change, input),
      )
      return isRefusal(answer) ? { status: 409, page: page(refused(visit, form, answer)) } : answer
    })
  }
  web.post(paths.removePoint, async (visit, { params }) => {
    const { piece, point, page } = await opened(visit, params)
    const answer = await doneWith(visit, piece, (change) => removePoint(change, { piece: piece.id, id: point!.id }))
    return isRefusal(answer) ? { status: 409, page: page(refused(visit, pointStart(point), answer)) } : answer
  })
}

const relationForm = z.object({ relation: field.choice(relationKinds), to: field.id() })

function relationRoutes(web: Web) {
  web.post(paths.relate, async (visit, { params, body }) => {
    const piece = await pieceToEdit(visit, params.piece)
    const { data, form } = readForm(relationForm, body, visit.language, office[visit.language].fields)
    if (!data) return { status: 422, page: await editing(visit, piece, { linking: form }) }
    const { relation: kind, to } = data
    const answer = await doneWith(visit, piece, (change) => relate(change, { piece: piece.id, kind, to }))
    if (!isRefusal(answer)) return answer
    return { status: 409, page: await editing(visit, piece, { linking: refused(visit, form, answer) }) }
  })
  web.post(paths.unrelate, async (visit, { params }) => {
    const piece = await pieceToEdit(visit, params.piece)
    const answer = await doneWith(visit, piece, (change) =>
      unrelate(change, { piece: piece.id, id: idFrom(params.relation) }),
    )
    if (isRefusal(answer)) throw new NotFound()
    return answer
  })
}

import { z } from 'zod'
import { type FormState, field, readForm } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { sources } from '../../region/index.ts'
import { addEvent, changeEvent, removeEvent } from '../commands/events.ts'
import { addPoint, changePoint, removePoint } from '../commands/points.ts'
import { relate, unrelate } from '../commands/relations.ts'
import { relationKinds } from '../model.ts'
import { EventPage, PointPage } from '../pages/part.tsx'
import { paths } from '../paths.ts'
import { pieceToEdit, targetsFor } from '../queries/office.ts'
import type { Piece } from '../queries/pieces.ts'
import { office } from '../text/office.ts'
import { editing } from './editing.tsx'
import { eventFrom, eventStart, pointFrom, pointStart, saidIn } from './forms.ts'

/** What happened with a piece, the lines of a position, and links. */
export function partRoutes(web: Web) {
  eventRoutes(web)
  pointRoutes(web)
  relationRoutes(web)
}

/** Back to the piece, where what was done is said. */
const backTo = ({ language }: Visit, piece: Piece) => ({
  seeOther: paths.edit.at(language, { piece: piece.id }, { info: 'saved' }),
})

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
      return submitted(visit, eventFrom(visit, body, piece.id), {
        page,
        run: (change, input) => (event ? changeEvent(change, { ...input, id: event.id }) : addEvent(change, input)),
        next: () => backTo(visit, piece),
        refused: saidIn(visit),
      })
    })
  }
  web.post(paths.removeEvent, async (visit, { params }) => {
    const { piece, event, page } = await opened(visit, params)
    return changed(visit, {
      run: (change) => removeEvent(change, { piece: piece.id, id: event!.id }),
      next: () => backTo(visit, piece),
      refused: (refusal) => page(saidIn(visit)(eventStart(event), refusal)),
    })
  })
}

function pointRoutes(web: Web) {
  const opened = async (visit: Visit, params: { piece: string; point?: string }) => {
    const piece = await pieceToEdit(visit, params.piece)
    const point = params.point === undefined ? undefined : piece.points.find(({ id }) => id === params.point)
    if (piece.kind !== 'position' || (params.point !== undefined && !point)) throw new NotFound()
    const [known, targets] = await Promise.all([sources(visit), targetsFor(visit, piece.id)])
    const documents = targets.filter(({ kind }) => kind === 'document')
    return {
      piece,
      point,
      page: (form: FormState) => <PointPage {...{ form, piece, point, documents }} sources={known} />,
    }
  }
  for (const path of [paths.addPoint, paths.point]) {
    web.get(path, async (visit, { params }) => {
      const { point, page } = await opened(visit, params)
      return { page: page(pointStart(point)) }
    })
    web.post(path, async (visit, { params, body }) => {
      const { piece, point, page } = await opened(visit, params)
      return submitted(visit, pointFrom(visit, body, piece.id), {
        page,
        run: (change, input) => (point ? changePoint(change, { ...input, id: point.id }) : addPoint(change, input)),
        next: () => backTo(visit, piece),
        refused: saidIn(visit),
      })
    })
  }
  web.post(paths.removePoint, async (visit, { params }) => {
    const { piece, point, page } = await opened(visit, params)
    return changed(visit, {
      run: (change) => removePoint(change, { piece: piece.id, id: point!.id }),
      next: () => backTo(visit, piece),
      refused: (refusal) => page(saidIn(visit)(pointStart(point), refusal)),
    })
  })
}

const relationForm = z.object({ relation: field.choice(relationKinds), to: field.id() })

function relationRoutes(web: Web) {
  web.post(paths.relate, async (visit, { params, body }) => {
    const piece = await pieceToEdit(visit, params.piece)
    return submitted(visit, readForm(relationForm, body, visit.language, office[visit.language].fields), {
      page: (linking) => editing(visit, piece, { linking }),
      run: (change, { relation: kind, to }) => relate(change, { piece: piece.id, kind, to }),
      next: () => backTo(visit, piece),
      refused: saidIn(visit),
    })
  })
  web.post(paths.unrelate, async (visit, { params }) => {
    const piece = await pieceToEdit(visit, params.piece)
    return visit.change(
      (change) => unrelate(change, { piece: piece.id, id: idFrom(params.relation) }),
      () => backTo(visit, piece),
    )
  })
}

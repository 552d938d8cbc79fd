import { z } from 'zod'
import { type FormState, field, readForm } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { sources } from '../../region/index.ts'
import { addEvent, changeEvent, removeEvent } from '../commands/events.ts'
import { addPoint, changePoint, removePoint } from '../commands/points.ts'
import { relate, unrelate } from '../commands/relations.ts'
import { relationKinds, verdicts } from '../model.ts'
import { EventPage, eventChoices, PointPage } from '../pages/part.tsx'
import { paths } from '../paths.ts'
import { pieceToEdit, targetsFor } from '../queries/office.ts'
import type { Piece } from '../queries/pieces.ts'
import { office } from '../text/office.ts'
import { text } from '../text/public.ts'
import { editing } from './editing.tsx'
import { eventFrom, eventStart, pointFrom, pointStart, saidIn, withBoth } from './forms.ts'

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

const titled = ({ language }: Visit, list: readonly { id: string; title: Bilingual }[]) =>
  list.map(({ id, title }) => ({ value: id, label: inLanguage(language, title) }))

function eventRoutes(web: Web) {
  const opened = async (visit: Visit, params: { piece: string; event?: string }) => {
    const piece = await pieceToEdit(visit, params.piece)
    const event = params.event === undefined ? undefined : piece.events.find(({ id }) => id === params.event)
    if (params.event !== undefined && !event) throw new NotFound()
    const known = await sources(visit)
    const options = { kind: eventChoices(visit, piece.kind), sourceId: titled(visit, known) }
    return {
      piece,
      event,
      options,
      page: (form: FormState) => <EventPage {...{ form, piece, event }} sources={known} />,
    }
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
        run: (change, { seen, ...input }) =>
          event ? changeEvent(change, { ...input, id: event.id, seen }) : addEvent(change, input),
        next: () => backTo(visit, piece),
        refused: withBoth(visit, async () => {
          const now = await opened(visit, params)
          return { stored: eventStart(now.event), options: now.options }
        }),
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
      options: {
        verdict: verdicts.map((value) => ({ value, label: text[visit.language].verdicts[value] })),
        evidenceDocumentId: documents.map(({ id, label }) => ({ value: id, label: inLanguage(visit.language, label) })),
        sourceId: titled(visit, known),
      },
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
        run: (change, { seen, ...input }) =>
          point ? changePoint(change, { ...input, id: point.id, seen }) : addPoint(change, input),
        next: () => backTo(visit, piece),
        refused: withBoth(visit, async () => {
          const now = await opened(visit, params)
          return { stored: pointStart(now.point), options: now.options }
        }),
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

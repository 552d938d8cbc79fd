import { type FormState, startWith } from '../../platform/forms.ts'
import type { Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import { type Done, EditPage } from '../pages/edit.tsx'
import { mayKeep } from '../permissions.ts'
import { listsFor, targetsFor } from '../queries/office.ts'
import type { Piece } from '../queries/pieces.ts'
import { positionOf } from '../queries/positions.ts'
import { linkedWith, placesOf } from '../queries/thread.ts'
import { pieceStart } from './forms.ts'

type Forms = { form?: FormState; linking?: FormState; keeping?: FormState; done?: Done | undefined }

/** The page of a piece's form with all that belongs to it. */
export async function editing(visit: Visit, piece: Piece, { form, linking, keeping, done }: Forms) {
  const [lists, links, places, targets, position, { zone }] = await Promise.all([
    listsFor(visit),
    linkedWith(visit, [piece.id]),
    placesOf(visit, piece.id),
    targetsFor(visit, piece.id),
    piece.kind === 'position' ? positionOf(visit, piece.id) : undefined,
    installation(visit),
  ])
  const relations = { piece, places, targets, linked: links.get(piece.id) ?? [], form: linking ?? startWith() }
  return (
    <EditPage
      {...{ lists, piece, relations, done }}
      position={position && { position, zone, form: keeping ?? startWith() }}
      kind={piece.kind}
      form={form ?? pieceStart(piece)}
      mayKeep={mayKeep(visit)}
    />
  )
}

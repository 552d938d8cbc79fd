import { type FormState, startWith } from '../../platform/forms.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Done, EditPage } from '../pages/edit.tsx'
import { mayKeep } from '../permissions.ts'
import { listsFor, targetsFor } from '../queries/office.ts'
import type { Piece } from '../queries/pieces.ts'
import { linkedWith, placesOf } from '../queries/thread.ts'
import { pieceStart } from './forms.ts'

/** The page of a piece's form with all that belongs to it. */
export async function editing(
  visit: Visit,
  piece: Piece,
  { form, linking, done }: { form?: FormState; linking?: FormState; done?: Done | undefined },
) {
  const [lists, links, places, targets] = await Promise.all([
    listsFor(visit),
    linkedWith(visit, [piece.id]),
    placesOf(visit, piece.id),
    targetsFor(visit, piece.id),
  ])
  const relations = { piece, places, targets, linked: links.get(piece.id) ?? [], form: linking ?? startWith() }
  return (
    <EditPage
      {...{ lists, piece, relations, done }}
      kind={piece.kind}
      form={form ?? pieceStart(piece)}
      mayKeep={mayKeep(visit)}
    />
  )
}

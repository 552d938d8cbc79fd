import type { Change } from '../../platform/visit.ts'
import { mayMove, type State } from '../model.ts'

type Mine = { id: string; editionId: string; state: State }

/**
 * Moves a locked registration to another state, with its entry in the log and a reason for it where there is one. Every
 * change of a state comes by here; a move that the table of moves does not have is a bug.
 */
export async function moveTo(change: Change, mine: Mine, to: State, reason = '') {
  if (!mayMove(mine.state, to)) throw new Error(`a registration does not become ${to} from ${mine.state}`)
  await change.write
    .updateTable('registrations')
    .set((eb) => ({
      state: to,
      cancelledAt: to === 'cancelled' ? change.now : null,
      changedAt: change.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', mine.id)
    .execute()
  await change.record(`registration.${to}`, mine.id, {
    edition: mine.editionId,
    before: { state: mine.state },
    after: { state: to, ...(reason ? { reason } : {}) },
  })
}

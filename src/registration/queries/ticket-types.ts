import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Attendance, placesLeft } from '../model.ts'
import { ticketTypes } from '../permissions.ts'

/**
 * One way to take part. `left` is the smaller of its own and, on site, the edition's places; undefined without a limit.
 * `hasQueue`: others wait for what it needs, so that whoever comes now stands behind them.
 */
export type TicketType = {
  id: string
  name: Bilingual
  note: Bilingual | null
  attendance: Attendance
  capacityId: string | null
  left: number | undefined
  seats: number | undefined
  /** Its own quota, without the edition's. */
  ownSeats: number | null
  position: number
  hasQueue: boolean
}

/** The ticket types of an edition in their order. */
export async function ticketTypesOf(visit: Pick<Visit, 'read' | 'viewer' | 'now'>, editionId: string) {
  const rows = await ticketTypes(visit)
    .where('ticketTypes.editionId', '=', editionId)
    .innerJoin('editions', 'editions.id', 'ticketTypes.editionId')
    .leftJoin('capacities as own', 'own.id', 'ticketTypes.capacityId')
    .leftJoin('capacities as whole', (join) =>
      join.onRef('whole.id', '=', 'editions.capacityId').on('ticketTypes.attendance', '=', 'on_site'),
    )
    .select([
      'ticketTypes.id',
      'ticketTypes.name',
      'ticketTypes.note',
      'attendance',
      'ticketTypes.capacityId',
      'ticketTypes.position',
      'own.seats as ownSeats',
      'own.taken as ownTaken',
      'whole.seats as wholeSeats',
      'whole.taken as wholeTaken',
    ])
    .select((row) =>
      row
        .exists(
          row
            .selectFrom('registrations as waiting')
            .whereRef('waiting.ticketTypeId', '=', 'ticketTypes.id')
            .where('waiting.state', '=', 'waiting')
            .select('waiting.id'),
        )
        .as('hasWaiting'),
    )
    .orderBy('ticketTypes.position')
    .orderBy('ticketTypes.id')
    .execute()
  const waitsForEdition = rows.some(
    ({ hasWaiting, attendance, ownSeats, ownTaken }) =>
      hasWaiting && attendance === 'on_site' && placesLeft(ownSeats, ownTaken) !== 0,
  )
  return rows.map(({ ownSeats, ownTaken, wholeSeats, wholeTaken, hasWaiting, ...row }): TicketType => {
    const left = smaller(placesLeft(ownSeats, ownTaken), placesLeft(wholeSeats, wholeTaken))
    const hasQueue = Boolean(hasWaiting) || (row.attendance === 'on_site' && waitsForEdition)
    return { ...row, left, ownSeats, seats: smaller(ownSeats ?? undefined, wholeSeats ?? undefined), hasQueue }
  })
}

const smaller = (a: number | undefined, b: number | undefined) =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b)

import type { Bilingual } from '../../platform/language.ts'
import { markOf } from '../../platform/meanwhile.ts'
import type { Visit } from '../../platform/visit.ts'

/** Somebody who has booked a session and another one that runs at the same time. */
export type Overlap = {
  registrationId: string
  name: string
  otherId: string
  title: Bilingual
  startsAt: Date | null
  endsAt: Date | null
}

type Moved = { id: string; startsAt: Date | null; endsAt: Date | null }

/** Who would be in two places at once if the session ran from – to, by name. The caller says who may know. */
export const overlapsOf = ({ read }: Pick<Visit, 'read'>, { id, startsAt, endsAt }: Moved): Promise<Overlap[]> =>
  read
    .selectFrom('bookings as mine')
    .innerJoin('registrations', 'registrations.id', 'mine.registrationId')
    .innerJoin('bookings as other', 'other.registrationId', 'mine.registrationId')
    .innerJoin('sessions', 'sessions.id', 'other.sessionId')
    .where('mine.sessionId', '=', id)
    .where('other.sessionId', '!=', id)
    .where('registrations.state', '!=', 'cancelled')
    .where('sessions.startsAt', '<', endsAt)
    .where('sessions.endsAt', '>', startsAt)
    .select(['registrations.id as registrationId', 'registrations.name', 'sessions.id as otherId'])
    .select(['sessions.title', 'sessions.startsAt', 'sessions.endsAt'])
    .orderBy('registrations.name')
    .orderBy('registrations.id')
    .orderBy('sessions.startsAt')
    .execute()

/** Tells these overlaps from others, so that only what was shown is confirmed; empty for none. */
export const markOfOverlaps = (overlaps: readonly Overlap[]) =>
  overlaps.length === 0 ? '' : markOf(overlaps.map(({ registrationId, otherId }) => [registrationId, otherId]))

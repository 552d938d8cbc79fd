import { presentGuest, wasThere } from '../../meetings/index.ts'
import { type Change, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { lockedMinutes, type Which } from './minutes.ts'

/** Somebody who was there, with minutes that are locked and lie before them. */
type Witness = { meetingId: string; editionId: string; personId: string | null; guestId: string | null }
type By = (change: Change) => Promise<Witness | ReturnType<typeof refuse<'notOpenToComments' | 'notThere'>>>

/** A member of the group who was there. Refuses `notOpenToComments` and `notThere`. */
export const asMember =
  (which: Which): By =>
  async (change) => {
    const { group, state } = await lockedMinutes(change, which)
    if (state !== 'commenting') return refuse('notOpenToComments')
    if (!(await wasThere(change, which.meetingId))) return refuse('notThere')
    return { meetingId: which.meetingId, editionId: group.editionId, personId: personOf(change), guestId: null }
  }

/** A guest who was there and holds the link of their invitation. Refuses `notOpenToComments`. */
export const asGuest: By = async (change) => {
  const guest = await presentGuest(change)
  const row = await change.write
    .selectFrom('minutes')
    .where('meetingId', '=', guest.meetingId)
    .select('state')
    .forUpdate()
    .executeTakeFirst()
  if (row?.state !== 'commenting') return refuse('notOpenToComments')
  return { meetingId: guest.meetingId, editionId: guest.editionId, personId: null, guestId: guest.guestId }
}

const sectionOf = async (change: Change, { meetingId }: Witness, id: string) => {
  const section = await change.write
    .selectFrom('minutesSections')
    .where('meetingId', '=', meetingId)
    .where('id', '=', id)
    .select(['text', 'revision'])
    .executeTakeFirst()
  if (!section) throw new NotFound()
  return section
}

/** Says something to a section, while minutes lie before those who were there. Refuses what `by` refuses. */
export async function commentSection(change: Change, by: By, { id, text }: { id: string; text: string }) {
  const witness = await by(change)
  if ('refused' in witness) return witness
  await sectionOf(change, witness, id)
  const { meetingId, editionId, personId, guestId } = witness
  await change.write
    .insertInto('minutesComments')
    .values({ sectionId: id, personId, guestId, text, at: change.now })
    .execute()
  await change.record('minutes.commented', meetingId, { edition: editionId })
  return { id }
}

type Proposal = { id: string; seen: number; text: string; reason: string }

/** Proposes other words for a section, as `commentSection` does. Refuses `sameWords` as well. */
export async function proposeWords(change: Change, by: By, { id, seen, text, reason }: Proposal) {
  const witness = await by(change)
  if ('refused' in witness) return witness
  const section = await sectionOf(change, witness, id)
  if (seen > section.revision) throw new NotFound()
  if (section.text === text) return refuse('sameWords', 'text')
  const { meetingId, editionId, personId, guestId } = witness
  await change.write
    .insertInto('minutesAmendments')
    .values({ sectionId: id, personId, guestId, at: change.now, seen, text, reason })
    .execute()
  await change.record('minutes.amendment_proposed', meetingId, { edition: editionId })
  return { id }
}

import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { heldAgreements, heldSections } from '../permissions.ts'

export type HeldSection = { id: string; title: string; text: string; revision: number }

/** The sections of minutes that lie before a guest who was there; none once they lie before nobody. */
export const heldSectionsOf = (visit: Visit): Promise<HeldSection[]> =>
  heldSections(visit)
    .select(['minutesSections.id', 'minutesSections.title', 'minutesSections.text', 'minutesSections.revision'])
    .orderBy('minutesSections.position')
    .orderBy('minutesSections.id')
    .execute()

/** One of them. Throws NotFound where there is none. */
export async function heldSectionAt(visit: Visit, id: string): Promise<HeldSection> {
  const section = isId(id) && (await heldSectionsOf(visit)).find((one) => one.id === id)
  if (!section) throw new NotFound()
  return section
}

/** What was agreed at the meeting. */
export const heldAgreementsOf = (visit: Visit) =>
  heldAgreements(visit)
    .select(['agreements.id', 'agreements.sectionId', 'agreements.kind', 'agreements.text'])
    .orderBy('agreements.id')
    .execute()

/** What the guest has said so far: remarks, and other words that were proposed, with what became of them. */
export async function ownRemarks(visit: Visit, guestId: string) {
  const [comments, amendments] = await Promise.all([
    heldSections(visit)
      .innerJoin('minutesComments', 'minutesComments.sectionId', 'minutesSections.id')
      .where('minutesComments.guestId', '=', guestId)
      .select(['minutesComments.sectionId', 'minutesComments.text'])
      .orderBy('minutesComments.at')
      .execute(),
    heldSections(visit)
      .innerJoin('minutesAmendments', 'minutesAmendments.sectionId', 'minutesSections.id')
      .where('minutesAmendments.guestId', '=', guestId)
      .select(['minutesAmendments.sectionId', 'minutesAmendments.reason', 'minutesAmendments.state'])
      .select('minutesAmendments.answer')
      .orderBy('minutesAmendments.at')
      .execute(),
  ])
  return { comments, amendments }
}
export type OwnRemarks = Awaited<ReturnType<typeof ownRemarks>>

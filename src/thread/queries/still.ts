import type { Language } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { isStill } from '../model.ts'
import { pieceOrganisations, pieces, reminders } from '../permissions.ts'
import { cardColumns } from './pieces.ts'
import { withWork } from './thread.ts'

/** Somebody of an organisation that is responsible for a piece in which nothing has moved. */
export type Responsible = { pieceId: string; organisationId: string; email: string; language: Language }

/**
 * Whom to ask about what has stood still for a year: of each public piece's responsible organisations those who look
 * after them here, and the contacts who have agreed. What is made up is left alone.
 */
export async function responsibleForStill(visit: Visit): Promise<Responsible[]> {
  const rows = await pieces({ ...visit, viewer: { kind: 'nobody' } })
    .where('pieces.outcome', 'in', ['open', 'under_way'])
    .where('pieces.isExample', '=', false)
    .select(cardColumns)
    .execute()
  const still = (await withWork(visit, rows)).filter((row) => isStill(row.outcome, row.movedAt, visit.now))
  if (still.length === 0) return []
  const ids = still.map(({ id }) => id)
  const [stewards, contacts] = await Promise.all([
    leading(visit, ids)
      .innerJoin('organisationStewards', 'organisationStewards.organisationId', 'pieceOrganisations.organisationId')
      .innerJoin('people', 'people.id', 'organisationStewards.personId')
      .where('people.email', 'is not', null)
      .select(['pieceId', 'pieceOrganisations.organisationId', 'people.email', 'people.language'])
      .execute(),
    leading(visit, ids)
      .innerJoin('organisationContacts', 'organisationContacts.organisationId', 'pieceOrganisations.organisationId')
      .where('organisationContacts.confirmedAt', 'is not', null)
      .select(['pieceId', 'pieceOrganisations.organisationId'])
      .select(['organisationContacts.email', 'organisationContacts.language'])
      .execute(),
  ])
  const all = [...stewards, ...contacts].flatMap(({ email, language, ...of }) =>
    email ? [{ ...of, email, language: language as Language }] : [],
  )
  return [...new Map(all.map((one) => [`${one.pieceId} ${one.email.toLowerCase()}`, one])).values()]
}

const leading = (visit: Visit, ids: readonly string[]) =>
  pieceOrganisations(visit).where('pieceOrganisations.part', '=', 'lead').where('pieceId', 'in', ids)

/** The mail about what stands still whose link the viewer holds. Throws NotFound. */
export async function heldReminder(visit: Visit) {
  const row = await reminders(visit).select('endedAt').executeTakeFirst()
  if (!row || visit.viewer.kind !== 'holder') throw new NotFound()
  return row
}

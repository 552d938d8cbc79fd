import { sql } from 'kysely'
import { confirmedOrganisations } from '../people/index.ts'
import { demand, holds, personOf, type Visit } from '../platform/visit.ts'

/**
 * | deed                                             | office | steward of it | others                   |
 * | see it in the register                           | yes    | yes           | once it is confirmed, or where something names it that they may see |
 * | see contacts                                     | all    | all           | what each agreed to show |
 * | change district, website, words about itself     | yes    | yes           | no                       |
 * | add and remove contacts, invite and end stewards | yes    | yes           | no                       |
 * | name, kind, official key, merging                | yes    | no            | no                       |
 *
 * The name stays with the office: by it everything in the house finds the organisation.
 */
export const mayKeep = ({ viewer }: Pick<Visit, 'viewer'>) => holds(viewer, ['office'])
export const mustKeep = ({ viewer }: Pick<Visit, 'viewer'>) => demand(viewer, ['office'])

type Asker = Pick<Visit, 'read' | 'viewer'>

/** The ids of the organisations that the viewer looks after. */
const ownIds = (visit: Asker) =>
  visit.read
    .selectFrom('organisationStewards')
    .where('organisationStewards.personId', '=', personOf(visit))
    .select('organisationStewards.organisationId')

/**
 * The organisations this viewer may see: the office all, everybody else those that the office has confirmed, those of
 * `named`, the ids that something names which the viewer may see, and the ones they look after.
 */
export function organisations(visit: Asker, named: readonly string[]) {
  const confirmed = confirmedOrganisations(visit)
  if (mayKeep(visit) || (named.length === 0 && visit.viewer.kind !== 'person')) return confirmed
  return visit.read
    .selectFrom('organisations')
    .where((row) =>
      row.or([
        row('organisations.isConfirmed', '=', true),
        ...(named.length > 0 ? [row('organisations.id', 'in', named)] : []),
        row('organisations.id', 'in', ownIds(visit)),
      ]),
    )
}

/** The organisations the viewer looks after. */
export const ownOrganisations = (visit: Asker) =>
  visit.read.selectFrom('organisations').where('organisations.id', 'in', ownIds(visit))

/** The organisations whose entry the viewer may change: the office all, a steward their own. */
export const keptOrganisations = (visit: Asker) =>
  mayKeep(visit) ? visit.read.selectFrom('organisations') : ownOrganisations(visit)

const keptIds = (visit: Asker) => keptOrganisations(visit).select('organisations.id')
/** Who looks after an organisation that the viewer keeps too, and who is invited to. */
export const stewards = (visit: Asker) =>
  visit.read.selectFrom('organisationStewards').where('organisationStewards.organisationId', 'in', keptIds(visit))
/** The contacts of organisations that the viewer keeps, whether they have agreed or not. */
export const contacts = (visit: Asker) =>
  visit.read.selectFrom('organisationContacts').where('organisationContacts.organisationId', 'in', keptIds(visit))
/** The contacts who have agreed that everybody sees something of them. */
export const shownContacts = (visit: Asker) =>
  visit.read
    .selectFrom('organisationContacts')
    .where('organisationContacts.confirmedAt', 'is not', null)
    .where(sql<boolean>`cardinality(organisation_contacts.shown) > 0`)

const hashOf = ({ viewer }: Pick<Visit, 'viewer'>) => (viewer.kind === 'holder' ? viewer.secretHash : null)
/** The invitation to look after an organisation whose secret the viewer holds. */
export const heldInvitation = (visit: Asker) =>
  visit.read.selectFrom('organisationStewards').where('organisationStewards.secretHash', '=', hashOf(visit))
/** The contact whose secret the viewer holds. */
export const heldContact = (visit: Asker) =>
  visit.read.selectFrom('organisationContacts').where('organisationContacts.secretHash', '=', hashOf(visit))

/** Those that were merged into others: of an id that is gone, which one stayed. Whether it may be seen, that one says. */
export const former = (visit: Asker) => visit.read.selectFrom('formerOrganisations')

/** What the office has still to confirm; whether something that the viewer may see names it, its room knows. */
export const unconfirmed = (visit: Asker) =>
  visit.read.selectFrom('organisations').where('organisations.isConfirmed', '=', false)

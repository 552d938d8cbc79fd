import { sql } from 'kysely'
import { isId } from '../../platform/id.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Piece } from '../model.ts'
import {
  contacts,
  heldContact,
  heldInvitation,
  keptOrganisations,
  ownOrganisations,
  shownContacts,
  stewards,
} from '../permissions.ts'

/** An organisation that the viewer keeps. Throws NotFound where there is none. */
export async function keptOrganisationAt(visit: Visit, id: string) {
  const row = isId(id)
    ? await keptOrganisations(visit)
        .where('organisations.id', '=', id)
        .select(['organisations.id', 'name', 'districtKey', 'website', 'about', 'isConfirmed'])
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}
export type KeptOrganisation = Awaited<ReturnType<typeof keptOrganisationAt>>

/** Whether the viewer keeps an organisation. */
export const isKeptBy = async (visit: Visit, id: string) =>
  visit.viewer.kind === 'person' &&
  (await keptOrganisations(visit).where('organisations.id', '=', id).select('organisations.id').executeTakeFirst()) !==
    undefined

/** The organisations the viewer looks after, by name. */
export const ownList = (visit: Visit) =>
  visit.viewer.kind === 'person'
    ? ownOrganisations(visit).select(['organisations.id', 'name']).orderBy('name').limit(100).execute()
    : Promise.resolve([])

/** Who looks after an organisation, and who is invited to. */
export const stewardsOf = (visit: Visit, organisationId: string) =>
  stewards(visit)
    .leftJoin('people', 'people.id', 'organisationStewards.personId')
    .where('organisationId', '=', organisationId)
    .select([
      'organisationStewards.id',
      'personId',
      sql<string>`coalesce(nullif(people.name, ''), organisation_stewards.name, '')`.as('name'),
      sql<string>`coalesce(people.email, organisation_stewards.email)`.as('email'),
      'joinedAt',
    ])
    .orderBy('invitedAt')
    .orderBy('organisationStewards.id')
    .execute()
export type Steward = Awaited<ReturnType<typeof stewardsOf>>[number]

const columns = ['id', 'name', 'task', 'email', 'phone', 'shown', 'language', 'askedAt', 'confirmedAt'] as const

/** The contacts of an organisation that the viewer keeps, those who have not answered among them. */
export const contactsOf = (visit: Visit, organisationId: string) =>
  contacts(visit).where('organisationId', '=', organisationId).select(columns).orderBy('name').orderBy('id').execute()
export type Contact = Awaited<ReturnType<typeof contactsOf>>[number]

/** One of them. Throws NotFound where there is none. */
export async function contactAt(visit: Visit, organisationId: string, id: string): Promise<Contact> {
  const row = isId(id)
    ? await contacts(visit)
        .where('organisationId', '=', organisationId)
        .where('id', '=', id)
        .select(columns)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound()
  return row
}

export type ShownContact = { id: string } & Record<Piece, string | null>

/** What everybody sees of the contacts of organisations that the viewer has been let see: what each agreed to. */
export async function shownContactsOf(visit: Visit, organisationIds: readonly string[]): Promise<ShownContact[]> {
  if (organisationIds.length === 0) return []
  const piece = (name: Piece) =>
    sql<string | null>`case when ${name} = any(shown) then nullif(${sql.ref(name)}, '') end`.as(name)
  return shownContacts(visit)
    .where('organisationId', 'in', organisationIds)
    .select(['id', piece('name'), piece('task'), piece('email'), piece('phone')])
    .orderBy('organisationContacts.name')
    .orderBy('id')
    .execute()
}

/** The invitation whose secret the viewer holds. */
export async function invitationHeld(visit: Visit) {
  const row = await heldInvitation(visit)
    .innerJoin('organisations', 'organisations.id', 'organisationStewards.organisationId')
    .select(['organisations.name as organisation', 'organisationStewards.name', 'email'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
export type Invitation = Awaited<ReturnType<typeof invitationHeld>>

/** The contact whose secret the viewer holds. */
export async function contactHeld(visit: Visit) {
  const row = await heldContact(visit)
    .innerJoin('organisations', 'organisations.id', 'organisationContacts.organisationId')
    .select([
      'organisationId',
      'organisations.name as organisation',
      'organisationContacts.name',
      'task',
      'email',
      'phone',
      'shown',
      'confirmedAt',
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}
export type HeldContact = Awaited<ReturnType<typeof contactHeld>>

import { accountFor, askForLink, letGoOrganisations, organisationNamed } from '../../people/index.ts'
import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, isRefusal, linkSecret, NotFound, refuse } from '../../platform/visit.ts'
import { invitationDays, isOpenToJoin, type Joining, type Part } from '../model.ts'
import { groups, heldInvitation, ownId } from '../permissions.ts'
import { ledGroup, locked } from './groups.ts'

/** The secret of an invitation's link. */
export const invitationSecret = (house: Change['house'], id: string) => linkSecret(house, 'group-invitation', id, 1)

/** What a member agrees to show. */
export type Consents = { isNamePublic: boolean; isOrganisationPublic: boolean; isEmailShown: boolean }

type Invited = { email: string; name: string; organisation: string; language: Language; part: Part }

/** Invites somebody by mail. Refuses an address that is in the group already or waits for an answer (`alreadyThere`). */
export async function invite(
  change: Change,
  { groupId, deputyFor, ...input }: Invited & { groupId: string; deputyFor: string | null },
) {
  const group = await ledGroup(change, groupId)
  if (group.state === 'closed') return refuse('groupClosed')
  if (await isThere(change, groupId, input.email)) return refuse('alreadyThere', 'email')
  if (deputyFor && !(await isActive(change, groupId, deputyFor))) return refuse('memberUnknown', 'deputyFor')
  const id = await addInvited(change, { groupId, ...input, deputyFor, way: 'invitation' })
  await change.record('group.invited', groupId, { edition: group.editionId, after: { part: input.part } })
  return { id }
}

type Asking = Omit<Invited, 'part'> & Consents & { groupId: string; message: string }

/**
 * Asks to join a group that is open for it. Who is signed in has proven their address and is in at once, or waits for the
 * lead; everybody else first gets a mail. Whether an address is in the group already, the answer does not tell.
 */
export async function askToJoin(change: Change, { groupId, ...input }: Asking) {
  const group = await locked(change, groupId)
  const isKnown = await groups(change)
    .where('workingGroups.id', '=', groupId)
    .select('workingGroups.id')
    .executeTakeFirst()
  if (!isKnown || !isOpenToJoin(group)) throw new NotFound()
  const way = group.joining
  if (ownId(change) === null) {
    if (!(await isThere(change, groupId, input.email)))
      await addInvited(change, { ...input, groupId, part: 'member', way })
    await change.record('group.join_asked', groupId, { edition: group.editionId })
    return { outcome: 'mailed' as const }
  }
  if (await ownRow(change, groupId)) return refuse('alreadyIn')
  const { id } = await change.write
    .insertInto('groupMembers')
    .values({
      groupId,
      personId: ownId(change),
      organisationId: await organisationOf(change, input.organisation),
      part: 'member',
      way,
      message: input.message || null,
      createdAt: change.now,
      ...consentsOf(input),
      ...entered(change, way),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return came(change, { id, groupId, editionId: group.editionId, way })
}

/**
 * Accepts the held invitation: the account is found or made, and a link to sign in is mailed to it. Who came by request
 * then waits for the lead. Refuses a closed account (`accountClosed`) and who is in the group already (`alreadyIn`).
 */
export async function acceptInvitation(change: Change, input: Consents & { organisation: string; name: string }) {
  const row = await heldRow(change)
  const email = row.email ?? ''
  const account = await accountFor(change, { email, name: input.name, language: row.language })
  if (isRefusal(account)) return account
  if (await isPersonIn(change, row.groupId, account.person)) return refuse('alreadyIn')
  const { id, groupId, way, editionId } = row
  await change.write
    .updateTable('groupMembers')
    .set({
      personId: account.person,
      organisationId: await organisationOf(change, input.organisation),
      ...{ email: null, name: null, secretHash: null },
      ...consentsOf(input),
      ...entered(change, way),
    })
    .where('id', '=', id)
    .execute()
  if (row.organisationId) await letGoOrganisations(change, [row.organisationId])
  if (way !== 'request') await askForLink({ ...change, language: row.language }, { email })
  return came(change, { id, groupId, editionId, way })
}

/** Declines the held invitation; nothing of it is kept. */
export async function declineInvitation(change: Change) {
  const row = await heldRow(change)
  await change.write.deleteFrom('groupMembers').where('id', '=', row.id).execute()
  if (row.organisationId) await letGoOrganisations(change, [row.organisationId])
  await change.record('group.declined', row.groupId, { edition: row.editionId })
  return { declined: true }
}

/** Deletes invitations that nobody has answered in time. */
export async function eraseOldInvitations(change: Change) {
  const before = new Date(change.now.getTime() - invitationDays * 86_400_000)
  const gone = await change.write
    .deleteFrom('groupMembers')
    .where('state', '=', 'invited')
    .where('createdAt', '<', before)
    .returning(['groupId', 'organisationId'])
    .execute()
  await letGoOrganisations(
    change,
    gone.flatMap(({ organisationId }) => organisationId ?? []),
  )
  for (const { groupId } of gone) await change.record('group.invitation_expired', groupId)
}

/** The register's organisation of this name; none for none. */
export const organisationOf = async (change: Change, name: string) =>
  name ? await organisationNamed(change, name) : null

const consentsOf = ({ isNamePublic, isOrganisationPublic, isEmailShown }: Consents) => ({
  isNamePublic,
  isOrganisationPublic,
  isEmailShown,
})

const entered = (change: Change, way: Joining) =>
  way === 'request' ? { state: 'asked' as const } : { state: 'active' as const, joinedAt: change.now }

type Came = { id: string; groupId: string; editionId: string; way: Joining }

/** Writes down who came, and tells the leads where they have to decide. */
async function came(change: Change, { id, groupId, editionId, way }: Came) {
  const isAsking = way === 'request'
  await change.record(isAsking ? 'group.asked' : 'group.joined', groupId, { edition: editionId })
  if (!isAsking) return { outcome: 'joined' as const }
  const leads = await change.write
    .selectFrom('groupMembers')
    .innerJoin('people', 'people.id', 'groupMembers.personId')
    .where('groupId', '=', groupId)
    .where('part', '=', 'lead')
    .where('state', '=', 'active')
    .select(['people.email', 'people.language'])
    .execute()
  for (const { email, language } of leads)
    await queueMail(change, { template: 'groups.asked', about: id, edition: editionId, recipient: email, language })
  return { outcome: 'asked' as const }
}

async function addInvited(
  change: Change,
  row: Invited & { groupId: string; deputyFor?: string | null; way: Joining; message?: string } & Partial<Consents>,
) {
  const { groupId, email, name, language, part, way } = row
  const id = crypto.randomUUID()
  await change.write
    .insertInto('groupMembers')
    .values({
      ...{ id, groupId, email, name, language, part, way, state: 'invited' },
      organisationId: await organisationOf(change, row.organisation),
      deputyFor: row.deputyFor ?? null,
      message: row.message || null,
      secretHash: invitationSecret(change.house, id).hash,
      isNamePublic: row.isNamePublic ?? false,
      isOrganisationPublic: row.isOrganisationPublic ?? false,
      isEmailShown: row.isEmailShown ?? false,
      createdAt: change.now,
    })
    .execute()
  await queueMail(change, {
    template: way === 'invitation' ? 'groups.invited' : 'groups.confirm',
    about: id,
    recipient: email,
    language,
    values: { by: ownId(change) },
  })
  return id
}

/** Whether an address belongs to somebody in the group, or to an invitation that waits. */
async function isThere({ write }: Change, groupId: string, email: string) {
  const row = await write
    .selectFrom('groupMembers')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .where('groupId', '=', groupId)
    .where('state', '!=', 'left')
    .where((eb) => eb(eb.fn('lower', [eb.fn.coalesce('people.email', 'groupMembers.email')]), '=', email.toLowerCase()))
    .select('groupMembers.id')
    .executeTakeFirst()
  return row !== undefined
}

const rowOf = ({ write }: Change, groupId: string, person: string | null) =>
  write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('personId', '=', person)
    .where('state', '!=', 'left')
    .select('id')
    .executeTakeFirst()
const ownRow = (change: Change, groupId: string) => rowOf(change, groupId, ownId(change))
const isPersonIn = async (change: Change, groupId: string, person: string) =>
  (await rowOf(change, groupId, person)) !== undefined

const isActive = async ({ write }: Change, groupId: string, id: string) =>
  (await write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .select('id')
    .executeTakeFirst()) !== undefined

/** The held invitation; the group's row is locked first, as all do who change its people. */
async function heldRow(change: Change) {
  const row = () =>
    heldInvitation(change)
      .select([
        'groupMembers.id',
        'groupMembers.groupId',
        'groupMembers.email',
        'groupMembers.language',
        'groupMembers.way',
        'groupMembers.organisationId',
      ])
      .executeTakeFirst()
  const seen = await row()
  if (!seen) throw new NotFound()
  const { editionId } = await locked(change, seen.groupId)
  const held = await row()
  if (!held) throw new NotFound()
  return { ...held, editionId }
}

import { accountFor, askForLink, letGoOrganisations } from '../../people/index.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { invitationDays, isOpenToJoin, type Joining } from '../model.ts'
import { heldInvitation } from '../permissions.ts'
import { type Locked, ledGroup, locked } from './groups.ts'
import {
  type Address,
  addInvited,
  type Consents,
  came,
  consentsOf,
  entered,
  type Invited,
  isThere,
  organisationOf,
  wasRemoved,
} from './joining.ts'

/** Invites somebody by mail. Refuses an address that is in the group already or waits for an answer (`alreadyThere`). */
export async function invite(
  change: Change,
  { groupId, deputyFor, ...input }: Invited & { groupId: string; deputyFor: string | null },
) {
  const group = await ledGroup(change, groupId)
  if (group.state === 'closed') return refuse('groupClosed')
  if (await isThere(change, { groupId, email: input.email })) return refuse('alreadyThere', 'email')
  if (deputyFor && !(await isActive(change, groupId, deputyFor))) return refuse('memberUnknown', 'deputyFor')
  const id = await addInvited(change, { groupId, ...input, deputyFor, way: 'invitation' })
  await change.record('group.invited', groupId, { edition: group.editionId, after: { part: input.part } })
  return { id }
}

/**
 * Accepts the held invitation: the account is found or made, and a link to sign in is mailed to it, unless it is the
 * viewer's own (`isOwn`). Who came by themselves comes in as one may by now; who then waits for the lead gets an account
 * with the admission. Refuses a group that takes nobody any more (`groupClosed`, `takesNobody`), a closed account
 * (`accountClosed`) and who is in the group already (`alreadyIn`).
 */
export async function acceptInvitation(change: Change, input: Consents & { organisation: string; name: string }) {
  const { email, ...row } = await heldRow(change)
  const { id, groupId, editionId } = row
  if (await isThere(change, { groupId, email }, ['asked', 'active'])) return refuse('alreadyIn')
  const way = await wayIn(change, { ...row, email })
  if (isRefusal(way)) return way
  const { name } = input
  const organisationId = await organisationOf(change, input.organisation)
  const account = way === 'request' ? null : await accountFor(change, { email, name, language: row.language })
  if (isRefusal(account)) return account
  await change.write
    .updateTable('groupMembers')
    .set({
      ...{ organisationId, isSpeaker: row.isSpeaker && organisationId === row.organisationId },
      ...(account ? { personId: account.person, email: null, name: null } : { name, createdAt: change.now }),
      ...{ way, secretHash: null },
      ...consentsOf(input),
      ...entered(change, way),
    })
    .where('id', '=', id)
    .execute()
  if (row.organisationId) await letGoOrganisations(change, [row.organisationId])
  const isOwn = account !== null && account.person === change.signedIn
  if (account && !isOwn) await askForLink({ ...change, language: row.language }, { email })
  return { ...(await came(change, { id, groupId, editionId, way })), isOwn }
}

/** Declines the held invitation; nothing of it is kept. */
export async function declineInvitation(change: Change) {
  const row = await heldRow(change)
  await change.write.deleteFrom('groupMembers').where('id', '=', row.id).execute()
  if (row.organisationId) await letGoOrganisations(change, [row.organisationId])
  await change.record('group.declined', row.groupId, { edition: row.editionId })
  return { declined: true }
}

/** Deletes invitations and requests that nobody has answered in time. */
export async function eraseOldInvitations(change: Change) {
  const before = new Date(change.now.getTime() - invitationDays * 86_400_000)
  const gone = await change.write
    .deleteFrom('groupMembers')
    .where('state', 'in', ['invited', 'asked'])
    .where('createdAt', '<', before)
    .returning(['groupId', 'organisationId'])
    .execute()
  await letGoOrganisations(
    change,
    gone.flatMap(({ organisationId }) => organisationId ?? []),
  )
  for (const { groupId } of gone) await change.record('group.invitation_expired', groupId)
}

/** How somebody comes in who confirms now: the lead may have closed the way since the mail went out. */
async function wayIn(change: Change, { way, email, groupId, group }: Address & { way: Joining; group: Locked }) {
  if (group.state === 'closed') return refuse('groupClosed')
  if (way === 'invitation') return way
  if (!isOpenToJoin(group)) return refuse('takesNobody')
  return (await wasRemoved(change, { groupId, email })) ? 'request' : group.joining
}

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
        'groupMembers.isSpeaker',
      ])
      .executeTakeFirst()
  const seen = await row()
  if (!seen) throw new NotFound()
  const group = await locked(change, seen.groupId)
  const held = await row()
  if (!held?.email) throw new NotFound()
  return { ...held, email: held.email, group, editionId: group.editionId }
}

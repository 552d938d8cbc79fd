import { accountFor, askForLink, letGoOrganisations } from '../../people/index.ts'
import type { Language } from '../../platform/language.ts'
import { type Change, isRefusal, linkSecret, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { answerDays, waitingAtMost } from '../model.ts'
import { heldInvitation } from '../permissions.ts'
import { keptOrganisation, lockedOrganisation } from './keeping.ts'
import { mailFor } from './mailing.ts'

/** The secret of an invitation's link. */
export const invitationSecret = (house: Change['house'], id: string) =>
  linkSecret(house, 'organisation-invitation', id, 1)

type Invited = { organisationId: string; email: string; name: string; language: Language }

/**
 * Invites somebody by mail to look after an organisation. Refuses an address that does already or is invited
 * (`alreadyThere`), more invitations than may wait (`tooManyWaiting`) and more mails than it may get (`tooManyMails`).
 */
export async function inviteSteward(change: Change, { organisationId, ...input }: Invited) {
  await keptOrganisation(change, organisationId)
  const there = await addressesOf(change, organisationId)
  if (there.some(({ email }) => email === input.email.toLowerCase())) return refuse('alreadyThere', 'email')
  if (there.filter(({ isInvited }) => isInvited).length >= waitingAtMost) return refuse('tooManyWaiting')
  const id = crypto.randomUUID()
  const secretHash = invitationSecret(change.house, id).hash
  await change.write
    .insertInto('organisationStewards')
    .values({ ...input, id, organisationId, secretHash, invitedAt: change.now })
    .execute()
  const { email: recipient, language } = input
  const values = { by: personOf(change) }
  const mail = { organisationId, about: id, recipient, language, values }
  const tooMany = await mailFor(change, { ...mail, template: 'organisations.invited' })
  if (tooMany) return tooMany
  await change.record('organisation.steward_invited', organisationId)
  return { id }
}

/**
 * Accepts the held invitation: the account is found or made, and a link to sign in is mailed to it, unless it is the
 * viewer's own (`isOwn`). Refuses a closed account (`accountClosed`) and who looks after the organisation already
 * (`alreadyIn`).
 */
export async function acceptInvitation(change: Change, { name }: { name: string }) {
  const { id, organisationId, email, language } = await heldRow(change)
  const account = await accountFor(change, { email, name, language })
  if (isRefusal(account)) return account
  const { person: personId } = account
  const known = await change.write
    .selectFrom('organisationStewards')
    .where('organisationId', '=', organisationId)
    .where('personId', '=', personId)
    .select('id')
    .executeTakeFirst()
  if (known) return refuse('alreadyIn')
  const values = { personId, email: null, name: null, secretHash: null, joinedAt: change.now }
  await change.write.updateTable('organisationStewards').set(values).where('id', '=', id).execute()
  const isOwn = personId === change.signedIn
  if (!isOwn) await askForLink({ ...change, language }, { email })
  await change.record('organisation.steward_joined', organisationId, { by: personId })
  return { organisationId, isOwn }
}

/** Declines the held invitation; nothing of it is kept. */
export async function declineInvitation(change: Change) {
  const { id, organisationId } = await heldRow(change)
  await endOne(change, { id, organisationId })
  await change.record('organisation.invitation_declined', organisationId)
  return { declined: true }
}

/** Somebody looks after an organisation no longer, or an invitation is withdrawn. Tells whether it was the viewer. */
export async function endStewardship(change: Change, { organisationId, id }: { organisationId: string; id: string }) {
  await keptOrganisation(change, organisationId)
  const gone = await endOne(change, { id, organisationId })
  if (!gone) throw new NotFound()
  await change.record('organisation.steward_left', organisationId)
  return { isOwn: gone.personId !== null && gone.personId === personOf(change) }
}

/** Deletes invitations that nobody has answered in time. */
export async function eraseOldInvitations(change: Change) {
  const gone = await change.write
    .deleteFrom('organisationStewards')
    .where('personId', 'is', null)
    .where('invitedAt', '<', new Date(change.now.getTime() - answerDays * 86_400_000))
    .returning('organisationId')
    .execute()
  await letGo(
    change,
    gone.map(({ organisationId }) => organisationId),
  )
}

async function letGo(change: Change, ids: string[]) {
  await letGoOrganisations(change, ids)
  for (const id of ids) await change.record('organisation.invitation_expired', id)
}

async function endOne(change: Change, { id, organisationId }: { id: string; organisationId: string }) {
  const gone = await change.write
    .deleteFrom('organisationStewards')
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .returning('personId')
    .executeTakeFirst()
  await letGoOrganisations(change, [organisationId])
  return gone
}

const addressesOf = async ({ write }: Change, organisationId: string) =>
  write
    .selectFrom('organisationStewards')
    .leftJoin('people', 'people.id', 'organisationStewards.personId')
    .where('organisationId', '=', organisationId)
    .select((row) => [
      row.fn<string>('lower', [row.fn.coalesce('people.email', 'organisationStewards.email')]).as('email'),
      row('personId', 'is', null).as('isInvited'),
    ])
    .execute()

/** The held invitation; the organisation's row is locked first, as all do who change its people. */
async function heldRow(change: Change) {
  const row = () => heldInvitation(change).select(['id', 'organisationId', 'email', 'language']).executeTakeFirst()
  const seen = await row()
  if (!seen) throw new NotFound()
  await lockedOrganisation(change, seen.organisationId)
  const held = await row()
  if (!held?.email) throw new NotFound()
  return { ...held, email: held.email }
}

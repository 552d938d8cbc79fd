import { organisationNamed } from '../../people/index.ts'
import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/outbox.ts'
import { type Change, linkSecret, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { isOpenToJoin, type Joining, type Membership, type Part, requestsAtMost, unconfirmedAtMost } from '../model.ts'
import { groups } from '../permissions.ts'
import { locked, lockedIfThere } from './groups.ts'

/** The secret of an invitation's link. */
export const invitationSecret = (house: Change['house'], id: string) => linkSecret(house, 'group-invitation', id, 1)

/** What a member agrees to show. */
export type Consents = { isNamePublic: boolean; isOrganisationPublic: boolean; isEmailShown: boolean }

export type Invited = { email: string; name: string; organisation: string; language: Language; part: Part }

type Asking = Omit<Invited, 'part'> & Consents & { groupId: string; message: string }

/**
 * Asks to join a group that is open for it. Who is signed in has proven their address and is in at once, or waits for the
 * lead; everybody else first gets a mail. Whether an address is in the group already, neither the answer nor its time
 * tells: looking it up is the queue's work.
 */
export async function askToJoin(change: Change, { groupId, ...input }: Asking) {
  const group = await locked(change, groupId)
  const isKnown = await groups(change)
    .where('workingGroups.id', '=', groupId)
    .select('workingGroups.id')
    .executeTakeFirst()
  if (!isKnown || !isOpenToJoin(group)) throw new NotFound()
  if (personOf(change) === null) {
    await change.queue('takeJoinRequest', { groupId, ...input }, { queue: 'join-requests' })
    return { outcome: 'mailed' as const }
  }
  const { email } = await ownAccount(change)
  if (await isThere(change, { groupId, email }, ['asked', 'active'])) return refuse('alreadyIn')
  const way = (await wasRemoved(change, { groupId, email })) ? 'request' : group.joining
  const { id } = await change.write
    .insertInto('groupMembers')
    .values({
      groupId,
      personId: personOf(change),
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
 * Mails who asked to join from outside a link to confirm. Does nothing for who is there already, and where too much was
 * asked of late: nobody fills a stranger's mailbox or a group's list. One runs at a time, so that all are counted.
 */
export async function takeJoinRequest(change: Change, { groupId, ...input }: Asking) {
  const group = await lockedIfThere(change, groupId)
  const { email } = input
  if (!group || !isOpenToJoin(group) || (await isThere(change, { groupId, email }))) return
  if (await isTooMuch(change, { groupId, email })) return
  await addInvited(change, { ...input, groupId, part: 'member', way: group.joining })
  await change.record('group.join_asked', groupId, { edition: group.editionId })
}

/** The register's organisation of this name; none for none. */
export const organisationOf = async (change: Change, name: string) =>
  name ? await organisationNamed(change, name) : null

export const consentsOf = ({ isNamePublic, isOrganisationPublic, isEmailShown }: Consents) => ({
  isNamePublic,
  isOrganisationPublic,
  isEmailShown,
})

export const entered = (change: Change, way: Joining) =>
  way === 'request' ? { state: 'asked' as const } : { state: 'active' as const, joinedAt: change.now }

type Came = { id: string; groupId: string; editionId: string; way: Joining }

/** Writes down who came, and tells the leads where they have to decide. */
export async function came(change: Change, { id, groupId, editionId, way }: Came) {
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

export async function addInvited(
  change: Change,
  row: Invited & { groupId: string; deputyFor?: string | null; way: Joining; message?: string } & Partial<Consents>,
) {
  const { groupId, email, name, language, part, way } = row
  const id = crypto.randomUUID()
  const organisationId = await organisationOf(change, row.organisation)
  await change.write
    .insertInto('groupMembers')
    .values({
      ...{ id, groupId, email, name, language, part, way, state: 'invited' },
      // What a lead enters is confirmed with it.
      ...{ organisationId, isSpeaker: way === 'invitation' && organisationId !== null },
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
    values: { by: personOf(change) },
  })
  return id
}

export type Address = { groupId: string; email: string }

/** Whether an address belongs to somebody in the group, or to an invitation or request that waits. */
export async function isThere(
  { write }: Change,
  { groupId, email }: Address,
  states: readonly Membership[] = ['invited', 'asked', 'active'],
) {
  const row = await write
    .selectFrom('groupMembers')
    .leftJoin('people', 'people.id', 'groupMembers.personId')
    .where('groupId', '=', groupId)
    .where('state', 'in', states)
    .where((eb) => eb(eb.fn('lower', [eb.fn.coalesce('people.email', 'groupMembers.email')]), '=', email.toLowerCase()))
    .select('groupMembers.id')
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a lead ended the last membership of who has this address. */
export async function wasRemoved({ write }: Change, { groupId, email }: Address) {
  const last = await write
    .selectFrom('groupMembers')
    .innerJoin('people', 'people.id', 'groupMembers.personId')
    .where('groupId', '=', groupId)
    .where('state', '=', 'left')
    .where((eb) => eb(eb.fn('lower', ['people.email']), '=', email.toLowerCase()))
    .orderBy('leftAt', 'desc')
    .select('isRemoved')
    .executeTakeFirst()
  return last?.isRemoved ?? false
}

/** Whether an address was asked in too often today without an answer, or a group by too many in the last hour. */
async function isTooMuch({ write, now }: Change, { groupId, email }: Address) {
  const since = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  const { own, here } = await write
    .selectFrom('groupMembers')
    .where('way', '!=', 'invitation')
    .where('email', 'is not', null)
    .where('createdAt', '>', since(24))
    .select(({ fn, eb }) => [
      fn
        .countAll<number>()
        .filterWhere('state', '=', 'invited')
        .filterWhere(eb(eb.fn('lower', ['email']), '=', email.toLowerCase()))
        .as('own'),
      fn.countAll<number>().filterWhere('groupId', '=', groupId).filterWhere('createdAt', '>', since(1)).as('here'),
    ])
    .executeTakeFirstOrThrow()
  return own >= unconfirmedAtMost || here >= requestsAtMost
}

/** The viewer's account, locked: it is not closed before the change is over. */
const ownAccount = (change: Change) =>
  change.write
    .selectFrom('people')
    .where('id', '=', personOf(change))
    .where('disabledAt', 'is', null)
    .select('email')
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow(() => new NotFound())

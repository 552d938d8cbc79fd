import { accountFor, letGoOrganisations } from '../../people/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import { queueMail } from '../../platform/outbox.ts'
import type { Merging } from '../../platform/room.ts'
import { type Change, isRefusal, NotFound, personOf, type Refusal, refuse } from '../../platform/visit.ts'
import type { Part } from '../model.ts'
import { innerGroup, ledGroup } from './groups.ts'
import { type Consents, isThere, organisationOf } from './joining.ts'

type Which = { groupId: string; id: string }

/**
 * Takes in somebody who has asked, and tells them. Who asked without an account gets one now. Refuses a closed account
 * (`accountClosed`) and who has come in another way meanwhile (`alreadyThere`).
 */
export async function admit(change: Change, { groupId, id }: Which) {
  const group = await ledGroup(change, groupId)
  const member = await memberOf(change, groupId, id)
  if (member.state !== 'asked') throw new NotFound()
  const account = await accountOf(change, member)
  if (isRefusal(account)) return account
  await change.write
    .updateTable('groupMembers')
    .set({
      ...{ personId: account.person, email: null, name: null, state: 'active', joinedAt: change.now, message: null },
      isSpeaker: member.organisationId !== null,
    })
    .where('id', '=', id)
    .execute()
  const person = await change.write
    .selectFrom('people')
    .where('id', '=', account.person)
    .select(['email', 'language'])
    .executeTakeFirstOrThrow()
  await queueMail(change, {
    template: 'groups.admitted',
    about: id,
    edition: group.editionId,
    recipient: person.email,
    language: person.language,
  })
  await change.record('group.admitted', groupId, { edition: group.editionId })
  return { id }
}

async function accountOf(change: Change, { groupId, personId, email, name, language }: Row) {
  if (email === null) return { person: personId! }
  if (await isThere(change, { groupId, email }, ['active'])) return refuse('alreadyThere')
  return accountFor(change, { email, name: name ?? '', language })
}

/** Gives a member another part or makes them a deputy. The group keeps a lead (`lastLead`). */
export async function changeMember(
  change: Change,
  { groupId, id, part, deputyFor }: Which & { part: Part; deputyFor: string | null },
) {
  const group = await ledGroup(change, groupId)
  const member = await memberOf(change, groupId, id)
  if (member.part === 'lead' && part !== 'lead' && (await isLastLead(change, member))) return refuse('lastLead', 'part')
  if (deputyFor === id) return refuse('ownDeputy', 'deputyFor')
  const principal = deputyFor ? await memberOf(change, groupId, deputyFor) : undefined
  if (principal && principal.state !== 'active') return refuse('memberUnknown', 'deputyFor')
  // A deputy has no vote of their own: who stands in for one would have none either, and nobody would be told.
  if (deputyFor && (principal?.deputyFor || (await hasDeputy(change, id)))) return refuse('deputyOfDeputy', 'deputyFor')
  await change.write.updateTable('groupMembers').set({ part, deputyFor }).where('id', '=', id).execute()
  const changed = changedOf({ part: member.part }, { part })
  await change.record('group.member_changed', groupId, { edition: group.editionId, ...changed })
  return { id }
}

/**
 * Confirms that a member speaks for this organisation: from now on they vote for it. Refuses where they have named
 * another meanwhile (`changedMeanwhile`).
 */
export async function confirmSpeaker(change: Change, { groupId, id, organisation }: Which & { organisation: string }) {
  const group = await ledGroup(change, groupId)
  const member = await memberOf(change, groupId, id)
  if (member.organisationId !== organisation) return refuse('changedMeanwhile')
  await change.write.updateTable('groupMembers').set({ isSpeaker: true }).where('id', '=', id).execute()
  await change.record('group.speaker_confirmed', groupId, { edition: group.editionId })
  return { id }
}

/** Whom they speak for is becoming another organisation: their lead confirms it anew. */
export const unconfirmSpeakers = ({ write }: Change, { gone }: Merging) =>
  write.updateTable('groupMembers').set({ isSpeaker: false }).where('organisationId', '=', gone).execute()

/** Ends a membership, withdraws an invitation or turns a request down. The group keeps a lead (`lastLead`). */
export async function endMembership(change: Change, { groupId, id }: Which) {
  const group = await ledGroup(change, groupId)
  const member = await memberOf(change, groupId, id)
  return end(change, { ...member, editionId: group.editionId, isRemoved: member.personId !== personOf(change) })
}

/** The viewer leaves the group. The last lead does not (`lastLead`). */
export async function leave(change: Change, { groupId }: { groupId: string }) {
  const group = await innerGroup(change, groupId)
  return end(change, { ...(await ownMember(change, groupId)), editionId: group.editionId, isRemoved: false })
}

type OwnInput = Consents & { groupId: string; organisation: string }

/** Changes whom the viewer speaks for, and what they agree to show. Another organisation waits for the lead anew. */
export async function changeOwn(change: Change, { groupId, organisation, ...consents }: OwnInput) {
  const { editionId } = await innerGroup(change, groupId)
  const { id, organisationId, isSpeaker } = await ownMember(change, groupId)
  const named = await organisationOf(change, organisation)
  await change.write
    .updateTable('groupMembers')
    .set({ ...consents, organisationId: named, isSpeaker: isSpeaker && named === organisationId })
    .where('id', '=', id)
    .execute()
  if (organisationId) await letGoOrganisations(change, [organisationId])
  await change.record('group.own_changed', groupId, { edition: editionId, after: consents })
  return { id }
}

type Row = Awaited<ReturnType<typeof memberOf>>

type Ended = Row & { editionId: string; isRemoved: boolean }

async function end(change: Change, member: Ended): Promise<{ id: string } | Refusal<'lastLead'>> {
  const { id, groupId, editionId, state, organisationId, isRemoved } = member
  if (await isLastLead(change, member)) return refuse('lastLead')
  if (state === 'active')
    await change.write
      .updateTable('groupMembers')
      .set({ state: 'left', leftAt: change.now, isRemoved, deputyFor: null })
      .where('id', '=', id)
      .execute()
  else await change.write.deleteFrom('groupMembers').where('id', '=', id).execute()
  if (state !== 'active' && organisationId) await letGoOrganisations(change, [organisationId])
  await change.record('group.left', groupId, { edition: editionId })
  return { id }
}

const hasDeputy = async ({ write }: Change, id: string) =>
  (await write
    .selectFrom('groupMembers')
    .where('deputyFor', '=', id)
    .where('state', '=', 'active')
    .select('id')
    .executeTakeFirst()) !== undefined

// The group's row is locked by all who get here: two leads who go at once are counted one after the other.
async function isLastLead({ write }: Change, { groupId, part, state }: Pick<Row, 'groupId' | 'part' | 'state'>) {
  if (part !== 'lead' || state !== 'active') return false
  const leads = await write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('part', '=', 'lead')
    .where('state', '=', 'active')
    .select('id')
    .execute()
  return leads.length === 1
}

const columns = [
  'id',
  'groupId',
  'personId',
  'organisationId',
  'isSpeaker',
  'deputyFor',
  'part',
  'state',
  'email',
  'name',
  'language',
] as const

async function memberOf({ write }: Change, groupId: string, id: string) {
  const row = await write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('id', '=', id)
    .where('state', '!=', 'left')
    .select(columns)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

async function ownMember(change: Change, groupId: string) {
  const row = await change.write
    .selectFrom('groupMembers')
    .where('groupId', '=', groupId)
    .where('personId', '=', personOf(change))
    .where('state', '=', 'active')
    .select(columns)
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

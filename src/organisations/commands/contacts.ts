import type { Language } from '../../platform/language.ts'
import { type Change, linkSecret, NotFound, refuse } from '../../platform/visit.ts'
import { answerDays, contactsAtMost, type Piece, waitingAtMost } from '../model.ts'
import { heldContact } from '../permissions.ts'
import { keptOrganisation, lockedOrganisation } from './keeping.ts'
import { mailFor } from './mailing.ts'

/** The secret of the link with which a contact agrees to this version of the entry. */
export const contactSecret = (house: Change['house'], id: string, version: number) =>
  linkSecret(house, 'organisation-contact', id, version)

type Contact = { name: string; task: string; email: string; phone: string; language: Language }
type Which = { organisationId: string; id: string }

/**
 * Enters a contact, who is asked by mail; nobody else sees anything of it before the answer. Refuses an address that is
 * there already (`contactThere`), more than may wait (`tooManyWaiting`), more than an organisation has (`tooManyContacts`) and
 * more mails than the address may get (`tooManyMails`).
 */
export async function addContact(change: Change, { organisationId, ...input }: Contact & { organisationId: string }) {
  await keptOrganisation(change, organisationId)
  const there = await contactsOf(change, organisationId)
  const refused = refusedAddress(there, input.email) ?? tooMany(there)
  if (refused) return refused
  const id = crypto.randomUUID()
  const secretHash = contactSecret(change.house, id, 1).hash
  await change.write
    .insertInto('organisationContacts')
    .values({ ...input, id, organisationId, secretHash, askedAt: change.now })
    .execute()
  const tooOften = await ask(change, { ...input, organisationId, id, version: 1 })
  if (tooOften) return tooOften
  await change.record('organisation.contact_added', organisationId)
  return { id }
}

/** Changes a contact's entry. What was agreed was agreed for the old one: the contact is asked anew, by a new link. */
export async function changeContact(change: Change, { organisationId, id, ...input }: Contact & Which) {
  await keptOrganisation(change, organisationId)
  const there = await contactsOf(change, organisationId)
  const before = there.find((one) => one.id === id)
  if (!before) throw new NotFound()
  const others = there.filter((one) => one.id !== id)
  const isWaiting = before.confirmedAt === null
  const refused = refusedAddress(others, input.email) ?? (isWaiting ? undefined : tooManyAsked(others))
  if (refused) return refused
  const version = before.version + 1
  const secretHash = contactSecret(change.house, id, version).hash
  const values = { ...input, version, secretHash, shown: [], askedAt: change.now, confirmedAt: null }
  await change.write.updateTable('organisationContacts').set(values).where('id', '=', id).execute()
  const tooOften = await ask(change, { ...input, organisationId, id, version })
  if (tooOften) return tooOften
  await change.record('organisation.contact_changed', organisationId)
  return { id }
}

/** Removes a contact. */
export async function removeContact(change: Change, { organisationId, id }: Which) {
  await keptOrganisation(change, organisationId)
  await deleteOne(change, { organisationId, id })
  await change.record('organisation.contact_removed', organisationId)
  return { id }
}

/** The contact whose link is held agrees to be one, and that everybody sees these pieces; again and again as they like. */
export async function confirmContact(change: Change, { shown }: { shown: readonly Piece[] }) {
  const { id, organisationId } = await heldRow(change)
  const values = { shown: [...shown], confirmedAt: change.now }
  await change.write.updateTable('organisationContacts').set(values).where('id', '=', id).execute()
  await change.record('organisation.contact_confirmed', organisationId, { after: { shown } })
  return { id }
}

/** The contact whose link is held does not want to be one, or no longer; nothing of it is kept. */
export async function withdrawContact(change: Change) {
  const held = await heldRow(change)
  await deleteOne(change, held)
  await change.record('organisation.contact_withdrew', held.organisationId)
  return { isGone: true }
}

/** Deletes contacts who were asked and have not answered in time. */
export async function eraseOldContacts(change: Change) {
  const gone = await change.write
    .deleteFrom('organisationContacts')
    .where('confirmedAt', 'is', null)
    .where('askedAt', '<', new Date(change.now.getTime() - answerDays * 86_400_000))
    .returning('organisationId')
    .execute()
  for (const { organisationId } of gone) await change.record('organisation.contact_expired', organisationId)
}

const ask = (change: Change, { organisationId, id, version, email, language }: Contact & Which & { version: number }) =>
  mailFor(change, {
    organisationId,
    template: 'organisations.contact',
    about: id,
    recipient: email,
    language,
    values: { version },
  })

type There = Awaited<ReturnType<typeof contactsOf>>

const refusedAddress = (there: There, email: string) =>
  there.some((one) => one.email.toLowerCase() === email.toLowerCase()) ? refuse('contactThere', 'email') : undefined
const tooManyAsked = (there: There) =>
  there.filter(({ confirmedAt }) => confirmedAt === null).length >= waitingAtMost ? refuse('tooManyWaiting') : undefined
const tooMany = (there: There) => (there.length >= contactsAtMost ? refuse('tooManyContacts') : tooManyAsked(there))

const contactsOf = ({ write }: Change, organisationId: string) =>
  write
    .selectFrom('organisationContacts')
    .where('organisationId', '=', organisationId)
    .select(['id', 'email', 'version', 'confirmedAt'])
    .execute()

async function deleteOne({ write }: Change, { organisationId, id }: Which) {
  const { numDeletedRows } = await write
    .deleteFrom('organisationContacts')
    .where('id', '=', id)
    .where('organisationId', '=', organisationId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new NotFound()
}

/** The held contact; the organisation's row is locked first, as all do who change its people. */
async function heldRow(change: Change) {
  const row = () => heldContact(change).select(['id', 'organisationId']).executeTakeFirst()
  const seen = await row()
  if (!seen) throw new NotFound()
  await lockedOrganisation(change, seen.organisationId)
  const held = await row()
  if (!held) throw new NotFound()
  return held
}

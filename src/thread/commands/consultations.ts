import type { Language } from '../../platform/language.ts'
import { markOf, only } from '../../platform/meanwhile.ts'
import { queueMail } from '../../platform/outbox.ts'
import type { Merging } from '../../platform/room.ts'
import { type Change, isRefusal, linkSecret, NotFound, refuse } from '../../platform/visit.ts'
import { localIn } from '../../platform/wall-clock.ts'
import { installation } from '../../region/index.ts'
import { said } from '../model.ts'
import { consultations, contributions, mayKeep, mustKeep } from '../permissions.ts'
import { isPast } from '../queries/consultations.ts'
import { addPiece, type Seen } from './pieces.ts'

export type ConsultationInput = {
  title: string
  text: string
  addressee: string
  reference: string
  link: string | null
  /** Whether everybody may read what it is about and who contributes what. */
  isPublic: boolean
  /** The last day on which contributions are taken. */
  due: string
}

/** Enters a consultation that the region answers together. */
export async function addConsultation(change: Change, input: ConsultationInput) {
  mustKeep(change)
  const { id } = await change.write
    .insertInto('consultations')
    .values({ ...input, createdAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('consultation.added', id, { after: { title: input.title, due: input.due } })
  return { id }
}

/** Changes what is said about it, its due day too. Refuses `changedMeanwhile`. */
export async function changeConsultation(change: Change, { id, seen, ...input }: ConsultationInput & Seen) {
  const row = await lockedConsultation(change, id)
  if (markOf(only(row, said.consultation)) !== seen) return refuse('changedMeanwhile')
  await change.write.updateTable('consultations').set(input).where('id', '=', id).execute()
  const before = { title: row.title, due: row.due }
  await change.record('consultation.changed', id, { before, after: { title: input.title, due: input.due } })
  return { id }
}

type Asked = { consultation: string; organisation: string; topic: string; email: string | null; language: Language }

/**
 * Asks an organisation for its part of the answer; somebody there gets a link by mail, if an address is given. Refuses
 * `mergedAlready`, and `tooManyParts`.
 */
export async function askForContribution(change: Change, { consultation, email, ...asked }: Asked) {
  const row = await lockedConsultation(change, consultation)
  if (row.positionId) return refuse('mergedAlready')
  const { last, count } = await change.write
    .selectFrom('consultationContributions')
    .where('consultationId', '=', consultation)
    .select(({ fn }) => [fn.max('position').as('last'), fn.countAll<number>().as('count')])
    .executeTakeFirstOrThrow()
  if (count >= mostParts) return refuse('tooManyParts')
  const id = crypto.randomUUID()
  const secretHash = contributionSecret(change.house, id).hash
  await change.write
    .insertInto('consultationContributions')
    .values({ ...asked, id, email, secretHash, consultationId: consultation, position: (last ?? 0) + 1 })
    .execute()
  if (email)
    await queueMail(change, {
      ...{ template: 'thread.contribution', about: id, recipient: email, language: asked.language },
    })
  const { organisation: name, topic } = asked
  await change.record('contribution.asked', consultation, { after: { name, topic } })
  return { id }
}
const mostParts = 200

/** The secret of the link with which somebody contributes. */
export const contributionSecret = (house: Change['house'], id: string) => linkSecret(house, 'contribution', id, 1)

/** Takes a part of the answer away that was asked for; what was written for it is gone. Refuses `mergedAlready`. */
export async function removeContribution(change: Change, { consultation, id }: { consultation: string; id: string }) {
  const row = await lockedConsultation(change, consultation)
  if (row.positionId) return refuse('mergedAlready')
  const gone = await change.write
    .deleteFrom('consultationContributions')
    .where('id', '=', id)
    .where('consultationId', '=', consultation)
    .returning(['organisation', 'topic'])
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  const { organisation: name, topic } = gone
  await change.record('contribution.removed', consultation, { before: { name, topic } })
  return { id }
}

type Written = { id: string; text: string; contributor: string; seen: number }

/**
 * Writes a contribution, by who holds its link or by the office. Refuses `changedMeanwhile`, `mergedAlready`, and for who
 * holds the link `tooLate` after the due day.
 */
export async function contribute(change: Change, { id, seen, text, contributor }: Written) {
  const one = await contributions(change)
    .where('consultationContributions.id', '=', id)
    .select(['consultationId', 'organisation'])
    .executeTakeFirst()
  if (!one) throw new NotFound()
  // Locked against merging; who contributes elsewhere is not held up.
  const { due, positionId } = await change.write
    .selectFrom('consultations')
    .where('id', '=', one.consultationId)
    .select(['due', 'positionId'])
    .forShare()
    .executeTakeFirstOrThrow()
  if (positionId) return refuse('mergedAlready')
  if (!mayKeep(change) && (await isPast(change, due))) return refuse('tooLate')
  const written = await change.write
    .updateTable('consultationContributions')
    .set({ text, contributor, receivedAt: change.now, revision: seen + 1 })
    .where('id', '=', id)
    .where('revision', '=', seen)
    .returning('id')
    .executeTakeFirst()
  if (!written) return refuse('changedMeanwhile', 'text')
  await change.record('contribution.written', one.consultationId, { after: { name: one.organisation } })
  return { id }
}

/**
 * Merges what was contributed to a draft of a position: a line for each contribution, carried by who contributed.
 * Refuses `mergedAlready` and `nothingThere`.
 */
export async function mergeContributions(change: Change, { id }: { id: string }) {
  const row = await lockedConsultation(change, id)
  if (row.positionId) return refuse('mergedAlready')
  const parts = await change.write
    .selectFrom('consultationContributions')
    .where('consultationId', '=', id)
    .where('receivedAt', 'is not', null)
    .select(['organisation', 'topic', 'text'])
    .orderBy('position')
    .execute()
  if (parts.length === 0) return refuse('nothingThere')
  const piece = await addPiece(change, {
    ...{ kind: 'position', editionId: null, groupId: null, fieldId: null, starts: null, ends: null },
    ...{ title: { de: row.title }, text: null, reason: null, link: row.link, sourceId: null, districts: [] },
    addressee: row.addressee ? { de: row.addressee } : null,
    reference: row.reference,
    organisations: [...new Set(parts.map(({ organisation }) => organisation))].map((name) => ({ name, part: 'lead' })),
  })
  if (isRefusal(piece)) throw new Error(`the contributions were not merged: ${piece.refused}`)
  const lines = parts.map(({ topic, text }, position) => ({
    ...{ pieceId: piece.id, position: position + 1 },
    text: { de: `${topic}: ${text}` },
  }))
  await change.write.insertInto('positionPoints').values(lines).execute()
  await change.write.updateTable('consultations').set({ positionId: piece.id }).where('id', '=', id).execute()
  await change.record('consultation.merged', id, { after: { title: row.title } })
  return { position: piece.id }
}

async function lockedConsultation(change: Change, id: string) {
  mustKeep(change)
  const seen = await consultations(change).where('consultations.id', '=', id).select('id').executeTakeFirst()
  if (!seen) throw new NotFound()
  return change.write.selectFrom('consultations').where('id', '=', id).selectAll().forUpdate().executeTakeFirstOrThrow()
}

/** Who contributes is held by name: who has become another organisation contributes as that one. */
export async function renameContributors({ write }: Change, { kept, gone }: Merging) {
  const names = await write.selectFrom('organisations').where('id', 'in', [kept, gone]).select(['id', 'name']).execute()
  const name = (id: string) => names.find((one) => one.id === id)?.name ?? ''
  await write
    .updateTable('consultationContributions')
    .set({ organisation: name(kept) })
    .where((row) => row(row.fn('lower', ['organisation']), '=', name(gone).toLowerCase()))
    .execute()
}

const day = 86_400_000
/** Reminds, once, three days before the due day, those who were asked and have not contributed. */
export async function remindContributors(change: Change) {
  const { zone } = await installation(change)
  const inThreeDays = localIn(zone, new Date(change.now.getTime() + 3 * day)).slice(0, 10)
  const rows = await change.read
    .selectFrom('consultationContributions')
    .innerJoin('consultations', 'consultations.id', 'consultationId')
    .where('due', '=', inThreeDays)
    .where('positionId', 'is', null)
    .where('receivedAt', 'is', null)
    .where('email', 'is not', null)
    .select(['consultationContributions.id', 'email', 'language'])
    .execute()
  for (const { id, email, language } of rows) {
    const sent = { template: 'thread.contribution', about: id, recipient: email ?? '', language: language as Language }
    await queueMail(change, { ...sent, values: { isReminder: true } })
  }
  return { reminded: rows.length }
}

/** Forgets, a year after the due day, who was asked and who wrote. */
export async function forgetContributors(change: Change) {
  const before = new Date(change.now.getTime() - 365 * day).toISOString().slice(0, 10)
  const gone = await change.write
    .updateTable('consultationContributions')
    .from('consultations')
    .whereRef('consultations.id', '=', 'consultationId')
    .where('due', '<', before)
    .where((row) => row.or([row('email', 'is not', null), row('contributor', '<>', '')]))
    .set({ email: null, contributor: '' })
    .returning('consultationContributions.id')
    .execute()
  return { forgotten: gone.length }
}

import { type Change, linkSecret } from '../../platform/visit.ts'

type Mine = { id: string; editionId: string; secretGeneration: number }

/** Gives a locked registration its next secret; the one before opens nothing any more. */
export async function replaceLink(change: Change, { id, editionId, secretGeneration: before }: Mine) {
  const secretGeneration = before + 1
  const { secret, hash } = linkSecret(change.house, 'registration', id, secretGeneration)
  await change.write
    .updateTable('registrations')
    .set({ secretHash: hash, secretGeneration })
    .where('id', '=', id)
    .execute()
  await change.record('registration.link_renewed', id, { edition: editionId })
  return { secret }
}

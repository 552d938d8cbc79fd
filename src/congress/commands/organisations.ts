import { letGo } from '../../files/index.ts'
import { letGoOrganisations, organisationNamed } from '../../people/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { lockEdition } from './change.ts'
import { type Sent, takePicture } from './files.ts'

export type OrganisationPart = 'host' | 'partner'
type Of = { edition: string; part: OrganisationPart }

/**
 * Adds a host or partner by name: from the register where it stands there, else it is entered. Refuses one twice, and a
 * logo that is no picture.
 */
export async function addOrganisation(
  change: Change,
  input: Of & { name: string; logo?: Sent | undefined; alt?: Bilingual | null },
) {
  const edition = await lockEdition(change, input.edition)
  const organisationId = await organisationNamed(change, input.name)
  const { last } = await change.write
    .selectFrom('editionOrganisations')
    .where('editionId', '=', edition.id)
    .select((query) => query.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const row = { editionId: edition.id, organisationId, part: input.part, position: (last ?? 0) + 1 }
  const added = await change.write
    .insertInto('editionOrganisations')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('organisationId')
    .executeTakeFirst()
  if (!added) return refuse('organisationTwice', 'name', input.name)
  if (input.logo) {
    const logo = await takePicture(change, input.logo, input.alt ?? { de: input.name })
    if (isRefusal(logo)) return logo
    await change.write
      .updateTable('editionOrganisations')
      .set({ logoFileId: logo.id })
      .where('editionId', '=', edition.id)
      .where('organisationId', '=', organisationId)
      .where('part', '=', input.part)
      .execute()
  }
  await change.record('organisation.added', organisationId, {
    edition: edition.id,
    after: { name: input.name, part: input.part },
  })
  return { slug: edition.slug }
}

/** Takes a host or partner off an edition; in the register stays what the office has confirmed or something else names. */
export async function removeOrganisation(change: Change, input: Of & { organisation: string }) {
  const edition = await lockEdition(change, input.edition)
  const gone = await change.write
    .deleteFrom('editionOrganisations')
    .where('editionId', '=', edition.id)
    .where('part', '=', input.part)
    .where('organisationId', '=', input.organisation)
    .returning('logoFileId')
    .executeTakeFirst()
  if (!gone) throw new NotFound()
  await letGo(change, gone.logoFileId)
  const { name } = await change.write
    .selectFrom('organisations')
    .where('id', '=', input.organisation)
    .select('name')
    .executeTakeFirstOrThrow()
  await change.record('organisation.removed', input.organisation, {
    edition: edition.id,
    before: { name, part: input.part },
  })
  await letGoOrganisations(change, [input.organisation])
  return { slug: edition.slug }
}

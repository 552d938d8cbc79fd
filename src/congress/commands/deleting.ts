import { letGo } from '../../files/index.ts'
import { letGoOrganisations } from '../../people/index.ts'
import { type Change, demand, refuse } from '../../platform/visit.ts'
import { stateAt } from '../model.ts'
import { may } from '../permissions.ts'
import { lockEdition } from './change.ts'

/**
 * Deletes a draft with everything in it: programme, rooms, texts, files, ticket types, roles for it alone. Only who
 * works for the whole installation may. Refuses what is public (`editionPublic`) and what somebody has registered for
 * (`editionHasRegistrations`, naming how many), whatever became of these registrations.
 */
export async function removeEdition(change: Change, input: { edition: string }) {
  demand(change.viewer, may.create)
  const row = await lockEdition(change, input.edition)
  if (stateAt(row, change.now) !== 'draft') return refuse('editionPublic')
  const { count } = await change.write
    .selectFrom('registrations')
    .where('editionId', '=', row.id)
    .select((query) => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  if (count > 0) return refuse('editionHasRegistrations', undefined, String(count))
  const shown = await filesOf(change, row.id)
  const organisations = await change.write
    .selectFrom('editionOrganisations')
    .where('editionId', '=', row.id)
    .select('organisationId as id')
    .execute()
  await change.write.updateTable('editions').set({ capacityId: null }).where('id', '=', row.id).execute()
  await change.write.deleteFrom('editions').where('id', '=', row.id).execute()
  for (const file of shown) await letGo(change, file)
  await letGoOrganisations(
    change,
    organisations.map(({ id }) => id),
  )
  const { number, slug, title, theme, sortOn, town } = row
  await change.record('edition.removed', row.id, { before: { number, slug, title, theme, sortOn, town } })
  return { slug }
}

/** The files its documents, hosts, partners and speakers show. */
async function filesOf({ write }: Change, editionId: string) {
  const rows = await write
    .selectFrom('editionDocuments')
    .where('editionId', '=', editionId)
    .select('fileId as file')
    .unionAll(write.selectFrom('editionOrganisations').where('editionId', '=', editionId).select('logoFileId as file'))
    .unionAll(
      write
        .selectFrom('speakers')
        .innerJoin('sessions', 'sessions.id', 'speakers.sessionId')
        .where('sessions.editionId', '=', editionId)
        .select('pictureFileId as file'),
    )
    .execute()
  return new Set(rows.map(({ file }) => file))
}

import { changedOf } from '../../platform/changed-values.ts'
import type { Bilingual } from '../../platform/language.ts'
import { type Change, NotFound } from '../../platform/visit.ts'
import { keptOrganisations } from '../permissions.ts'

type Entry = { districtKey: string | null; website: string | null; about: Bilingual | null }

/** Changes what an organisation says about itself. */
export async function changeEntry(change: Change, { id, ...input }: Entry & { id: string }) {
  const before = await keptOrganisation(change, id)
  await change.write.updateTable('organisations').set(input).where('id', '=', id).execute()
  await change.record('organisation.entry_changed', id, changedOf(before, input))
  return { id }
}

/** The organisation, locked until the change ends; who changes its people waits here. Throws NotFound unless the viewer keeps it. */
export async function keptOrganisation(change: Change, id: string) {
  const row = await lockedOrganisation(change, id)
  // Locked first, asked then: who has lost the right meanwhile has lost it.
  const kept = await keptOrganisations(change)
    .where('organisations.id', '=', id)
    .select('organisations.id')
    .executeTakeFirst()
  if (!kept) throw new NotFound()
  return row
}

/** The organisation, locked until the change ends. Throws NotFound where there is none. */
export async function lockedOrganisation({ write }: Change, id: string) {
  const row = await write
    .selectFrom('organisations')
    .where('id', '=', id)
    .select(['id', 'districtKey', 'website', 'about'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

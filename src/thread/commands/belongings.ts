import { letGoOrganisations, organisationNamed } from '../../people/index.ts'
import type { Change } from '../../platform/visit.ts'
import { districts } from '../../region/index.ts'
import type { OrganisationPart } from '../model.ts'

/** Who takes part in a piece, and where it is. */
export type Belongings = {
  organisations: readonly { name: string; part: OrganisationPart }[]
  districts: readonly string[]
}

/** Writes down who takes part and where. */
export async function joinBelongings(change: Change, pieceId: string, input: Belongings) {
  await joinDistricts(change, pieceId, input)
  return joinOrganisations(change, pieceId, input)
}

async function joinOrganisations(change: Change, pieceId: string, input: Belongings) {
  const { write } = change
  const taken = new Set<string>()
  for (const [position, { name, part }] of input.organisations.entries()) {
    const organisationId = await organisationNamed(change, name)
    if (taken.has(organisationId)) continue
    taken.add(organisationId)
    await write
      .insertInto('pieceOrganisations')
      .values({ pieceId, organisationId, part, position })
      .onConflict((known) => known.columns(['pieceId', 'organisationId']).doUpdateSet({ part, position }))
      .execute()
  }
  return taken
}

async function joinDistricts(change: Change, pieceId: string, input: Belongings) {
  const known = (await districts(change)).filter(({ key }) => input.districts.includes(key))
  const rows = known.map(({ key }) => ({ pieceId, districtKey: key }))
  if (rows.length > 0) await change.write.insertInto('pieceDistricts').values(rows).execute()
}

/** The same in place of what was there. Gives both in the log's words. */
export async function changeBelongings(change: Change, pieceId: string, input: Belongings) {
  const before = await belongingsOf(change, pieceId)
  await change.write.deleteFrom('pieceDistricts').where('pieceId', '=', pieceId).execute()
  // Who stays keeps what they say of their part.
  const stay = await joinBelongings(change, pieceId, input)
  const gone = before.ids.filter((id) => !stay.has(id))
  await change.write
    .deleteFrom('pieceOrganisations')
    .where('pieceId', '=', pieceId)
    .where(({ eb, fn, val }) => eb('organisationId', '=', fn.any(val(gone))))
    .execute()
  await letGoOrganisations(change, before.ids)
  return { before: before.said, after: (await belongingsOf(change, pieceId)).said }
}

/** The ids of the organisations, and by name who takes part and where. */
export async function belongingsOf({ write }: Change, pieceId: string) {
  const organisations = await write
    .selectFrom('pieceOrganisations')
    .innerJoin('organisations', 'organisations.id', 'organisationId')
    .where('pieceId', '=', pieceId)
    .select(['organisations.id', 'name', 'part'])
    .orderBy('position')
    .execute()
  const places = await write
    .selectFrom('pieceDistricts')
    .innerJoin('districts', 'districts.key', 'districtKey')
    .where('pieceId', '=', pieceId)
    .select('label')
    .orderBy('label')
    .execute()
  const named = (part: OrganisationPart) => organisations.filter((one) => one.part === part).map(({ name }) => name)
  return {
    ids: organisations.map(({ id }) => id),
    said: { leads: named('lead'), partners: named('partner'), districts: places.map(({ label }) => label) },
  }
}

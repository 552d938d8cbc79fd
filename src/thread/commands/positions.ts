import { ownOrganisations } from '../../organisations/index.ts'
import { letGoOrganisations, organisationNamed } from '../../people/index.ts'
import { type Change, isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import { localIn } from '../../platform/wall-clock.ts'
import { installation } from '../../region/index.ts'
import { mayKeep, mustKeep, pieces } from '../permissions.ts'
import { keptWording } from './kept-wording.ts'
import { locked, recorded } from './pieces.ts'

/** Keeps the wording of a position as it stands. Refuses `sameWording`. */
export async function keepWording(change: Change, { piece, note }: { piece: string; note: string }) {
  mustKeep(change)
  const row = await locked(change, piece)
  if (row.kind !== 'position') throw new NotFound()
  const kept = await keptWording(change, row, note)
  if (!kept) return refuse('sameWording', 'note')
  await change.record('position.kept', piece, recorded(row, { after: { version: kept.number, note } }))
  return kept
}

/** How an organisation signs; the office names any, a steward one that they look after. */
export type Signature = {
  organisation: string
  person: string
  function: string
  signedOn: string
  decision: string
  /** The number of the wording that was read. */
  seen: number
}

/**
 * Enters that an organisation has signed the last wording kept. Refuses `newerWording`, `dayAhead`, `notCarrier` for an
 * organisation that a steward does not look after or that does not carry the position, and `signedAlready`.
 */
export async function sign(change: Change, { piece, seen, ...input }: Signature & { piece: string }) {
  const row = await lockedPosition(change, piece)
  const version = await lastVersion(change, row.id)
  if (version?.number !== seen) return refuse('newerWording')
  const { zone } = await installation(change)
  if (input.signedOn > localIn(zone, change.now).slice(0, 10)) return refuse('dayAhead', 'signedOn')
  const organisationId = await signing(change, row.id, input.organisation)
  if (isRefusal(organisationId)) return organisationId
  const { person, signedOn, decision } = input
  const values = { versionId: version.id, ...organisationId, person, function: input.function, signedOn, decision }
  const added = await change.write
    .insertInto('positionSignatures')
    .values({ ...values, enteredAt: change.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return refuse('signedAlready', 'organisation')
  await change.write.updateTable('pieces').set({ movedAt: change.now }).where('id', '=', row.id).execute()
  await change.record('position.signed', row.id, { after: { name: input.organisation, version: seen } })
  return { id: added.id, slug: row.slug }
}

/** Takes a signature back: the office any, a steward their own until it was handed over (`handedOverAlready`). */
export async function unsign(change: Change, { piece, id }: { piece: string; id: string }) {
  const row = await lockedPosition(change, piece)
  const one = await change.write
    .selectFrom('positionSignatures')
    .innerJoin('positionVersions', 'positionVersions.id', 'versionId')
    .innerJoin('organisations', 'organisations.id', 'organisationId')
    .where('positionSignatures.id', '=', id)
    .where('pieceId', '=', row.id)
    .select(['organisationId', 'name'])
    .executeTakeFirst()
  if (!one) throw new NotFound()
  if (!mayKeep(change)) {
    const own = await ownOrganisations(change)
    if (!own.some((organisation) => organisation.id === one.organisationId)) throw new NotFound()
    if (row.state !== 'idea') return refuse('handedOverAlready')
  }
  await change.write.deleteFrom('positionSignatures').where('id', '=', id).execute()
  await letGoOrganisations(change, [one.organisationId])
  await change.record('position.unsigned', row.id, { before: { name: one.name } })
  return { id, slug: row.slug }
}

/** A position that the viewer may see, locked until the change ends, so that its wording stays meanwhile. */
async function lockedPosition(change: Change, id: string) {
  const seen = await pieces(change).where('pieces.id', '=', id).select('pieces.id').executeTakeFirst()
  const row =
    seen &&
    (await change.write
      .selectFrom('pieces')
      .where('id', '=', id)
      .select(['id', 'slug', 'kind', 'state'])
      .forUpdate()
      .executeTakeFirst())
  if (row?.kind !== 'position') throw new NotFound()
  return row
}

const lastVersion = ({ write }: Change, pieceId: string) =>
  write
    .selectFrom('positionVersions')
    .where('pieceId', '=', pieceId)
    .select(['id', 'number'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

async function signing(change: Change, pieceId: string, name: string) {
  if (mayKeep(change)) return { organisationId: await organisationNamed(change, name) }
  const own = (await ownOrganisations(change)).find((one) => one.name === name)
  const carries =
    own &&
    (await change.write
      .selectFrom('pieceOrganisations')
      .where('pieceId', '=', pieceId)
      .where('organisationId', '=', own.id)
      .select('organisationId')
      .executeTakeFirst())
  return carries ?? refuse('notCarrier', 'organisation')
}

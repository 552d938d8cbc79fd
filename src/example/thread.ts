import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual } from '../platform/language.ts'
import { packageRoot } from '../platform/package-root.ts'
import { type Change, isRefusal, type Refusal } from '../platform/visit.ts'
import { addEvent, addPiece, addPoint, type PieceInput, publishPiece, relate } from '../thread/index.ts'
import { type MadeUp, madeUpThread } from './made-up-thread.ts'
import { fillMeasured, type Measured } from './measured.ts'

type EventFile = {
  kind: MadeUp['events'][number]['kind']
  title: Bilingual
  text?: Bilingual | null
  place?: string
  plannedFor?: string | null
  happenedOn?: string | null
  source?: string | null
}
type PieceFile = {
  kind: PieceInput['kind']
  slug: string
  title: Bilingual
  text: Bilingual | null
  addressee?: Bilingual | null
  edition?: string
  group?: string
  field: string
  starts?: string | null
  ends?: string | null
  link?: string | null
  source?: string
  districts: string[]
  leads: string[]
  partners: string[]
  events: EventFile[]
  measured?: Measured
  points?: (Bilingual | NonNullable<MadeUp['points']>[number])[]
}
export type ThreadFile = {
  sources: { id: string; title: Bilingual; address: string | null }[]
  pieces: PieceFile[]
  relations: [from: string, kind: 'led_to' | 'same_topic' | 'presented_at', to: string][]
}
export const threadFile = (): ThreadFile => JSON.parse(readFileSync(join(packageRoot, 'example/thread.json'), 'utf8'))

/**
 * Fills the example's thread: results, projects and positions as far as sources tell of them, and one thread that is made
 * up, on the congress that is. Does nothing where there are pieces already, or the installation is no example.
 */
export async function fillThread(change: Change) {
  const { read } = change
  const [example, there, edition] = await Promise.all([
    read.selectFrom('installation').where('isExample', '=', true).select('isOnly').executeTakeFirst(),
    read.selectFrom('pieces').select('id').limit(1).executeTakeFirst(),
    read.selectFrom('editions').where('isExample', '=', true).select('slug').executeTakeFirst(),
  ])
  if (!example || there) return
  const file = threadFile()
  const unknown = (conflict: { doNothing(): never }) => conflict.doNothing()
  await change.write
    .insertInto('sources')
    .values(file.sources)
    .onConflict(unknown as never)
    .execute()
  const ids = new Map<string, string>()
  for (const piece of file.pieces) ids.set(piece.slug, await fillPiece(change, piece, false))
  await fillRelations(change, file.relations, ids)
  if (!edition) return
  const made = madeUpThread(change.now, edition.slug)
  for (const piece of made.pieces) ids.set(piece.slug, await fillPiece(change, piece, true))
  await fillRelations(change, made.relations, ids)
}

async function fillPiece(change: Change, piece: PieceFile, isExample: boolean) {
  const { kind, slug, title, text, addressee, field, starts, ends, link, source, districts, leads, partners } = piece
  const place = await placeOf(change, piece)
  const { id } = wanted(
    await addPiece(change, {
      ...{ kind, slug, title, text, districts, isExample },
      ...place,
      reason: null,
      addressee: addressee ?? null,
      fieldId: field,
      starts: starts ?? null,
      ends: ends ?? null,
      link: link ?? null,
      sourceId: source ?? null,
      organisations: [
        ...leads.map((name) => ({ name, part: 'lead' as const })),
        ...partners.map((name) => ({ name, part: 'partner' as const })),
      ],
    }),
  )
  for (const { source: from, ...event } of piece.events)
    wanted(
      await addEvent(change, {
        ...{ piece: id, kind: event.kind, title: event.title, place: event.place ?? '', text: event.text ?? null },
        ...{ plannedFor: event.plannedFor ?? null, happenedOn: event.happenedOn ?? null, sourceId: from ?? null },
      }),
    )
  for (const point of piece.points ?? []) {
    const judged = 'verdict' in point ? point : { text: point, verdict: 'open' as const, evidence: null }
    wanted(await addPoint(change, { ...judged, piece: id, sourceId: null }))
  }
  if (piece.measured) await fillMeasured(change, id, piece.measured)
  wanted(await publishPiece(change, { id }))
  return id
}

async function placeOf({ read }: Change, { edition, group }: PieceFile) {
  if (!edition) return { editionId: null, groupId: null }
  const { id } = await read.selectFrom('editions').where('slug', '=', edition).select('id').executeTakeFirstOrThrow()
  const groups = await read.selectFrom('workingGroups').where('editionId', '=', id).select(['id', 'name']).execute()
  return { editionId: id, groupId: groups.find(({ name }) => name.de === group)?.id ?? null }
}

async function fillRelations(change: Change, relations: ThreadFile['relations'], ids: ReadonlyMap<string, string>) {
  for (const [from, kind, to] of relations) {
    const target =
      ids.get(to) ??
      (await change.read.selectFrom('documents').where('slug', '=', to).select('id').executeTakeFirstOrThrow()).id
    wanted(await relate(change, { piece: ids.get(from)!, kind, to: target }))
  }
}

function wanted<T extends object>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`the example's thread: ${(result as Refusal).refused}`)
  return result as T
}

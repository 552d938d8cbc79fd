import { allEditions } from '../../congress/index.ts'
import { readableDocuments } from '../../library/index.ts'
import { confirmedOrganisations } from '../../people/index.ts'
import type { Bilingual } from '../../platform/language.ts'
import { editionsOf, NotFound, type Visit } from '../../platform/visit.ts'
import { districts, regions, sources } from '../../region/index.ts'
import { isStill, type Kind } from '../model.ts'
import { may, mayChange, mayKeep, mayWork, mustWork, pieces } from '../permissions.ts'
import { allFields, type Card, cardColumns, pieceAt } from './pieces.ts'
import { responsibleFor } from './still.ts'
import { withWork } from './thread.ts'

export const piecesPerPage = 50

/** A page of the pieces of a kind that the viewer works on, drafts first, then what moved last, with what became of them and whether a mail about standing still reaches nobody. */
export async function officeList(visit: Visit, kind: Kind, page: number) {
  mustWork(visit)
  const own = () => ownPieces(visit).where('pieces.kind', '=', kind)
  const [rows, { total }] = await Promise.all([
    own()
      .select(cardColumns)
      .orderBy((row) => row('pieces.publishedAt', 'is', null), 'desc')
      .orderBy('pieces.movedAt', 'desc')
      .orderBy('pieces.id')
      .limit(piecesPerPage)
      .offset((page - 1) * piecesPerPage)
      .execute(),
    own()
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  const judged = await withWork(visit, rows)
  const stands = judged.map((row) => ({ ...row, isStill: isStill(row.outcome, row.movedAt, visit.now) }))
  const asked = stands.filter((row) => row.isStill && row.publishedAt && !row.isExample).map(({ id }) => id)
  const reached = new Set((await responsibleFor(visit, asked)).map(({ pieceId }) => pieceId))
  const unreached = new Set(asked.filter((id) => !reached.has(id)))
  return { rows: stands.map((row) => ({ ...row, isUnreached: unreached.has(row.id) })), total }
}

/** What the viewer works on: the office all, a team the results of its congress. */
function ownPieces(visit: Visit) {
  const own = editionsOf(visit.viewer, may.results)
  if (mayKeep(visit)) return pieces(visit)
  return own === 'all'
    ? pieces(visit).where('pieces.editionId', 'is not', null)
    : pieces(visit).where('pieces.editionId', 'in', own)
}

/** How many drafts there are, and how many public pieces nothing has moved for a year. */
export async function openMatters(visit: Visit) {
  if (!mayWork(visit)) return { drafts: 0, still: 0 }
  const rows = await ownPieces(visit).select(['publishedAt', 'outcome', 'movedAt', 'isExample']).execute()
  const published = rows.filter((row) => row.publishedAt && !row.isExample)
  return {
    drafts: rows.filter((row) => !row.publishedAt).length,
    still: published.filter((row) => isStill(row.outcome, row.movedAt, visit.now)).length,
  }
}

/** A piece as those who work on it see it. Throws NotFound for everybody else. */
export async function pieceToEdit(visit: Visit, id: string) {
  mustWork(visit)
  const piece = await pieceAt(visit, id)
  if (!mayChange(visit, piece)) throw new NotFound()
  return piece
}

type Named = { id: string; name: Bilingual }
/** What a piece's form offers. */
export type Lists = {
  editions: { id: string; title: Bilingual; groups: Named[] }[]
  fields: Named[]
  districts: { key: string; label: string; region: string }[]
  organisations: string[]
  sources: { id: string; title: Bilingual }[]
}

/** The congresses one may enter results for with their groups, fields, districts, organisations and sources. */
export async function listsFor(visit: Visit): Promise<Lists> {
  const own = editionsOf(visit.viewer, may.results)
  const [all, groups, fields, places, lines, names, known] = await Promise.all([
    allEditions(visit),
    visit.read.selectFrom('workingGroups').select(['id', 'name', 'editionId']).orderBy('position').execute(),
    allFields(visit),
    districts(visit),
    regions(visit),
    confirmedOrganisations(visit).select('name').orderBy('name').execute(),
    sources(visit),
  ])
  const mine = all.toReversed().filter(({ id }) => own === 'all' || own.includes(id))
  const regionOf = (id: string) => lines.find((line) => line.id === id)?.name.de ?? ''
  return {
    editions: mine.map(({ id, title }) => ({ id, title, groups: groups.filter(({ editionId }) => editionId === id) })),
    fields,
    districts: places.map(({ key, label, regionId }) => ({ key, label, region: regionOf(regionId) })),
    organisations: names.map(({ name }) => name),
    sources: known,
  }
}

export type Target = { id: string; label: Bilingual; kind: Kind | 'edition' | 'document' }

/** What a piece may be linked to: all other pieces, editions and published documents that one may see. */
export async function targetsFor(visit: Visit, id: string): Promise<Target[]> {
  const [others, all, documents] = await Promise.all([
    pieces(visit)
      .where('pieces.id', '!=', id)
      .select(['pieces.id', 'kind', 'title'])
      .orderBy('kind')
      .orderBy('pieces.slug')
      .limit(2000)
      .execute(),
    allEditions(visit),
    readableDocuments(visit)
      .where('documents.state', '=', 'published')
      .select(['documents.id', 'title'])
      .orderBy('title')
      .limit(2000)
      .execute(),
  ])
  return [
    ...others.map((one) => ({ id: one.id, label: one.title, kind: one.kind })),
    ...all.toReversed().map((one) => ({ id: one.id, label: one.title, kind: 'edition' as const })),
    ...documents.map((one) => ({ id: one.id, label: { de: one.title }, kind: 'document' as const })),
  ]
}

/** The pieces of these ids that the viewer may see, for links to them. */
export const namesOf = (
  visit: Visit,
  ids: readonly string[],
): Promise<Pick<Card, 'id' | 'kind' | 'slug' | 'title'>[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : pieces(visit).where('pieces.id', 'in', ids).select(['pieces.id', 'kind', 'slug', 'title']).execute()

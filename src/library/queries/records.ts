import { sql } from 'kysely'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Author } from '../model/document.ts'
import type { Harvest } from '../model/oai.ts'
import { authors, documentSubjects, documents, subjects, versions } from '../permissions.ts'
import { type Card, cardColumns } from './documents.ts'

export type OaiRecord = Card & {
  isDeleted: boolean
  /** With all its digits, for going on behind it. */
  changed: string
  licence: string
  doi: string | null
  authors: Author[]
  subjects: { id: string; name: Bilingual }[]
  file: { version: number; name: string; mediaType: string; bytes: number } | undefined
}

export const recordsAtOnce = 100

/** What harvesters may know of: what everybody may, withdrawn documents as deleted records. */
const harvestable = (visit: Visit) =>
  documents({ read: visit.read, viewer: { kind: 'nobody' } } as Visit)
    .where('documents.state', '!=', 'draft')
    .where('documents.access', '=', 'public')

/** One more record than are told at once, when there are more; and how many there are in all. */
export async function recordsOf(visit: Visit, { set, from, before, after }: Harvest) {
  let wanted = harvestable(visit)
  if (from) wanted = wanted.where('changedAt', '>=', from)
  if (before) wanted = wanted.where('changedAt', '<', before)
  const [kind, value = ''] = set?.split(':') ?? []
  if (kind === 'type') wanted = wanted.where('type', '=', value as never)
  if (kind === 'subject')
    wanted = wanted.where(
      'documents.id',
      'in',
      visit.read.selectFrom('documentSubjects').where('subjectId', '=', value).select('documentId'),
    )
  if (kind !== undefined && kind !== 'type' && kind !== 'subject') wanted = wanted.where(sql<boolean>`false`)
  const { count } = await wanted.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  if (after)
    wanted = wanted.where(sql<boolean>`(changed_at, documents.id) > (${after.changed}::timestamptz, ${after.id}::uuid)`)
  const rows = await columnsOf(wanted)
    .orderBy('changedAt')
    .orderBy('documents.id')
    .limit(recordsAtOnce + 1)
    .execute()
  return { total: count, records: await withMore(visit, rows) }
}

/** The record with this id; undefined where there is none for everybody. */
export async function recordOf(visit: Visit, id: string): Promise<OaiRecord | undefined> {
  const rows = await columnsOf(harvestable(visit).where('documents.id', '=', id)).execute()
  return (await withMore(visit, rows))[0]
}

const columnsOf = (wanted: ReturnType<typeof harvestable>) =>
  wanted
    .select(cardColumns)
    .select(['state', 'licence', 'doi', 'currentVersion'])
    .select(sql<string>`(changed_at at time zone 'UTC')::text || '+00'`.as('changed'))
type Row = Awaited<ReturnType<ReturnType<typeof columnsOf>['execute']>>[number]

async function withMore(visit: Visit, rows: readonly Row[]): Promise<OaiRecord[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const nobody: Visit = { ...visit, viewer: { kind: 'nobody' } }
  const [names, about, files] = await Promise.all([
    authors(nobody)
      .where('documentId', 'in', ids)
      .select(['documentId', 'kind', 'name', 'identifier'])
      .orderBy('position')
      .execute(),
    documentSubjects(nobody)
      .innerJoin('subjects', 'subjects.id', 'subjectId')
      .where('documentId', 'in', ids)
      .select(['documentId', 'subjects.id', 'name'])
      .orderBy('position')
      .execute(),
    versions(nobody)
      .innerJoin('files', 'files.id', 'fileId')
      .where('documentId', 'in', ids)
      .select(['documentId', 'version', 'files.name', 'mediaType', 'bytes'])
      .execute(),
  ])
  return rows.map(({ state, currentVersion, ...row }) => {
    const isOwn = ({ documentId }: { documentId: string }) => documentId === row.id
    return {
      ...row,
      isDeleted: state === 'withdrawn',
      authors: names.filter(isOwn),
      subjects: about.filter(isOwn),
      file: files.find((one) => isOwn(one) && one.version === currentVersion),
    }
  })
}

/** When the oldest record changed last; the start of harvesting. */
export async function earliest(visit: Visit): Promise<Date> {
  const row = await harvestable(visit).select(sql<Date | null>`min(changed_at)`.as('at')).executeTakeFirstOrThrow()
  return row.at ?? visit.now
}

export const subjectSets = (visit: Visit) => subjects(visit).select(['id', 'name']).orderBy('position').execute()

export const dataSetsPerPage = 20
/** A page of the data sets that everybody may read, the newest first, by their addresses; and how many there are. */
export async function dataSets(visit: Visit, page: number): Promise<{ total: number; slugs: string[] }> {
  const all = harvestable(visit).where('documents.state', '=', 'published').where('type', '=', 'data_set')
  const [{ total }, rows] = await Promise.all([
    all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    all
      .select('slug')
      .orderBy('publishedAt', 'desc')
      .orderBy('documents.id')
      .limit(dataSetsPerPage)
      .offset((page - 1) * dataSetsPerPage)
      .execute(),
  ])
  return { total, slugs: rows.map(({ slug }) => slug) }
}

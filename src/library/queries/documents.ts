import { editions, sessions, workingGroups } from '../../congress/index.ts'
import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Accessibility } from '../model/accessibility.ts'
import type { Access, Author, RelationKind, State, Type, WrittenIn } from '../model/document.ts'
import type { Heading, ReadingState, Unit } from '../model/reading.ts'
import {
  authors,
  documentDistricts,
  documentRegions,
  documentSubjects,
  documents,
  pages,
  readable,
  relations,
  subjects,
  versions,
} from '../permissions.ts'

/** A document as lists show it. */
export type Card = {
  id: string
  slug: string
  type: Type
  language: WrittenIn
  title: string
  subtitle: string
  translatedTitle: string
  abstract: Bilingual | null
  publisher: string
  dated: string | null
  access: Access
  isExample: boolean
  publishedAt: Date | null
  changedAt: Date
}
export type Version = {
  version: number
  note: Bilingual | null
  at: Date
  reading: ReadingState
  recognition: 'none' | 'waiting' | 'done' | 'failed'
  pageCount: number | null
  unit: Unit
  outline: Heading[]
  /** Heights of the pictures of its first pages; 0 for one that could not be drawn. */
  pictureHeights: number[]
  accessibility: Accessibility | null
  file: { id: string; name: string; mediaType: string; bytes: number; sha256: Buffer }
}
/** Another document and what this one is to it, or, `isReverse`, it to this one. */
export type Relation = {
  kind: RelationKind
  isReverse: boolean
  slug: string
  title: string
  language: WrittenIn
}
export type Document = Card & {
  state: State
  licence: string
  link: string | null
  editionId: string | null
  sessionId: string | null
  groupId: string | null
  currentVersion: number | null
  withdrawnAt: Date | null
  withdrawnReason: Bilingual | null
  revision: number
  /** Fields that were filled from its file and that nobody has looked at. */
  proposed: string[]
  authors: Author[]
  subjects: { id: string; name: Bilingual }[]
  regions: { id: string; name: Bilingual }[]
  districts: { key: string; name: string }[]
  relations: Relation[]
  rightsNote: Bilingual | null
  doi: string | null
  urn: string | null
  embargoUntil: Date | null
  versions: Version[]
  current: Version | undefined
  edition: { slug: string; title: Bilingual; startsAt: Date | null; town: string | null } | undefined
  session: { id: string; title: Bilingual } | undefined
  group: { id: string; name: Bilingual } | undefined
}

export const cardColumns = [
  'documents.id',
  'slug',
  'type',
  'documents.language',
  'documents.title',
  'subtitle',
  'translatedTitle',
  'documents.abstract',
  'publisher',
  'dated',
  'access',
  'documents.isExample',
  'publishedAt',
  'changedAt',
] as const

/** The documents with these ids that the viewer may read. */
export const cardsOf = (visit: Visit, ids: readonly string[]): Promise<Card[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : readable(visit).where('documents.id', 'in', ids).select(cardColumns).execute()

/**
 * The document at this address, its slug or its id, with all that is known of it; of a withdrawn one only what its trace
 * says. Throws NotFound for what is not there or not for the viewer. The number of statements is always the same.
 */
export async function documentAt(visit: Visit, address: string): Promise<Document> {
  const row = await documents(visit)
    .where(isId(address) ? 'documents.id' : 'slug', '=', address)
    .select([
      ...cardColumns,
      'state',
      'licence',
      'link',
      'editionId',
      'sessionId',
      'groupId',
      'currentVersion',
      'withdrawnAt',
      'withdrawnReason',
      'revision',
      'rightsNote',
      'doi',
      'urn',
      'embargoUntil',
      'proposed',
    ])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const [names, about, where, within, related, files, edition, session, group] = await Promise.all([
    authors(visit)
      .where('documentId', '=', row.id)
      .select(['kind', 'name', 'identifier'])
      .orderBy('position')
      .execute(),
    documentSubjects(visit)
      .innerJoin('subjects', 'subjects.id', 'subjectId')
      .where('documentId', '=', row.id)
      .select(['subjects.id', 'name'])
      .orderBy('position')
      .execute(),
    documentRegions(visit)
      .innerJoin('regions', 'regions.id', 'regionId')
      .where('documentId', '=', row.id)
      .select(['regions.id', 'name'])
      .orderBy('no')
      .execute(),
    documentDistricts(visit)
      .innerJoin('districts', 'districts.key', 'districtKey')
      .where('documentId', '=', row.id)
      .select(['districts.key', 'districts.name'])
      .orderBy('districts.name')
      .execute(),
    relationsOf(visit, row.id),
    versionsOf(visit, row.id),
    editions(visit)
      .where('editions.id', '=', row.editionId)
      .select(['slug', 'title', 'startsAt', 'town'])
      .executeTakeFirst(),
    sessions(visit).where('sessions.id', '=', row.sessionId).select(['id', 'title']).executeTakeFirst(),
    workingGroups(visit).where('workingGroups.id', '=', row.groupId).select(['id', 'name']).executeTakeFirst(),
  ])
  const current = files.find(({ version }) => version === row.currentVersion)
  const belongings = { authors: names, subjects: about, regions: where, districts: within, relations: related }
  return { ...row, ...belongings, versions: files, current, edition, session, group }
}

async function relationsOf(visit: Visit, id: string): Promise<Relation[]> {
  const rows = await relations(visit)
    .innerJoin('documents', (join) =>
      join.on(({ eb, or, and, ref }) =>
        or([
          and([eb('documentId', '=', id), eb('documents.id', '=', ref('otherId'))]),
          and([eb('otherId', '=', id), eb('documents.id', '=', ref('documentId'))]),
        ]),
      ),
    )
    .select(['documentRelations.kind', 'documentId', 'slug', 'title', 'language'])
    .orderBy('dated')
    .orderBy('documents.id')
    .execute()
  return rows.map(({ documentId, ...row }) => ({ ...row, isReverse: documentId !== id }))
}

async function versionsOf(visit: Visit, id: string): Promise<Version[]> {
  const rows = await versions(visit)
    .innerJoin('files', 'files.id', 'fileId')
    .where('documentId', '=', id)
    .select([
      'version',
      'note',
      'at',
      'reading',
      'recognition',
      'pageCount',
      'unit',
      'outline',
      'pictureHeights',
      'accessibility',
    ])
    .select(['files.id', 'files.name', 'mediaType', 'bytes', 'sha256'])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({ id: fileId, name, mediaType, bytes, sha256, outline, pictureHeights, ...row }) => ({
    ...row,
    outline: outline as Heading[],
    pictureHeights: pictureHeights as number[],
    accessibility: row.accessibility as Accessibility | null,
    file: { id: fileId, name, mediaType, bytes, sha256 },
  }))
}

/** The text of some pages of a version, `first` and those after it. */
export const textOf = (
  visit: Visit,
  id: string,
  { version, first, last }: { version: number; first: number; last: number },
) =>
  pages(visit)
    .where('documentId', '=', id)
    .where('version', '=', version)
    .where('page', '>=', first)
    .where('page', '<=', last)
    .select(['page', 'text'])
    .orderBy('page')
    .execute()

/** The vocabulary of subjects in its order. */
export const allSubjects = (visit: Visit) => subjects(visit).select(['id', 'name']).orderBy('position').execute()

/** The newest published documents the viewer may read, for the feed and the sitemap. */
export const latest = (visit: Visit, atMost: number): Promise<Card[]> =>
  readable(visit)
    .where('documents.state', '=', 'published')
    .select(cardColumns)
    .orderBy('publishedAt', 'desc')
    .orderBy('documents.id', 'desc')
    .limit(atMost)
    .execute()

/** The files of published documents that the viewer may load, the newest first. */
export const latestFiles = (visit: Visit, atMost: number) =>
  versions(visit)
    .innerJoin('documents', (join) =>
      join.onRef('documents.id', '=', 'documentId').onRef('currentVersion', '=', 'version'),
    )
    .innerJoin('files', 'files.id', 'fileId')
    .where('documents.state', '=', 'published')
    .select(['slug', 'version', 'files.name'])
    .orderBy('publishedAt', 'desc')
    .orderBy('documents.id', 'desc')
    .limit(atMost)
    .execute()

/** The documents of these ids that the viewer may know of, for links to them. */
export const namesOf = (visit: Visit, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : documents(visit).where('documents.id', 'in', ids).select(['documents.id', 'slug', 'title']).execute()

/**
 * Published documents that belong to an edition, session or working group of these ids, or are about a region of these;
 * `to` says to which, a session before its edition.
 */
export async function belongingTo(visit: Visit, asked: readonly string[]) {
  const ids = asked.filter(isId)
  const regions = asked.filter((one) => !isId(one))
  if (asked.length === 0) return []
  const rows = await readable(visit)
    .where('documents.state', '=', 'published')
    .leftJoin('documentRegions', (join) =>
      join
        .onRef('documentRegions.documentId', '=', 'documents.id')
        .on('documentRegions.regionId', 'in', regions.length > 0 ? regions : ['']),
    )
    .where(({ eb, or }) =>
      or([
        ...(ids.length > 0 ? [eb('editionId', 'in', ids), eb('sessionId', 'in', ids), eb('groupId', 'in', ids)] : []),
        eb('documentRegions.regionId', 'is not', null),
      ]),
    )
    .select([...cardColumns, 'link', 'editionId', 'sessionId', 'groupId', 'documentRegions.regionId'])
    .orderBy('dated', (order) => order.desc().nullsLast())
    .orderBy('documents.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    to: ids.find((id) => id === row.sessionId || id === row.groupId) ?? row.regionId ?? row.editionId ?? '',
  }))
}

import { sql } from 'kysely'
import { demand, holds, type Role, type Visit } from '../platform/visit.ts'

type Who = Pick<Visit, 'viewer'>
const keepers = ['office'] as const satisfies readonly Role[]
/** Who enters, publishes and withdraws documents: the office. */
export const mayKeep = ({ viewer }: Who) => holds(viewer, keepers)
export const mustKeep = ({ viewer }: Who) => demand(viewer, keepers)

/**
 * The documents the viewer may know of: published ones and the traces of withdrawn ones, for everybody or for those with
 * an account or who work in its group; drafts for the office. No other way to a row.
 */
export function documents(visit: Pick<Visit, 'read' | 'viewer' | 'now'>) {
  const all = visit.read.selectFrom('documents')
  if (mayKeep(visit)) return all
  const known = all.where('documents.state', '!=', 'draft')
  const { viewer } = visit
  if (viewer.kind !== 'person') return known.where('documents.access', '=', 'public')
  const own = sql<string>`(select groups_of_person(${viewer.id}))`
  return known.where(({ eb, or, and }) =>
    or([
      eb('documents.access', 'in', ['public', 'members']),
      and([eb('documents.access', '=', 'group'), eb('documents.groupId', 'in', own)]),
    ]),
  )
}

type Asker = Parameters<typeof documents>[0]

/** Documents whose content the viewer may read: what was withdrawn is the office's alone. */
export function readable(visit: Asker) {
  const known = documents(visit)
  return mayKeep(visit) ? known : known.where('documents.state', '=', 'published')
}

/** Documents whose files and text the viewer may load: under embargo that is the office alone. */
function open(visit: Asker) {
  const known = readable(visit)
  if (mayKeep(visit)) return known
  return known.where(({ eb, or }) => or([eb('embargoUntil', 'is', null), eb('embargoUntil', '<=', visit.now)]))
}

const openIds = (visit: Asker) => open(visit).select('documents.id')
/** Versions and pages of the documents whose content the viewer may load. */
export const versions = (visit: Asker) =>
  visit.read.selectFrom('documentVersions').where('documentVersions.documentId', 'in', openIds(visit))
export const pages = (visit: Asker) =>
  visit.read.selectFrom('documentPages').where('documentPages.documentId', 'in', openIds(visit))

const ids = (visit: Asker) => readable(visit).select('documents.id')
/** Authors and what else is said of the documents the viewer may read. */
export const authors = (visit: Asker) =>
  visit.read.selectFrom('documentAuthors').where('documentAuthors.documentId', 'in', ids(visit))
export const documentSubjects = (visit: Asker) =>
  visit.read.selectFrom('documentSubjects').where('documentSubjects.documentId', 'in', ids(visit))
export const documentRegions = (visit: Asker) =>
  visit.read.selectFrom('documentRegions').where('documentRegions.documentId', 'in', ids(visit))
export const documentDistricts = (visit: Asker) =>
  visit.read.selectFrom('documentDistricts').where('documentDistricts.documentId', 'in', ids(visit))
/** What is between two documents, where the viewer may know of both. */
export const relations = (visit: Asker) =>
  visit.read
    .selectFrom('documentRelations')
    .where('documentRelations.documentId', 'in', documents(visit).select('documents.id'))
    .where('documentRelations.otherId', 'in', documents(visit).select('documents.id'))
/** The collections the viewer may see: published ones, for the office all. */
export function collections(visit: Asker) {
  const all = visit.read.selectFrom('collections')
  return mayKeep(visit) ? all : all.where('collections.isPublished', '=', true)
}
/** What lies in them of the documents the viewer may read. */
export const collectionDocuments = (visit: Asker) =>
  visit.read
    .selectFrom('collectionDocuments')
    .where('collectionDocuments.collectionId', 'in', collections(visit).select('collections.id'))
    .where('collectionDocuments.documentId', 'in', ids(visit))
/** Everybody may see the vocabulary. */
export const subjects = (visit: Asker) => visit.read.selectFrom('subjects')

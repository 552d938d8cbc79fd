import { inLanguage } from '../../platform/language.ts'
import type { Change } from '../../platform/visit.ts'
import { districts, regions } from '../../region/index.ts'
import type { DocumentInput } from '../model/document.ts'

type Belongings = Pick<DocumentInput, 'authors' | 'subjects' | 'regions' | 'districts' | 'publisher'>

/** Writes down who wrote a document and what it is about, in place of what was there. */
export async function joinBelongings(change: Change, documentId: string, input: Belongings) {
  const { write } = change
  const [known, lines] = await Promise.all([subjectsOf(change, input.subjects), regionsOf(change, input.regions)])
  for (const table of ['documentAuthors', 'documentSubjects', 'documentRegions', 'documentDistricts'] as const)
    await write.deleteFrom(table).where('documentId', '=', documentId).execute()
  const authors = input.authors.map((author, position) => ({ ...author, documentId, position }))
  if (authors.length > 0) await write.insertInto('documentAuthors').values(authors).execute()
  const subjects = known.map(({ id }) => ({ documentId, subjectId: id }))
  if (subjects.length > 0) await write.insertInto('documentSubjects').values(subjects).execute()
  const within = (await districtsOf(change, input.districts ?? [])).map(({ key }) => ({ documentId, districtKey: key }))
  if (within.length > 0) await write.insertInto('documentDistricts').values(within).execute()
  const covered = lines.map(({ id }) => ({ documentId, regionId: id }))
  if (covered.length > 0) await write.insertInto('documentRegions').values(covered).execute()
}

/** Authors, publisher, subjects in both languages, regions and identifiers, as one text to be searched. */
export async function keywordsOf(
  change: Change,
  input: Pick<DocumentInput, 'authors' | 'publisher' | 'subjects' | 'regions' | 'doi' | 'urn'>,
) {
  const [known, lines] = await Promise.all([subjectsOf(change, input.subjects), regionsOf(change, input.regions)])
  const names = [...known, ...lines].flatMap(({ name }) => [name.de, inLanguage('en', name)])
  const { authors, publisher, doi, urn } = input
  const identifiers = [doi, urn, ...authors.map(({ identifier }) => identifier)]
  return [...authors.map(({ name }) => name), publisher, ...new Set(names), ...identifiers].filter(Boolean).join('; ')
}

const subjectsOf = ({ read }: Change, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : read.selectFrom('subjects').where('id', 'in', ids).select(['id', 'name']).execute()

const districtsOf = async (change: Change, keys: readonly string[]) =>
  keys.length === 0 ? [] : (await districts(change)).filter(({ key }) => keys.includes(key))

const regionsOf = async (change: Change, ids: readonly string[]) =>
  (await regions(change)).filter(({ id }) => ids.includes(id))

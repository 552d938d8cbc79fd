import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import { installation } from '../../region/index.ts'
import {
  editionDocuments,
  editionFacts,
  editionOrganisations,
  editions,
  milestones,
  workingGroups,
} from '../permissions.ts'
import { allEditions, cardColumns, type EditionCard, withState } from './editions.ts'
import { programmeOf, type Session, type Source } from './programme.ts'

export type ShownFile = { id: string; name: string; mediaType: string; bytes: number; alt: Bilingual | null }
export type Organisation = { name: string; website: string | null; logo: ShownFile | undefined }
export type Fact = { label: Bilingual; value: Bilingual; source: Source | undefined }
export type Milestone = { happensOn: string; title: Bilingual; text: Bilingual | null; source: Source | undefined }
export type WorkingGroup = {
  id: string
  name: Bilingual
  text: Bilingual | null
  leads: string | null
  source: Source | undefined
}
export type Document = {
  title: Bilingual
  kind: Bilingual
  year: number | null
  note: Bilingual | null
  link: string | null
  file: ShownFile | undefined
  source: Source | undefined
}

/** Everything about the edition itself. */
export type Edition = EditionCard & {
  motto: Bilingual | null
  text: Bilingual | null
  doorsAt: Date | null
  address: string | null
  latitude: number | null
  longitude: number | null
  districtKey: string | null
  arrival: Bilingual | null
  stepFree: Bilingual | null
  hostNote: Bilingual | null
  groupsNote: Bilingual | null
  programmeNote: Bilingual | null
  capacityId: string | null
  version: number
  zone: string
  /** What its own texts are from. */
  source: Source | undefined
}

/** Everything its page shows. `previous` and `following` are its neighbours in the series. */
export type EditionContent = Edition & {
  hosts: Organisation[]
  partners: Organisation[]
  facts: Fact[]
  milestones: Milestone[]
  groups: WorkingGroup[]
  documents: Document[]
  programme: Session[]
  previous: EditionCard | undefined
  following: EditionCard | undefined
}

/** The edition with this slug. Throws NotFound when there is none, or it is not for the viewer. */
export async function editionBySlug(visit: Visit, slug: string): Promise<Edition> {
  const [row, { zone }] = await Promise.all([
    editions(visit)
      .leftJoin('regions', 'regions.id', 'editions.regionId')
      .leftJoin('capacities', 'capacities.id', 'editions.capacityId')
      .leftJoin('sources', 'sources.id', 'editions.sourceId')
      .where('slug', '=', slug)
      .select([...cardColumns, ...ownColumns, ...sourceColumns])
      .executeTakeFirst(),
    installation(visit),
  ])
  if (!row) throw new NotFound()
  return { ...withSource(withState(visit, row)), zone }
}

/** The edition with everything that is published about it. The number of statements does not depend on how much. */
export async function editionContent(visit: Visit, slug: string): Promise<EditionContent> {
  const edition = await editionBySlug(visit, slug)
  const [organisations, facts, steps, groups, documents, programme, all] = await Promise.all([
    organisationsOf(visit, edition.id),
    factsOf(visit, edition.id),
    milestonesOf(visit, edition.id),
    groupsOf(visit, edition.id),
    documentsOf(visit, edition.id),
    programmeOf(visit, edition.id),
    allEditions(visit),
  ])
  const line = all.filter(({ isExample }) => !isExample || edition.isExample)
  const at = line.findIndex(({ id }) => id === edition.id)
  return {
    ...edition,
    hosts: organisations.filter(({ part }) => part === 'host'),
    partners: organisations.filter(({ part }) => part === 'partner'),
    facts,
    milestones: steps,
    groups,
    documents,
    programme,
    previous: line[at - 1],
    following: line[at + 1],
  }
}

/** What a page needs to know of a file joined to a row. */
const fileColumns = [
  'files.id as fileId',
  'files.name as fileName',
  'files.mediaType',
  'files.bytes',
  'files.alt',
] as const
type FileRow = {
  fileId: string | null
  fileName: string | null
  mediaType: string | null
  bytes: number | null
  alt: Bilingual | null
}

const shownFile = ({ fileId, fileName, mediaType, bytes, alt }: FileRow): ShownFile | undefined =>
  fileId === null ? undefined : { id: fileId, name: fileName!, mediaType: mediaType!, bytes: bytes!, alt }

const ownColumns = [
  'motto',
  'text',
  'doorsAt',
  'editions.address',
  'latitude',
  'longitude',
  'districtKey',
  'arrival',
  'stepFree',
  'hostNote',
  'groupsNote',
  'programmeNote',
  'capacityId',
  'version',
] as const

async function organisationsOf(visit: Visit, id: string) {
  const rows = await editionOrganisations(visit)
    .innerJoin('organisations', 'organisations.id', 'editionOrganisations.organisationId')
    .leftJoin('files', 'files.id', 'logoFileId')
    .where('editionOrganisations.editionId', '=', id)
    .select(['part', 'organisations.name', 'website', ...fileColumns])
    .orderBy('position')
    .orderBy('organisations.name')
    .execute()
  return rows.map(({ part, name, website, ...file }) => ({ part, name, website, logo: shownFile(file) }))
}

const sourceColumns = ['sources.title as sourceTitle', 'sources.address as sourceAddress'] as const

async function factsOf(visit: Visit, id: string): Promise<Fact[]> {
  const rows = await editionFacts(visit)
    .leftJoin('sources', 'sources.id', 'editionFacts.sourceId')
    .where('editionFacts.editionId', '=', id)
    .select(['label', 'value', ...sourceColumns])
    .orderBy('position')
    .execute()
  return rows.map(withSource)
}

async function milestonesOf(visit: Visit, id: string): Promise<Milestone[]> {
  const rows = await milestones(visit)
    .leftJoin('sources', 'sources.id', 'milestones.sourceId')
    .where('milestones.editionId', '=', id)
    .select(['happensOn', 'milestones.title', 'milestones.text', ...sourceColumns])
    .orderBy('happensOn')
    .execute()
  return rows.map(withSource)
}

async function groupsOf(visit: Visit, id: string): Promise<WorkingGroup[]> {
  const rows = await workingGroups(visit)
    .leftJoin('sources', 'sources.id', 'workingGroups.sourceId')
    .where('workingGroups.editionId', '=', id)
    .select(['workingGroups.id', 'workingGroups.name', 'workingGroups.text', 'leads', ...sourceColumns])
    .orderBy('position')
    .execute()
  return rows.map(withSource)
}

async function documentsOf(visit: Visit, id: string): Promise<Document[]> {
  const rows = await editionDocuments(visit)
    .leftJoin('sources', 'sources.id', 'editionDocuments.sourceId')
    .leftJoin('files', 'files.id', 'fileId')
    .where('editionDocuments.editionId', '=', id)
    .select([
      'editionDocuments.title',
      'kind',
      'year',
      'editionDocuments.note',
      'link',
      ...fileColumns,
      ...sourceColumns,
    ])
    .orderBy('position')
    .execute()
  return rows.map(({ fileId, fileName, mediaType, bytes, alt, ...row }) => ({
    ...withSource(row),
    file: shownFile({ fileId, fileName, mediaType, bytes, alt }),
  }))
}

function withSource<T extends { sourceTitle: Bilingual | null; sourceAddress: string | null }>(row: T) {
  const { sourceTitle, sourceAddress, ...rest } = row
  return { ...rest, source: sourceTitle === null ? undefined : { title: sourceTitle, address: sourceAddress } }
}

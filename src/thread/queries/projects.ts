import { isId } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { FundKind, MaterialKind } from '../model/projects.ts'
import type { OrganisationPart } from '../model.ts'
import { funds, indicators, keptParts, materials, values } from '../permissions/projects.ts'
import { mayKeep, pieces } from '../permissions.ts'

export type Value = { id: string; measuredOn: string; value: number; note: string }
export type Indicator = {
  id: string
  organisationId: string | null
  name: Bilingual
  unit: string
  target: number | null
  targetOn: string | null
  firstTarget: number | null
  firstTargetOn: string | null
  /** In the order of time. */
  values: Value[]
}
export type Fund = {
  id: string
  organisationId: string | null
  kind: FundKind
  programme: string
  amountCents: number | null
  ratePercent: number | null
  isPublic: boolean
}
export type Material = {
  id: string
  organisationId: string | null
  kind: MaterialKind
  title: Bilingual
  link: string | null
  dated: string | null
  fileId: string | null
  fileName: string | null
}
/** A milestone, or something else that happened, with what was planned for it first. */
export type Planned = {
  id: string
  organisationId: string | null
  kind: string
  title: Bilingual
  text: Bilingual | null
  plannedFor: string | null
  firstPlannedFor: string | null
  happenedOn: string | null
}
export type ProjectDetails = {
  firstStarts: string | null
  firstEnds: string | null
  indicators: Indicator[]
  funds: Fund[]
  materials: Material[]
  tasks: { organisationId: string; task: Bilingual }[]
  milestones: Planned[]
}

/** What there is of a project beside what all pieces have, as far as the viewer may see it. Always as many statements. */
export async function detailsOf(visit: Visit, id: string): Promise<ProjectDetails> {
  const [plan, measured, taken, money, things, tasks, milestones] = await Promise.all([
    pieces(visit).where('pieces.id', '=', id).select(['firstStarts', 'firstEnds']).executeTakeFirstOrThrow(),
    indicatorsOf(visit, id),
    valuesOf(visit, id),
    fundsOf(visit, id),
    materialsOf(visit, id),
    tasksOf(visit, id),
    milestonesOf(visit, id),
  ])
  const byIndicator = Map.groupBy(taken, ({ indicatorId }) => indicatorId)
  return {
    ...plan,
    indicators: measured.map((one) => ({ ...one, values: byIndicator.get(one.id) ?? [] })),
    funds: money,
    materials: things,
    tasks: tasks.flatMap(({ organisationId, task }) => (task ? [{ organisationId, task }] : [])),
    milestones,
  }
}

const indicatorsOf = (visit: Visit, id: string) =>
  indicators(visit)
    .where('pieceId', '=', id)
    .select(['id', 'organisationId', 'name', 'unit', 'target', 'targetOn', 'firstTarget', 'firstTargetOn'])
    .orderBy('position')
    .orderBy('id')
    .execute()

const valuesOf = (visit: Visit, id: string) =>
  values(visit)
    .innerJoin('projectIndicators', 'projectIndicators.id', 'projectValues.indicatorId')
    .where('projectIndicators.pieceId', '=', id)
    .select(['projectValues.id', 'indicatorId', 'measuredOn', 'value', 'note'])
    .orderBy('measuredOn')
    .execute()

const fundsOf = (visit: Visit, id: string) =>
  funds(visit)
    .where('pieceId', '=', id)
    .select(['id', 'organisationId', 'kind', 'programme', 'amountCents', 'ratePercent', 'isPublic'])
    .orderBy('kind')
    .orderBy('position')
    .orderBy('id')
    .execute()

const materialsOf = (visit: Visit, id: string) =>
  materials(visit)
    .leftJoin('files', 'files.id', 'projectMaterials.fileId')
    .where('pieceId', '=', id)
    .select([
      'projectMaterials.id',
      'organisationId',
      'kind',
      'title',
      'link',
      'dated',
      'fileId',
      'files.name as fileName',
    ])
    .orderBy('position')
    .orderBy('projectMaterials.id')
    .execute()

const tasksOf = (visit: Visit, id: string) =>
  visit.read
    .selectFrom('pieceOrganisations')
    .where('pieceId', 'in', pieces(visit).where('pieces.id', '=', id).select('pieces.id'))
    .select(['organisationId', 'task'])
    .orderBy('position')
    .execute()

const milestonesOf = (visit: Visit, id: string): Promise<Planned[]> =>
  visit.read
    .selectFrom('pieceEvents')
    .where('pieceId', 'in', pieces(visit).where('pieces.id', '=', id).select('pieces.id'))
    .select(['id', 'organisationId', 'kind', 'title', 'text', 'plannedFor', 'firstPlannedFor', 'happenedOn'])
    .orderBy((row) => row.fn.coalesce('firstPlannedFor', 'plannedFor', 'happenedOn'))
    .orderBy('id')
    .execute()

export type KeptPart = { id: string; name: string; part: OrganisationPart; task: Bilingual | null }
/** A project with the parts of it that the viewer keeps. */
export type Kept = {
  id: string
  slug: string
  title: Bilingual
  isExample: boolean
  /** The office keeps the whole, too. */
  isWhole: boolean
  parts: KeptPart[]
}

/** The project that the viewer keeps or a part of it. Throws NotFound for everybody else. */
export async function keptProject(visit: Visit, address: string): Promise<Kept> {
  const row = await pieces(visit)
    .where('pieces.kind', '=', 'project')
    .where(isId(address) ? 'pieces.id' : 'pieces.slug', '=', address)
    .select(['pieces.id', 'slug', 'title', 'isExample'])
    .executeTakeFirst()
  if (!row || visit.viewer.kind !== 'person') throw new NotFound()
  const parts = await keptParts(visit)
    .innerJoin('organisations', 'organisations.id', 'pieceOrganisations.organisationId')
    .where('pieceId', '=', row.id)
    .select(['organisations.id', 'organisations.name', 'part', 'task'])
    .orderBy('part')
    .orderBy('position' as 'part')
    .execute()
  if (!mayKeep(visit) && parts.length === 0) throw new NotFound()
  return { ...row, isWhole: mayKeep(visit), parts }
}

/** Whether things of this organisation, or of none, are the viewer's to keep. */
export const isOwner = ({ isWhole, parts }: Kept, id: string | null) =>
  id === null ? isWhole : parts.some((part) => part.id === id)

/** The project and what the viewer may change of it. Throws NotFound as `keptProject` does. */
export async function keptThings(visit: Visit, address: string) {
  const kept = await keptProject(visit, address)
  const details = await detailsOf(visit, kept.id)
  const own = <T extends { organisationId: string | null }>(list: readonly T[]) =>
    list.filter(({ organisationId }) => kept.isWhole || isOwner(kept, organisationId))
  return {
    kept,
    indicators: own(details.indicators),
    funds: own(details.funds),
    materials: own(details.materials),
    milestones: own(details.milestones).filter(({ kind }) => kind === 'note'),
  }
}

/** Whether the viewer keeps the project or a part of it. */
export const keepsPartOf = async (visit: Visit, id: string) =>
  mayKeep(visit) ||
  (visit.viewer.kind === 'person' &&
    (await keptParts(visit).where('pieceId', '=', id).select('pieceId').executeTakeFirst()) !== undefined)

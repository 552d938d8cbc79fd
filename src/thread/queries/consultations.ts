import { NotFound, type Visit } from '../../platform/visit.ts'
import { localIn } from '../../platform/wall-clock.ts'
import { installation } from '../../region/index.ts'
import { consultations, contributions, mustKeep, parts, pieces } from '../permissions.ts'

const columns = [
  'consultations.id',
  'consultations.title',
  'consultations.text',
  'consultations.addressee',
  'consultations.reference',
  'consultations.link',
  'consultations.due',
  'consultations.positionId',
] as const

export type Consultation = Awaited<ReturnType<typeof consultationList>>[number]

/** All consultations, the one due last first, with how much has come. */
export async function consultationList(visit: Visit) {
  mustKeep(visit)
  return consultations(visit)
    .select([...columns])
    .select((row) =>
      row
        .selectFrom('consultationContributions')
        .whereRef('consultationId', '=', 'consultations.id')
        .select(({ fn }) => fn.countAll<number>().as('asked'))
        .as('asked'),
    )
    .select((row) =>
      row
        .selectFrom('consultationContributions')
        .whereRef('consultationId', '=', 'consultations.id')
        .select(({ fn }) => fn.count<number>('receivedAt').as('received'))
        .as('received'),
    )
    .orderBy('due', 'desc')
    .orderBy('consultations.id')
    .execute()
}

export type Part = {
  id: string
  organisation: string
  topic: string
  receivedAt: Date | null
}

/** A consultation with what each contributes, and the position it became. Throws NotFound for all but the office. */
export async function consultationAt(visit: Visit, id: string) {
  mustKeep(visit)
  const row = await consultations(visit).where('consultations.id', '=', id).select(columns).executeTakeFirst()
  if (!row) throw new NotFound()
  const [written, position, isClosed] = await Promise.all([
    contributions(visit)
      .where('consultationId', '=', id)
      .select(['id', 'organisation', 'topic', 'email', 'text', 'contributor', 'receivedAt', 'revision'])
      .orderBy('position')
      .execute(),
    pieces(visit).where('pieces.id', '=', row.positionId).select(['pieces.id', 'title']).executeTakeFirst(),
    isPast(visit, row.due),
  ])
  return { ...row, contributions: written, position, isClosed }
}
export type Whole = Awaited<ReturnType<typeof consultationAt>>
export type Contribution = Whole['contributions'][number]

/** The contribution whose link the viewer holds, what it is for, and who contributes what besides. */
export async function heldContribution(visit: Visit) {
  const own = await contributions(visit)
    .innerJoin('consultations', 'consultations.id', 'consultationId')
    .select(columns)
    .select([
      'consultationContributions.id as contribution',
      'consultationContributions.text as written',
      'organisation',
      'topic',
      'contributor',
      'revision',
      'receivedAt',
    ])
    .executeTakeFirst()
  if (!own || visit.viewer.kind !== 'holder') throw new NotFound()
  const [others, isClosed] = await Promise.all([
    parts(visit)
      .where('consultationContributions.id', '!=', own.contribution)
      .select(['consultationContributions.id', 'organisation', 'topic', 'receivedAt'])
      .orderBy('position')
      .execute(),
    isPast(visit, own.due),
  ])
  return { ...own, others, isClosed: isClosed || own.positionId !== null }
}

/** Whether a due day has passed where the installation is. */
export async function isPast(visit: Pick<Visit, 'now' | 'read'>, due: string) {
  const { zone } = await installation(visit)
  return localIn(zone, visit.now).slice(0, 10) > due
}

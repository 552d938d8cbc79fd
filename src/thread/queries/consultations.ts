import { NotFound, type Visit } from '../../platform/visit.ts'
import { localIn } from '../../platform/wall-clock.ts'
import { installation } from '../../region/index.ts'
import { consultations, contributions, mayKeep, mustKeep, parts, pieces } from '../permissions.ts'

const columns = [
  'consultations.id',
  'consultations.title',
  'consultations.text',
  'consultations.addressee',
  'consultations.reference',
  'consultations.link',
  'consultations.due',
  'consultations.positionId',
  'consultations.isPublic',
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

const stateOf = (positionId: string | null, isClosed: boolean) =>
  positionId ? ('merged' as const) : isClosed ? ('closed' as const) : ('open' as const)

/** Those that everybody may read, the one due last first. */
export async function calls(visit: Visit) {
  const rows = await consultations(visit)
    .where('isPublic', '=', true)
    .select([...columns])
    .orderBy('due', 'desc')
    .orderBy('consultations.id')
    .limit(200)
    .execute()
  const today = await todayOf(visit)
  return rows.map((row) => ({ ...row, state: stateOf(row.positionId, today > row.due) }))
}
export type Call = Awaited<ReturnType<typeof calls>>[number]

/** One that everybody may read, with who contributes what and the position it became. Throws NotFound. */
export async function callAt(visit: Visit, id: string) {
  const row = await consultations(visit)
    .where('consultations.id', '=', id)
    .where('isPublic', '=', true)
    .select([...columns])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  const [asked, position, today] = await Promise.all([
    parts(visit)
      .where('consultationId', '=', id)
      .select(['consultationContributions.id', 'organisation', 'topic', 'receivedAt'])
      .orderBy('position')
      .execute(),
    pieces(visit)
      .where('pieces.id', '=', row.positionId)
      .where('publishedAt', 'is not', null)
      .select(['pieces.id', 'slug', 'title'])
      .executeTakeFirst(),
    todayOf(visit),
  ])
  return { ...row, parts: asked, position, state: stateOf(row.positionId, today > row.due), mayKeep: mayKeep(visit) }
}
export type OpenCall = Awaited<ReturnType<typeof callAt>>

/** The consultation that a position answers, where the viewer may read it. */
export const answeredBy = (visit: Visit, positionId: string) =>
  consultations(visit)
    .where('positionId', '=', positionId)
    .where('isPublic', '=', true)
    .select(['consultations.id', 'title'])
    .executeTakeFirst()

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
export const isPast = async (visit: Asker, due: string) => (await todayOf(visit)) > due

type Asker = Pick<Visit, 'now' | 'read'>
const todayOf = async (visit: Asker) => localIn((await installation(visit)).zone, visit.now).slice(0, 10)

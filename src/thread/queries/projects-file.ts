import { sql } from 'kysely'
import { strangerOf } from '../../platform/api.ts'
import type { Bilingual } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { funds, indicators, values } from '../permissions/projects.ts'
import { pieceOrganisations, pieces } from '../permissions.ts'
import type { Fund, Indicator } from './projects.ts'
import { type Filter, type RegisterRow, registerOf } from './register.ts'

type Measured = Pick<Indicator, 'unit' | 'target' | 'targetOn'> & {
  name: Bilingual
  latest: { measuredOn: string; value: number } | undefined
}
/** A project as the register's file has it. */
export type FileRow = RegisterRow & {
  firstStarts: string | null
  firstEnds: string | null
  partners: string[]
  funds: Pick<Fund, 'kind' | 'programme' | 'amountCents' | 'ratePercent'>[]
  indicators: Measured[]
}

/** The projects that a filter leaves as everybody may know them, whoever asks: a file is passed on. */
export async function projectsForFile(visit: Visit, filter: Filter): Promise<FileRow[]> {
  const stranger = strangerOf(visit)
  const rows = await registerOf(stranger, 'project', filter)
  const ids = rows.map(({ id }) => id)
  const [plans, partners, money, measured] = await Promise.all([
    plansOf(stranger, ids),
    partnersOf(stranger, ids),
    moneyOf(stranger, ids),
    measuredOf(stranger, ids),
  ])
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const byPiece = {
    partners: Map.groupBy(partners, ({ pieceId }) => pieceId),
    funds: Map.groupBy(money, ({ pieceId }) => pieceId),
    indicators: Map.groupBy(measured, ({ pieceId }) => pieceId),
  }
  return rows.map((row) => ({
    ...row,
    firstStarts: planOf.get(row.id)?.firstStarts ?? null,
    firstEnds: planOf.get(row.id)?.firstEnds ?? null,
    partners: (byPiece.partners.get(row.id) ?? []).map(({ name }) => name),
    funds: byPiece.funds.get(row.id) ?? [],
    indicators: byPiece.indicators.get(row.id) ?? [],
  }))
}

// One array instead of a parameter for each project.
const among = (ids: readonly string[]) => sql<boolean>`piece_id = any(${ids}::uuid[])`

const plansOf = (visit: Visit, ids: readonly string[]) =>
  pieces(visit)
    .where(sql<boolean>`pieces.id = any(${ids}::uuid[])`)
    .select(['pieces.id', 'firstStarts', 'firstEnds'])
    .execute()

const partnersOf = (visit: Visit, ids: readonly string[]) =>
  pieceOrganisations(visit)
    .innerJoin('organisations', 'organisations.id', 'organisationId')
    .where(among(ids))
    .where('part', '=', 'partner')
    .select(['pieceId', 'organisations.name'])
    .orderBy('piece_organisations.position' as 'pieceId')
    .execute()

const moneyOf = (visit: Visit, ids: readonly string[]) =>
  funds(visit)
    .where(among(ids))
    .select(['pieceId', 'kind', 'programme', 'amountCents', 'ratePercent'])
    .orderBy('position')
    .orderBy('id')
    .execute()

async function measuredOf(visit: Visit, ids: readonly string[]) {
  const [rows, latest] = await Promise.all([
    indicators(visit)
      .where(among(ids))
      .select(['id', 'pieceId', 'name', 'unit', 'target', 'targetOn'])
      .orderBy('position')
      .orderBy('id')
      .execute(),
    values(visit)
      .innerJoin('projectIndicators', 'projectIndicators.id', 'indicatorId')
      .where(among(ids))
      .distinctOn('indicatorId')
      .select(['indicatorId', 'measuredOn', 'value'])
      .orderBy('indicatorId')
      .orderBy('measuredOn', 'desc')
      .execute(),
  ])
  const latestOf = new Map(latest.map(({ indicatorId, ...value }) => [indicatorId, value]))
  return rows.map(({ id, ...row }) => ({ ...row, latest: latestOf.get(id) }))
}

import { demand, holds, type Role, type Visit } from '../platform/visit.ts'
import { publishedVersions } from '../region/index.ts'

const keepers = ['office'] as const satisfies readonly Role[]
/** Who defines indicators and loads data: the office. */
export const mayKeep = ({ viewer }: Pick<Visit, 'viewer'>) => holds(viewer, keepers)

/** Throws NotFound for everybody else. */
export const mustKeep = ({ viewer }: Pick<Visit, 'viewer'>) => demand(viewer, keepers)

/** Every load with its file, for the office alone. */
export const loads = (visit: Pick<Visit, 'read' | 'viewer'>) => {
  mustKeep(visit)
  return visit.read
    .selectFrom('dataVersions')
    .innerJoin('sources', 'sources.id', 'sourceId')
    .leftJoin('imports', 'imports.versionId', 'dataVersions.id')
}

/** Everybody may see what is measured. */
export const indicators = ({ read }: Pick<Visit, 'read'>) => read.selectFrom('indicators')

/** The values of published loads, up to the one with this number; everybody may see them. */
export const values = (visit: Pick<Visit, 'read'>, upTo?: number) => {
  const published = publishedVersions(visit).where('kind', '=', 'values').select('dataVersions.id')
  return visit.read
    .selectFrom('indicatorValues')
    .innerJoin('dataVersions', 'dataVersions.id', 'versionId')
    .where('versionId', 'in', upTo === undefined ? published : published.where('no', '<=', upTo))
}

/** The values of municipalities of published loads; everybody may see them. */
export const municipalityValues = (visit: Pick<Visit, 'read'>, upTo?: number) => {
  const published = publishedVersions(visit).where('kind', '=', 'values').select('dataVersions.id')
  return visit.read
    .selectFrom('municipalityValues')
    .innerJoin('dataVersions', 'dataVersions.id', 'versionId')
    .where('versionId', 'in', upTo === undefined ? published : published.where('no', '<=', upTo))
}

/** Loads that counted when the one with this number was published, and have been taken back since. */
export const withdrawnVersions = ({ read }: Pick<Visit, 'read'>, no: number) =>
  read
    .selectFrom('dataVersions')
    .where('no', '<=', no)
    .where('withdrawnAt', '>', ({ selectFrom }) =>
      selectFrom('dataVersions as cited')
        .where('cited.no', '<=', no)
        .select(({ fn }) => fn.max('cited.publishedAt').as('at')),
    )

/** Published stories, for everybody; to the office all of them. */
export const stories = (visit: Pick<Visit, 'read' | 'viewer'>) => {
  const all = visit.read.selectFrom('stories')
  return mayKeep(visit) ? all : all.where('publishedAt', 'is not', null)
}

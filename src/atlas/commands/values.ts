import { sql } from 'kysely'
import type { Change } from '../../platform/visit.ts'
import type { Indicator, Status } from '../model/indicator.ts'

/** Adds indicators that are not there yet, after those that are. The caller permits and records. */
export async function addIndicators({ write }: Pick<Change, 'write'>, indicators: readonly Indicator[]) {
  const { last } = await write
    .selectFrom('indicators')
    .select(({ fn }) => fn.max<number | null>('position').as('last'))
    .executeTakeFirstOrThrow()
  const rows = indicators.map((one, index) => ({ ...one, position: (last ?? 0) + index + 1 }))
  if (rows.length > 0)
    await write
      .insertInto('indicators')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export type ValueRow = {
  indicator: string
  year: number
  district: string | null
  region: string | null
  value: number | null
  status: Status
  as_of: string
}

/** Puts values into a load; what they name is known, and nothing is there twice. */
export async function addValues({ write }: Pick<Change, 'write'>, versionId: string, rows: readonly ValueRow[]) {
  await sql`insert into indicator_values (version_id, indicator_id, year, district_key, region_id, value, status, as_of)
    select ${versionId}::uuid, indicator, year, district, region, value, status, as_of
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (indicator text, year integer, district text, region text, value double precision, status text, as_of text)`.execute(
    write,
  )
}

/** What a municipality is said of, with its district. */
export type MunicipalityValueRow = Omit<ValueRow, 'region'> & { district: string; municipality: string }

/** Puts values of municipalities into a load; what they name is known, and nothing is there twice. */
export async function addMunicipalityValues(
  { write }: Pick<Change, 'write'>,
  versionId: string,
  rows: readonly MunicipalityValueRow[],
) {
  await sql`insert into municipality_values
      (version_id, indicator_id, year, municipality_key, district_key, value, status, as_of)
    select ${versionId}::uuid, indicator, year, municipality, district, value, status, as_of
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (indicator text, year integer, municipality text,
      district text, value double precision, status text, as_of text)`.execute(write)
}

/** Takes all values out of a load. */
export async function clearValues({ write }: Pick<Change, 'write'>, versionId: string) {
  for (const table of ['indicatorValues', 'municipalityValues'] as const)
    await write.deleteFrom(table).where('versionId', '=', versionId).execute()
}

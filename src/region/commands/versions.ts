import { sql } from 'kysely'
import type { Change } from '../../platform/visit.ts'
import type { FlowKind } from '../queries/flows.ts'

/** A new load of data that nobody but the office sees yet. Gives its id. The caller permits and records. */
export async function newVersion(
  { write, now }: Pick<Change, 'write' | 'now'>,
  version: { kind: FlowKind | 'values' | 'municipalities' | 'boundaries'; asOf: string | null; sourceId: string },
): Promise<string> {
  const { id } = await write
    .insertInto('dataVersions')
    .values({ ...version, createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts flows between districts into a load; their districts are known, and no pair is there twice. */
export async function addFlows(
  { write }: Pick<Change, 'write'>,
  versionId: string,
  rows: readonly { home: string; work: string; people: number }[],
) {
  await sql`insert into flows (version_id, home, work, people)
    select ${versionId}::uuid, home, work, people
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (home text, work text, people integer)`.execute(
    write,
  )
}

/** Puts flows between municipalities into a load; no pair is there twice. */
export async function addMunicipalityFlows(
  { write }: Pick<Change, 'write'>,
  versionId: string,
  rows: readonly { home: string; work: string; people: number }[],
) {
  await sql`insert into municipality_flows (version_id, home, work, people)
    select ${versionId}::uuid, home, work, people
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (home text, work text, people integer)`.execute(
    write,
  )
}

/** Takes all flows out of a load. */
export async function clearFlows({ write }: Pick<Change, 'write'>, versionId: string) {
  for (const table of ['flows', 'municipalityFlows'] as const)
    await write.deleteFrom(table).where('versionId', '=', versionId).execute()
}

/** From now on it counts, instead of earlier ones that tell the same. */
export const publishVersion = ({ write, now }: Pick<Change, 'write' | 'now'>, versionId: string) =>
  write.updateTable('dataVersions').set({ publishedAt: now }).where('id', '=', versionId).execute()

/** It no longer counts; what was there before does again. */
export const withdrawVersion = ({ write, now }: Pick<Change, 'write' | 'now'>, versionId: string) =>
  write.updateTable('dataVersions').set({ withdrawnAt: now }).where('id', '=', versionId).execute()

/** Takes away what was never published, with everything in it. */
export const removeVersion = ({ write }: Pick<Change, 'write'>, versionId: string) =>
  write.deleteFrom('dataVersions').where('id', '=', versionId).where('publishedAt', 'is', null).execute()

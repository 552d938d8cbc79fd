import type { Job } from '../platform/room.ts'
import { type Change, inChange } from '../platform/visit.ts'
import { noteRead, readKept } from './commands/imports.ts'
import type { Mapping } from './commands/reading.ts'
import type { Finding } from './import/check.ts'
import { Unreadable } from './import/problem.ts'

/** A file that the program died over, or that broke off otherwise, is read once more and then given up. */
const mostAttempts = 2

/**
 * Reads a large file into its load, in one transaction: all of it is there, or nothing. How far it is stands in the load
 * meanwhile. A file that cannot be read to its end leaves a load that holds nothing and says why.
 */
export const readLoad: Job = async ({ db, ...base }, { id }, attempt = 1) => {
  const versionId = String(id)
  const load = await db
    .selectFrom('imports')
    .innerJoin('files', 'files.id', 'fileId')
    .where('versionId', '=', versionId)
    .where('state', 'in', ['waiting', 'reading'])
    .select(['imports.name', 'mapping', 'sha256', 'mediaType'])
    .executeTakeFirst()
  if (!load) return
  const told = (state: 'reading' | 'failed', rest: { rowsRead: number; findings?: string }) =>
    db
      .updateTable('imports')
      .set({ state, changedAt: new Date(), ...rest })
      .where('versionId', '=', versionId)
      .execute()
  const progress = async (rowsRead: number) => void (await told('reading', { rowsRead }))
  await progress(0)
  try {
    if (attempt > mostAttempts) throw new Unreadable('brokeOff')
    await inChange(db, base, async (change) => {
      const isPacked = !load.mediaType.startsWith('text/')
      const mapping = load.mapping as Mapping
      const told = mapping.measures.length > 0 ? { progress, mapping } : { progress }
      const reading = await readKept(change, { id: versionId, sha256: load.sha256, isPacked }, told)
      await noteRead(change, versionId, reading)
      await recordRead(change, load.name, reading.rows)
    })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await told('failed', { rowsRead: 0, findings: JSON.stringify([findingOf(error)]) })
  }
}

const recordRead = (change: Change, name: string, rows: number) =>
  change.record('atlas.read', null, { after: { name, rows } })

function findingOf({ problem }: Unreadable): Finding {
  if (typeof problem === 'string') return { fails: true, key: 'unreadable', problem, names: [] }
  const names = [String(problem.row), problem.column, problem.value]
  return { fails: true, key: 'unreadable', problem: 'wrongCell', names }
}

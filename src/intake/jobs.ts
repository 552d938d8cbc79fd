import { TooLarge } from '../library/index.ts'
import { NotFromOutside } from '../platform/outside.ts'
import { codeOf } from '../platform/problem.ts'
import type { Job, JobVisit } from '../platform/room.ts'
import { type Change, inChange, isRefusal, type Refusal } from '../platform/visit.ts'
import { endIntake, forgetIntakes as forget, keepHarvested, refused, takeRow, type Waiting } from './commands.ts'
import { type Harvested, harvest } from './harvest.ts'
import type { Column } from './model/fields.ts'
import { intakes, rows } from './permissions.ts'
import { knownFor } from './queries.ts'

/** What is ours, such as a database that is away, is tried again so often; then it is said, too. */
const mostAttempts = 5

/** Fetches the next page of a harvest. What another repository does wrong ends it with a word for the office. */
export const harvestIntake: Job = async (visit, payload, attempt = 1) => {
  const id = String(payload.intake)
  const intake = await intakes(visit)
    .where('id', '=', id)
    .where('state', '=', 'fetching')
    .select(['name', 'setSpec', 'token'])
    .executeTakeFirst()
  if (!intake) return
  const asked = { address: intake.name, set: intake.setSpec, token: intake.token }
  const keep = (found: Harvested) => inChange(visit.db, visit, (change) => keepHarvested(change, id, found))
  try {
    if (attempt > mostAttempts) throw new TooLarge()
    await keep(await harvest(asked, visit.house.hostsInside ?? []))
  } catch (error) {
    await keep({ records: [], token: null, problem: problemOf(error) })
  }
}

/** Why a page was not taken; throws what is not that page's. */
function problemOf(error: unknown): string {
  if (error instanceof NotFromOutside) return error.problem
  if (error instanceof TooLarge || isOfData(error)) return 'harvestUnreadable'
  throw error
}

/** Data exceptions and violated rules, as the database tells them. */
const isOfData = (error: unknown) => /^2[23]/.test(String(codeOf(error)))

const rowsAtOnce = 25

/** Takes in the next rows of an intake, each in a change of its own, then queues those after them. */
export const runIntake: Job = async (visit, payload) => {
  const id = String(payload.intake)
  const intake = await intakes(visit)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .select('columns')
    .executeTakeFirst()
  if (!intake) return
  const waiting = await rows(visit)
    .where('intakeId', '=', id)
    .where('state', '=', 'waiting')
    .select(['intakeId', 'line'])
    .orderBy('line')
    .limit(rowsAtOnce)
    .execute()
  const known = { ...(await knownFor(visit, id)), columns: intake.columns as Column[] }
  for (const row of waiting) await take(visit, row, (change) => takeRow(change, row, known))
  await inChange(visit.db, visit, async (change) => {
    if (waiting.length < rowsAtOnce) return endIntake(change, id)
    await change.queue('runIntake', { intake: id })
  })
}

/** Runs one row; one that is refused, or that the database does not take, is noted and stops no other. */
async function take(visit: JobVisit, row: Waiting, run: (change: Change) => Promise<Refusal | undefined>) {
  const problem = await inChange(visit.db, visit, run).then(
    (result) => (isRefusal(result) ? result.refused : undefined),
    (error: unknown) => {
      // These are the row's; anything else is ours, and the job is tried again.
      if (!isOfData(error)) throw error
      return 'unexpected'
    },
  )
  if (problem) await inChange(visit.db, visit, (change) => refused(change, row, { problem, about: '' }))
}

/** Deletes intakes whose time is over. */
export const forgetIntakes: Job = (visit) => inChange(visit.db, visit, forget)

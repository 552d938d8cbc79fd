import { letGo } from '../files/index.ts'
import { addDocumentWithFile, type DocumentInput, knownDocument } from '../library/index.ts'
import { cut } from '../platform/clean.ts'
import { keptKinds } from '../platform/file-content.ts'
import { storeFile } from '../platform/files.ts'
import { type Change, isRefusal, NotFound, type Refusal, refuse } from '../platform/visit.ts'
import type { Harvested } from './harvest.ts'
import { entryOf, fileKey, type Known } from './model/entry.ts'
import { type Column, type Field, type Said, saidIn } from './model/fields.ts'
import { mustTakeIn } from './permissions.ts'
import type { Sent, SentRow } from './sent.ts'

const rowsAtOnce = 500

/** Keeps what was sent until the office has looked at it; a file that cannot be taken is noted with why. */
export async function keepSent(change: Change, { kind, name, columns, rows, files }: Sent) {
  mustTakeIn(change)
  const { id } = await newIntake(change, { kind, name, state: 'draft', columns: JSON.stringify(columns) })
  for (const { name: fileName, bytes } of files) {
    const plain = cut(fileKey(fileName), 300)
    const stored = await storeFile(change, { name: fileName, bytes, isPublic: false, kinds: keptKinds })
    const row = isRefusal(stored) ? { reason: stored.refused } : { fileId: stored.id }
    await change.write
      .insertInto('intakeFiles')
      .values({ intakeId: id, name: plain, ...row })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  await addRows(change, id, rows)
  await change.record('intake.kept', id, { after: { name, rows: rows.length, files: files.length } })
  return { id }
}

/** Notes where to harvest from; it is fetched by and by. */
export async function beginHarvest(change: Change, { address, set }: { address: string; set: string }) {
  mustTakeIn(change)
  const { id } = await newIntake(change, { kind: 'harvest', name: address, setSpec: set, state: 'fetching' })
  await change.queue('harvestIntake', { intake: id })
  await change.record('intake.kept', id, { after: { name: address } })
  return { id }
}

type New = { kind: string; name: string; state: string; setSpec?: string; columns?: string }
const newIntake = (change: Change, values: New) =>
  change.write
    .insertInto('intakes')
    .values({ ...values, createdAt: change.now, changedAt: change.now } as never)
    .returning('id')
    .executeTakeFirstOrThrow()

async function addRows({ write }: Change, intakeId: string, rows: readonly SentRow[]) {
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await write
      .insertInto('intakeRows')
      .values(rows.slice(at, at + rowsAtOnce).map(({ line, said }) => ({ intakeId, line, said: JSON.stringify(said) })))
      .execute()
}

const mostHarvested = 20_000

const mostHours = 24

/**
 * Keeps a page of a harvest, and goes on to the next one until there is none or it has become too much. A page may hold
 * nothing but deleted documents: what tells the end is the token.
 */
export async function keepHarvested(change: Change, id: string, { records, token, problem }: Harvested) {
  const intake = await change.read
    .selectFrom('intakes')
    .where('id', '=', id)
    .where('state', '=', 'fetching')
    .select(({ selectFrom }) => [
      'createdAt',
      'token',
      selectFrom('intakeRows')
        .whereRef('intakeId', '=', 'intakes.id')
        .select(({ fn }) => fn.max<number | null>('line').as('lines'))
        .as('lines'),
    ])
    .executeTakeFirst()
  if (!intake) return
  const { lines, createdAt } = intake
  const isAgain = records.length === 0 && token === intake.token
  const isStuck = token !== null && (isAgain || change.now.getTime() - createdAt.getTime() > mostHours * 3_600_000)
  const from = (lines ?? 0) + 1
  await addRows(
    change,
    id,
    records.map((said, index) => ({ line: from + index, said })),
  )
  const isTooMuch = from + records.length > mostHarvested
  const isOver = !token || problem !== null || isTooMuch || isStuck
  await change.write
    .updateTable('intakes')
    .set({
      token: isOver ? null : token,
      state: isOver ? 'draft' : 'fetching',
      problem: problem ?? (isTooMuch && token ? 'harvestTooMuch' : isStuck ? 'harvestStuck' : null),
      changedAt: change.now,
    })
    .where('id', '=', id)
    .where('state', '=', 'fetching')
    .execute()
  if (!isOver) await change.queue('harvestIntake', { intake: id })
  await change.record('intake.fetched', id, { after: { rows: records.length } })
}

/** Says which field each column of a table fills. Refuses with `fieldTwice` what two columns are to fill. */
export async function mapColumns(change: Change, { id, chosen }: { id: string; chosen: readonly (Field | null)[] }) {
  const { columns, state } = await locked(change, id)
  if (state !== 'draft') throw new NotFound()
  const used = chosen.filter((one) => one !== null)
  if (new Set(used).size < used.length) return refuse('fieldTwice')
  const mapped = columns.map(({ label }, index) => ({ label, field: chosen[index] ?? null }))
  const set = { columns: JSON.stringify(mapped), changedAt: change.now }
  await change.write.updateTable('intakes').set(set).where('id', '=', id).execute()
  await change.record('intake.mapped', id)
  return { id }
}

/** Takes in the rows, one after the other, as drafts. */
export async function beginIntake(change: Change, { id }: { id: string }) {
  const { state } = await locked(change, id)
  if (state !== 'draft') throw new NotFound()
  await change.write
    .updateTable('intakes')
    .set({ state: 'running', changedAt: change.now })
    .where('id', '=', id)
    .execute()
  await change.queue('runIntake', { intake: id })
  await change.record('intake.begun', id)
  return { id }
}

export type Waiting = { intakeId: string; line: number }

/**
 * Makes a draft of a row. What is known already, by an identifier or by the same content, is left as it is; what cannot
 * be taken is noted with why. Does nothing where another run has been faster.
 */
export async function takeRow(
  change: Change,
  { intakeId, line }: Waiting,
  known: Known & { columns: Column[] },
): Promise<Refusal | undefined> {
  // One row at a time, so that the second of two that are the same finds the first.
  const row = await change.write
    .selectFrom('intakeRows')
    .innerJoin('intakes', 'intakes.id', 'intakeId')
    .where('intakeId', '=', intakeId)
    .where('line', '=', line)
    .where('intakeRows.state', '=', 'waiting')
    .select(['said', 'kind', 'name'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const said = saidIn(row.said as string[] | Said, known.columns)
  const entry = entryOf(said, known)
  if ('problem' in entry) return refused(change, { intakeId, line }, entry)
  const { input, fileId } = entry
  const source = sourceOf(said, input)
  const before = await knownDocument(change, { source, doi: input.doi ?? null, urn: input.urn ?? null, file: fileId })
  if (before) return set(change, { intakeId, line }, { state: 'known', documentId: before })
  const document = await addDocumentWithFile(change, { ...input, source }, fileId)
  if (isRefusal(document)) return document
  return set(change, { intakeId, line }, { state: 'taken', documentId: document.id })
}

/** What a row is known by: its own identifier, else its DOI or URN, else all that it says. */
function sourceOf(said: Said, { doi, urn, title, dated, authors }: DocumentInput) {
  if (said.identifier) return `id:${cut(said.identifier.trim(), 500)}`
  if (doi) return `doi:${doi.toLowerCase()}`
  if (urn) return urn
  return said.file ? null : `row:${JSON.stringify([title, dated, authors.map(({ name }) => name)]).slice(0, 1000)}`
}

/** Notes why a row was not taken. */
export function refused(change: Change, row: Waiting, { problem, about }: { problem: string; about: string }) {
  return set(change, row, { state: 'refused', reason: problem, about })
}

type Became = { state: 'taken' | 'known' | 'refused'; documentId?: string; reason?: string; about?: string }
async function set(change: Change, { intakeId, line }: Waiting, became: Became): Promise<undefined> {
  await change.write
    .updateTable('intakeRows')
    .set(became)
    .where('intakeId', '=', intakeId)
    .where('line', '=', line)
    .where('state', '=', 'waiting')
    .execute()
  await change.record('intake.row', intakeId, { after: { line, became: became.state } })
}

/** Ends an intake: files that no document has are let go. */
export async function endIntake(change: Change, id: string) {
  await dropFiles(change, id)
  const done = { state: 'done', changedAt: change.now } as const
  await change.write.updateTable('intakes').set(done).where('id', '=', id).execute()
  await change.record('intake.done', id)
}

async function dropFiles(change: Change, id: string) {
  const files = await change.write.deleteFrom('intakeFiles').where('intakeId', '=', id).returning('fileId').execute()
  for (const { fileId } of files) await letGo(change, fileId)
}

/** Deletes an intake; drafts that were made of it stay. */
export async function removeIntake(change: Change, { id }: { id: string }) {
  const { name } = await locked(change, id)
  await dropFiles(change, id)
  await change.write.deleteFrom('intakes').where('id', '=', id).execute()
  await change.record('intake.removed', id, { before: { name } })
  return { id }
}

const day = 86_400_000
/** Deletes intakes that were never begun a week ago, and those that were three months ago. */
export async function forgetIntakes(change: Change) {
  const before = (days: number) => new Date(change.now.getTime() - days * day)
  const old = await change.read
    .selectFrom('intakes')
    .where(({ eb, or, and }) =>
      or([
        and([eb('state', '=', 'draft'), eb('changedAt', '<', before(7))]),
        and([eb('state', '=', 'done'), eb('changedAt', '<', before(90))]),
      ]),
    )
    .select('id')
    .execute()
  for (const one of old) await removeIntake(change, one)
}

async function locked(change: Change, id: string) {
  mustTakeIn(change)
  const row = await change.write
    .selectFrom('intakes')
    .where('id', '=', id)
    .select(['name', 'state', 'columns'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return { ...row, columns: row.columns as Column[] }
}

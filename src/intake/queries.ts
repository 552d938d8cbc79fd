import { allDocuments, allSubjects } from '../library/index.ts'
import { NotFound, type Visit } from '../platform/visit.ts'
import { regions } from '../region/index.ts'
import { entryOf, type Known } from './model/entry.ts'
import { type Column, type Said, saidIn } from './model/fields.ts'
import { files, intakes, mustTakeIn, rows } from './permissions.ts'

const mostShown = 50

/** The latest intakes. Only for the office. */
export function latestIntakes(visit: Visit) {
  mustTakeIn(visit)
  return intakes(visit)
    .select(['id', 'kind', 'name', 'state', 'createdAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
}

/** What an intake's rows are looked up in. */
export async function knownFor(visit: Visit, id: string): Promise<Known> {
  const [subjects, lines, came] = await Promise.all([
    allSubjects(visit),
    regions(visit),
    files(visit).where('intakeId', '=', id).where('fileId', 'is not', null).select(['name', 'fileId']).execute(),
  ])
  return { subjects, regions: lines, files: new Map(came.map(({ name, fileId }) => [name, fileId!])) }
}

/** An intake with how far it is, what of it was refused, and, before it begins, how its rows would be taken in. */
export async function intakeAt(visit: Visit, id: string) {
  mustTakeIn(visit)
  const intake = await intakes(visit)
    .where('id', '=', id)
    .select(['id', 'kind', 'name', 'state', 'columns', 'problem', 'createdAt', 'changedAt'])
    .executeTakeFirst()
  if (!intake) throw new NotFound()
  const columns = intake.columns as Column[]
  const [counts, wrong, made, left, preview] = await Promise.all([
    countsOf(visit, id),
    rows(visit)
      .where('intakeId', '=', id)
      .where('state', '=', 'refused')
      .select(['line', 'reason', 'about'])
      .orderBy('line')
      .limit(mostShown)
      .execute(),
    madeOf(visit, id),
    files(visit).where('intakeId', '=', id).select(['name', 'reason']).orderBy('name').execute(),
    intake.state === 'draft' ? previewOf(visit, id, columns) : { sample: [], wrong: [], count: 0 },
  ])
  const refused = wrong.map(({ line, reason, about }) => ({ line, problem: reason ?? '', about: about ?? '' }))
  const filesRefused = left.flatMap(({ name, reason }) => (reason ? [{ name, reason }] : []))
  return { ...intake, columns, counts, refused, made, files: left.length, filesRefused, preview }
}
export type Intake = Awaited<ReturnType<typeof intakeAt>>

async function countsOf(visit: Visit, id: string) {
  const found = await rows(visit)
    .where('intakeId', '=', id)
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  const of = (state: string) => found.find((one) => one.state === state)?.count ?? 0
  const [waiting, taken, known, refused] = [of('waiting'), of('taken'), of('known'), of('refused')]
  return { waiting, taken, known, refused, all: waiting + taken + known + refused }
}

/** The documents that its rows became or were already, the latest first. */
const madeOf = (visit: Visit, id: string) =>
  allDocuments(visit)
    .innerJoin('intakeRows', 'intakeRows.documentId', 'documents.id')
    .where('intakeId', '=', id)
    .select(['intakeRows.line', 'intakeRows.state', 'documents.slug', 'documents.title'])
    .orderBy('line', 'desc')
    .limit(mostShown)
    .execute()

const mostSample = 5

/** How the first rows would be taken in, and what is wrong with any. */
async function previewOf(visit: Visit, id: string, columns: readonly Column[]) {
  const [all, known] = await Promise.all([
    rows(visit).where('intakeId', '=', id).select(['line', 'said']).orderBy('line').execute(),
    knownFor(visit, id),
  ])
  const entries = all.map(({ line, said }) => {
    const named = saidIn(said as string[] | Said, columns)
    return { line, said: named, entry: entryOf(named, known) }
  })
  const wrong = entries.flatMap(({ line, entry }) => ('problem' in entry ? [{ line, ...entry }] : []))
  const sample = entries.slice(0, mostSample).map(({ line, said, entry }) => ({
    line,
    file: said.file ?? '',
    input: 'problem' in entry ? undefined : entry.input,
    title: said.title ?? said.file ?? '',
  }))
  return { sample, wrong: wrong.slice(0, mostShown), count: wrong.length }
}

/** How many intakes wait for the office. */
export async function intakesThatWait(visit: Visit): Promise<number> {
  const { count } = await intakes(visit)
    .where('state', '=', 'draft')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

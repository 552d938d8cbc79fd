import { createHash } from 'node:crypto'
import { innerGroup, ledGroup, workedGroup } from '../../groups/index.ts'
import { notify } from '../../notices/index.ts'
import { changedOf } from '../../platform/changed-values.ts'
import { type Change, isRefusal, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { paperPdf } from '../documents/pdf.ts'
import { isFixed, type Kind, nextStates, type State } from '../model.ts'
import { contentNow } from '../queries/content.ts'

export type Which = { groupId: string; paperId: string }

/** Begins a paper as a draft without sections. */
export async function beginPaper(
  change: Change,
  { groupId, title, kind }: { groupId: string; title: string; kind: Kind },
) {
  const group = await workedGroup(change, groupId)
  const { id } = await change.write
    .insertInto('papers')
    .values({ groupId, title, kind, createdAt: change.now, createdBy: personOf(change), changedAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('paper.begun', id, { edition: group.editionId, after: { title, kind } })
  return { id }
}

/** Changes title and kind. Refuses `changedMeanwhile`. */
export async function changePaper(
  change: Change,
  { seen, title, kind, ...which }: Which & { seen: number; title: string; kind: Kind },
) {
  const { group, paper } = await ledPaper(change, which)
  if (paper.revision !== seen) return refuse('changedMeanwhile')
  await touch(change, which.paperId, { title, kind })
  const changed = changedOf({ title: paper.title, kind: paper.kind }, { title, kind })
  await change.record('paper.changed', which.paperId, { edition: group.editionId, ...changed })
  return { id: which.paperId }
}

/** `seen` is the revision that the page showed, where one was shown. */
type Move = Which & { to: 'draft' | 'amending' | 'adopted'; seen?: number | null }

/**
 * Opens a paper to amendments, takes it back into the draft, or adopts it: then what it says is kept with its document
 * and the document's SHA-256, and nothing of it changes any more. Refuses `moveImpossible` where it stands elsewhere by
 * now, `changedMeanwhile`, `amendmentsOpen` and `nothingWritten` for one that cannot be adopted yet, `unsettable` as `paperPdf` does.
 */
export async function movePaper(change: Change, { to, seen, ...which }: Move) {
  const group = await ledGroup(change, which.groupId)
  const paper = await lockedRow(change, which)
  if (!nextStates(paper.state).includes(to)) return refuse('moveImpossible')
  if (to === 'adopted') {
    if (seen && seen !== paper.revision) return refuse('changedMeanwhile')
    if (await hasOpenAmendments(change, which.paperId)) return refuse('amendmentsOpen')
    const printed = await contentNow(change, which)
    const { content } = printed
    if (content.sections.length === 0) return refuse('nothingWritten')
    const pdf = await paperPdf(change, { ...printed, state: to })
    if (isRefusal(pdf)) return pdf
    await touch(change, which.paperId, {
      ...{ state: to, adoptedAt: change.now, adoptedBy: personOf(change), content: JSON.stringify(content), pdf },
      sha256: createHash('sha256').update(pdf).digest(),
    })
  } else await touch(change, which.paperId, { state: to })
  if (to === 'amending') await notify(change, { groupId: which.groupId, kind: 'paper' })
  await recordMove(change, { id: which.paperId, edition: group.editionId, from: paper.state, to })
  return { id: which.paperId }
}

export const recordMove = (
  change: Change,
  { id, edition, from, to }: { id: string; edition: string; from: State; to: State },
) => change.record('paper.moved', id, { edition, before: { state: from }, after: { state: to } })

const hasOpenAmendments = async ({ write }: Change, paperId: string) =>
  (await write
    .selectFrom('paperAmendments')
    .where('paperId', '=', paperId)
    .where('state', '=', 'open')
    .select('id')
    .executeTakeFirst()) !== undefined

/** Writes values of a paper and that it was changed now. */
export const touch = (change: Change, paperId: string, values: Record<string, unknown> = {}) =>
  change.write
    .updateTable('papers')
    .set((row) => ({ ...values, revision: row('revision', '+', 1), changedAt: change.now }))
    .where('id', '=', paperId)
    .execute()

/** A paper whose wording may still change, locked, for who leads the group. One that is fixed is not there to be changed. */
export const ledPaper = (change: Change, which: Which) => open(change, which, ledGroup)
/** The same for who writes in the group. */
export const workedPaper = (change: Change, which: Which) => open(change, which, workedGroup)
/** The same for who is inside. */
export const innerPaper = (change: Change, which: Which) => open(change, which, innerGroup)

async function open(change: Change, which: Which, reach: typeof ledGroup) {
  const group = await reach(change, which.groupId)
  const paper = await lockedRow(change, which)
  if (isFixed(paper.state)) throw new NotFound()
  return { group, paper }
}

/** The paper's row, locked. Whether the viewer may anything with it, the caller asks. */
export async function lockedRow({ write }: Change, { groupId, paperId }: Which) {
  const row = await write
    .selectFrom('papers')
    .where('groupId', '=', groupId)
    .where('id', '=', paperId)
    .select(['id', 'title', 'kind', 'state', 'revision'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

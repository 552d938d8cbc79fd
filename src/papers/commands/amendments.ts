import { type Change, NotFound, personOf, refuse } from '../../platform/visit.ts'
import { amended, placeOf } from '../anchors.ts'
import { mostSaid } from '../model.ts'
import { ledPaper, type Which, workedPaper } from './papers.ts'
import { lockedSection, tooMuchFor, writeVersion } from './sections.ts'

type Proposal = { sectionId: string; quote: string; near: number; replacement: string; reason: string }

/**
 * Proposes to replace a passage. Refuses `notAmending` while the paper is not open to amendments, `passageGone` where
 * its words do not stand in the section, `sameWords` for a change that changes nothing, `tooMuchSaid`.
 */
export async function proposeAmendment(change: Change, { sectionId, near, ...input }: Which & Proposal) {
  const { quote, replacement, reason, ...which } = input
  const { group, paper } = await workedPaper(change, which)
  if (paper.state !== 'amending') return refuse('notAmending')
  const section = await lockedSection(change, { ...which, id: sectionId })
  const there = placeOf(section.text, quote, near)
  if (!there) return refuse('passageGone', 'quote')
  if (replacement === quote) return refuse('sameWords', 'replacement')
  const { paperId } = which
  const last = await change.write
    .selectFrom('paperAmendments')
    .where('paperId', '=', paperId)
    .select(({ fn }) => [
      fn.max<number | null>('no').as('no'),
      fn.countAll<number>().filterWhere('personId', '=', personOf(change)).filterWhere('state', '=', 'open').as('own'),
    ])
    .executeTakeFirst()
  if ((last?.no ?? 0) >= mostSaid.amendments || Number(last?.own) >= mostSaid.openOfOne)
    return refuse('tooMuchSaid', 'reason')
  const { id } = await change.write
    .insertInto('paperAmendments')
    .values({
      ...{ paperId, sectionId, no: (last?.no ?? 0) + 1, personId: personOf(change), at: change.now },
      ...{ quote, quoteStart: there.start, quoteEnd: there.end, replacement, reason },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('paper.amendment_proposed', paperId, { edition: group.editionId })
  return { id }
}

type Decision = Which & { id: string; answer: string }

/**
 * Puts these words in place of the passage, as a new version of the section. `passage` is what stood there when the lead
 * decided. Refuses `decidedMeanwhile`; `passageGone`, and `passageChanged` where other words stand there by now: then the
 * page shows both.
 */
export async function acceptAmendment(
  change: Change,
  { id, passage, text, answer, ...which }: Decision & { passage: string; text: string },
) {
  const { group } = await ledPaper(change, which)
  const amendment = await lockedAmendment(change, which.paperId, id)
  if (amendment.state !== 'open') return refuse('decidedMeanwhile')
  const section = await lockedSection(change, { ...which, id: amendment.sectionId })
  const { quoteStart, quoteEnd, no } = amendment
  if (quoteStart === null || quoteEnd === null) return refuse('passageGone')
  if (section.text.slice(quoteStart, quoteEnd) !== passage) return refuse('passageChanged')
  const next = section.text.slice(0, quoteStart) + text + section.text.slice(quoteEnd)
  const wrong = await tooMuchFor(change, section, next)
  if (wrong) return refuse(wrong, 'text')
  await writeVersion(change, section, { title: section.title, text: next })
  const state = text === amended({ ...amendment, passage }) ? ('accepted' as const) : ('accepted_changed' as const)
  await change.write
    .updateTable('paperAmendments')
    .set({ ...decidedNow(change), state, applied: text, answer: answer || null, ...placed(quoteStart, text) })
    .where('id', '=', id)
    .execute()
  await change.record(`paper.amendment_${state}`, which.paperId, { edition: group.editionId, after: { no } })
  return { id }
}

const placed = (start: number, text: string) =>
  text ? { quoteStart: start, quoteEnd: start + text.length } : { quoteStart: null, quoteEnd: null }

/** Declines an amendment; the answer says why. Refuses `decidedMeanwhile`, and `answerMissing`. */
export async function declineAmendment(change: Change, { id, answer, ...which }: Decision) {
  const { group } = await ledPaper(change, which)
  const { state, no } = await lockedAmendment(change, which.paperId, id)
  if (state !== 'open') return refuse('decidedMeanwhile')
  if (!answer) return refuse('answerMissing', 'answer')
  await change.write
    .updateTable('paperAmendments')
    .set({ ...decidedNow(change), state: 'declined', answer })
    .where('id', '=', id)
    .execute()
  await change.record('paper.amendment_declined', which.paperId, { edition: group.editionId, after: { no } })
  return { id }
}

/** Withdraws one's own amendment. Refuses `decidedMeanwhile`. */
export async function withdrawAmendment(change: Change, { id, ...which }: Which & { id: string }) {
  const { group } = await workedPaper(change, which)
  const { state, no, personId } = await lockedAmendment(change, which.paperId, id)
  if (personId === null || personId !== personOf(change)) throw new NotFound()
  if (state !== 'open') return refuse('decidedMeanwhile')
  await change.write
    .updateTable('paperAmendments')
    .set({ ...decidedNow(change), state: 'withdrawn' })
    .where('id', '=', id)
    .execute()
  await change.record('paper.amendment_withdrawn', which.paperId, { edition: group.editionId, after: { no } })
  return { id }
}

const decidedNow = (change: Change) => ({ decidedAt: change.now, decidedBy: personOf(change) })

async function lockedAmendment({ write }: Change, paperId: string, id: string) {
  const row = await write
    .selectFrom('paperAmendments')
    .where('paperId', '=', paperId)
    .where('id', '=', id)
    .select(['sectionId', 'no', 'personId', 'state', 'quote', 'replacement', 'quoteStart', 'quoteEnd'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

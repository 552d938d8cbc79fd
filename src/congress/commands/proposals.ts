import type { Handover, Taken } from '../../platform/room.ts'
import { type Change, isRefusal, NotFound } from '../../platform/visit.ts'
import { lockEdition } from './change.ts'
import { addSession } from './sessions.ts'

/** Proposes a point of the programme for what a working group hands over. */
export async function takeHandover(change: Change, handover: Handover, taken: Taken): Promise<Taken> {
  const { editionId, groupId, title, abstract } = handover
  const said = { title: { de: title }, abstract: abstract ? { de: abstract } : null }
  const { id } = await change.write
    .insertInto('sessionProposals')
    .values({ ...said, editionId, groupId, proposedAt: change.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await change.record('session.proposed', id, { edition: editionId, after: { title: said.title } })
  return taken
}

type Proposal = { edition: string; id: string }

/** Takes a proposal into the programme, without a time so far. */
export async function takeProposal(change: Change, proposal: Proposal) {
  const { title, abstract } = await removed(change, proposal)
  const open = { startsAt: null, endsAt: null, roomId: null, trackId: null, isBookable: false, sourceId: null }
  const values = { title, abstract, language: null, format: 'handover' as const, ...open }
  const session = await addSession(change, { edition: proposal.edition, values, seats: null, speakers: [] })
  if (isRefusal(session)) throw new Error(`the programme did not take a proposal: ${session.refused}`)
  return session
}

/** Puts a proposal aside. */
export async function declineProposal(change: Change, proposal: Proposal) {
  const { id, title, editionId } = await removed(change, proposal)
  await change.record('session.proposal_declined', id, { edition: editionId, before: { title } })
  return { slug: proposal.edition }
}

async function removed(change: Change, { edition, id }: Proposal) {
  const { id: editionId } = await lockEdition(change, edition)
  const row = await change.write
    .deleteFrom('sessionProposals')
    .where('editionId', '=', editionId)
    .where('id', '=', id)
    .returning(['id', 'title', 'abstract', 'editionId'])
    .executeTakeFirst()
  if (!row) throw new NotFound()
  return row
}

import { sql } from 'kysely'
import { groupsShowing, innerGroups, ledGroups, ownMemberships } from '../groups/index.ts'
import { demand, holds, type Viewer, type Visit } from '../platform/visit.ts'

/**
 * | deed                                      | lead | member | observer | keeper | others                          |
 * | see a vote, who is entitled, its result   | yes  | yes    | yes      | yes    | the result, where the lead shows decisions |
 * | draft, open, close, cancel                | yes  | no     | no       | yes    | no                              |
 * | cast a ballot, name a proxy               | yes  | yes    | no       | no     | no                              |
 * | who chose what in an open vote            | all inside, once it is closed                                           |
 * | who chose what in a secret vote           | nobody                                                                  |
 * | reasons of an objection                   | yes  | one's own | no    | yes    | no                              |
 * | keep the weights of the statute           | the office                                                              |
 */
const weightKeepers = ['office'] as const
export const maySetWeights = (viewer: Viewer) => holds(viewer, weightKeepers)
/** Throws NotFound for who does not keep the weights. */
export const mustSetWeights = ({ viewer }: { viewer: Viewer }) => demand(viewer, weightKeepers)

type Asker = Pick<Visit, 'read' | 'viewer' | 'now'>
const ledIds = (visit: Asker) => ledGroups(visit).select('workingGroups.id')

/** The votes of the groups that the viewer sees from inside; drafts only for their leads. */
export const votes = (visit: Asker) =>
  visit.read
    .selectFrom('votes')
    .where('votes.groupId', 'in', innerGroups(visit).select('workingGroups.id'))
    .where((row) => row.or([row('votes.state', '!=', 'draft'), row('votes.groupId', 'in', ledIds(visit))]))

/** What was carried and everybody may know, where the lead shows decisions; one's own all the same. */
export const shownVotes = (visit: Asker) =>
  visit.read
    .selectFrom('votes')
    .where('votes.state', '=', 'closed')
    .where(sql<boolean>`votes.result ->> 'outcome' = 'accepted'`)
    .where('votes.groupId', 'in', groupsShowing(visit, 'agreements').select('workingGroups.id'))

/** The options of the votes that the viewer sees, from inside or not. */
export const options = (visit: Asker) =>
  visit.read
    .selectFrom('voteOptions')
    .where((row) =>
      row.or([
        row('voteOptions.voteId', 'in', votes(visit).select('votes.id')),
        row('voteOptions.voteId', 'in', shownVotes(visit).select('votes.id')),
      ]),
    )

/** Who is entitled in the votes that the viewer sees from inside. */
export const electors = (visit: Asker) =>
  visit.read.selectFrom('electors').where('electors.voteId', 'in', votes(visit).select('votes.id'))

const ownMemberIds = (visit: Asker) =>
  ownMemberships(visit).where('groupMembers.part', 'in', ['lead', 'member']).select('groupMembers.id')

/** The viewer's own proxies, given and received, that hold: as long as who gave it decides in the group. */
export const ownProxies = (visit: Asker) =>
  visit.read
    .selectFrom('voteProxies')
    .innerJoin('groupMembers as givers', 'givers.id', 'voteProxies.giverId')
    .where('givers.state', '=', 'active')
    .where('givers.part', 'in', ['lead', 'member'])
    .where('voteProxies.endedAt', 'is', null)
    .where((row) => row.or([row('untilOn', 'is', null), row('untilOn', '>=', visit.now.toISOString().slice(0, 10))]))
    .where((row) => row.or([row('giverId', 'in', ownMemberIds(visit)), row('proxyId', 'in', ownMemberIds(visit))]))

/** As the viewer's own, where a deputy still stands in for somebody who decides in the group. */
const ownDeputyIds = (visit: Asker) =>
  visit.read
    .selectFrom('groupMembers as deputies')
    .innerJoin('groupMembers as principals', 'principals.id', 'deputies.deputyFor')
    .where('deputies.id', 'in', ownMemberIds(visit))
    .where('principals.state', '=', 'active')
    .where('principals.part', 'in', ['lead', 'member'])
    .select('deputies.id')

/** For whom the viewer may cast: as one of them, as a deputy of one who may, or as a proxy. Observers do for nobody. */
export const ownElectors = (visit: Asker) =>
  electors(visit)
    .innerJoin('voteSpeakers', 'voteSpeakers.electorId', 'electors.id')
    .leftJoin(
      ownProxies(visit)
        .where('proxyId', 'in', ownMemberIds(visit))
        .select(['giverId', 'voteProxies.voteId'])
        .as('proxies'),
      (join) =>
        join
          .onRef('proxies.giverId', '=', 'voteSpeakers.memberId')
          .on('voteSpeakers.isDeputy', '=', false)
          .on((row) =>
            row.or([row('proxies.voteId', 'is', null), row('proxies.voteId', '=', row.ref('electors.voteId'))]),
          ),
    )
    .where((row) =>
      row.or([
        row.and([row('voteSpeakers.isDeputy', '=', false), row('voteSpeakers.memberId', 'in', ownMemberIds(visit))]),
        row.and([row('voteSpeakers.isDeputy', '=', true), row('voteSpeakers.memberId', 'in', ownDeputyIds(visit))]),
        row('proxies.giverId', 'is not', null),
      ]),
    )

/** Open ballots: all of closed votes; before that those the viewer may cast, and to its lead the answers to a question of consent. */
export const ballots = (visit: Asker) =>
  visit.read
    .selectFrom('voteBallots')
    .innerJoin('electors', 'electors.id', 'voteBallots.electorId')
    .innerJoin('votes', 'votes.id', 'electors.voteId')
    .where('votes.id', 'in', votes(visit).select('votes.id'))
    .where((row) =>
      row.or([
        row('votes.state', '=', 'closed'),
        row('electors.id', 'in', ownElectors(visit).select('electors.id')),
        row.and([row('votes.method', '=', 'consent'), row('votes.groupId', 'in', ledIds(visit))]),
      ]),
    )

/** Open ballots that another took the place of, for who sees that one. */
export const replacedBallots = (visit: Asker) =>
  visit.read
    .selectFrom('replacedBallots')
    .where('replacedBallots.electorId', 'in', ballots(visit).select('electors.id'))

/** The reasons of objections: those the viewer may have cast, and to its lead all. */
export const reasons = (visit: Asker) =>
  ballots(visit).where((row) =>
    row.or([
      row('electors.id', 'in', ownElectors(visit).select('electors.id')),
      row('votes.groupId', 'in', ledIds(visit)),
    ]),
  )

/** The ballots of secret votes that are closed, which tell of nobody. */
export const secretBallots = (visit: Asker) =>
  visit.read
    .selectFrom('secretBallots')
    .where('secretBallots.voteId', 'in', votes(visit).where('votes.state', '=', 'closed').select('votes.id'))

/** The weights of the statute, for who keeps them. */
export const weightVersions = ({ read, viewer }: Asker) =>
  read.selectFrom('weightVersions').where(sql<boolean>`${maySetWeights(viewer)}::boolean`)

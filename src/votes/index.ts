import { datedText } from '../platform/dated.ts'
import { isId } from '../platform/id.ts'
import { room } from '../platform/room.ts'
import { installation } from '../region/index.ts'
import { voteTogether } from './commands/closing.ts'
import { closeDueVotes, closeVote, destroyUrn } from './jobs.ts'
import { momentText, outcomeText } from './naming.ts'
import { api } from './open-api.ts'
import { paths } from './paths.ts'
import { maySetWeights } from './permissions.ts'
import { decidedVotes, namesOfVotes, openVotes, type Vote, votesToCast, withOptions } from './queries/votes.ts'
import { weightsOfBoth } from './queries/weights.ts'
import { apiRoutes } from './routes/api.ts'
import { ballotRoutes } from './routes/ballot.tsx'
import { voteRoutes } from './routes/votes.tsx'
import { weightRoutes } from './routes/weights.tsx'
import { text } from './text/text.ts'

export { draftVote } from './commands/votes.ts'

export const votes = room({
  name: 'votes',
  routes(web) {
    voteRoutes(web)
    ballotRoutes(web)
    weightRoutes(web)
    apiRoutes(web)
  },
  api,
  jobs: { closeVote, closeDueVotes, destroyUrn },
  clock: [{ at: '*/5 * * * *', job: 'closeDueVotes' }],
  menu: ({ viewer, language }) =>
    maySetWeights(viewer) ? [{ href: paths.weights.at(language), label: text[language].weights.title }] : [],
  recorded: (language) => ({
    deeds: text[language].deeds,
    fields: text[language].recorded,
    values: { outcome: text[language].result.outcomes },
  }),
  named: async (visit, ids) =>
    (await namesOfVotes(visit, ids)).map(({ id, title, groupId }) => ({
      id,
      text: title,
      href: paths.vote.at(visit.language, { group: groupId, vote: id }),
    })),
  lostByMerging: async (visit, merging) =>
    (await weightsOfBoth(visit, merging)).map(({ inForceOn, source, stays, goes }) =>
      text[visit.language].weights.lost({ day: datedText(visit.language, inForceOn), source, stays, goes }),
    ),
  stopsMerging: voteTogether,
  attention: async (visit) =>
    (await votesToCast(visit)).map(({ id, groupId, title }) => ({
      text: text[visit.language].toCast(title),
      href: paths.vote.at(visit.language, { group: groupId, vote: id }),
    })),
  async related(visit, asked) {
    const ids = asked.filter(isId)
    if (ids.length === 0) return []
    const { language } = visit
    const t = text[language]
    const [open, waiting, decided, { zone }] = await Promise.all([
      openVotes(visit, ids),
      votesToCast(visit),
      decidedVotes(visit, ids).then((all) => withOptions(visit, all)),
      installation(visit),
    ])
    const shown = (vote: Vote, kind: string, detail: string) => ({
      ...{ id: vote.id, to: vote.groupId, text: vote.title, kind, detail },
      href: paths.vote.at(language, { group: vote.groupId, vote: vote.id }),
    })
    return [
      ...open.map((vote) => {
        const until = vote.closesAt ? t.openUntil(momentText(language, zone, vote.closesAt)) : t.states.open
        const isWaiting = waiting.some(({ id }) => id === vote.id)
        return shown(vote, t.openKind, isWaiting ? `${until}; ${t.waiting}` : until)
      }),
      ...decided.map((vote) => shown(vote, t.kind, outcomeText(language, { vote, options: vote.options }))),
    ]
  },
})

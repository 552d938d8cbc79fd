import { z } from 'zod'
import { type Group, groupAt, innerGroupAt, ledGroupAt, membersOf } from '../../groups/index.ts'
import { type FormState, field, readForm, refusalWords, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { cancelVote, closeVote } from '../commands/closing.ts'
import { endProxy, giveProxy } from '../commands/proxies.ts'
import { changeVote, draftVote, openVote, removeVote } from '../commands/votes.ts'
import { standardProxies } from '../model.ts'
import { AddPage, CancellingPage, ClosingPage, EditPage, OpeningPage } from '../pages/forms.tsx'
import { ProxiesPage } from '../pages/proxies.tsx'
import { ShownVotePage, VotePage } from '../pages/vote.tsx'
import { DecidedPage, VotesPage } from '../pages/votes.tsx'
import { paths } from '../paths.ts'
import { electorateOf, openingProblem } from '../queries/electorate.ts'
import {
  decidedVotes,
  electorsOf,
  optionsOf,
  ownElectorIds,
  proxiesOf,
  publishedBallots,
  shownVoteAt,
  type Vote,
  voteAt,
  votesOf,
  waitingVotes,
  withOptions,
} from '../queries/votes.ts'
import { text } from '../text/text.ts'
import { changedFrom, draftedFrom, labelsOf, saidIn, startOf } from './fields.ts'

const zoneOf = async (visit: Visit) => (await installation(visit)).zone

/** Votes from inside a group, and what everybody may know of them. */
export function voteRoutes(web: Web) {
  web.get(paths.votes, async (visit, { params }) => {
    const [group, zone] = await Promise.all([groupAt(visit, params.group), zoneOf(visit)])
    if (group.standing === 'outside') {
      if (!group.shown.includes('agreements')) throw new NotFound()
      const votes = await withOptions(visit, await decidedVotes(visit, [group.id]))
      return { page: <DecidedPage {...{ group, votes, zone }} /> }
    }
    const [votes, waiting] = await Promise.all([votesOf(visit, group), waitingVotes(visit, group)])
    return {
      page: <VotesPage {...{ group, waiting, zone }} votes={await withOptions(visit, votes)} now={visit.now} />,
    }
  })
  addRoutes(web)
  proxyRoutes(web)
  web.get(paths.vote, async (visit, { params, query }) => {
    const group = await groupAt(visit, params.group)
    if (group.standing === 'outside') return { page: await shown(visit, group, params.vote) }
    const done = (['saved', 'opened', 'castDone', 'castSecretly'] as const).find((one) => one === query.info)
    const vote = await voteAt(visit, group, params.vote)
    const [options, electors, own, published, zone] = await Promise.all([
      optionsOf(visit, vote),
      electorsOf(visit, vote),
      ownElectorIds(visit, vote),
      publishedBallots(visit, vote),
      zoneOf(visit),
    ])
    return { page: <VotePage {...{ group, vote, options, electors, own, published, zone, done }} now={visit.now} /> }
  })
  editRoutes(web)
  openingRoutes(web)
  endingRoutes(web)
}

async function shown(visit: Visit, group: Group, id: string) {
  const vote = await shownVoteAt(visit, group, id)
  const [options, zone] = await Promise.all([optionsOf(visit, vote), zoneOf(visit)])
  return <ShownVotePage {...{ group, vote, options, zone }} />
}

export const toVote = (
  { language }: Visit,
  { groupId, id }: Pick<Vote, 'groupId' | 'id'>,
  info: 'saved' | 'opened' | 'castDone' | 'castSecretly',
) => ({ seeOther: paths.vote.at(language, { group: groupId, vote: id }, { info }) })

function addRoutes(web: Web) {
  web.get(paths.add, async (visit, { params }) => {
    const [group, zone] = await Promise.all([ledGroupAt(visit, params.group), zoneOf(visit)])
    const form = startWith({ method: 'yes_no', basis: 'person', majority: 'simple', mostProxies: standardProxies })
    return { page: <AddPage {...{ group, zone, form }} /> }
  })
  web.post(paths.add, async (visit, { params, body }) => {
    const [group, zone] = await Promise.all([ledGroupAt(visit, params.group), zoneOf(visit)])
    return submitted(visit, draftedFrom(visit, body, zone), {
      page: (form) => <AddPage {...{ group, zone, form }} />,
      run: (change, input) => draftVote(change, { ...input, groupId: group.id }),
      next: (vote) => toVote(visit, vote, 'saved'),
      refused: saidIn(visit),
    })
  })
}

type Params = { group: string; vote: string }

/** A vote in this state, for who leads its group. */
async function led(visit: Visit, params: Params, state: Vote['state']) {
  const group = await ledGroupAt(visit, params.group)
  const vote = await voteAt(visit, group, params.vote)
  if (vote.state !== state) throw new NotFound()
  return { group, vote, which: { groupId: group.id, id: vote.id } }
}

function editRoutes(web: Web) {
  web.get(paths.edit, async (visit, { params }) => {
    const [{ group, vote }, zone] = await Promise.all([led(visit, params, 'draft'), zoneOf(visit)])
    const form = startOf(vote, await optionsOf(visit, vote), zone)
    return { page: <EditPage {...{ group, vote, zone, form }} /> }
  })
  web.post(paths.edit, async (visit, { params, body }) => {
    const [{ group, vote, which }, zone] = await Promise.all([led(visit, params, 'draft'), zoneOf(visit)])
    return submitted(visit, changedFrom(visit, body, zone), {
      page: (form) => <EditPage {...{ group, vote, zone, form }} />,
      run: (change, input) => changeVote(change, { ...input, ...which }),
      next: () => toVote(visit, which, 'saved'),
      refused: saidIn(visit),
    })
  })
  web.post(paths.removal, async (visit, { params }) => {
    const { group, which } = await led(visit, params, 'draft')
    return changed(visit, {
      run: (change) => removeVote(change, which),
      next: () => ({ seeOther: paths.votes.at(visit.language, { group: group.id }) }),
    })
  })
}

const said = (visit: Visit, refusal: Refusal) => refusalWords(refusal, text[visit.language].refused)

function openingRoutes(web: Web) {
  const asking = async (visit: WebVisit, { group, vote }: { group: Group; vote: Vote }, refused?: string) => {
    const electorate = await electorateOf(visit, vote)
    const problem = openingProblem(visit, vote, electorate)
    const why = problem && text[visit.language].refused[problem]
    return <OpeningPage {...{ group, vote, electorate, why }} refused={why ? undefined : refused} />
  }
  web.get(paths.opening, async (visit, { params }) => ({
    page: await asking(visit, await led(visit, params, 'draft')),
  }))
  web.post(paths.opening, async (visit, { params }) => {
    const one = await led(visit, params, 'draft')
    return changed(visit, {
      run: (change) => openVote(change, one.which),
      next: (vote) => toVote(visit, vote, 'opened'),
      refused: (refusal) => asking(visit, one, said(visit, refusal)),
    })
  })
}

const cancelForm = z.object({ reason: field.text(2000) })

function endingRoutes(web: Web) {
  const closing = async (visit: WebVisit, { group, vote }: { group: Group; vote: Vote }, refused?: string) => (
    <ClosingPage {...{ group, vote, refused }} electors={await electorsOf(visit, vote)} now={visit.now} />
  )
  web.get(paths.closing, async (visit, { params }) => ({
    page: await closing(visit, await led(visit, params, 'open')),
  }))
  web.post(paths.closing, async (visit, { params }) => {
    const one = await led(visit, params, 'open')
    return changed(visit, {
      run: (change) => closeVote(change, one.which),
      next: (vote) => toVote(visit, vote, 'saved'),
      refused: (refusal) => closing(visit, one, said(visit, refusal)),
    })
  })
  web.get(paths.cancelling, async (visit, { params }) => {
    const { group, vote } = await led(visit, params, 'open')
    return { page: <CancellingPage {...{ group, vote }} form={startWith()} /> }
  })
  web.post(paths.cancelling, async (visit, { params, body }) => {
    const { group, vote, which } = await led(visit, params, 'open')
    return submitted(visit, readForm(cancelForm, body, visit.language, labelsOf(visit)), {
      page: (form) => <CancellingPage {...{ group, vote, form }} />,
      run: (change, { reason }) => cancelVote(change, { ...which, reason }),
      next: (one) => toVote(visit, one, 'saved'),
      refused: saidIn(visit),
    })
  })
}

const proxyForm = z.object({
  proxyId: field.id(),
  voteId: field.optionalId(),
  untilOn: field.optionalDay(),
})

function proxyRoutes(web: Web) {
  const opened = async (visit: WebVisit, id: string) => {
    const group = await innerGroupAt(visit, id)
    if (!group.ownMemberId || group.standing === 'observer') throw new NotFound()
    return group
  }
  const asking = async (visit: WebVisit, group: Group, form: FormState) => {
    const [proxies, members, votes] = await Promise.all([
      proxiesOf(visit, group),
      membersOf(visit, group),
      votesOf(visit, group),
    ])
    return <ProxiesPage {...{ group, form, proxies, members }} votes={votes.filter(({ state }) => state === 'open')} />
  }
  const toProxies = (visit: WebVisit, group: Group) => ({
    seeOther: paths.proxies.at(visit.language, { group: group.id }),
  })
  web.get(paths.proxies, async (visit, { params }) => {
    const group = await opened(visit, params.group)
    return { page: await asking(visit, group, startWith()) }
  })
  web.post(paths.proxies, async (visit, { params, body }) => {
    const group = await opened(visit, params.group)
    return submitted(visit, readForm(proxyForm, body, visit.language, labelsOf(visit)), {
      page: (form) => asking(visit, group, form),
      run: (change, input) => giveProxy(change, { ...input, groupId: group.id }),
      next: () => toProxies(visit, group),
      refused: saidIn(visit),
    })
  })
  web.post(paths.proxyEnd, async (visit, { params }) => {
    const group = await opened(visit, params.group)
    return changed(visit, {
      run: (change) => endProxy(change, { groupId: group.id, id: idFrom(params.proxy) }),
      next: () => toProxies(visit, group),
    })
  })
}

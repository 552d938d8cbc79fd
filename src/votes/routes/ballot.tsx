import { innerGroupAt } from '../../groups/index.ts'
import { type FormState, startWith, withRefusal } from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { castOpenly, castSecretly } from '../commands/casting.ts'
import { isBallot, type Part } from '../model.ts'
import { BallotPage, CastingPage } from '../pages/ballot.tsx'
import { paths } from '../paths.ts'
import { electorsOf, optionsOf, ownElectorIds, voteAt } from '../queries/votes.ts'
import { text } from '../text/text.ts'
import { newCode } from '../urn.ts'
import { ballotFrom, labelsOf, replacedFrom, saidIn, secretFrom, startOfBallot } from './fields.ts'
import { toVote } from './votes.tsx'

type Params = { group: string; vote: string; elector: string }

/** The ballot of an elector for whom the viewer casts. Throws NotFound for any other, and before a vote is open. */
async function opened(visit: Visit, params: Params) {
  const group = await innerGroupAt(visit, params.group)
  const vote = await voteAt(visit, group, params.vote)
  const [options, electors, own] = await Promise.all([
    optionsOf(visit, vote),
    electorsOf(visit, vote),
    ownElectorIds(visit, vote),
  ])
  const elector = electors.find(({ id }) => id === params.elector && own.includes(id))
  if (!elector || vote.state === 'draft') throw new NotFound()
  return { group, vote, options, elector, which: { groupId: group.id, id: vote.id, electorId: elector.id } }
}

/** Casting: an open ballot at once, a secret one after a second look with its receipt. */
export function ballotRoutes(web: Web) {
  web.get(paths.ballot, async (visit, { params }) => {
    const one = await opened(visit, params)
    const { vote, elector, which } = one
    // Nothing is left to cast there.
    if (vote.state !== 'open' || (vote.isSecret && elector.hasCast))
      return { seeOther: paths.vote.at(visit.language, { group: which.groupId, vote: which.id }) }
    return { page: <BallotPage {...one} form={startOfBallot(one)} /> }
  })
  web.post(paths.ballot, async (visit, { params, body }) => {
    const one = await opened(visit, params)
    const read = ballotFrom(visit, body, one)
    if (one.vote.isSecret) return looked(visit, one, read)
    return submitted(visit, read, {
      // Read anew: another may have cast meanwhile, and the page asks then.
      page: async (form) => <BallotPage {...(await opened(visit, params))} form={form} />,
      run: (change, input) => castOpenly(change, { ...input, ...one.which, replaces: replacedFrom(visit, body) }),
      next: (vote) => toVote(visit, vote, 'castDone'),
      refused: saidIn(visit),
    })
  })
  web.post(paths.casting, async (visit, { params, body }) => {
    const one = await opened(visit, params)
    const ballot = secretFrom(visit, body)
    if (!one.vote.isSecret || !ballot) throw new NotFound()
    return changed(visit, {
      run: (change) => castSecretly(change, { ...ballot, ...one.which }),
      next: (vote) => toVote(visit, vote, 'castSecretly'),
      refused: (refusal) => <BallotPage {...one} form={saidIn(visit)(startWith(), refusal)} />,
    })
  })
}

type Opened = Awaited<ReturnType<typeof opened>>
type Looked = { data?: { parts: Part[] } | undefined; form: FormState }

/** Shows a secret ballot once more, with a fresh receipt. Nothing is stored yet, and nothing of it ever under the person. */
function looked(visit: Visit, one: Opened, { data, form }: Looked) {
  const { vote, options } = one
  if (!data) return { status: 422, page: <BallotPage {...one} form={form} /> }
  if (!isBallot({ rule: vote, options: options.length, weight: 1, parts: data.parts })) {
    const refusal = { refused: 'partsWrong', field: 'choices' }
    const said = withRefusal(form, refusal, text[visit.language].refused, labelsOf(visit))
    return { status: 409, page: <BallotPage {...one} form={said} /> }
  }
  return { page: <CastingPage {...one} choices={data.parts.map(({ choice }) => choice)} code={newCode()} /> }
}

import { groupPaths } from '../groups/index.ts'
import { path } from '../platform/paths.ts'

const of = <const De extends string>(de: De, en: string) =>
  path(`/arbeitsgruppen/:group/abstimmungen/${de}`, `/en/working-groups/:group/votes/${en}`)

export const paths = {
  /** For programs, as JSON. */
  api: path('/api/groups/:group/votes', '/api/groups/:group/votes'),
  votes: groupPaths.votes,
  add: of('neu', 'new'),
  proxies: of('vertretung', 'proxies'),
  proxyEnd: of('vertretung/:proxy/ende', 'proxies/:proxy/end'),
  vote: of(':vote', ':vote'),
  edit: of(':vote/bearbeiten', ':vote/edit'),
  removal: of(':vote/loeschen', ':vote/remove'),
  opening: of(':vote/eroeffnung', ':vote/opening'),
  closing: of(':vote/schluss', ':vote/closing'),
  cancelling: of(':vote/abbruch', ':vote/cancelling'),
  ballot: of(':vote/stimme/:elector', ':vote/ballot/:elector'),
  /** A secret ballot is looked at once more, with its receipt, before it is cast. */
  casting: of(':vote/stimme/:elector/einwurf', ':vote/ballot/:elector/casting'),
  weights: path('/verwaltung/stimmgewichte', '/en/office/vote-weights'),
  addWeights: path('/verwaltung/stimmgewichte/neu', '/en/office/vote-weights/new'),
}

import { groupAt } from '../../groups/index.ts'
import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Web } from '../../platform/web.tsx'
import { paths } from '../paths.ts'
import { decidedVotes, withOptions } from '../queries/votes.ts'

/** What a group carried by vote, for programs, as everybody may know it. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit, { params }) => {
    const stranger = strangerOf(visit)
    const group = await groupAt(stranger, params.group)
    const decided = await withOptions(stranger, await decidedVotes(stranger, [group.id]))
    const votes = decided.map(({ id, title, text, method, closedAt, result, options }) => ({
      ...{ id, title, text, method, closedAt, chosen: (result?.chosen ?? []).map((no) => options[no - 1]) },
      address: visit.house.publicUrl + paths.vote.at('de', { group: group.id, vote: id }),
    }))
    return jsonAnswer({ votes })
  })
}

import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Web } from '../../platform/web.tsx'
import { pathOf, paths } from '../paths.ts'
import { latestPieces } from '../queries/register.ts'

const most = 1000

/** Results, projects and positions for programs, as everybody may know them. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit) => {
    const cards = await latestPieces(strangerOf(visit), most)
    const pieces = cards.map(({ id, kind, slug, title, text, state, outcome, starts, ends, changedAt }) => ({
      ...{ id, kind, title, text, state, outcome, starts, ends, changedAt },
      address: visit.house.publicUrl + pathOf(kind).at('de', { piece: slug }),
    }))
    return jsonAnswer({ pieces })
  })
}

import { groupAt } from '../../groups/index.ts'
import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Web } from '../../platform/web.tsx'
import { paths } from '../paths.ts'
import { adoptedPapers } from '../queries/papers.ts'

/** The adopted papers of a group for programs, as everybody may know them. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit, { params }) => {
    const stranger = strangerOf(visit)
    const { publicUrl } = visit.house
    const group = await groupAt(stranger, params.group)
    const papers = (await adoptedPapers(stranger, [group.id])).map(({ id, kind, title, adoptedAt }) => {
      const here = { group: group.id, paper: id }
      return {
        ...{ id, kind, title, adoptedAt, address: publicUrl + paths.paper.at('de', here) },
        document: publicUrl + paths.pdf.at('de', here),
      }
    })
    return jsonAnswer({ papers })
  })
}

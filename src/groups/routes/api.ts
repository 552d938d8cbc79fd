import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Web } from '../../platform/web.tsx'
import { paths } from '../paths.ts'
import { allGroups } from '../queries/groups.ts'

/** The working groups for programs, with what their leads show everybody. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit) => {
    const all = await allGroups(strangerOf(visit))
    const groups = all.map(({ id, name, text, leads, state, mandate, edition }) => ({
      ...{ id, name, text, leads, state, mandate, congress: edition.slug },
      address: visit.house.publicUrl + paths.group.at('de', { group: id }),
    }))
    return jsonAnswer({ groups })
  })
}

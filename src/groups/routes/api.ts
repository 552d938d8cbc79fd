import { type Api, jsonAnswer, reading, shape, strangerOf } from '../../platform/api.ts'
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

const { id, text, textOrNull, words, address, list, object } = shape

export const api: Api = {
  paths: { [paths.api.de]: reading('findGroups', 'The working groups of all congresses', { shape: 'Groups' }) },
  schemas: {
    Groups: object({ groups: list('Group') }),
    Group: object({
      ...{ id, name: words, text: words, leads: textOrNull, mandate: words, congress: text, address },
      state: { type: ['string', 'null'], description: 'Only where the group shows it' },
    }),
  },
}

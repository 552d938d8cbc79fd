import { groupAt } from '../../groups/index.ts'
import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Web } from '../../platform/web.tsx'
import { paths } from '../paths.ts'
import { decisionsShown } from '../queries/agreements.ts'
import { minutesOfGroups } from '../queries/minutes.ts'

/** Approved minutes and decisions of a group for programs, as everybody may know them. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit, { params }) => {
    const stranger = strangerOf(visit)
    const { publicUrl } = visit.house
    const group = await groupAt(stranger, params.group)
    const [approved, decided] = await Promise.all([
      minutesOfGroups(stranger, [group.id]),
      decisionsShown(stranger, [group.id]),
    ])
    const minutes = approved.map(({ id, groupId, title, approvedAt, sha256 }) => {
      const here = { group: groupId, meeting: id }
      return {
        ...{ meeting: id, title, approvedAt, sha256: sha256?.toString('hex') ?? null },
        address: publicUrl + paths.minutes.at('de', here),
        document: publicUrl + paths.document.at('de', here),
      }
    })
    const decisions = decided.map(({ id, text, approvedAt }) => ({ id, text, decidedAt: approvedAt }))
    return jsonAnswer({ minutes, decisions })
  })
}

import { groupAt } from '../../groups/index.ts'
import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Web } from '../../platform/web.tsx'
import { paths } from '../paths.ts'
import { meetingsOfGroups } from '../queries/meetings.ts'

/** The meetings of a group for programs, as everybody may know them. */
export function apiRoutes(web: Web) {
  web.get(paths.api, async (visit, { params }) => {
    const stranger = strangerOf(visit)
    const group = await groupAt(stranger, params.group)
    const meetings = (await meetingsOfGroups(stranger, [group.id])).map(({ groupId, ...meeting }) => ({
      ...meeting,
      address: visit.house.publicUrl + paths.meeting.at('de', { group: groupId, meeting: meeting.id }),
    }))
    return jsonAnswer({ meetings })
  })
}

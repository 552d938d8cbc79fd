import { isId } from '../platform/id.ts'
import { room } from '../platform/room.ts'
import { installation } from '../region/index.ts'
import { eraseMeetingGuests } from './jobs.ts'
import { meetingMails } from './mail/invitation.ts'
import { api } from './open-api.ts'
import { paths } from './paths.ts'
import { meetingsOfGroups, namesOfMeetings } from './queries/meetings.ts'
import { meetingsToAnswer } from './queries/presence.ts'
import { apiRoutes } from './routes/api.ts'
import { meetingRoutes } from './routes/meetings.tsx'
import { ownRoutes } from './routes/own.tsx'
import { text } from './text/text.ts'
import { spanText } from './times.ts'

export { takeAttendance } from './commands/attendance.ts'
export { addMeeting, guestSecret, setAgenda } from './commands/meetings.ts'
export { paths as meetingPaths } from './paths.ts'
export { heldPresence } from './permissions.ts'
export { type Guest, guestsOf, type Meeting, meetingAt } from './queries/meetings.ts'
export { type PresentGuest, presentGuest, presentGuestsOf, wasThere } from './queries/presence.ts'
export { spanText } from './times.ts'

export const meetings = room({
  name: 'meetings',
  routes(web) {
    meetingRoutes(web)
    ownRoutes(web)
    apiRoutes(web)
  },
  api,
  jobs: { eraseMeetingGuests },
  clock: [{ at: '57 2 * * *', job: 'eraseMeetingGuests' }],
  mails: meetingMails,
  recorded: (language) => ({ deeds: text[language].deeds, fields: text[language].recorded }),
  named: async (visit, ids) =>
    (await namesOfMeetings(visit, ids)).map(({ id, title, groupId }) => ({
      id,
      text: title,
      href: paths.meeting.at(visit.language, { group: groupId, meeting: id }),
    })),
  attention: async (visit) =>
    (await meetingsToAnswer(visit)).map(({ id, groupId, title, state }) => ({
      text: text[visit.language].toAnswer[state === 'polling' ? 'polling' : 'planned'](title),
      href: paths.meeting.at(visit.language, { group: groupId, meeting: id }),
    })),
  async related(visit, asked) {
    const ids = asked.filter(isId)
    if (ids.length === 0) return []
    const [rows, { zone }] = await Promise.all([meetingsOfGroups(visit, ids), installation(visit)])
    const t = text[visit.language]
    return rows.map(({ id, groupId, title, startsAt, endsAt }) => ({
      id,
      to: groupId,
      text: title,
      kind: t.kind,
      detail: startsAt && endsAt ? spanText(visit.language, zone, { startsAt, endsAt }) : t.noDate,
      href: paths.meeting.at(visit.language, { group: groupId, meeting: id }),
    }))
  },
})

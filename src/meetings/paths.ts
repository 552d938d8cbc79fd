import { groupPaths } from '../groups/index.ts'
import { path } from '../platform/paths.ts'

const of = <const De extends string>(de: De, en: string) =>
  path(`/arbeitsgruppen/:group/sitzungen/:meeting/${de}`, `/en/working-groups/:group/meetings/:meeting/${en}`)

export const paths = {
  /** For programs, as JSON. */
  api: path('/api/groups/:group/meetings', '/api/groups/:group/meetings'),
  meetings: groupPaths.meetings,
  add: path('/arbeitsgruppen/:group/sitzungen/neu', '/en/working-groups/:group/meetings/new'),
  meeting: path('/arbeitsgruppen/:group/sitzungen/:meeting', '/en/working-groups/:group/meetings/:meeting'),
  edit: of('bearbeiten', 'edit'),
  agenda: of('tagesordnung', 'agenda'),
  guests: of('gaeste', 'guests'),
  fixing: of('termin', 'date'),
  invitation: of('einladung', 'invitation'),
  answer: of('antwort', 'answer'),
  callingOff: of('absage', 'calling-off'),
  /** It belongs to the room of minutes; the meeting only leads there. */
  minutes: of('protokoll', 'minutes'),
  calendar: of('kalender.ics', 'calendar.ics'),
  own: path('/sitzung/:secret', '/en/meeting/:secret'),
  ownCalendar: path('/sitzung/:secret/kalender.ics', '/en/meeting/:secret/calendar.ics'),
}

import { congressPaths } from '../congress/index.ts'
import { path } from '../platform/paths.ts'

const inside = <const De extends string>(de: De, en: string) =>
  path(`/arbeitsgruppen/:group/${de}`, `/en/working-groups/:group/${en}`)

export const paths = {
  /** For programs, as JSON. */
  api: path('/api/groups', '/api/groups'),
  groups: congressPaths.workingGroups,
  group: congressPaths.group,
  join: inside('mitmachen', 'join'),
  asked: inside('mitmachen/danke', 'join/thanks'),
  invitation: path('/gruppeneinladung/:secret', '/en/group-invitation/:secret'),
  declining: path('/gruppeneinladung/:secret/ablehnung', '/en/group-invitation/:secret/declining'),
  inner: inside('intern', 'inside'),
  opening: inside('eroeffnung', 'opening'),
  settings: inside('einstellungen', 'settings'),
  state: inside('stand', 'state'),
  members: inside('mitglieder', 'members'),
  invite: inside('mitglieder/einladen', 'members/invite'),
  member: inside('mitglieder/:member', 'members/:member'),
  admission: inside('mitglieder/:member/aufnahme', 'members/:member/admission'),
  speaker: inside('mitglieder/:member/organisation', 'members/:member/organisation'),
  memberEnd: inside('mitglieder/:member/entfernen', 'members/:member/remove'),
  own: inside('eigenes', 'own'),
  leaving: inside('austritt', 'leaving'),
  /** It belongs to the room of meetings; the group only leads there. */
  meetings: inside('sitzungen', 'meetings'),
  /** The same, of the room of minutes. */
  agreements: inside('vereinbarungen', 'agreements'),
  /** The same, of the room of notices. */
  notices: inside('nachrichten', 'notices'),
  /** The same, of the room of votes. */
  votes: inside('abstimmungen', 'votes'),
  /** The same, of the room of papers. */
  papers: inside('papiere', 'papers'),
}

/** Whether an address is of a group or of all of them. */
export const isOfGroups = (address: string) =>
  [paths.groups.de, paths.groups.en].some((all) => address === all || address.startsWith(`${all}/`))

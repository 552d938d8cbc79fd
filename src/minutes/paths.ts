import { groupPaths } from '../groups/index.ts'
import { meetingPaths } from '../meetings/index.ts'
import { path } from '../platform/paths.ts'

const of = <const De extends string>(de: De, en: string) =>
  path(
    `/arbeitsgruppen/:group/sitzungen/:meeting/protokoll/${de}`,
    `/en/working-groups/:group/meetings/:meeting/minutes/${en}`,
  )

export const paths = {
  /** For programs, as JSON. */
  api: path('/api/groups/:group/minutes', '/api/groups/:group/minutes'),
  minutes: meetingPaths.minutes,
  document: path(
    '/arbeitsgruppen/:group/sitzungen/:meeting/protokoll.pdf',
    '/en/working-groups/:group/meetings/:meeting/minutes.pdf',
  ),
  attendance: of('anwesenheit', 'attendance'),
  state: of('stand', 'state'),
  addSection: of('neu', 'new'),
  section: of(':section', ':section'),
  versions: of(':section/fassungen', ':section/versions'),
  comment: of(':section/anmerkung', ':section/comment'),
  propose: of(':section/vorschlag', ':section/proposal'),
  proposal: of('vorschlaege/:wording', 'proposals/:wording'),
  agree: of(':section/festhalten', ':section/agree'),
  /** The way of guests who were there: the link in their mail. */
  own: path('/sitzung/:secret/protokoll', '/en/meeting/:secret/minutes'),
  ownComment: path('/sitzung/:secret/protokoll/:section/anmerkung', '/en/meeting/:secret/minutes/:section/comment'),
  ownProposal: path('/sitzung/:secret/protokoll/:section/vorschlag', '/en/meeting/:secret/minutes/:section/proposal'),
  agreements: groupPaths.agreements,
  agreement: path(
    '/arbeitsgruppen/:group/vereinbarungen/:agreement',
    '/en/working-groups/:group/agreements/:agreement',
  ),
}

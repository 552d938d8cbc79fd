import { groupPaths } from '../groups/index.ts'
import { path } from '../platform/paths.ts'

const of = <const De extends string>(de: De, en: string) =>
  path(`/arbeitsgruppen/:group/papiere/${de}`, `/en/working-groups/:group/papers/${en}`)

export const paths = {
  /** For programs, as JSON. */
  api: path('/api/groups/:group/papers', '/api/groups/:group/papers'),
  papers: groupPaths.papers,
  add: of('neu', 'new'),
  paper: of(':paper', ':paper'),
  settings: of(':paper/angaben', ':paper/details'),
  state: of(':paper/stand', ':paper/state'),
  handingOver: of(':paper/uebergabe', ':paper/handing-over'),
  pdf: of(':paper/papier.pdf', ':paper/paper.pdf'),
  docx: of(':paper/papier.docx', ':paper/paper.docx'),
  html: of(':paper/papier.html', ':paper/paper.html'),
  markdown: of(':paper/papier.md', ':paper/paper.md'),
  addSection: of(':paper/abschnitte/neu', ':paper/sections/new'),
  section: of(':paper/abschnitte/:part', ':paper/sections/:part'),
  write: of(':paper/abschnitte/:part/bearbeiten', ':paper/sections/:part/edit'),
  addPicture: of(':paper/abschnitte/:part/bild', ':paper/sections/:part/picture'),
  /** The picture itself. */
  picture: path(
    '/arbeitsgruppen/:group/papiere/:paper/bilder/:picture',
    '/arbeitsgruppen/:group/papiere/:paper/bilder/:picture',
  ),
  place: of(':paper/abschnitte/:part/platz', ':paper/sections/:part/place'),
  removal: of(':paper/abschnitte/:part/entnahme', ':paper/sections/:part/removal'),
  versions: of(':paper/abschnitte/:part/fassungen', ':paper/sections/:part/versions'),
  restoring: of(':paper/abschnitte/:part/fassungen/:version', ':paper/sections/:part/versions/:version'),
  comment: of(':paper/abschnitte/:part/anmerkung', ':paper/sections/:part/comment'),
  amend: of(':paper/abschnitte/:part/antrag', ':paper/sections/:part/amend'),
  answer: of(':paper/anmerkungen/:comment/antwort', ':paper/comments/:comment/answer'),
  settling: of(':paper/anmerkungen/:comment/stand', ':paper/comments/:comment/state'),
  amendments: of(':paper/antraege', ':paper/amendments'),
  amendment: of(':paper/antraege/:amendment', ':paper/amendments/:amendment'),
  withdrawal: of(':paper/antraege/:amendment/ruecknahme', ':paper/amendments/:amendment/withdrawal'),
}

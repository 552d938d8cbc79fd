import { path } from '../platform/paths.ts'
import type { Kind } from './model.ts'

export const paths = {
  /** Over all editions: what became of what was agreed. */
  thread: path('/was-wurde-daraus', '/en/what-became-of-it'),
  /** For programs, as JSON. */
  api: path('/api/pieces', '/api/pieces'),
  apiPiece: path('/api/pieces/:piece', '/api/pieces/:piece'),
  feed: path('/was-wurde-daraus/neues.atom', '/en/what-became-of-it/news.atom'),
  stopped: path('/was-wurde-daraus/nicht-weiter', '/en/what-became-of-it/stopped'),
  edition: path('/kongresse/:edition/was-wurde-daraus', '/en/congresses/:edition/what-became-of-it'),
  reportPage: path('/kongresse/:edition/bericht', '/en/congresses/:edition/report'),
  report: path('/kongresse/:edition/bericht.pdf', '/en/congresses/:edition/report.pdf'),
  result: path('/ergebnisse/:piece', '/en/results/:piece'),
  projects: path('/projekte', '/en/projects'),
  projectsFile: path('/projekte/liste/:as', '/en/projects/list/:as'),
  field: path('/projekte/felder/:field', '/en/projects/fields/:field'),
  project: path('/projekte/:piece', '/en/projects/:piece'),
  positions: path('/positionen', '/en/positions'),
  position: path('/positionen/:piece', '/en/positions/:piece'),
  /** A wording of a position as it was kept, its letter, and the page to sign it. */
  version: path('/positionen/:piece/fassungen/:version', '/en/positions/:piece/versions/:version'),
  letter: path(
    '/positionen/:piece/fassungen/:version/schreiben.pdf',
    '/en/positions/:piece/versions/:version/letter.pdf',
  ),
  sign: path('/positionen/:piece/unterschriften', '/en/positions/:piece/signatures'),
  unsign: path(
    '/positionen/:piece/unterschriften/:signature/ruecknahme',
    '/en/positions/:piece/signatures/:signature/withdrawal',
  ),
  /** Consultations that the region answers together, and the page of who holds the link to contribute. */
  consultations: path('/verwaltung/anhoerungen', '/en/office/consultations'),
  addConsultation: path('/verwaltung/anhoerungen/neu', '/en/office/consultations/new'),
  consultation: path('/verwaltung/anhoerungen/:consultation', '/en/office/consultations/:consultation'),
  askContribution: path(
    '/verwaltung/anhoerungen/:consultation/beitraege',
    '/en/office/consultations/:consultation/contributions',
  ),
  contribution: path(
    '/verwaltung/anhoerungen/:consultation/beitraege/:contribution',
    '/en/office/consultations/:consultation/contributions/:contribution',
  ),
  removeContribution: path(
    '/verwaltung/anhoerungen/:consultation/beitraege/:contribution/loeschen',
    '/en/office/consultations/:consultation/contributions/:contribution/delete',
  ),
  merge: path('/verwaltung/anhoerungen/:consultation/antwort', '/en/office/consultations/:consultation/answer'),
  contribute: path('/anhoerung/:secret', '/en/consultation/:secret'),
  /** Nothing more by mail about what stands still. */
  endReminders: path('/was-wurde-daraus/keine-mails/:secret', '/en/what-became-of-it/no-mails/:secret'),
  keepWording: path('/verwaltung/faden/:piece/fassungen', '/en/office/thread/:piece/versions'),
  office: path('/verwaltung/faden', '/en/office/thread'),
  fields: path('/verwaltung/faden/felder', '/en/office/thread/fields'),
  add: path('/verwaltung/faden/neu/:kind', '/en/office/thread/new/:kind'),
  edit: path('/verwaltung/faden/:piece', '/en/office/thread/:piece'),
  publish: path('/verwaltung/faden/:piece/veroeffentlichung', '/en/office/thread/:piece/publication'),
  remove: path('/verwaltung/faden/:piece/loeschen', '/en/office/thread/:piece/delete'),
  /** Making a project or a position of a result. */
  make: path('/verwaltung/faden/:piece/daraus', '/en/office/thread/:piece/onward'),
  addEvent: path('/verwaltung/faden/:piece/ereignisse/neu', '/en/office/thread/:piece/events/new'),
  event: path('/verwaltung/faden/:piece/ereignisse/:event', '/en/office/thread/:piece/events/:event'),
  removeEvent: path(
    '/verwaltung/faden/:piece/ereignisse/:event/loeschen',
    '/en/office/thread/:piece/events/:event/delete',
  ),
  addPoint: path('/verwaltung/faden/:piece/forderungen/neu', '/en/office/thread/:piece/demands/new'),
  point: path('/verwaltung/faden/:piece/forderungen/:point', '/en/office/thread/:piece/demands/:point'),
  removePoint: path(
    '/verwaltung/faden/:piece/forderungen/:point/loeschen',
    '/en/office/thread/:piece/demands/:point/delete',
  ),
  relate: path('/verwaltung/faden/:piece/verbindungen', '/en/office/thread/:piece/relations'),
  unrelate: path(
    '/verwaltung/faden/:piece/verbindungen/:relation/loeschen',
    '/en/office/thread/:piece/relations/:relation/delete',
  ),
}

/** Where a piece of this kind is read. */
export const pathOf = (kind: Kind) => paths[kind]

const ofThread = [paths.edition, paths.reportPage, paths.result].flatMap(({ de, en }) =>
  [de, en].map((pattern) => new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)),
)
/** Whether an address is the thread's without lying below its own: a result, what became of a congress's results. */
export const isOfThread = (address: string) => ofThread.some((pattern) => pattern.test(address))

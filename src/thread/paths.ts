import { path } from '../platform/paths.ts'
import type { Kind } from './model.ts'

const kept = <const De extends string>(de: De, en: string) =>
  path(`/projekte/:piece/pflege/${de}`, `/en/projects/:piece/keeping/${en}`)

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
  projectsFeed: path('/projekte/neues.atom', '/en/projects/news.atom'),
  /** What an organisation's people, and the office, keep of a project. */
  keep: path('/projekte/:piece/pflege', '/en/projects/:piece/keeping'),
  keepPart: kept('beitrag/:organisation', 'contribution/:organisation'),
  addIndicator: kept('kennzahlen/neu', 'indicators/new'),
  indicator: kept('kennzahlen/:item', 'indicators/:item'),
  removeIndicator: kept('kennzahlen/:item/loeschen', 'indicators/:item/delete'),
  enterValue: kept('kennzahlen/:item/werte', 'indicators/:item/values'),
  removeValue: kept('kennzahlen/:item/werte/:value/loeschen', 'indicators/:item/values/:value/delete'),
  addMilestone: kept('meilensteine/neu', 'steps/new'),
  milestone: kept('meilensteine/:item', 'steps/:item'),
  removeMilestone: kept('meilensteine/:item/loeschen', 'steps/:item/delete'),
  addFund: kept('mittel/neu', 'money/new'),
  fund: kept('mittel/:item', 'money/:item'),
  removeFund: kept('mittel/:item/loeschen', 'money/:item/delete'),
  addMaterial: kept('material/neu', 'material/new'),
  removeMaterial: kept('material/:item/loeschen', 'material/:item/delete'),
  /** What is overdue, and asking by mail. */
  overdue: path('/verwaltung/faden/ueberfaellig', '/en/office/thread/overdue'),
  ask: path('/verwaltung/faden/:piece/nachfrage', '/en/office/thread/:piece/inquiry'),
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
  /** Those of them that everybody may read. */
  calls: path('/anhoerungen', '/en/consultations'),
  call: path('/anhoerungen/:consultation', '/en/consultations/:consultation'),
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

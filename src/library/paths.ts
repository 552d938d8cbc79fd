import { path } from '../platform/paths.ts'

export const paths = {
  library: path('/bibliothek', '/en/library'),
  feed: path('/bibliothek/neues.atom', '/en/library/news.atom'),
  /** For other catalogues: OAI-PMH. */
  oai: path('/oai', '/oai'),
  /** Data sets as DCAT-AP, documents as JSON, and what the addresses take and give as OpenAPI. */
  catalogue: path('/bibliothek/daten.jsonld', '/bibliothek/daten.jsonld'),
  api: path('/api/documents', '/api/documents'),
  apiDocument: path('/api/documents/:document', '/api/documents/:document'),
  apiCollections: path('/api/collections', '/api/collections'),
  openApi: path('/api/openapi.json', '/api/openapi.json'),
  /** A search told by mail: pages of a room above. */
  alerts: path('/bibliothek/suche-per-mail', '/en/library/search-by-mail'),
  barriers: path('/bibliothek/barrierefreiheit', '/en/library/accessibility'),
  collections: path('/bibliothek/sammlungen', '/en/library/collections'),
  collection: path('/bibliothek/sammlungen/:collection', '/en/library/collections/:collection'),
  readingList: path('/bibliothek/leseliste', '/en/library/reading-list'),
  /** By its slug; its id leads there for ever. */
  document: path('/bibliothek/:document', '/en/library/:document'),
  text: path('/bibliothek/:document/text', '/en/library/:document/text'),
  /** Its pages as pictures. */
  pages: path('/bibliothek/:document/seiten', '/en/library/:document/pages'),
  picture: path('/bibliothek/:document/bilder/:version/:name', '/bibliothek/:document/bilder/:version/:name'),
  citation: path('/bibliothek/:document/zitat/:format', '/en/library/:document/citation/:format'),
  /** Where programs go on from it, for them alone. */
  linkset: path('/bibliothek/:document/verweise.json', '/bibliothek/:document/verweise.json'),
  file: path('/bibliothek/:document/dateien/:version/:name', '/bibliothek/:document/dateien/:version/:name'),
  office: path('/verwaltung/bibliothek', '/en/office/library'),
  /** Many at once: pages of the room above. */
  intakes: path('/verwaltung/bibliothek/einlesen', '/en/office/library/import'),
  subjects: path('/verwaltung/bibliothek/themen', '/en/office/library/subjects'),
  subject: path('/verwaltung/bibliothek/themen/:subject', '/en/office/library/subjects/:subject'),
  subjectUp: path('/verwaltung/bibliothek/themen/:subject/nach-oben', '/en/office/library/subjects/:subject/up'),
  ownCollections: path('/verwaltung/bibliothek/sammlungen', '/en/office/library/collections'),
  addCollection: path('/verwaltung/bibliothek/sammlungen/neu', '/en/office/library/collections/new'),
  editCollection: path('/verwaltung/bibliothek/sammlungen/:collection', '/en/office/library/collections/:collection'),
  removeCollection: path(
    '/verwaltung/bibliothek/sammlungen/:collection/loeschen',
    '/en/office/library/collections/:collection/delete',
  ),
  add: path('/verwaltung/bibliothek/neu', '/en/office/library/new'),
  edit: path('/verwaltung/bibliothek/:document', '/en/office/library/:document'),
  publish: path('/verwaltung/bibliothek/:document/veroeffentlichung', '/en/office/library/:document/publication'),
  addVersion: path('/verwaltung/bibliothek/:document/fassungen', '/en/office/library/:document/versions'),
  readAgain: path('/verwaltung/bibliothek/:document/neu-lesen', '/en/office/library/:document/read-again'),
  withdraw: path('/verwaltung/bibliothek/:document/ruecknahme', '/en/office/library/:document/withdrawal'),
  remove: path('/verwaltung/bibliothek/:document/loeschen', '/en/office/library/:document/delete'),
}
/** Where a page of a document's text begins, or a paragraph on it. */
export const anchorOf = (page: number, paragraph?: number) =>
  `seite-${page}${paragraph === undefined ? '' : `-absatz-${paragraph}`}`

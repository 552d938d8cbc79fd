import { path } from '../platform/paths.ts'

/** What an edition has several of: the list, one of them, and what one does with it. */
const several = <const De extends string>(de: De, en: string) => ({
  list: path(`/verwaltung/kongresse/:edition/${de}`, `/en/office/congresses/:edition/${en}`),
  add: path(`/verwaltung/kongresse/:edition/${de}/neu`, `/en/office/congresses/:edition/${en}/new`),
  item: path(`/verwaltung/kongresse/:edition/${de}/:item`, `/en/office/congresses/:edition/${en}/:item`),
  remove: path(
    `/verwaltung/kongresse/:edition/${de}/:item/loeschen`,
    `/en/office/congresses/:edition/${en}/:item/delete`,
  ),
  up: path(`/verwaltung/kongresse/:edition/${de}/:item/nach-oben`, `/en/office/congresses/:edition/${en}/:item/up`),
})

export const paths = {
  congresses: path('/kongresse', '/en/congresses'),
  /** For programs, as JSON. */
  api: path('/api/congresses', '/api/congresses'),
  apiCongress: path('/api/congresses/:edition', '/api/congresses/:edition'),
  edition: path('/kongresse/:edition', '/en/congresses/:edition'),
  calendar: path('/kongresse/:edition/kalender.ics', '/en/congresses/:edition/calendar.ics'),
  picture: path('/kongresse/:edition/bild.png', '/en/congresses/:edition/picture.png'),
  programme: path('/kongresse/:edition/programm', '/en/congresses/:edition/programme'),
  session: path('/kongresse/:edition/programm/:session', '/en/congresses/:edition/programme/:session'),
  sessionCalendar: path(
    '/kongresse/:edition/programm/:session/kalender.ics',
    '/en/congresses/:edition/programme/:session/calendar.ics',
  ),
  /** What the edition shows: logos, portraits, documents. */
  file: path('/kongresse/:edition/dateien/:file/:name', '/kongresse/:edition/dateien/:file/:name'),
  /** The page itself belongs to registration; the congress only leads there. */
  register: path('/kongresse/:edition/anmeldung', '/en/congresses/:edition/registration'),
  office: path('/verwaltung/kongresse', '/en/office/congresses'),
  newEdition: path('/verwaltung/kongresse/neu', '/en/office/congresses/new'),
  edit: path('/verwaltung/kongresse/:edition', '/en/office/congresses/:edition'),
  copyEdition: path('/verwaltung/kongresse/:edition/kopieren', '/en/office/congresses/:edition/copy'),
  removeEdition: path('/verwaltung/kongresse/:edition/loeschen', '/en/office/congresses/:edition/delete'),
  editSeries: path('/verwaltung/kongresse/reihe', '/en/office/congresses/series'),
  editBasics: path('/verwaltung/kongresse/:edition/grunddaten', '/en/office/congresses/:edition/basics'),
  editPlace: path('/verwaltung/kongresse/:edition/zeit-und-ort', '/en/office/congresses/:edition/time-and-place'),
  editState: path('/verwaltung/kongresse/:edition/stand', '/en/office/congresses/:edition/state'),
  editSeats: path('/verwaltung/kongresse/:edition/stand/plaetze', '/en/office/congresses/:edition/state/places'),
  editEnglish: path('/verwaltung/kongresse/:edition/englisch', '/en/office/congresses/:edition/english'),
  editOrganisations: path('/verwaltung/kongresse/:edition/beteiligte', '/en/office/congresses/:edition/organisations'),
  removeOrganisation: path(
    '/verwaltung/kongresse/:edition/beteiligte/loeschen',
    '/en/office/congresses/:edition/organisations/delete',
  ),
  editLogo: path(
    '/verwaltung/kongresse/:edition/beteiligte/:organisation/logo',
    '/en/office/congresses/:edition/organisations/:organisation/logo',
  ),
  editPortrait: path(
    '/verwaltung/kongresse/:edition/programm/:item/:speaker/portraet',
    '/en/office/congresses/:edition/programme/:item/:speaker/portrait',
  ),
  editProgramme: several('programm', 'programme'),
  proposal: path(
    '/verwaltung/kongresse/:edition/vorschlaege/:proposal',
    '/en/office/congresses/:edition/proposals/:proposal',
  ),
  editParts: {
    facts: several('angaben', 'facts'),
    milestones: several('stationen', 'milestones'),
    groups: several('arbeitsgruppen', 'working-groups'),
    documents: several('dokumente', 'documents'),
    rooms: several('raeume', 'rooms'),
    tracks: several('straenge', 'tracks'),
  },
  /** These belong to the room of groups; the congress only leads there. */
  workingGroups: path('/arbeitsgruppen', '/en/working-groups'),
  group: path('/arbeitsgruppen/:group', '/en/working-groups/:group'),
  /** These belong to registration; the congress only leads there. */
  registration: path(
    '/verwaltung/kongresse/:edition/anmeldungen/:registration',
    '/en/office/congresses/:edition/registrations/:registration',
  ),
  registrations: path('/verwaltung/kongresse/:edition/anmeldungen', '/en/office/congresses/:edition/registrations'),
  ticketTypes: path('/verwaltung/kongresse/:edition/tickets', '/en/office/congresses/:edition/tickets'),
  consentTexts: path('/verwaltung/einwilligungen', '/en/office/consents'),
}

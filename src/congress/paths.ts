import { path } from '../platform/paths.ts'

export const paths = {
  congresses: path('/kongresse', '/en/congresses'),
  edition: path('/kongresse/:edition', '/en/congresses/:edition'),
  calendar: path('/kongresse/:edition/kalender.ics', '/en/congresses/:edition/calendar.ics'),
  picture: path('/kongresse/:edition/bild.png', '/en/congresses/:edition/picture.png'),
  programme: path('/kongresse/:edition/programm', '/en/congresses/:edition/programme'),
  session: path('/kongresse/:edition/programm/:session', '/en/congresses/:edition/programme/:session'),
  sessionCalendar: path(
    '/kongresse/:edition/programm/:session/kalender.ics',
    '/en/congresses/:edition/programme/:session/calendar.ics',
  ),
  /** The page itself belongs to registration; the congress only leads there. */
  register: path('/kongresse/:edition/anmeldung', '/en/congresses/:edition/registration'),
  office: path('/verwaltung/kongresse', '/en/office/congresses'),
  newEdition: path('/verwaltung/kongresse/neu', '/en/office/congresses/new'),
  edit: path('/verwaltung/kongresse/:edition', '/en/office/congresses/:edition'),
}

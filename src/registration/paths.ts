import { path } from '../platform/paths.ts'

/** The form itself is `congressPaths.register`. */
export const paths = {
  lostLink: path('/anmeldung-finden', '/en/find-registration'),
  lostSent: path('/anmeldung-finden/gesendet', '/en/find-registration/sent'),
  own: path('/anmeldung/:secret', '/en/registration/:secret'),
  change: path('/anmeldung/:secret/aendern', '/en/registration/:secret/change'),
  cancel: path('/anmeldung/:secret/absagen', '/en/registration/:secret/cancel'),
  ticket: path('/anmeldung/:secret/karte.pdf', '/en/registration/:secret/ticket.pdf'),
  calendar: path('/anmeldung/:secret/kalender.ics', '/en/registration/:secret/calendar.ics'),
  participants: path('/anmeldung/:secret/teilnehmende', '/en/registration/:secret/participants'),
}

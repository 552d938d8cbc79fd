import { congressPaths } from '../congress/index.ts'
import { path } from '../platform/paths.ts'

/** The form itself is `congressPaths.register`. */
export const paths = {
  lostLink: path('/anmeldung-finden', '/en/find-registration'),
  lostSent: path('/anmeldung-finden/gesendet', '/en/find-registration/sent'),
  own: path('/anmeldung/:secret', '/en/registration/:secret'),
  change: path('/anmeldung/:secret/aendern', '/en/registration/:secret/change'),
  cancel: path('/anmeldung/:secret/absagen', '/en/registration/:secret/cancel'),
  consent: path('/anmeldung/:secret/einwilligung', '/en/registration/:secret/consent'),
  email: path('/anmeldung/:secret/e-mail', '/en/registration/:secret/email'),
  confirmEmail: path('/neue-adresse/:secret', '/en/new-address/:secret'),
  keepEmail: path('/adresse-behalten/:secret', '/en/keep-address/:secret'),
  ticket: path('/anmeldung/:secret/karte.pdf', '/en/registration/:secret/ticket.pdf'),
  calendar: path('/anmeldung/:secret/kalender.ics', '/en/registration/:secret/calendar.ics'),
  participants: path('/anmeldung/:secret/teilnehmende', '/en/registration/:secret/participants'),
}

const here = <const De extends string>(de: De, en: string) =>
  path(`/verwaltung/kongresse/:edition/${de}`, `/en/office/congresses/:edition/${en}`)
const one = <const De extends string>(de: De, en: string) =>
  here(`anmeldungen/:registration${de}`, `registrations/:registration${en}`)

const ofEdition = [congressPaths.registrations, congressPaths.ticketTypes, congressPaths.consentTexts]
  .flatMap(({ de, en }) => [de, en])
  .map((pattern) => new RegExp(`^${pattern.replace(/:\w+/, '[^/]+')}(/|$)`))
/** Whether an address belongs to the desk though it lies below a congress. */
export const isAtDesk = (address: string) => ofEdition.some((pattern) => pattern.test(address))

/** The office's side of registration. What stands before `:registration` is never an id. */
export const deskPaths = {
  editions: path('/verwaltung/anmeldungen', '/en/office/registrations'),
  list: congressPaths.registrations,
  csv: here('anmeldungen/liste.csv', 'registrations/list.csv'),
  xlsx: here('anmeldungen/liste.xlsx', 'registrations/list.xlsx'),
  print: here('anmeldungen/druck', 'registrations/print'),
  add: here('anmeldungen/neu', 'registrations/new'),
  needs: here('anmeldungen/bedarf', 'registrations/needs'),
  needsCsv: here('anmeldungen/bedarf.csv', 'registrations/needs.csv'),
  needsXlsx: here('anmeldungen/bedarf.xlsx', 'registrations/needs.xlsx'),
  mealsCsv: here('anmeldungen/essen.csv', 'registrations/meals.csv'),
  mealsXlsx: here('anmeldungen/essen.xlsx', 'registrations/meals.xlsx'),
  participants: here('anmeldungen/teilnehmende', 'registrations/participants'),
  door: here('anmeldungen/einlass', 'registrations/door'),
  one: one('', ''),
  edit: one('/bearbeiten', '/edit'),
  ticket: one('/karte.pdf', '/ticket.pdf'),
  cancel: one('/absagen', '/cancel'),
  message: one('/nachricht', '/message'),
  confirm: one('/platz', '/place'),
  resend: one('/bestaetigung', '/confirmation'),
  newLink: one('/neuer-link', '/new-link'),
  addTicketType: here('tickets/neu', 'tickets/new'),
  ticketType: here('tickets/:item', 'tickets/:item'),
  removeTicketType: here('tickets/:item/loeschen', 'tickets/:item/delete'),
  addConsent: path('/verwaltung/einwilligungen/neu', '/en/office/consents/new'),
  consent: path('/verwaltung/einwilligungen/:key', '/en/office/consents/:key'),
}

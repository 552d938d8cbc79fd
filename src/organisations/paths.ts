import { path } from '../platform/paths.ts'

const inside = <const De extends string>(de: De, en: string) =>
  path(`/organisationen/:organisation/${de}`, `/en/organisations/:organisation/${en}`)

export const paths = {
  /** For programs, as JSON. */
  api: path('/api/organisations', '/api/organisations'),
  register: path('/organisationen', '/en/organisations'),
  registerFile: path('/organisationen/liste/:as', '/en/organisations/list/:as'),
  network: path('/organisationen/netz', '/en/organisations/network'),
  organisation: path('/organisationen/:organisation', '/en/organisations/:organisation'),
  care: inside('betreuung', 'care'),
  invite: inside('betreuung/einladen', 'care/invite'),
  stewardEnd: inside('betreuung/:steward/ende', 'care/:steward/end'),
  contactNew: inside('kontakte/neu', 'contacts/new'),
  contact: inside('kontakte/:contact', 'contacts/:contact'),
  contactRemoval: inside('kontakte/:contact/entfernen', 'contacts/:contact/removal'),
  invitationAccepted: path('/organisationseinladung/angenommen', '/en/organisation-invitation/accepted'),
  invitation: path('/organisationseinladung/:secret', '/en/organisation-invitation/:secret'),
  declining: path('/organisationseinladung/:secret/ablehnung', '/en/organisation-invitation/:secret/declining'),
  consent: path('/kontaktangaben/:secret', '/en/contact-details/:secret'),
  withdrawal: path('/kontaktangaben/:secret/loeschung', '/en/contact-details/:secret/removal'),
  withdrawn: path('/kontaktangaben/geloescht', '/en/contact-details/removed'),
  office: path('/verwaltung/organisationen', '/en/office/organisations'),
  edit: path('/verwaltung/organisationen/:organisation', '/en/office/organisations/:organisation'),
  merge: path(
    '/verwaltung/organisationen/:organisation/zusammenfuehrung',
    '/en/office/organisations/:organisation/merging',
  ),
}

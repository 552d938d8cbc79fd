import { path } from '../platform/paths.ts'

/** Addresses of signing in, the own account, and the administration of people. */
export const paths = {
  access: path('/zugang', '/en/access'),
  linkSent: path('/zugang/gesendet', '/en/access/sent'),
  link: path('/zugang/link/:secret', '/en/access/link/:secret'),
  onward: path('/zugang/weiter', '/en/access/onward'),
  passkeyChallenge: path('/zugang/passkey/aufgabe', '/en/access/passkey/challenge'),
  passkeySignIn: path('/zugang/passkey', '/en/access/passkey'),
  signOut: path('/abmelden', '/en/sign-out'),
  account: path('/konto', '/en/account'),
  passkeyAddChallenge: path('/konto/passkeys/aufgabe', '/en/account/passkeys/challenge'),
  passkeys: path('/konto/passkeys', '/en/account/passkeys'),
  passkeyRemoval: path('/konto/passkeys/entfernen', '/en/account/passkeys/removal'),
  signInEnd: path('/konto/geraete/:signIn/ende', '/en/account/devices/:signIn/end'),
  otherSignInsEnd: path('/konto/geraete/andere/ende', '/en/account/devices/others/end'),
  ownClosing: path('/konto/schliessen', '/en/account/closing'),
  people: path('/verwaltung/personen', '/en/office/people'),
  invitation: path('/verwaltung/personen/einladen', '/en/office/people/invite'),
  person: path('/verwaltung/personen/:person', '/en/office/people/:person'),
  personInvitation: path('/verwaltung/personen/:person/einladung', '/en/office/people/:person/invitation'),
  roles: path('/verwaltung/personen/:person/rollen', '/en/office/people/:person/roles'),
  roleRemoval: path(
    '/verwaltung/personen/:person/rollen/:role/entziehen',
    '/en/office/people/:person/roles/:role/removal',
  ),
  closing: path('/verwaltung/personen/:person/schliessen', '/en/office/people/:person/closing'),
  erasure: path('/verwaltung/personen/:person/loeschung', '/en/office/people/:person/erasure'),
  audit: path('/verwaltung/protokoll', '/en/office/log'),
}

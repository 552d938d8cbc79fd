import { path } from '../platform/paths.ts'

export const paths = {
  outbox: path('/verwaltung/postausgang', '/en/office/outbox'),
  failedAgain: path('/verwaltung/postausgang/gescheiterte/neuer-versand', '/en/office/outbox/failed/resending'),
  mail: path('/verwaltung/postausgang/:mail', '/en/office/outbox/:mail'),
  again: path('/verwaltung/postausgang/:mail/neuer-versand', '/en/office/outbox/:mail/resending'),
  templates: path('/verwaltung/vorlagen', '/en/office/templates'),
  template: path('/verwaltung/vorlagen/:template/:words', '/en/office/templates/:template/:words'),
  reset: path('/verwaltung/vorlagen/:template/:words/ruecknahme', '/en/office/templates/:template/:words/reset'),
}

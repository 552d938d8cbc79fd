import { home, path } from '../platform/paths.ts'

export const paths = {
  home,
  page: path('/:page', '/en/:page'),
  report: path('/barriere-melden', '/en/report-a-barrier'),
  reported: path('/barriere-melden/danke', '/en/report-a-barrier/thanks'),
  picture: path('/bild.png', '/en/picture.png'),
  feed: path('/neues.atom', '/en/news.atom'),
  sitemap: path('/sitemap.xml', '/sitemap.xml'),
  robots: path('/robots.txt', '/robots.txt'),
  colours: path('/farben.css', '/farben.css'),
  emblem: path('/zeichen.svg', '/zeichen.svg'),
  overview: path('/verwaltung', '/en/office'),
  pages: path('/verwaltung/seiten', '/en/office/pages'),
  newPage: path('/verwaltung/seiten/neu', '/en/office/pages/new'),
  editPage: path('/verwaltung/seiten/:page', '/en/office/pages/:page'),
  history: path('/verwaltung/seiten/:page/fassungen', '/en/office/pages/:page/versions'),
  restore: path('/verwaltung/seiten/:page/fassungen/:version', '/en/office/pages/:page/versions/:version'),
  withdrawal: path('/verwaltung/seiten/:page/zuruecknahme', '/en/office/pages/:page/withdrawal'),
  operator: path('/verwaltung/angaben', '/en/office/operator'),
  reports: path('/verwaltung/meldungen', '/en/office/reports'),
  answer: path('/verwaltung/meldungen/:report', '/en/office/reports/:report'),
}

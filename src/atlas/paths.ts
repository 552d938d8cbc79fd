import { path } from '../platform/paths.ts'

export const paths = {
  atlas: path('/atlas', '/en/atlas'),
  feed: path('/atlas/neues.atom', '/en/atlas/news.atom'),
  catalogue: path('/atlas/katalog.jsonld', '/en/atlas/catalogue.jsonld'),
  openApi: path('/atlas/openapi.json', '/atlas/openapi.json'),
  flows: path('/atlas/pendeln', '/en/atlas/commuting'),
  flowData: path('/atlas/pendeln/:as', '/en/atlas/commuting/:as'),
  story: path('/atlas/warum', '/en/atlas/why'),
  told: path('/atlas/geschichten/:told', '/en/atlas/stories/:told'),
  interlinkage: path('/atlas/verflechtung', '/en/atlas/interlinkage'),
  methods: path('/atlas/methoden', '/en/atlas/methods'),
  relation: path('/atlas/zusammenhang', '/en/atlas/relation'),
  /** A chart or map with an address of its own; its question is the query. */
  view: path('/atlas/ansichten/:view', '/en/atlas/views/:view'),
  viewData: path('/atlas/ansichten/:view/:as', '/en/atlas/views/:view/:as'),
  comparison: path('/atlas/vergleich', '/en/atlas/comparison'),
  comparisonFile: path('/atlas/vergleich/:as', '/en/atlas/comparison/:as'),
  indicator: path('/atlas/kennzahlen/:indicator', '/en/atlas/indicators/:indicator'),
  /** An indicator by municipality. */
  fine: path('/atlas/kennzahlen/:indicator/gemeinden', '/en/atlas/indicators/:indicator/municipalities'),
  indicatorData: path('/atlas/kennzahlen/:indicator/:as', '/en/atlas/indicators/:indicator/:as'),
  /** A district by its official key, a region by its id. */
  territory: path('/atlas/gebiete/:territory', '/en/atlas/areas/:territory'),
  office: path('/verwaltung/atlas', '/en/office/atlas'),
  define: path('/verwaltung/atlas/kennzahlen', '/en/office/atlas/indicators'),
  indicatorEdit: path('/verwaltung/atlas/kennzahlen/:indicator', '/en/office/atlas/indicators/:indicator'),
  indicatorPlace: path('/verwaltung/atlas/kennzahlen/:indicator/platz', '/en/office/atlas/indicators/:indicator/place'),
  stories: path('/verwaltung/atlas/geschichten', '/en/office/atlas/stories'),
  storyEdit: path('/verwaltung/atlas/geschichten/:story', '/en/office/atlas/stories/:story'),
  storyWithdraw: path('/verwaltung/atlas/geschichten/:story/ruecknahme', '/en/office/atlas/stories/:story/withdrawal'),
  load: path('/verwaltung/atlas/:load', '/en/office/atlas/:load'),
  map: path('/verwaltung/atlas/:load/zuordnung', '/en/office/atlas/:load/mapping'),
  publish: path('/verwaltung/atlas/:load/veroeffentlichung', '/en/office/atlas/:load/publication'),
  takeBack: path('/verwaltung/atlas/:load/ruecknahme', '/en/office/atlas/:load/withdrawal'),
  territoryData: path('/atlas/gebiete/:territory/:as', '/en/atlas/areas/:territory/:as'),
}

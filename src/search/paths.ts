import { path } from '../platform/paths.ts'

export const paths = {
  search: path('/suche', '/en/search'),
  suggestions: path('/suche/vorschlaege', '/en/search/suggestions'),
  description: path('/suche/opensearch.xml', '/en/search/opensearch.xml'),
}

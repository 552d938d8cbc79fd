import { path } from '../platform/paths.ts'

export const paths = {
  atlas: path('/atlas', '/en/atlas'),
  flows: path('/atlas/pendeln', '/en/atlas/commuting'),
  flowData: path('/atlas/pendeln/:as', '/en/atlas/commuting/:as'),
  comparison: path('/atlas/vergleich', '/en/atlas/comparison'),
  indicator: path('/atlas/kennzahlen/:indicator', '/en/atlas/indicators/:indicator'),
  indicatorData: path('/atlas/kennzahlen/:indicator/:as', '/en/atlas/indicators/:indicator/:as'),
  /** A district by its official key, a region by its id. */
  territory: path('/atlas/gebiete/:territory', '/en/atlas/areas/:territory'),
  territoryData: path('/atlas/gebiete/:territory/:as', '/en/atlas/areas/:territory/:as'),
}

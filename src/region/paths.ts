import { path } from '../platform/paths.ts'

export const paths = {
  setUp: path('/einrichten', '/en/set-up'),
  territory: path('/verwaltung/region/kreise', '/en/office/region/districts'),
  sources: path('/verwaltung/quellen', '/en/office/sources'),
  source: path('/verwaltung/quellen/:source', '/en/office/sources/:source'),
  removeSource: path('/verwaltung/quellen/:source/loeschung', '/en/office/sources/:source/deletion'),
  region: path('/verwaltung/region', '/en/office/region'),
}

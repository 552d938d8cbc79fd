import { path } from '../platform/paths.ts'

export const paths = {
  setUp: path('/einrichten', '/en/set-up'),
  territory: path('/verwaltung/region/kreise', '/en/office/region/districts'),
  region: path('/verwaltung/region', '/en/office/region'),
}

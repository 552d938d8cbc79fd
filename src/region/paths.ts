import { path } from '../platform/paths.ts'

export const paths = {
  setUp: path('/einrichten', '/en/set-up'),
  region: path('/verwaltung/region', '/en/office/region'),
}

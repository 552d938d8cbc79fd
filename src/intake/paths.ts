import { libraryPaths } from '../library/index.ts'
import { path } from '../platform/paths.ts'

export const paths = {
  intakes: libraryPaths.intakes,
  harvest: path('/verwaltung/bibliothek/einlesen/abruf', '/en/office/library/import/harvest'),
  intake: path('/verwaltung/bibliothek/einlesen/:intake', '/en/office/library/import/:intake'),
  begin: path('/verwaltung/bibliothek/einlesen/:intake/beginn', '/en/office/library/import/:intake/start'),
  remove: path('/verwaltung/bibliothek/einlesen/:intake/loeschen', '/en/office/library/import/:intake/delete'),
}

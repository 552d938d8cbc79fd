import { libraryPaths } from '../library/index.ts'
import { path } from '../platform/paths.ts'

export const paths = {
  ask: libraryPaths.alerts,
  alert: path('/bibliothek/suche-per-mail/:secret', '/en/library/search-by-mail/:secret'),
  end: path('/bibliothek/suche-per-mail/:secret/ende', '/en/library/search-by-mail/:secret/end'),
}

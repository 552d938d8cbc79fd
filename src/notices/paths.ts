import { groupPaths } from '../groups/index.ts'
import { path } from '../platform/paths.ts'

export const paths = {
  own: groupPaths.notices,
  held: path('/gruppennachrichten/:secret', '/en/group-notices/:secret'),
  end: path('/gruppennachrichten/:secret/ende', '/en/group-notices/:secret/end'),
}

import type { Visit } from '../platform/visit.ts'

/** The search that the holder of its link may see, confirm and end. No other way to a row for anybody. */
export function alerts({ read, viewer }: Pick<Visit, 'read' | 'viewer'>) {
  const all = read.selectFrom('alerts')
  if (viewer.kind === 'system') return all
  return all.where('secretHash', '=', viewer.kind === 'holder' ? viewer.secretHash : null)
}

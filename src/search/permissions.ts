import { holds, type Visit } from '../platform/visit.ts'

/**
 * The words a question is widened by; nobody is shown them. Those of what not everybody may read help the office only:
 * else a better or worse answer would tell that such a word exists.
 */
export function knownWords({ read, viewer }: Pick<Visit, 'read' | 'viewer'>) {
  const all = read.selectFrom('knownWords')
  return holds(viewer, ['office']) ? all : all.where('isPublic', '=', true)
}

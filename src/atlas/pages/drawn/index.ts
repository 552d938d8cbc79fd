import type { Language } from '../../../platform/language.ts'
import type { ViewData } from '../../queries/view.ts'
import type { Drawn } from './drawn.ts'
import { drawnAges } from './of-ages.tsx'
import { drawnFlows } from './of-flows.tsx'
import { drawnIndicator } from './of-indicator.tsx'
import { drawnRelation } from './of-relation.tsx'

export { columnsOf, type Drawn } from './drawn.ts'

/** What a view shows, drawn and put into words. */
export function drawn(language: Language, data: ViewData): Drawn {
  if (data.kind === 'relation') return drawnRelation(language, data)
  if (data.kind === 'pyramid') return drawnAges(language, data)
  return 'flows' in data ? drawnFlows(language, data) : drawnIndicator(language, data)
}

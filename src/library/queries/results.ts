import type { Visit } from '../../platform/visit.ts'
import { readable } from '../permissions.ts'
import { cardColumns } from './documents.ts'

/** The newest documents of congresses that say what they are about, examples left out. */
export const results = (visit: Visit, atMost: number) =>
  readable(visit)
    .where('documents.state', '=', 'published')
    .where('editionId', 'is not', null)
    .where('documents.abstract', 'is not', null)
    .where('documents.isExample', '=', false)
    .select([...cardColumns, 'editionId'])
    .orderBy('dated', (order) => order.desc().nullsLast())
    .orderBy('documents.id')
    .limit(atMost)
    .execute()

import type { Bilingual } from '../../platform/language.ts'
import { firstFree, slugFrom } from '../../platform/slug.ts'
import { type Change, type Refusal, refuse } from '../../platform/visit.ts'
import type { Indicator, Topic, Way } from '../model/indicator.ts'
import { mustKeep } from '../permissions.ts'
import { allIndicators } from '../queries/atlas.ts'
import { addIndicators } from './values.ts'

export type Defined = {
  topic: Topic
  name: Bilingual
  definition: Bilingual
  unit: Bilingual
  method: Bilingual | null
  decimals: number
  way: Way
  first: string | null
  second: string | null
  factor: number
}

/** Adds an indicator after the others, with an identifier made of its name. Refuses one to be computed from nothing. */
export async function defineIndicator(change: Change, defined: Defined): Promise<{ id: string } | Refusal> {
  mustKeep(change)
  const { way, first, second, factor, ...rest } = defined
  const isComputed = way === 'computed'
  if (isComputed && (!first || !second)) return refuse('partsMissing', first ? 'second' : 'first')
  if (isComputed && first === second) return refuse('partsSame', 'second')
  const all = await allIndicators(change)
  const id = firstFree(slugFrom(rest.name.de, 'kennzahl'), (slug) => all.some((one) => one.id === slug))
  const indicator: Indicator = {
    ...rest,
    id,
    kind: way === 'counted' ? 'count' : 'ratio',
    aggregation: way === 'counted' ? 'sum' : 'none',
    direction: 'none',
    weightId: null,
    derivation: isComputed ? 'ratio' : null,
    firstId: isComputed ? first : null,
    secondId: isComputed ? second : null,
    factor: isComputed ? factor : 1,
    frequency: 'year',
    sex: null,
    ageFrom: null,
    ageTo: null,
  }
  await addIndicators(change, [indicator])
  await change.record('atlas.defined', null, { after: { name: rest.name.de } })
  return { id }
}

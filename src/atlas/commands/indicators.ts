import type { Bilingual } from '../../platform/language.ts'
import { firstFree, slugFrom } from '../../platform/slug.ts'
import { type Change, NotFound, type Refusal, refuse } from '../../platform/visit.ts'
import type { Indicator, Topic, Way } from '../model/indicator.ts'
import { indicators, mustKeep } from '../permissions.ts'
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
} & Ages
/** Of people of which age and sex it counts, where it does. */
export type Ages = Pick<Indicator, 'sex' | 'ageFrom' | 'ageTo'>

/** Adds an indicator after the others, with an identifier made of its name. Refuses one to be computed from nothing. */
export async function defineIndicator(change: Change, defined: Defined): Promise<{ id: string } | Refusal> {
  mustKeep(change)
  const { way, first, second, factor, ...rest } = defined
  const wrong = wrongAges(defined)
  if (wrong) return wrong
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
  }
  await addIndicators(change, [indicator])
  await change.record('atlas.defined', null, { after: { name: rest.name.de } })
  return { id }
}

export type Redefined = Pick<
  Indicator,
  'id' | 'topic' | 'name' | 'definition' | 'unit' | 'method' | 'decimals' | 'direction'
> &
  Ages

/** Says an indicator in other words, and what of it is shown; how it is counted and computed stays. */
export async function redefineIndicator(
  change: Change,
  { id, ...words }: Redefined,
): Promise<{ id: string } | Refusal> {
  mustKeep(change)
  const wrong = wrongAges(words)
  if (wrong) return wrong
  const before = (await allIndicators(change)).find((one) => one.id === id)
  if (!before) throw new NotFound()
  await change.write.updateTable('indicators').set(words).where('id', '=', id).execute()
  await change.record('atlas.redefined', null, { before: { name: before.name.de }, after: { name: words.name.de } })
  return { id }
}

const wrongAges = ({ sex, ageFrom, ageTo }: Ages) => {
  if (sex && ageFrom === null) return refuse('ageMissing', 'ageFrom')
  if (!sex && ageFrom !== null) return refuse('sexMissing', 'sex')
  return ageTo !== null && (ageFrom === null || ageTo < ageFrom) ? refuse('ageBefore', 'ageTo') : undefined
}

/** Puts an indicator one place up or down among those of its topic; at the end of them it stays. */
export async function moveIndicator(change: Change, id: string, direction: 'up' | 'down') {
  mustKeep(change)
  const rows = await indicators(change)
    .select(['id', 'topic', 'position'])
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute()
  const own = rows.find((one) => one.id === id)
  if (!own) throw new NotFound()
  const topic = rows.filter((one) => one.topic === own.topic)
  const other = topic[topic.indexOf(own) + (direction === 'up' ? -1 : 1)]
  if (!other) return { id }
  const order = rows.map((one) => (one === own ? other : one === other ? own : one))
  for (const [index, one] of order.entries())
    await change.write
      .updateTable('indicators')
      .set({ position: index + 1 })
      .where('id', '=', one.id)
      .execute()
  await change.record('atlas.moved', null, { after: { name: id } })
  return { id }
}

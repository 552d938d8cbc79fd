import given from './defaults.json' with { type: 'json' }
import type { Indicator } from './model/indicator.ts'

/** What an indicator is where the file says nothing else: a number that is counted each year and added up. */
const counted: Omit<Indicator, 'id' | 'topic' | 'name' | 'definition' | 'unit'> = {
  method: null,
  kind: 'count',
  decimals: 0,
  direction: 'none',
  aggregation: 'sum',
  weightId: null,
  derivation: null,
  firstId: null,
  secondId: null,
  factor: 1,
  frequency: 'year',
  sex: null,
  ageFrom: null,
  ageTo: null,
}

/** The indicators a new atlas begins with. */
export const defaultIndicators = given.map((one) => ({ ...counted, ...one })) as readonly Indicator[]

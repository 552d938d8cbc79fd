import type { Bilingual } from '../platform/language.ts'
import { type Change, isRefusal } from '../platform/visit.ts'
import { addFund, addIndicator, enterValue, type FundInput } from '../thread/index.ts'

/** What the example knows of a project's indicators and money. */
export type Measured = {
  indicators: {
    name: Bilingual
    unit: string
    target: number | null
    targetOn: string | null
    values: { measuredOn: string; value: number; note?: string }[]
  }[]
  funds: { kind: FundInput['kind']; programme: string; amountCents: number | null; ratePercent?: number | null }[]
}

/** Enters it for the whole project, money as public. */
export async function fillMeasured(change: Change, piece: string, { indicators, funds }: Measured) {
  const whole = { piece, organisationId: null }
  for (const { values, ...indicator } of indicators) {
    const { id } = wanted(await addIndicator(change, { ...whole, ...indicator }))
    for (const value of values) wanted(await enterValue(change, { note: '', ...value, piece, id, seen: '' }))
  }
  for (const fund of funds) wanted(await addFund(change, { ratePercent: null, ...fund, ...whole, isPublic: true }))
}

function wanted<T extends object>(result: T) {
  if (isRefusal(result)) throw new Error('the example’s measured projects were refused')
  return result as Exclude<T, { refused: string }>
}

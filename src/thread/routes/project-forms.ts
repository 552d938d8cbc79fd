import { z } from 'zod'
import { isDated } from '../../platform/dated.ts'
import {
  type Body,
  bilingual,
  bilingualFields,
  type FormState,
  field,
  type Read,
  readForm,
  saying,
  startWith,
} from '../../platform/forms.ts'
import { markOf, only, openedFields, openedOn, putTogether } from '../../platform/meanwhile.ts'
import { type Refusal, refuse, type Visit } from '../../platform/visit.ts'
import type { FundInput } from '../commands/projects/funds.ts'
import type { IndicatorInput } from '../commands/projects/indicators.ts'
import type { MaterialInput } from '../commands/projects/materials.ts'
import type { MilestoneInput } from '../commands/projects/milestones.ts'
import { fundKinds, materialKinds, numberToType, numberTyped, said } from '../model/projects.ts'
import { type Fund, type Indicator, isOwner, type Kept, type KeptPart, type Planned } from '../queries/projects.ts'
import { text } from '../text/projects.ts'

/** How the refusals of these forms are said in them. */
export const saidAt = ({ language }: Visit) => saying(text[language].refused, text[language].fields)

const owner = { organisationId: field.optionalId() }
const dated = () => field.optionalLine(10)
const number = () => field.optionalLine(40)
const textFields = { textDe: field.optionalText(5000), textEn: field.optionalText(5000) }

const schemas = {
  task: z.object({ ...openedFields, taskDe: field.optionalText(2000), taskEn: field.optionalText(2000) }),
  indicator: z.object({
    ...openedFields,
    ...owner,
    ...bilingualFields('name', 200),
    unit: field.optionalLine(30),
    target: number(),
    targetOn: dated(),
  }),
  value: z.object({
    seen: openedFields.seen,
    measuredOn: field.line(10),
    value: field.line(40),
    note: field.optionalLine(500),
  }),
  milestone: z.object({
    ...openedFields,
    ...owner,
    ...bilingualFields('title', 300),
    ...textFields,
    plannedFor: dated(),
    happenedOn: dated(),
  }),
  fund: z.object({
    ...openedFields,
    ...owner,
    kind: field.choice(fundKinds),
    programme: field.optionalLine(200),
    amount: number(),
    rate: number(),
    isPublic: field.flag(),
  }),
  material: z.object({
    ...owner,
    kind: field.choice(materialKinds),
    ...bilingualFields('title', 300),
    dated: dated(),
    link: field.optionalLink(),
  }),
}

/** Reads a form; `made` gives what it says, or what is wrong though every field by itself is right. */
function read<S extends z.ZodObject, T extends object>(
  visit: Visit,
  [schema, body]: [S, Body],
  made: (data: z.output<S>) => T | Refusal,
): Read<T> {
  const { data, form } = readForm(schema, body, visit.language, text[visit.language].fields)
  if (!data) return { form }
  const result = made(data)
  return 'refused' in result ? { form: saidAt(visit)(form, result) } : { form, data: result }
}

const unclear = (data: Readonly<Record<string, unknown>>, names: readonly string[]) => {
  const name = names.find((one) => data[one] && !isDated(String(data[one])))
  return name ? refuse('datedUnclear', name) : undefined
}
/** The organisation chosen; a steward has no choice where there is but one. */
const ownerOf = ({ isWhole, parts }: Kept, chosen: string | null) => chosen ?? (isWhole ? null : (parts[0]?.id ?? null))
export const taskFrom = (visit: Visit, body: Body) =>
  read(visit, [schemas.task, body], ({ taskDe, taskEn, seen }) =>
    taskEn && !taskDe ? refuse('germanMissing', 'taskDe') : { seen, task: taskDe ? bilingual(taskDe, taskEn) : null },
  )

export const indicatorFrom = (visit: Visit, body: Body, kept: Kept): Read<IndicatorInput & { seen: string }> =>
  read(visit, [schemas.indicator, body], (data) => {
    const target = numberTyped(visit.language, data.target)
    if (target === undefined) return refuse('numberUnclear', 'target')
    if (target === null && data.targetOn) return refuse('targetMissing', 'target')
    return (
      wrongOf(kept, data, ['targetOn']) ?? {
        ...{ piece: kept.id, organisationId: ownerOf(kept, data.organisationId), target, unit: data.unit },
        seen: data.seen,
        name: bilingual(data.nameDe, data.nameEn),
        targetOn: data.targetOn || null,
      }
    )
  })

export const valueFrom = (visit: Visit, body: Body) =>
  read(visit, [schemas.value, body], (data) => {
    const value = numberTyped(visit.language, data.value)
    if (value === undefined) return refuse('numberUnclear', 'value')
    if (value === null) return refuse('numberMissing', 'value')
    return unclear(data, ['measuredOn']) ?? { seen: data.seen, measuredOn: data.measuredOn, value, note: data.note }
  })

export const milestoneFrom = (visit: Visit, body: Body, kept: Kept): Read<MilestoneInput & { seen: string }> =>
  read(visit, [schemas.milestone, body], (data) => {
    if (data.textEn && !data.textDe) return refuse('germanMissing', 'textDe')
    return (
      wrongOf(kept, data, ['plannedFor', 'happenedOn']) ?? {
        ...{ piece: kept.id, organisationId: ownerOf(kept, data.organisationId) },
        seen: data.seen,
        title: bilingual(data.titleDe, data.titleEn),
        text: data.textDe ? bilingual(data.textDe, data.textEn) : null,
        plannedFor: data.plannedFor || null,
        happenedOn: data.happenedOn || null,
      }
    )
  })

export const fundFrom = (visit: Visit, body: Body, kept: Kept): Read<FundInput & { seen: string }> =>
  read(visit, [schemas.fund, body], (data) => {
    const [amount, rate] = [numberTyped(visit.language, data.amount), numberTyped(visit.language, data.rate)]
    if (amount === undefined) return refuse('numberUnclear', 'amount')
    if (amount !== null && amount < 0) return refuse('tooLittle', 'amount')
    if (rate === undefined || (rate !== null && (rate <= 0 || rate > 100))) return refuse('rateUnclear', 'rate')
    if (rate !== null && data.kind !== 'funding') return refuse('rateOnlyFunding', 'rate')
    return (
      wrongOf(kept, data, []) ?? {
        ...{ piece: kept.id, organisationId: ownerOf(kept, data.organisationId), kind: data.kind },
        seen: data.seen,
        ...{ programme: data.programme, ratePercent: rate, isPublic: data.isPublic },
        amountCents: amount === null ? null : Math.round(amount * 100),
      }
    )
  })

export const materialFrom = (visit: Visit, body: Body, kept: Kept): Read<Omit<MaterialInput, 'file'>> =>
  read(
    visit,
    [schemas.material, body],
    (data) =>
      wrongOf(kept, data, ['dated']) ?? {
        ...{ piece: kept.id, organisationId: ownerOf(kept, data.organisationId), kind: data.kind, link: data.link },
        title: bilingual(data.titleDe, data.titleEn),
        dated: data.dated || null,
      },
  )

/** A date that is none, or an organisation whose part the viewer does not keep. */
const wrongOf = (kept: Kept, data: { organisationId: string | null }, dates: readonly string[]) =>
  unclear(data, dates) ??
  (isOwner(kept, ownerOf(kept, data.organisationId)) ? undefined : refuse('ownerUnknown', 'organisationId'))

const spread = (name: string, words: { de: string; en?: string | undefined } | null) => ({
  [`${name}De`]: words?.de,
  [`${name}En`]: words?.en,
})

export const taskStart = ({ task }: KeptPart): FormState => openedOn(startWith(spread('task', task)), markOf({ task }))
export const valueStart = (one: Indicator): FormState =>
  startWith({ seen: markOf(one.values.map((value) => only(value, said.value))) })
export const indicatorStart = ({ language }: Visit, one: Indicator | undefined): FormState =>
  one
    ? openedOn(
        startWith({
          ...{ organisationId: one.organisationId, unit: one.unit, targetOn: one.targetOn },
          ...spread('name', one.name),
          target: numberToType(language, one.target),
        }),
        markOf(only(one, said.indicator)),
      )
    : startWith()
export const milestoneStart = (one: Planned | undefined): FormState =>
  one
    ? openedOn(
        startWith({
          ...{ organisationId: one.organisationId, plannedFor: one.plannedFor, happenedOn: one.happenedOn },
          ...spread('title', one.title),
          ...spread('text', one.text),
        }),
        markOf(only(one, said.milestone)),
      )
    : startWith()
export const fundStart = ({ language }: Visit, one: Fund | undefined): FormState =>
  one
    ? openedOn(
        startWith({
          ...{ organisationId: one.organisationId, kind: one.kind, programme: one.programme, isPublic: one.isPublic },
          amount: numberToType(language, one.amountCents === null ? null : one.amountCents / 100),
          rate: numberToType(language, one.ratePercent),
        }),
        markOf(only(one, said.fund)),
      )
    : startWith({ kind: 'funding' })

/** A form that somebody else's change has overtaken, with both in it; every other refusal in its words. */
export const withBoth =
  (visit: Visit, kept: Kept, again: () => Promise<FormState>) => async (form: FormState, refusal: Refusal) => {
    const { language } = visit
    const { fields, funds, whole, keeping } = text[language]
    const refused = saidAt(visit)(form, refusal)
    if (refusal.refused !== 'changedMeanwhile') return refused
    const owners = kept.parts.map(({ id, name }) => ({ value: id, label: name }))
    const options = {
      organisationId: [{ value: '', label: whole }, ...owners],
      kind: fundKinds.map((value) => ({ value, label: funds.kinds[value] })),
      isPublic: [
        { value: 'on', label: funds.isPublic },
        { value: '', label: funds.isHidden },
      ],
    }
    return putTogether(language, refused, await again(), { labels: { ...fields, taskDe: keeping.task }, options })
  }

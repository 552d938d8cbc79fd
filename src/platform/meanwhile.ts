import { createHash } from 'node:crypto'
import { type FieldProblem, type FormState, field } from './forms.ts'
import type { Language } from './language.ts'
import { mergedText } from './merging.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'

/** A mark of what a form showed: another mark when saving means that somebody changed it in between. */
export const markOf = (shown: object) =>
  createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22)

/** Some columns of a row, in the order asked for. */
export const only = <Row extends object, C extends keyof Row & string>(row: Row, columns: readonly C[]) =>
  Object.fromEntries(columns.map((column) => [column, row[column]])) as Pick<Row, C>

/** What a form that was opened on a stored row carries along: its mark, and what each field showed. */
export const openedFields = { seen: field.optionalLine(40), shown: field.optionalText(200_000) }

/** The form for what is stored, carrying along what it shows of it. */
export const openedOn = (form: FormState, mark: string | number): FormState => ({
  ...form,
  values: { ...form.values, seen: [String(mark)], shown: [JSON.stringify(form.values)] },
})

type Says = {
  labels: Readonly<Partial<Record<string, string>>>
  options?: Readonly<Record<string, readonly { value: string; label: string }[]>> | undefined
}
type List = readonly string[]

/**
 * A form that was refused because somebody changed the same meanwhile, and what is `stored` now, in one: what only they
 * changed is taken over, what only this one changed stays, texts are merged by lines; what both changed stays as it was
 * typed, with what is stored beside it. Saving again is then a decision.
 */
export function putTogether(language: Language, typed: FormState, stored: FormState, says: Says): FormState {
  const names = Object.keys(stored.values).filter((name) => !Object.hasOwn(openedFields, name))
  const base = shownIn(typed)
  const parts = names.map((name) => {
    const [mine = [], theirs = [], was] = [typed.values[name], stored.values[name], base[name]]
    return { name, theirs, ...oneOf(mine, theirs, was) }
  })
  const problems = parts.flatMap(({ name, theirs, how }): FieldProblem[] => {
    const label = (value: string) => says.options?.[name]?.find((one) => one.value === value)?.label ?? value
    const message = how && words[language].meanwhile[how](theirs.map(label).join(', '))
    return message ? [{ field: name, label: says.labels[name], message }] : []
  })
  const { seen = [], shown = [] } = stored.values
  const values = Object.fromEntries(parts.map(({ name, list }) => [name, list]))
  return { values: { ...typed.values, ...values, seen, shown }, problems: [...typed.problems, ...problems] }
}

const words = { de, en }
const isSame = (one: List, other: List) => one.join('\n') === other.join('\n')

function oneOf(mine: List, theirs: List, was: List | undefined) {
  if (isSame(mine, theirs) || (was && isSame(theirs, was))) return { list: mine }
  if (was && isSame(mine, was)) return { list: theirs, how: 'taken' as const }
  const [base, own, other] = [was, mine, theirs].map((list) => (list && list.length < 2 ? (list[0] ?? '') : undefined))
  const merged =
    base !== undefined && own !== undefined && other !== undefined && mergedText({ base, mine: own, theirs: other })
  return merged ? { list: [merged], how: 'merged' as const } : { list: mine, how: 'both' as const }
}

/** What each field showed when the form was opened; nothing where that was not sent as the page holds it. */
function shownIn(form: FormState): Readonly<Record<string, List | undefined>> {
  try {
    const shown = Object.entries(JSON.parse(form.values.shown?.[0] ?? '') as object)
    const isList = (list: unknown) => Array.isArray(list) && list.every((one) => typeof one === 'string')
    return Object.fromEntries(shown.filter(([, list]) => isList(list)))
  } catch {
    return {}
  }
}

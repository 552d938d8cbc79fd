import type { z } from 'zod'
import {
  type Body,
  type FieldProblem,
  type FormState,
  type Read,
  readForm,
  refusalWords,
  valueOf,
  withRefusal,
} from '../../platform/forms.ts'
import type { Language } from '../../platform/language.ts'
import type { Refusal } from '../../platform/visit.ts'
import { formOf, type Matter } from '../matters/matter.ts'
import { editing } from '../text/editing.ts'

type Options = Readonly<Record<string, readonly { value: string; label: string }[]>>

/** A form opened on a stored row: as it is stored, and how to read what comes back. */
export const opened = <Row extends object, C extends keyof Row & string, S extends z.ZodObject>(
  matter: Matter<Row, C, S>,
  row: Row,
) => ({
  stored: formOf(matter, row),
  read: (body: Body, language: Language) => readMatter(matter, body, language),
})

/** Reads a form by what it edits: the columns, and the mark of what the form showed. */
export function readMatter<Row, C extends keyof Row & string, S extends z.ZodObject>(
  matter: Pick<Matter<Row, C, S>, 'schema' | 'row'>,
  body: Body,
  language: Language,
): Read<{ values: Pick<Row, C>; seen: string }> {
  const { data, form } = readForm(matter.schema, body, language, editing[language].labels)
  return { form, data: data && { values: matter.row(data), seen: valueOf(form, 'seen') } }
}

/**
 * The form that goes back with a refusal's words. After a change in between it keeps what was typed, says at every
 * field that differs what is stored now, and carries the new mark, so that saving again is a decision.
 */
export function refusedForm(
  language: Language,
  typed: FormState,
  refusal: Refusal,
  stored: FormState,
  options: Options = {},
) {
  const t = editing[language]
  const form = withRefusal(typed, refusal, t.refused, t.labels)
  if (refusal.refused !== 'changedMeanwhile') return form
  const labels: Readonly<Partial<Record<string, string>>> = t.labels
  const names = new Set([...Object.keys(typed.values), ...Object.keys(stored.values)])
  const differing = [...names].flatMap((name): FieldProblem[] => {
    const now = valueOf(stored, name)
    if (name === 'seen' || isHidden(name) || now === valueOf(typed, name)) return []
    const label = options[name]?.find(({ value }) => value === now)?.label
    return [{ field: name, label: labels[name], message: t.storedNow(label ?? now.replace(/T(?=\d\d:\d\d$)/, ' ')) }]
  })
  const values = { ...typed.values, seen: stored.values.seen ?? [] }
  return { values, problems: [...form.problems, ...differing] }
}

/** A refusal in words, for a page without a form. */
export const refusalText = (language: Language, refusal: Refusal) => refusalWords(refusal, editing[language].refused)

const isHidden = (name: string) => /^(speaker\d+Id|noFile|sourceTitle(De|En)|sourceAddress)$/.test(name)

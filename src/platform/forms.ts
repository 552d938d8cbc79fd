import type { z } from 'zod'
import { clean } from './clean.ts'
import { field } from './field.ts'
import type { Bilingual, Language } from './language.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'
import { isRefusal, type Refusal } from './visit.ts'

/** What is wrong, at its field or at none. `isAbsent`: nothing was typed where something must stand. */
export type FieldProblem = {
  field?: string | undefined
  label?: string | undefined
  message: string
  isAbsent?: boolean | undefined
}
/** What a form shows: what was typed, and what is wrong. */
export type FormState = { values: Readonly<Record<string, readonly string[]>>; problems: readonly FieldProblem[] }

type Start = string | number | boolean | readonly string[] | null | undefined

/** A form nobody has typed into yet, with what it starts with. */
export function startWith(values: Record<string, Start> = {}): FormState {
  const list = (value: Start): readonly string[] => {
    if (value === null || value === undefined || value === false) return []
    if (typeof value === 'object') return value
    return [value === true ? 'on' : String(value)]
  }
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, list(value)])),
    problems: [],
  }
}

export const valueOf = (form: FormState, name: string) => form.values[name]?.[0] ?? ''
export const valuesOf = (form: FormState, name: string) => form.values[name] ?? []
export const problemsOf = (form: FormState, name: string) => form.problems.filter((problem) => problem.field === name)

/** What came in: every field a list, in the order sent. */
export type Body = Readonly<Record<string, readonly string[]>>

/** A file that came with a form. */
export type Upload = { field: string; name: string; bytes: Buffer }

/** Two fields, `titleDe` and `titleEn`, for one text; the German one required. Merge into a form's schema. */
export function bilingualFields<const N extends string>(name: N, max = 500) {
  return { [`${name}De`]: field.text(max), [`${name}En`]: field.optionalText(max) } as {
    [K in `${N}De` | `${N}En`]: ReturnType<typeof field.text>
  }
}

/** The text of two such fields; without English where none was typed. */
export const bilingual = (de: string, en: string): Bilingual => (en ? { de, en } : { de })

/** What a form says, or nothing while it has problems. */
export type Read<T> = { data?: T | undefined; form: FormState }

/**
 * Reads a form through its schema. What was typed is kept in `form`; each problem has its words and its field's label.
 * `labels` names the fields as the page does.
 */
export function readForm<S extends z.ZodObject>(
  schema: S,
  body: Body,
  language: Language,
  labels: Labels = {},
): Read<z.output<S>> {
  const values = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, (body[name] ?? []).map(clean)]))
  const known = Object.fromEntries(Object.entries(values).filter(([, list]) => list.length > 0))
  const result = schema.safeParse(known)
  if (result.success) return { data: result.data, form: { values, problems: [] } }
  const seen = new Set<string>()
  const problems = result.error.issues.flatMap((problem): FieldProblem[] => {
    const name = String(problem.path[0] ?? '')
    if (seen.has(name)) return []
    seen.add(name)
    const isAbsent = problem.message === 'missing' || problem.message === 'choose'
    return [{ field: name || undefined, label: labels[name], message: words(language, problem.message), isAbsent }]
  })
  return { form: { values, problems: inOrder(problems, Object.keys(schema.shape)) } }
}

const inOrder = (problems: FieldProblem[], names: string[]) =>
  problems.sort((a, b) => names.indexOf(a.field ?? '') - names.indexOf(b.field ?? ''))

function words(language: Language, message: string): string {
  const [key, value] = message.split(':') as [string, string?]
  const texts: Record<string, string | ((value: string) => string)> = (language === 'de' ? de : en).problems
  const text = texts[key] ?? texts.invalid!
  return typeof text === 'string' ? text : text(value ?? '')
}

type Refused = Readonly<Record<string, string | ((...names: string[]) => string)>>
type Labels = Readonly<Partial<Record<string, string>>>

/** A form as it was sent, with the refusal's words at the refusal's field. */
export function withRefusal(form: FormState, refusal: Refusal, refused: Refused, labels: Labels = {}): FormState {
  const message = refusalWords(refusal, refused)
  const label = refusal.field ? labels[refusal.field] : undefined
  return { values: form.values, problems: [...form.problems, { field: refusal.field, label, message }] }
}

/** A refusal in words, for a page without a form. */
export function refusalWords({ refused: key, names = [] }: Refusal, refused: Refused): string {
  const text = refused[key]
  if (text === undefined) throw new Error(`no words for the refusal ${key}`)
  return typeof text === 'string' ? text : text(...names)
}

/** How the refusals of one form are said in it. */
export const saying = (refused: Refused, labels: Labels) => (form: FormState, refusal: Refusal) =>
  withRefusal(form, refusal, refused, labels)

export { clean, field, isRefusal }

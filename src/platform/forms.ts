import type { z } from 'zod'

/** What a form shows: what was typed, and what is wrong, each message at its field (or at none). */
export type FormState = {
  values: Readonly<Record<string, readonly string[]>>
  problems: readonly { field?: string | undefined; message: string }[]
}

/** A form nobody has typed into yet, with what it starts with. */
export function startWith(values: Record<string, string | number | boolean | readonly string[] | null | undefined> = {}): FormState {
  const list = (value: string | number | boolean | readonly string[] | null | undefined): readonly string[] =>
    value === null || value === undefined || value === false ? [] : Array.isArray(value) ? value : [value === true ? 'on' : String(value)]
  return { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, list(value)])), problems: [] }
}

export const valueOf = (form: FormState, name: string) => form.values[name]?.[0] ?? ''
export const valuesOf = (form: FormState, name: string) => form.values[name] ?? []
export const problemsOf = (form: FormState, name: string) => form.problems.filter((problem) => problem.field === name)

export type FieldKeys<S extends z.ZodObject> = keyof z.input<S> & string

import type { z } from 'zod'
import { bilingual, type FormState, field, startWith } from '../../platform/forms.ts'
import type { Bilingual } from '../../platform/language.ts'
import { markOf, only } from '../../platform/meanwhile.ts'

export type Values = Parameters<typeof startWith>[0]

/**
 * What one form edits: which columns of a row, what may be typed, and how one becomes the other. `start` turns a row
 * into what the form shows; `row` turns what was read into the columns.
 */
export type Matter<Row, C extends keyof Row & string, S extends z.ZodObject> = {
  columns: readonly C[]
  schema: S
  start(row: Pick<Row, C>): NonNullable<Values>
  row(data: z.output<S>): Pick<Row, C>
}

/** Declares what a form edits for rows of one table. */
export const matterOf =
  <Row>() =>
  <const C extends keyof Row & string, S extends z.ZodObject>(matter: Matter<Row, C, S>) =>
    matter

/** The form for a row as it is stored, carrying the mark of what it shows. */
export function formOf<Row extends object, C extends keyof Row & string, S extends z.ZodObject>(
  matter: Matter<Row, C, S>,
  row: Row,
): FormState {
  const shown = only(row, matter.columns)
  return startWith({ ...matter.start(shown), seen: markOf(shown) })
}

export const seenField = { seen: field.optionalLine(40) }

/** Two optional fields for one text. English without German is a problem of the German field. */
export function optionalBilingualFields<const N extends string>(name: N, max = 500) {
  return { [`${name}De`]: field.optionalText(max), [`${name}En`]: field.optionalText(max) } as {
    [K in `${N}De` | `${N}En`]: ReturnType<typeof field.optionalText>
  }
}

/** Demands the German text where only the English one was typed. */
export function needGerman<S extends z.ZodObject>(schema: S, ...names: readonly string[]): S {
  return schema.superRefine((data, context) => {
    const texts = data as Record<string, unknown>
    for (const name of names)
      if (texts[`${name}En`] && !texts[`${name}De`])
        context.addIssue({ code: 'custom', path: [`${name}De`], message: 'missing' })
  }) as S
}

export const both = (name: string, text: Bilingual | null) => ({
  [`${name}De`]: text?.de ?? '',
  [`${name}En`]: text?.en ?? '',
})
export const optionalBilingual = (de: string, en: string): Bilingual | null => (de ? bilingual(de, en) : null)

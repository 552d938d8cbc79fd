import { z } from 'zod'
import { sendableEmail } from './address.ts'
import { isId } from './id.ts'
import type { Bilingual, Language } from './language.ts'
import { de } from './text.de.ts'
import { en } from './text.en.ts'
import { isRefusal, type Refusal } from './visit.ts'
import { instantIn } from './wall-clock.ts'

/** What is wrong, at its field or at none. `isAbsent`: nothing was typed where something must stand. */
export type Problem = {
  field?: string | undefined
  label?: string | undefined
  message: string
  isAbsent?: boolean | undefined
}
/** What a form shows: what was typed, and what is wrong. */
export type FormState = { values: Readonly<Record<string, readonly string[]>>; problems: readonly Problem[] }

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

/** Letters as people mean them: NFC, line ends as \n, no control or direction-overriding characters, no blanks at the ends. */
export const clean = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()

const first = z
  .array(z.string())
  .optional()
  .transform((list) => clean(list?.[0] ?? ''))
const many = z
  .array(z.string())
  .optional()
  .transform((list) => [...new Set((list ?? []).slice(0, 200).map(clean))].filter(Boolean))
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

// One reasonable pattern (as in the HTML standard, with the dot that deliverable addresses have); delivery is the proof.
const address =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/

// A browser does this before it sends; without one an umlaut in the domain is as good.
const inAscii = (value: string) => (/[^ -~]/.test(value) ? sendableEmail(value) : value)

type ProblemKey = keyof typeof de.problems
const issue = (key: ProblemKey, value?: number) => (value === undefined ? key : `${key}:${value}`)

/**
 * The kinds of fields. Each reads the list that came in, cleans it, and names its problem by a key of `problems`,
 * so that the words are found in the visitor's language. `max` counts characters.
 */
export const field = {
  line: (max = 200) =>
    first.transform(oneLine).pipe(z.string().min(1, issue('missing')).max(max, issue('tooLong', max))),
  optionalLine: (max = 200) => first.transform(oneLine).pipe(z.string().max(max, issue('tooLong', max))),
  text: (max = 20_000) => first.pipe(z.string().min(1, issue('missing')).max(max, issue('tooLong', max))),
  optionalText: (max = 20_000) => first.pipe(z.string().max(max, issue('tooLong', max))),
  email: () =>
    first.transform(inAscii).pipe(
      z
        .string()
        .min(1, { error: issue('missing'), abort: true })
        .max(254, { error: issue('tooLong', 254), abort: true })
        .regex(/@/, { error: issue('emailNoAt'), abort: true })
        .regex(address, issue('email')),
    ),
  optionalEmail: () =>
    first.transform(inAscii).pipe(
      z
        .string()
        .max(254, { error: issue('tooLong', 254), abort: true })
        .refine((value) => value === '' || address.test(value), issue('email'))
        .transform((value) => value || null),
    ),
  /** Last part of an address: small letters, digits, single dashes. */
  slug: (max = 80) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('missing'), abort: true })
        .max(max, { error: issue('tooLong', max), abort: true })
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, issue('slug')),
    ),
  /** A short name for programs: small letters and underscores. */
  name: (max = 40) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('missing'), abort: true })
        .max(max, { error: issue('tooLong', max), abort: true })
        .regex(/^[a-z_]+$/, issue('pattern')),
    ),
  /** True when the box was ticked. */
  flag: () => first.transform((value) => value !== ''),
  agreed: () => first.transform((value) => value !== '').pipe(z.literal(true, issue('agree'))),
  choice: <const V extends readonly [string, ...string[]]>(values: V) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('choose'), abort: true })
        .pipe(z.enum(values, issue('unknownChoice'))),
    ),
  optionalChoice: <const V extends readonly [string, ...string[]]>(values: V) =>
    first.transform((value) => value || null).pipe(z.enum(values, issue('unknownChoice')).nullable()),
  /** One of a list that is only known when asked, such as ids from the database. */
  oneOf: (values: readonly string[]) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('choose'), abort: true })
        .refine((value) => values.includes(value), issue('unknownChoice')),
    ),
  optionalOneOf: (values: readonly string[]) =>
    first
      .transform((value) => value || null)
      .refine((value) => value === null || values.includes(value), issue('unknownChoice')),
  manyOf: (values: readonly string[]) =>
    many.refine((list) => list.every((value) => values.includes(value)), issue('unknownChoice')),
  many: () => many,
  /** The id of one row; whether there is such a row, the command knows. */
  id: () =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('choose'), abort: true })
        .refine(isId, issue('unknownChoice')),
    ),
  optionalId: () =>
    first.transform((value) => value || null).refine((value) => value === null || isId(value), issue('unknownChoice')),
  /** A short key from a list that only the command knows. */
  key: (max: number) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('choose'), abort: true })
        .max(max, issue('unknownChoice')),
    ),
  ids: () => many.refine((list) => list.every(isId), issue('unknownChoice')),
  whole: (min: number, max: number) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('missing'), abort: true })
        .regex(/^-?\d{1,9}$/, { error: issue('number'), abort: true })
        .transform(Number)
        .pipe(z.number().min(min, issue('tooSmall', min)).max(max, issue('tooLarge', max))),
    ),
  optionalWhole: (min: number, max: number) =>
    first.pipe(
      z
        .string()
        .regex(/^(-?\d{1,9})?$/, { error: issue('number'), abort: true })
        .transform((value) => (value === '' ? null : Number(value)))
        .pipe(z.number().min(min, issue('tooSmall', min)).max(max, issue('tooLarge', max)).nullable()),
    ),
  optionalDecimal: (min: number, max: number) =>
    first.pipe(
      z
        .string()
        .transform((value) => value.replace(',', '.'))
        .pipe(z.string().regex(/^(-?\d{1,6}(\.\d{1,12})?)?$/, { error: issue('number'), abort: true }))
        .transform((value) => (value === '' ? null : Number(value)))
        .pipe(z.number().min(min, issue('tooSmall', min)).max(max, issue('tooLarge', max)).nullable()),
    ),
  /** Wall clock time at the place, `2028-10-19T09:00`, as an instant. */
  time: (zone: string) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('missing'), abort: true })
        .transform((value) => instantIn(zone, value))
        .pipe(z.date(issue('date'))),
    ),
  optionalTime: (zone: string) =>
    first.pipe(
      z
        .string()
        .transform((value) => (value === '' ? null : instantIn(zone, value)))
        .pipe(z.date(issue('date')).nullable()),
    ),
  /** A telephone number as people write it, six digits or more: `+49 711 123-0`, `(0711) 12 34 56`. */
  optionalPhone: () =>
    first.pipe(
      z
        .string()
        .max(40, { error: issue('tooLong', 40), abort: true })
        .refine(
          (value) => value === '' || (/^\+?[\d\s()/.–-]+$/.test(value) && value.replace(/\D/g, '').length >= 6),
          issue('phone'),
        ),
    ),
  optionalDay: () =>
    first.pipe(
      z
        .string()
        .refine((value) => value === '' || instantIn('UTC', `${value}T00:00`) !== undefined, issue('day'))
        .transform((value) => value || null),
    ),
  day: () =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('missing'), abort: true })
        .refine((value) => instantIn('UTC', `${value}T00:00`) !== undefined, issue('day')),
    ),
  optionalLink: () =>
    first.pipe(
      z
        .string()
        .max(2000, issue('tooLong', 2000))
        .refine((value) => value === '' || isWebAddress(value), issue('link'))
        .transform((value) => value || null),
    ),
}

function isWebAddress(value: string) {
  const url = URL.parse(value)
  return (
    url !== null &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    !url.username &&
    url.hostname.includes('.')
  )
}

/** Two fields, `titleDe` and `titleEn`, for one text; the German one required. Merge into a form's schema. */
export function bilingualFields<const N extends string>(name: N, max = 500) {
  return { [`${name}De`]: field.text(max), [`${name}En`]: field.optionalText(max) } as {
    [K in `${N}De` | `${N}En`]: ReturnType<typeof field.text>
  }
}

/** The text of two such fields; without English where none was typed. */
export const bilingual = (de: string, en: string): Bilingual => (en ? { de, en } : { de })

export type Read<T> = { data: T; form: FormState } | { data?: undefined; form: FormState }

/**
 * Reads a form through its schema. What was typed is kept in `form`; each problem has its words and its field's label.
 * `labels` names the fields as the page does.
 */
export function readForm<S extends z.ZodObject>(
  schema: S,
  body: Body,
  language: Language,
  labels: Readonly<Partial<Record<string, string>>> = {},
): Read<z.output<S>> {
  const values = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, (body[name] ?? []).map(clean)]))
  const known = Object.fromEntries(Object.entries(values).filter(([, list]) => list.length > 0))
  const result = schema.safeParse(known)
  if (result.success) return { data: result.data, form: { values, problems: [] } }
  const seen = new Set<string>()
  const problems = result.error.issues.flatMap((problem): Problem[] => {
    const name = String(problem.path[0] ?? '')
    if (seen.has(name)) return []
    seen.add(name)
    const isAbsent = problem.message === 'missing' || problem.message === 'choose'
    return [{ field: name || undefined, label: labels[name], message: words(language, problem.message), isAbsent }]
  })
  return { form: { values, problems: inOrder(problems, Object.keys(schema.shape)) } }
}

const inOrder = (problems: Problem[], names: string[]) =>
  problems.sort((a, b) => names.indexOf(a.field ?? '') - names.indexOf(b.field ?? ''))

function words(language: Language, message: string): string {
  const [key, value] = message.split(':') as [string, string?]
  const texts: Record<string, string | ((value: string) => string)> = (language === 'de' ? de : en).problems
  const text = texts[key] ?? texts.invalid!
  return typeof text === 'string' ? text : text(value ?? '')
}

/** A form as it was sent, with the refusal's words at the refusal's field. */
export function withRefusal(
  form: FormState,
  refusal: Refusal,
  refused: Readonly<Record<string, string | ((...names: string[]) => string)>>,
  labels: Readonly<Partial<Record<string, string>>> = {},
): FormState {
  const text = refused[refusal.refused]
  if (text === undefined) throw new Error(`no words for the refusal ${refusal.refused}`)
  const message = typeof text === 'string' ? text : text(...(refusal.names ?? []))
  const label = refusal.field ? labels[refusal.field] : undefined
  return { values: form.values, problems: [...form.problems, { field: refusal.field, label, message }] }
}

export { isRefusal }

import { z } from 'zod'
import { sendableEmail } from './address.ts'
import { clean } from './clean.ts'
import { isId } from './id.ts'
import type { de } from './text.de.ts'
import { instantIn } from './wall-clock.ts'

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

const beforeAt = (value: string) => value.slice(0, value.lastIndexOf('@'))
const other = /[^ -~]/u

/** An address that mail reaches, or none. Not every server takes other letters before the @ (RFC 6531), so that nobody is promised a mail there. */
const reachable = (text: z.ZodString) =>
  text
    .max(254, { error: issue('tooLong', 254), abort: true })
    .refine((value) => value === '' || value.includes('@'), { error: issue('emailNoAt'), abort: true })
    .refine((value) => !other.test(beforeAt(value)), {
      error: ({ input }) => issue('emailLetter', other.exec(beforeAt(String(input)))![0]),
      abort: true,
    })
    .refine((value) => value === '' || address.test(value), issue('email'))

type ProblemKey = keyof typeof de.problems
const issue = (key: ProblemKey, value?: number | string) => (value === undefined ? key : `${key}:${value}`)

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
  email: () => first.transform(inAscii).pipe(reachable(z.string().min(1, { error: issue('missing'), abort: true }))),
  optionalEmail: () => first.transform(inAscii).pipe(reachable(z.string()).transform((value) => value || null)),
  /** Last part of an address: small letters, digits, single dashes. */
  slug: (max = 80) =>
    first.pipe(
      z
        .string()
        .min(1, { error: issue('missing'), abort: true })
        .max(max, { error: issue('tooLong', max), abort: true })
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, issue('slug')),
    ),
  /** The same, empty where none is wanted. */
  optionalSlug: (max = 80) =>
    first.pipe(
      z
        .string()
        .max(max, { error: issue('tooLong', max), abort: true })
        .regex(/^([a-z0-9]+(-[a-z0-9]+)*)?$/, issue('slug')),
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

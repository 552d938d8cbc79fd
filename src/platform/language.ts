import { de } from './text.de.ts'
import { en } from './text.en.ts'

/** The languages of the interface, the first being the one that is always there. */
export const languages = ['de', 'en'] as const
export type Language = (typeof languages)[number]

/** A content text: German always, English where somebody has written it. */
export type Bilingual = { de: string; en?: string | undefined }

/** The text in this language, or the German one where there is no English yet. */
export const inLanguage = (language: Language, text: Bilingual) => (language === 'en' && text.en ? text.en : text.de)

/** Whether two content texts, or none, say the same. */
export const isSameText = (one: Bilingual | null, other: Bilingual | null) =>
  one?.de === other?.de && one?.en === other?.en

/** The `lang` attribute for a text that had to stay German on an English page; undefined where none is needed. */
export const langOf = (language: Language, text: Bilingual) =>
  language === 'en' && !text.en ? ('de' as const) : undefined

const words = { de, en }
const locale = { de: 'de-DE', en: 'en-GB' } as const

/** A whole number with thousands set apart by a thin space that does not break (U+2009, U+2060). */
export const number = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, '\u2009\u2060')

/** A count within a sentence: up to twelve as a word. */
export const counted = (language: Language, count: number) => words[language].counts[count] ?? number(count)

/** A number with so many digits behind the comma, a true minus, and thousands as `number` sets them. */
export function decimal(language: Language, value: number, digits: number) {
  const [whole, part] = Math.abs(value).toFixed(digits).split('.') as [string, string?]
  const sign = Number(value.toFixed(digits)) < 0 ? '−' : ''
  return sign + number(Number(whole)) + (part ? (language === 'de' ? ',' : '.') + part : '')
}

export type Zone = string

const made = new Map<string, ReturnType<typeof formats>>()

/** Formats for dates and times in a place's own zone (IANA name). Every function takes an instant. */
export function dates(language: Language, zone: Zone = 'Europe/Berlin') {
  const known = made.get(language + zone)
  if (known) return known
  const fresh = formats(language, zone)
  made.set(language + zone, fresh)
  return fresh
}

// Making one format takes longer than a thousand uses of it.
function formats(language: Language, zone: Zone) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const intl = new Intl.DateTimeFormat(locale[language], { timeZone: zone, ...options })
    return (at: Date) => intl.format(at)
  }
  const time = format({ hour: '2-digit', minute: '2-digit', hour12: false })
  const clock = (at: Date) => {
    const short = time(at).replace(/^0/, '')
    return language === 'de' ? `${short.replace(':', '.')}\u00a0Uhr` : short
  }
  const dayAndMonth = format({ day: '2-digit', month: '2-digit' })
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })
  const long = { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric' } as const
  const range = new Intl.DateTimeFormat(locale[language], long)
  return {
    /** 19. Oktober 2028 */
    day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
    /** 19.–20. Oktober 2028 */
    days: (first: Date, last: Date) => range.formatRange(first, last),
    /** Donnerstag, 19. Oktober 2028 */
    weekday: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** Do., 19.10. / Thu 19 Oct */
    weekdayShort: format(
      language === 'de'
        ? { weekday: 'short', day: '2-digit', month: '2-digit' }
        : { weekday: 'short', day: 'numeric', month: 'short' },
    ),
    /** 19.10.2028 */
    short: format({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    /** 9.30 Uhr / 9:30, the one way to write a time */
    time: clock,
    /** 21.09., 17.09 Uhr / 21/09, 17:09, for dense tables */
    dense: (at: Date) => `${dayAndMonth(at)}, ${clock(at)}`,
    /** 2028-10-19 in the zone, for keys and machine-readable places */
    iso: (at: Date) => iso.format(at),
  }
}

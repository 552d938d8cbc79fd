import { dates, type Language } from './language.ts'

/** Whether it is a date as precisely as it is known, and a day that there is: 2022, 2022-05, 2022-05-14. */
export function isDated(value: string): boolean {
  if (!/^[12]\d{3}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(value)) return false
  const day = new Date(`${value.padEnd(10, '-01').slice(0, 10)}T00:00:00Z`)
  return value.length < 10 || (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value))
}

/** A date as precisely as it is known: 2022, Mai 2022, 14. Mai 2022. */
export function datedText(language: Language, dated: string): string {
  if (dated.length === 4) return dated
  const at = new Date(`${dated.padEnd(10, '-01')}T12:00:00Z`)
  const day = dates(language, 'UTC').day(at)
  return dated.length === 10 ? day : day.replace(/^\d+\.? /, '')
}

import { inLanguage, type Language } from '../platform/language.ts'
import type { Column } from '../platform/spreadsheet.ts'
import type { Meal, NeedRow } from './queries/desk-lists.ts'
import type { ExportRow } from './queries/desk-one.ts'
import { deskText } from './text/desk.ts'

/** The columns of the registrations' file; needs are never in it. */
export function registrationColumns(language: Language): Column<ExportRow>[] {
  const t = deskText[language]
  const e = t.export
  return [
    { title: e.number, value: (row) => row.number, width: 8 },
    { title: e.code, value: (row) => row.code, width: 10 },
    { title: e.state, value: (row) => t.states[row.state], width: 14 },
    { title: e.name, value: (row) => row.name, width: 32 },
    { title: e.email, value: (row) => row.email, width: 32 },
    { title: e.organisation, value: (row) => row.organisation, width: 32 },
    { title: e.function, value: (row) => row.function, width: 24 },
    { title: e.region, value: (row) => row.region && inLanguage(language, row.region), width: 20 },
    { title: e.district, value: (row) => row.district, width: 20 },
    { title: e.ticket, value: (row) => inLanguage(language, row.ticket), width: 20 },
    { title: e.attendance, value: (row) => t.attendances[row.attendance], width: 12 },
    { title: e.sessions, value: (row) => row.sessions, width: 40 },
    { title: e.listed, value: (row) => (row.isListed ? t.one.yes : t.one.no), width: 12 },
    { title: e.at, value: (row) => row.createdAt, date: 'moment', width: 18 },
  ]
}

/** The columns of the kitchen's file: how many of what, nobody's name. */
export function mealColumns(language: Language): Column<Meal>[] {
  const { need } = deskText[language]
  return [
    { title: need.times, value: (row) => row.count, width: 12 },
    { title: need.food, value: (row) => row.food || need.nothingSaid, width: 60 },
  ]
}

/** The columns of the file about who needs what, for those who prepare the venue. */
export function needColumns(language: Language): Column<NeedRow>[] {
  const { need, export: e, attendances } = deskText[language]
  return [
    { title: e.name, value: (row) => row.name, width: 32 },
    { title: e.organisation, value: (row) => row.organisation, width: 32 },
    { title: e.attendance, value: (row) => attendances[row.attendance], width: 12 },
    { title: need.food, value: (row) => row.food, width: 40 },
    { title: need.access, value: (row) => row.access, width: 60 },
  ]
}

import { z } from 'zod'
import {
  type Body,
  type FormState,
  field,
  type Read,
  readForm,
  saying,
  startWith,
  valueOf,
} from '../../platform/forms.ts'
import { languages } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { localIn } from '../../platform/wall-clock.ts'
import type { addMeeting, changeMeeting, Item } from '../commands/meetings.ts'
import { longestMinutes, mostItems, mostOptions } from '../model.ts'
import type { AgendaItem, Meeting } from '../queries/meetings.ts'
import { text } from '../text/text.ts'

type Labels = Record<string, string>
const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1)
const numbered = <T>(most: number, of: (n: number) => Record<string, T>): Record<string, T> =>
  Object.assign({}, ...upTo(most).map(of))

/** The fields' names, the numbered ones too. */
export function labelsOf({ language }: Pick<Visit, 'language'>): Labels {
  const { fields, form, item } = text[language]
  return {
    ...fields,
    ...numbered(mostOptions, (n) => ({ [`start${n}`]: form.option(n) })),
    ...numbered(mostItems, (n) => {
      const own = (label: string) => `${item.legend(n)}, ${label}`
      return {
        [`title${n}`]: own(item.title),
        [`who${n}`]: own(item.who),
        [`lasts${n}`]: own(item.lasts),
        [`place${n}`]: own(item.place),
      }
    }),
  }
}

export const saidIn = (visit: Visit) => saying(text[visit.language].refused, labelsOf(visit))

const saidFields = {
  title: field.line(200),
  place: field.optionalLine(300),
  link: field.optionalLink(),
  note: field.optionalText(5000),
}
type Said = { title: string; place: string; link: string | null; note: string }
const saidOf = ({ title, place, link, note }: Said) => ({ title, place: place || null, link, note: note || null })
const lasts = () => field.whole(1, longestMinutes)
const span = (startsAt: Date, minutes: number) => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + minutes * 60_000),
})

type Added = Omit<Parameters<typeof addMeeting>[1], 'groupId'>
type Changed = Omit<Parameters<typeof changeMeeting>[1], 'groupId' | 'id'>

/** A new meeting with its dates, each once, in the order of time. Times are those of the zone. */
export function addedFrom(visit: Visit, body: Body, zone: string): Read<Added> {
  const schema = z.object({
    ...saidFields,
    lasts: lasts(),
    ...numbered(mostOptions, (n) => ({ [`start${n}`]: field.optionalTime(zone) })),
  })
  const { data, form } = readForm(schema, body, visit.language, labelsOf(visit))
  if (!data) return { form }
  const given = data as unknown as Record<string, Date | null>
  const starts = [...new Set(upTo(mostOptions).flatMap((n) => given[`start${n}`]?.getTime() ?? []))].toSorted(
    (a, b) => a - b,
  )
  const dates = starts.map((start) => span(new Date(start), data.lasts as number))
  return { data: { ...saidOf(data as never), dates }, form }
}

/** What is said of a meeting, and its date where it has one. */
export function changedFrom(
  visit: Visit,
  body: Body,
  { zone, meeting }: { zone: string; meeting: Meeting },
): Read<Changed> {
  const seen = field.whole(0, 1_000_000_000)
  const labels = labelsOf(visit)
  if (!meeting.startsAt) {
    const { data, form } = readForm(z.object({ seen, ...saidFields }), body, visit.language, labels)
    return { data: data && { ...saidOf(data), seen: data.seen, date: null }, form }
  }
  const schema = z.object({ seen, ...saidFields, start: field.time(zone), lasts: lasts() })
  const { data, form } = readForm(schema, body, visit.language, labels)
  return { data: data && { ...saidOf(data), seen: data.seen, date: span(data.start, data.lasts) }, form }
}

/** The form for a meeting as it is. */
export function startOf({ title, place, link, note, startsAt, endsAt, revision }: Meeting, zone: string): FormState {
  const lasting = startsAt && endsAt ? (endsAt.getTime() - startsAt.getTime()) / 60_000 : undefined
  return startWith({ title, place, link, note, seen: revision, start: localIn(zone, startsAt), lasts: lasting })
}

const agendaForm = z.object({
  seen: field.whole(0, 1_000_000_000),
  ...numbered<z.ZodType>(mostItems, (n) => ({
    [`id${n}`]: field.optionalId(),
    [`title${n}`]: field.optionalLine(300),
    [`who${n}`]: field.optionalLine(200),
    [`lasts${n}`]: field.optionalWhole(1, longestMinutes),
    [`place${n}`]: field.optionalWhole(1, 99),
  })),
})

/** The agenda in the order of its numbers; what has none stays where it stands. Items without a title are left out. */
export function agendaFrom(visit: Visit, body: Body): Read<{ seen: number; items: Item[] }> {
  const { data, form } = readForm(agendaForm, body, visit.language, labelsOf(visit))
  if (!data) return { form }
  const given = data as unknown as Record<string, never>
  const rows = upTo(mostItems).flatMap((n) => {
    const title: string = given[`title${n}`] ?? ''
    const item = {
      id: given[`id${n}`] ?? null,
      title,
      who: given[`who${n}`] || null,
      lastsMinutes: given[`lasts${n}`] ?? null,
    }
    return title ? [{ item, place: Number(given[`place${n}`] ?? n) }] : []
  })
  const items = rows.toSorted((a, b) => a.place - b.place).map(({ item }) => item)
  return { data: { seen: data.seen as number, items }, form }
}

/** The form for an agenda as it is. */
export const startOfAgenda = (items: readonly AgendaItem[], { revision }: Meeting): FormState =>
  startWith({
    seen: revision,
    ...Object.assign(
      {},
      ...items.map(({ id, title, who, lastsMinutes }, index) => ({
        [`id${index + 1}`]: id,
        [`title${index + 1}`]: title,
        [`who${index + 1}`]: who,
        [`lasts${index + 1}`]: lastsMinutes,
        [`place${index + 1}`]: index + 1,
      })),
    ),
  })

/** So many rows the form shows: those in use and three more. */
export const rowsOf = (form: FormState) =>
  Math.min(mostItems, Math.max(0, ...upTo(mostItems).filter((n) => valueOf(form, `title${n}`) !== '')) + 3)

export const guestForm = z.object({
  name: field.line(200),
  email: field.email(),
  language: field.choice(languages),
})

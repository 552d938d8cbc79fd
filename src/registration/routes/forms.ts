import { readableEmail } from '../../platform/address.ts'
import { type Body, field, startWith } from '../../platform/forms.ts'
import type { Visit } from '../../platform/visit.ts'
import { type Allowed, allowed } from '../model.ts'
import type { Own } from '../queries/own.ts'
import { text } from '../text.ts'

/** What every form about a registration asks, in the order of its pages: what is wrong is listed in it. */
export const nameField = { name: field.line(120) }
export const personFields = {
  organisation: field.optionalLine(150),
  function: field.optionalLine(120),
  place: field.key(20),
}
export const needsFields = {
  food: field.optionalLine(300),
  access: field.optionalText(1000),
  isListed: field.flag(),
}

/** The body with what was chosen at each time (`sessions-1` and so on) among the sessions. */
export const withSlots = (body: Body): Body => ({
  ...body,
  sessions: Object.keys(body).flatMap((name) => (/^sessions(-\d+)?$/.test(name) ? body[name]! : [])),
})

/** What the holder of a link may still do with it. */
export const mayOf = (visit: Pick<Visit, 'now'>, own: Own): Allowed =>
  allowed(own.state, { isOpen: own.edition.state === 'open', endsAt: own.edition.endsAt }, visit.now)

/** How the page after a change is told what was done, and which sessions were lost by it. */
export const changeInfo = ({ done, dropped }: { done: string; dropped: readonly string[] }) => ({
  info: done,
  ...(dropped.length > 0 ? { dropped: dropped.join('.') } : {}),
})
export const droppedOf = ({ dropped }: Readonly<Record<string, string>>) => dropped?.split('.') ?? []

/** A form that begins with what the registration says. */
export const startOf = (own: Own) =>
  startWith({
    seen: own.version,
    name: own.name,
    email: readableEmail(own.email),
    organisation: own.organisation,
    function: own.function,
    place: own.districtKey ?? 'outside',
    ticket: own.ticketTypeId,
    sessions: own.sessions.map(({ id }) => id),
    food: own.food,
    access: own.access,
    isListed: own.isListed,
  })

/** The fields' names as the pages say them. */
export function labelsOf({ language }: Pick<Visit, 'language'>) {
  const t = text[language].form
  return {
    name: t.name,
    email: t.email,
    isAnother: t.another,
    organisation: t.organisation,
    function: t.function,
    place: t.place,
    ticket: t.how,
    sessions: t.which,
    food: t.food,
    access: t.access,
    isListed: t.listed,
    consents: t.consents,
  }
}

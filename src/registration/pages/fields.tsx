import type { Session } from '../../congress/index.ts'
import {
  Checkbox,
  Checkboxes,
  type Choice,
  Pair,
  Radios,
  Select,
  Stop,
  Suggest,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type FormState, problemsOf, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf, number } from '../../platform/language.ts'
import { districtText } from '../../region/index.ts'
import { type Slot, slotsOf } from '../model.ts'
import type { FormContent } from '../queries/form.ts'
import type { TicketType } from '../queries/ticket-types.ts'
import { useText } from '../text.ts'
import { roomText, sessionTimes } from '../when.ts'

/** What a form about a registration says: to the person, or to the office of the person. */
export type FormWords = ReturnType<typeof useText>['form']
type Props = { form: FormState; content: FormContent; words: FormWords }

/** Who comes; `email` when registering, and for the office, which may know none. */
export function PersonStop({ form, content, words: t, email }: Props & { email?: 'required' | 'optional' }) {
  const { language } = useFrame()
  const { districts, regions, organisations } = content
  const places = regions.flatMap(({ id, name }) =>
    districts
      .filter(({ regionId }) => regionId === id)
      .map((district) => ({
        value: district.key,
        label: districtText(language, district),
        group: inLanguage(language, name),
      })),
  )
  return (
    <Stop legend={t.who}>
      <TextField form={form} name="name" label={t.name} hint={t.nameHint} autocomplete="name" maxLength={120} />
      {email && (
        <TextField
          form={form}
          name="email"
          label={t.email}
          hint={t.emailHint}
          optional={email === 'optional'}
          type="email"
          autocomplete="email"
          maxLength={254}
        />
      )}
      {isAsked(form, 'isAnother') && <Checkbox form={form} name="isAnother" label={t.another} hint={t.anotherHint} />}
      <Pair>
        <Suggest
          form={form}
          name="organisation"
          label={t.organisation}
          suggestions={organisations}
          autocomplete="organization"
          optional
          maxLength={150}
        />
        <TextField
          form={form}
          name="function"
          label={t.function}
          autocomplete="organization-title"
          optional
          maxLength={120}
        />
      </Pair>
      <Select
        form={form}
        name="place"
        label={t.place}
        empty={t.placeEmpty}
        options={[...places, { value: 'outside', label: t.outside }]}
      />
    </Stop>
  )
}

/** How they take part: ticket types with the places left. `current` is the one of which they hold a place. */
export function TicketStop({ form, content, words: t, current }: Props & { current?: string | undefined }) {
  const { language } = useFrame()
  const options = content.ticketTypes.map((type): Choice => {
    const { id, name, note } = type
    return {
      value: id,
      label: inLanguage(language, name),
      lang: langOf(language, name),
      hint: [note && inLanguage(language, note), leftText(t, type, current)].filter(Boolean).join('. '),
      isWaiting: current === undefined && hasToWait(type),
    }
  })
  return (
    <Stop legend={t.how}>
      <Radios form={form} name="ticket" options={options} />
    </Stop>
  )
}

/** A question that only comes up when something speaks against the first answer, and stays while it is answered. */
const isAsked = (form: FormState, name: string) => problemsOf(form, name).length > 0 || valueOf(form, name) !== ''

/** Whoever chooses it now comes on the waiting list. */
export const hasToWait = ({ left, hasQueue }: TicketType) => left === 0 || hasQueue

/** What is left of a ticket type; a place that one holds is kept unless there is one to move to. */
function leftText(t: FormWords, type: TicketType, current: string | undefined) {
  const { id, left, seats } = type
  if (id === current) return t.current
  if (hasToWait(type)) return current ? t.noMove : left === 0 ? t.full : t.queue
  return left === undefined || seats === undefined ? undefined : t.left(number(left), number(seats))
}

/** Which sessions they book, by time: of those at one time one or none. */
export function SessionsStop({ form, content: { edition }, words: t }: Props) {
  const { language } = useFrame()
  const hintOf = useSessionHint(edition)
  if (edition.bookable.length === 0) return null
  const chosen = new Set(form.values.sessions ?? [])
  const options = slotsOf(edition.bookable).flatMap((slot) =>
    slot.sessions.map((session): Choice => {
      const { id, title, places } = session
      return {
        value: id,
        label: inLanguage(language, title),
        lang: langOf(language, title),
        hint: hintOf(session, slot),
        isDisabled: places?.left === 0 && !chosen.has(id),
        isOneOf: slot.isOneOf,
        group: sessionTimes(language, edition, slot) || undefined,
      }
    }),
  )
  return (
    <Stop legend={t.which}>
      <Checkboxes form={form} name="sessions" hint={t.whichHint} options={options} none={t.sessionNone} optional />
    </Stop>
  )
}

/** Where a session is, how many places it has left, and when, unless its slot says that. */
function useSessionHint(edition: FormContent['edition']) {
  const { language } = useFrame()
  const t = useText().form
  return (session: Session, slot: Slot<Session>) => {
    const { room, places } = session
    const times = sessionTimes(language, edition, session)
    const hints = [
      times !== sessionTimes(language, edition, slot) && times,
      room && roomText(language, room),
      places && (places.left === 0 ? t.sessionFull : t.sessionLeft(number(places.left))),
    ]
    return hints.filter(Boolean).join(', ')
  }
}

/** Food, access, and whether to be listed. */
export function NeedsStop({ form, words: t }: Omit<Props, 'content'>) {
  return (
    <Stop legend={t.need}>
      <p class="hint">{t.needHint}</p>
      <TextField form={form} name="food" label={t.food} hint={t.foodHint} optional maxLength={300} />
      <TextArea form={form} name="access" label={t.access} hint={t.accessHint} rows={3} optional maxLength={1000} />
      <Checkbox form={form} name="isListed" label={t.listed} hint={t.listedHint} />
    </Stop>
  )
}

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
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf, number } from '../../platform/language.ts'
import { districtText } from '../../region/index.ts'
import { type Slot, slotsOf } from '../model.ts'
import type { FormContent } from '../queries/form.ts'
import { useText } from '../text.ts'
import { roomText, sessionTimes } from '../when.ts'

type Props = { form: FormState; content: FormContent }

/** Who comes; `email` when registering, and for the office, which may know none. */
export function PersonStop({ form, content, email }: Props & { email?: 'required' | 'optional' }) {
  const { language } = useFrame()
  const t = useText().form
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
          hint={email === 'required' ? t.emailHint : t.emailNoneHint}
          optional={email === 'optional'}
          type="email"
          autocomplete="email"
          maxLength={254}
        />
      )}
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

/** How they take part: ticket types with the places left. */
export function TicketStop({ form, content, current }: Props & { current?: string | undefined }) {
  const { language } = useFrame()
  const t = useText().form
  const options = content.ticketTypes.map((type): Choice => {
    const state =
      type.id === current
        ? t.current
        : type.left === 0
          ? t.full
          : type.hasQueue
            ? t.queue
            : type.left === undefined || type.seats === undefined
              ? undefined
              : t.left(number(type.left), number(type.seats))
    return {
      value: type.id,
      label: inLanguage(language, type.name),
      lang: langOf(language, type.name),
      hint: [type.note && inLanguage(language, type.note), state].filter(Boolean).join('. '),
    }
  })
  return (
    <Stop legend={t.how}>
      <Radios form={form} name="ticket" options={options} />
    </Stop>
  )
}

/** Which sessions they book, by time: of those at one time one or none. */
export function SessionsStop({ form, content: { edition } }: Props) {
  const { language } = useFrame()
  const t = useText().form
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
export function NeedsStop({ form }: { form: FormState }) {
  const t = useText().form
  return (
    <Stop legend={t.need}>
      <p class="hint">{t.needHint}</p>
      <TextField form={form} name="food" label={t.food} hint={t.foodHint} optional maxLength={300} />
      <TextArea form={form} name="access" label={t.access} hint={t.accessHint} rows={3} optional maxLength={1000} />
      <Checkbox form={form} name="isListed" label={t.listed} hint={t.listedHint} />
    </Stop>
  )
}

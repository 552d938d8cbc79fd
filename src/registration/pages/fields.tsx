import { timesText } from '../../congress/index.ts'
import { Checkbox, type Choice, Pair, Radios, Select, Stop, Suggest, TextArea, TextField } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, type Language, langOf, number } from '../../platform/language.ts'
import type { FormContent } from '../queries/form.ts'
import { useText } from '../text.ts'

type Props = { form: FormState; content: FormContent }

/** Who comes; `email` when registering, and for the office, which may know none. */
export function PersonStop({ form, content, email }: Props & { email?: 'required' | 'optional' }) {
  const { language } = useFrame()
  const t = useText().form
  const { districts, regions, organisations } = content
  const places = regions.flatMap(({ id, name }) =>
    districts
      .filter(({ regionId }) => regionId === id)
      .map(({ key, label }) => ({ value: key, label, group: inLanguage(language, name) })),
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
      label: <span lang={langOf(language, type.name)}>{inLanguage(language, type.name)}</span>,
      hint: [type.note && inLanguage(language, type.note), state].filter(Boolean).join('. '),
    }
  })
  return (
    <Stop legend={t.how}>
      <Radios form={form} name="ticket" options={options} />
    </Stop>
  )
}

/** Which sessions they book, by time. One at a time: the server refuses two, naming both. */
export function SessionsStop({ form, content: { edition } }: Props) {
  const { language } = useFrame()
  const t = useText().form
  if (edition.bookable.length === 0) return null
  const slots = slotsOf(language, edition)
  const chosen = new Set(form.values.sessions ?? [])
  return (
    <Stop legend={t.which}>
      <SessionsField form={form} hint={t.whichHint}>
        {[...slots].map(([slot, sessions]) => (
          <fieldset key={slot} class="q">
            <legend>{slot}</legend>
            {sessions.map(({ id, title, places, room }) => {
              const isFull = places?.left === 0 && !chosen.has(id)
              const left = places && (places.left === 0 ? t.sessionFull : t.sessionLeft(number(places.left)))
              return (
                <label key={id} class="pick">
                  <input type="checkbox" name="sessions" value={id} checked={chosen.has(id)} disabled={isFull} />
                  <span lang={langOf(language, title)}>
                    {inLanguage(language, title)}
                    <small>{[room && inLanguage(language, room), left].filter(Boolean).join(', ')}</small>
                  </span>
                </label>
              )
            })}
          </fieldset>
        ))}
      </SessionsField>
    </Stop>
  )
}

/** Sessions of the same times under one heading, which names the day where there are several. */
function slotsOf(language: Language, { bookable, zone }: FormContent['edition']) {
  const { weekday, iso } = dates(language, zone)
  const days = new Set(bookable.map(({ startsAt }) => startsAt && iso(startsAt)))
  return Map.groupBy(bookable, ({ startsAt, endsAt }) => {
    if (!startsAt) return ''
    const times = timesText(language, zone, startsAt, endsAt)
    return days.size > 1 ? `${weekday(startsAt)}, ${times}` : times
  })
}

function SessionsField({
  form,
  hint,
  children,
}: {
  form: FormState
  hint: string
  children: preact.ComponentChildren
}) {
  const problems = form.problems.filter(({ field }) => field === 'sessions')
  return (
    <div class={problems.length ? 'q bad' : 'q'} id="f-sessions" tabindex={-1}>
      <p class="hint">{hint}</p>
      {problems.map(({ message }) => (
        <p key={message} class="msg">
          <span>{message}</span>
        </p>
      ))}
      {children}
    </div>
  )
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

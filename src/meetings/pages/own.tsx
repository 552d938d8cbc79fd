import {
  ErrorSummary,
  Facts,
  LastStop,
  More,
  Notice,
  Page,
  PostForm,
  Radios,
  Stack,
  Stop,
  Submit,
  TextArea,
} from '../../design/index.tsx'
import { Written } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { answers } from '../model.ts'
import { paths } from '../paths.ts'
import type { Held } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { spanText } from '../times.ts'
import { Agenda, Conference, When } from './parts.tsx'

type Props = { held: Held; secret: string; form: FormState; zone: string; isDone: boolean }

/** A meeting, opened by the link of somebody who is invited: what it is, and their answer. No account is needed. */
export function OwnPage({ held, secret, form, zone, isDone }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { place: meeting, agenda, calendar } = held
  const { state } = meeting
  return (
    <Page
      kind="public"
      title={meeting.title}
      lead={t.own.lead(inLanguage(language, meeting.group))}
      hasProblems={form.problems.length > 0}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        {isDone && <Notice kind="success" title={t.own.thanks} />}
        {(state === 'held' || state === 'cancelled') && <Notice kind="warning" title={t.own.over[state]} />}
        <Facts
          facts={[
            { label: t.fields.when, value: <When of={meeting} zone={zone} /> },
            { label: t.fields.place, value: meeting.place },
            { label: t.fields.link, value: meeting.link && <Conference link={meeting.link} /> },
          ]}
        />
        {meeting.note && <Written text={meeting.note} />}
        <ErrorSummary form={form} />
        {state === 'polling' && <PollForm {...{ held, secret, form, zone }} />}
        {state === 'planned' && <ReplyForm {...{ secret, form }} />}
        {calendar && <More href={paths.ownCalendar.at(language, { secret })}>{t.calendar}</More>}
        {agenda.length > 0 && (
          <>
            <h2>{t.agenda}</h2>
            <Agenda items={agenda} />
          </>
        )}
      </Stack>
    </Page>
  )
}

function PollForm({ held, secret, form, zone }: Omit<Props, 'isDone'>) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={paths.own.at(language, { secret })}>
      <Stop legend={t.own.poll}>
        <p>{t.own.pollHint}</p>
        {held.dates.map((option, index) => (
          <Radios
            key={option.id}
            form={form}
            name={`option${index + 1}`}
            label={spanText(language, zone, option)}
            options={answers.map((value) => ({ value, label: t.poll.answers[value] }))}
            optional
          />
        ))}
      </Stop>
      <LastStop title={t.own.send}>
        <Submit>{t.own.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

function ReplyForm({ secret, form }: Pick<Props, 'secret' | 'form'>) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={paths.own.at(language, { secret })}>
      <Stop legend={t.people.reply}>
        <Radios
          form={form}
          name="reply"
          label={t.fields.reply}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t.own.replies[value] }))}
        />
        <TextArea
          form={form}
          name="note"
          label={t.people.note}
          hint={t.own.noteHint}
          maxLength={1000}
          rows={3}
          optional
        />
      </Stop>
      <LastStop title={t.own.send}>
        <Submit>{t.own.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

import { ErrorSummary, Facts, More, Notice, Page, Stack } from '../../design/index.tsx'
import { Written } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Held } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { AnswerForm } from './answer.tsx'
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
      lead={t.own.lead(inLanguage(language, meeting.group), meeting.guestName ?? '')}
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
        <AnswerForm action={paths.own.at(language, { secret })} {...{ state, form, zone }} dates={held.dates} />
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

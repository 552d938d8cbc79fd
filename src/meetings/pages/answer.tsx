import { LastStop, PostForm, Radios, Stop, Submit, TextArea } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { answers, type State } from '../model.ts'
import type { Option } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { spanText } from '../times.ts'

type Props = { action: string; state: State; dates: readonly Option[]; form: FormState; zone: string }

/** What somebody who is invited is asked: which dates suit, or whether they come; nothing once it is over. */
export function AnswerForm({ state, ...props }: Props) {
  if (state === 'polling') return <PollForm {...props} />
  return state === 'planned' ? <ReplyForm {...props} /> : null
}

function PollForm({ action, dates, form, zone }: Omit<Props, 'state'>) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={action}>
      <Stop legend={t.own.poll}>
        <p>{t.own.pollHint}</p>
        {dates.map((option, index) => (
          <Radios
            key={option.id}
            form={form}
            name={`option${index + 1}`}
            label={spanText(language, zone, option)}
            options={answers.map((value) => ({ value, label: t.poll.answers[value] }))}
            optional="sometimes"
          />
        ))}
      </Stop>
      <LastStop title={t.own.send}>
        <Submit>{t.own.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

function ReplyForm({ action, form }: Pick<Props, 'action' | 'form'>) {
  const t = useText()
  return (
    <PostForm action={action}>
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

import type { ComponentChildren } from 'preact'
import { Actions, Button, LastStop, PostForm, Stop, TextArea } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import type { Language } from '../../platform/language.ts'

type Props = {
  form: FormState
  action: string
  words: Record<'decide' | 'text' | 'answer' | 'answerHint' | 'either' | 'accept' | 'decline', string>
  /** The words that are taken over; null: there is nothing left to take them over into. */
  field: { rows: number; maxLength: number; hint?: string; lang?: Language } | null
  /** What the form knows of what was shown. */
  children: ComponentChildren
}

/** A lead decides on other words that somebody proposed: takes them over, changed or not, or declines with a reason. */
export const DecisionForm = ({ form, action, words, field, children }: Props) => (
  <PostForm keepsDraft action={action}>
    {children}
    <Stop legend={words.decide}>
      {field && <TextArea form={form} name="text" label={words.text} optional="sometimes" {...field} />}
      <TextArea
        form={form}
        name="answer"
        label={words.answer}
        hint={words.answerHint}
        rows={3}
        maxLength={5000}
        optional="sometimes"
      />
    </Stop>
    <LastStop title={words.either}>
      <Actions>
        {field && (
          <Button name="to" value="accepted">
            {words.accept}
          </Button>
        )}
        <Button name="to" value="declined" weight="second">
          {words.decline}
        </Button>
      </Actions>
    </LastStop>
  </PostForm>
)

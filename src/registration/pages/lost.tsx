import { ErrorSummary, Page, PostForm, Submit, TextField } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

export function LostPage({ form, labels }: { form: FormState; labels: Readonly<Record<string, string>> }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.lost
  return (
    <Page kind="public" title={t.title} lead={t.lead} head="plain" hasProblems={form.problems.length > 0}>
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={paths.lostLink.at(language)}>
        <TextField
          form={form}
          name="email"
          label={words.form.email}
          type="email"
          autocomplete="email"
          maxLength={254}
        />
        <Submit>{t.send}</Submit>
      </PostForm>
    </Page>
  )
}

export function LostSentPage() {
  const t = useText().lost
  return <Page kind="public" title={t.sentTitle} lead={t.sent} head="plain" />
}

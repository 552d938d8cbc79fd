import {
  ButtonLink,
  ErrorSummary,
  Note,
  Page,
  PostForm,
  Radios,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

/** Where anybody can say that something is not accessible, or ask. */
export function ReportPage({ form, labels }: { form: FormState; labels: Readonly<Record<string, string>> }) {
  const { language } = useFrame()
  const t = useText()
  const r = t.report
  return (
    <Page kind="public" title={r.title} lead={r.lead} head="plain" hasProblems={form.problems.length > 0}>
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={paths.report.at(language)}>
        <Radios
          form={form}
          name="kind"
          label={r.kind}
          options={[
            { value: 'barrier', label: r.kinds.barrier },
            { value: 'question', label: r.kinds.question },
          ]}
        />
        <TextField form={form} name="page" label={r.page} hint={r.pageHint} optional maxLength={300} />
        <TextArea form={form} name="text" label={r.text} rows={7} maxLength={5000} />
        <TextField
          form={form}
          name="email"
          label={r.email}
          type="email"
          autocomplete="email"
          optional
          maxLength={254}
        />
        <Note>{r.privacy}</Note>
        <Submit>{r.send}</Submit>
      </PostForm>
    </Page>
  )
}

export function ReportedPage() {
  const { language } = useFrame()
  const t = useText().report
  return (
    <Page kind="public" title={t.thanksTitle} lead={t.thanks} head="plain">
      <ButtonLink href={paths.home.at(language)}>{t.home}</ButtonLink>
    </Page>
  )
}

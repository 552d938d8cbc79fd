import {
  ButtonLink,
  ErrorSummary,
  Hidden,
  More,
  Note,
  Page,
  PostForm,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

type Kind = 'barrier' | 'question'
type FormProps = { form: FormState; kind: Kind }

/** Where anybody can say that something is not accessible, or ask. */
export function ReportPage({ form, kind, labels }: FormProps & { labels: Readonly<Record<string, string>> }) {
  const { language } = useFrame()
  const r = useText().report
  const other = kind === 'barrier' ? 'question' : 'barrier'
  return (
    <Page kind="public" title={r.title[kind]} lead={r.lead[kind]} head="plain" hasProblems={form.problems.length > 0}>
      <ErrorSummary form={form} labels={labels} />
      <ReportForm form={form} kind={kind} />
      <More href={paths.report.at(language, {}, other === 'question' ? { art: 'frage' } : {})}>{r.kinds[other]}</More>
    </Page>
  )
}

/** The fields for a barrier or a question; a question may come from any page and does not say from which. */
export function ReportForm({ form, kind }: FormProps) {
  const { language } = useFrame()
  const r = useText().report
  return (
    <PostForm action={paths.report.at(language)}>
      <Hidden name="kind" value={kind} />
      {kind === 'barrier' && (
        <TextField form={form} name="page" label={r.page} hint={r.pageHint} optional maxLength={300} />
      )}
      <TextArea form={form} name="text" label={r.text[kind]} rows={7} maxLength={5000} />
      <TextField
        form={form}
        name="email"
        label={r.email}
        hint={r.emailHint[kind]}
        type="email"
        autocomplete="email"
        optional={kind === 'barrier'}
        maxLength={254}
      />
      <Note>{r.privacy}</Note>
      <Submit>{r.send}</Submit>
    </PostForm>
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

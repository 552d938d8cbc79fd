import { BilingualField, ErrorSummary, LastStop, Page, PostForm, Stack, Stop, Submit } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import type { Document } from '../queries/documents.ts'
import { useText } from '../text.ts'

type AskingProps = { form: FormState; document: Document }

/** Asks for the reason before a document is withdrawn. */
export function WithdrawPage({ form, document: { slug, title } }: AskingProps) {
  const { language } = useFrame()
  const t = useText()
  const o = t.office
  const back = paths.edit.at(language, { document: slug })
  return (
    <Page
      kind="office"
      title={o.withdrawTitle}
      lead={o.withdrawLead}
      hasProblems={form.problems.length > 0}
      crumbs={[
        { label: t.library, href: paths.office.at(language) },
        { label: title, href: back },
        { label: o.withdraw },
      ]}
    >
      <Stack>
        <ErrorSummary form={form} labels={o.fields} />
        <PostForm action={paths.withdraw.at(language, { document: slug })}>
          <Stop legend={title}>
            <BilingualField form={form} name="reason" label={o.fields.reasonDe} hint={o.reasonHint} maxLength={500} />
          </Stop>
          <LastStop title={o.withdraw}>
            <Submit weight="danger">{o.withdraw}</Submit>
          </LastStop>
        </PostForm>
      </Stack>
    </Page>
  )
}

import {
  ErrorSummary,
  type Fact,
  Facts,
  Hidden,
  LastStop,
  Note,
  Notice,
  Page,
  Paragraphs,
  PostButton,
  PostForm,
  Stack,
  Stop,
  Submit,
  Table,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { datedText } from '../../platform/dated.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { isSafeLink } from '../../platform/markdown.ts'
import { paths } from '../paths.ts'
import type { Part } from '../queries/consultations.ts'
import { useConsultations } from '../text/consultations.ts'

/** The way to a consultation's pages. */
export const useConsultationCrumbs = (...below: { label: string; href?: string }[]) => {
  const { language } = useFrame()
  return [{ label: useConsultations().title, href: paths.consultations.at(language) }, ...below]
}

/** When a contribution came in. */
export function Received({ of, zone }: { of: Pick<Part, 'receivedAt'>; zone: string }) {
  const { language } = useFrame()
  const t = useConsultations()
  return of.receivedAt ? t.cameOn(dates(language, zone).short(of.receivedAt)) : t.notYet
}

export type Writing = {
  form: FormState
  title: string
  text: string
  addressee: string
  reference: string
  link: string | null
  due: string
  organisation: string
  topic: string
  written: string
  isClosed: boolean
}

/** A contribution is written, by who was asked or by the office for them. */
export function ContributionPage({
  action,
  office,
  remove,
  others,
  isSaved,
  zone,
  ...of
}: Writing & {
  action: string
  /** Where the office came from; undefined for who holds the link. */
  office?: { label: string; href: string }
  remove?: string
  others?: readonly Part[]
  isSaved: boolean
  zone: string
}) {
  const t = useConsultations()
  const crumbs = useConsultationCrumbs(...(office ? [office] : []), { label: of.organisation })
  return (
    <Page
      kind={office ? 'office' : 'public'}
      title={t.own.title(of.title)}
      lead={`${t.own.lead(of.organisation, of.topic)}`}
      hasProblems={of.form.problems.length > 0}
      {...(office && { crumbs })}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.own.saved} />}
        <About {...of} />
        {of.isClosed ? (
          <>
            <Notice kind="warning" title={t.own.closed} />
            <Paragraphs of={of.written} />
          </>
        ) : (
          <WritingForm form={of.form} action={action} />
        )}
        {others && others.length > 0 && (
          <Table
            caption={t.own.others}
            rows={others}
            keyOf={({ id }) => id}
            columns={[
              { label: t.parts.organisation, kind: 'name', cell: ({ organisation }) => organisation },
              { label: t.parts.topic, cell: ({ topic }) => topic },
              { label: t.parts.received, cell: (one) => <Received of={one} zone={zone} /> },
            ]}
          />
        )}
        {remove && (
          <PostButton action={remove} weight="danger">
            {t.remove}
          </PostButton>
        )}
      </Stack>
    </Page>
  )
}

function About({ text, addressee, reference, link, due }: Writing) {
  const { language } = useFrame()
  const t = useConsultations()
  const facts: Fact[] = [
    { label: t.by, value: addressee },
    { label: t.fields.reference, value: reference },
    { label: t.fields.due, value: datedText(language, due) },
    { label: t.papers, value: link && isSafeLink(link) && <a href={link}>{link}</a> },
  ]
  return (
    <>
      {text && <Paragraphs of={text} />}
      <Facts facts={facts} />
    </>
  )
}

function WritingForm({ form, action }: { form: FormState; action: string }) {
  const t = useConsultations()
  const { fields } = t
  return (
    <>
      <ErrorSummary form={form} labels={fields} />
      <PostForm action={action}>
        <Hidden name="seen" value={form.values.seen?.[0] ?? '0'} />
        <Stop legend={fields.contribution}>
          <TextArea form={form} name="text" label={fields.contribution} rows={12} maxLength={5000} />
          <TextField form={form} name="contributor" label={fields.contributor} maxLength={200} autocomplete="name" />
        </Stop>
        <LastStop title={t.own.submit}>
          <Note>
            {t.own.text} {t.own.purpose}
          </Note>
          <Submit>{t.own.submit}</Submit>
        </LastStop>
      </PostForm>
    </>
  )
}

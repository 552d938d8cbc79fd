import {
  BilingualField,
  ErrorSummary,
  LastStop,
  Notice,
  Page,
  PostButton,
  PostForm,
  Stack,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

export type SubjectRow = { id: string; name: Bilingual; concept: string | null; documents: number }
type Props = { form: FormState; rows: readonly SubjectRow[]; isSaved: boolean }

/** The vocabulary of subjects in its order, and a new one. */
export function SubjectsPage({ form, rows, isSaved }: Props) {
  const { language } = useFrame()
  const t = useText()
  const s = t.office.subjects
  return (
    <Page
      kind="office"
      title={s.title}
      lead={s.lead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.library, href: paths.office.at(language) }, { label: s.title }]}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={t.office.saved} />}
        <ErrorSummary form={form} labels={t.office.fields} />
        <Table
          caption={s.title}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t.office.fields.nameDe,
              kind: 'name',
              cell: ({ id, name }) => (
                <a href={paths.subject.at(language, { subject: id })}>{inLanguage(language, name)}</a>
              ),
            },
            { label: s.concept, cell: ({ concept }) => concept && <a href={concept}>{concept}</a> },
            { label: s.documents, cell: ({ documents }) => documents },
            {
              label: s.order,
              cell: ({ id, name }) =>
                rows[0]?.id !== id && (
                  <PostButton action={paths.subjectUp.at(language, { subject: id })} weight="second">
                    {s.up}
                    <span class="hide"> {inLanguage(language, name)}</span>
                  </PostButton>
                ),
            },
          ]}
        />
        <PostForm action={paths.subjects.at(language)}>
          <SubjectFields form={form} title={s.add} />
        </PostForm>
      </Stack>
    </Page>
  )
}

/** One subject's names and the concept it stands for elsewhere. */
export function SubjectPage({ form, subject }: { form: FormState; subject: SubjectRow }) {
  const { language } = useFrame()
  const t = useText()
  const name = inLanguage(language, subject.name)
  return (
    <Page
      kind="office"
      title={name}
      hasProblems={form.problems.length > 0}
      crumbs={[
        { label: t.library, href: paths.office.at(language) },
        { label: t.office.subjects.title, href: paths.subjects.at(language) },
        { label: name },
      ]}
    >
      <Stack>
        <ErrorSummary form={form} labels={t.office.fields} />
        <PostForm action={paths.subject.at(language, { subject: subject.id })}>
          <SubjectFields form={form} title={t.office.save} />
        </PostForm>
      </Stack>
    </Page>
  )
}

function SubjectFields({ form, title }: { form: FormState; title: string }) {
  const t = useText().office
  return (
    <>
      <Stop legend={t.subjects.one}>
        <BilingualField form={form} name="name" label={t.fields.nameDe} maxLength={100} />
        <TextField form={form} name="concept" label={t.subjects.concept} hint={t.subjects.hint} type="url" optional />
      </Stop>
      <LastStop title={title}>
        <Submit>{title}</Submit>
      </LastStop>
    </>
  )
}

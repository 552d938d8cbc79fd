import {
  ErrorSummary,
  Note,
  Notice,
  Page,
  PostButton,
  PostForm,
  State,
  Submit,
  Table,
  TextArea,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { operatorKeys, optionalOperatorKeys } from '../model.ts'
import { paths } from '../paths.ts'
import type { PageRow, Report } from '../queries/pages.ts'
import { useText } from '../text.ts'

type Blank = { key: string; pages: readonly PageRow[] }

/** What only the operator knows: one field a fact, the blanks still open first told. */
export function OperatorPage({
  form,
  blanks,
  isSaved,
}: {
  form: FormState
  blanks: readonly Blank[]
  isSaved: boolean
}) {
  const { language } = useFrame()
  const t = useText().operator
  const usedOn = (key: string) => {
    const pages = blanks.find((blank) => blank.key === key)?.pages ?? []
    return pages.length ? `${t.usedOn}: ${pages.map(({ title }) => inLanguage(language, title)).join(', ')}` : undefined
  }
  return (
    <Page kind="office" title={t.title} lead={t.lead} hasProblems={form.problems.length > 0}>
      {isSaved && <Notice kind="success">{t.saved}</Notice>}
      <ErrorSummary form={form} labels={t.keys} />
      <p>{t.open(blanks.length)}</p>
      <PostForm action={paths.operator.at(language)}>
        {operatorKeys.map((key) => (
          <TextArea
            key={key}
            form={form}
            name={key}
            label={t.keys[key]}
            hint={usedOn(key)}
            optional={optionalOperatorKeys.includes(key)}
            rows={2}
            maxLength={2000}
          />
        ))}
        <Submit>{t.save}</Submit>
      </PostForm>
    </Page>
  )
}

/** What visitors have reported, open ones first. */
export function ReportsPage({ rows, zone }: { rows: readonly Report[]; zone: string }) {
  const { language } = useFrame()
  const t = useText().reports
  return (
    <Page kind="office" title={t.title} lead={t.lead}>
      <Table
        caption={t.title}
        isCaptionHidden
        rows={rows}
        keyOf={(row) => row.id}
        empty={t.empty}
        columns={[
          { label: t.columns.when, cell: (row) => dates(language, zone).short(row.at) },
          { label: t.columns.kind, cell: (row) => t.kinds[row.kind] },
          { label: t.columns.text, kind: 'name', cell: (row) => <span class="typed">{row.text}</span> },
          { label: t.columns.page, cell: (row) => row.page },
          {
            label: t.columns.email,
            cell: (row) => (row.email ? <a href={`mailto:${row.email}`}>{row.email}</a> : t.none),
          },
          {
            label: t.columns.state,
            cell: (row) =>
              row.doneAt ? <State form="done">{t.states.done}</State> : <State form="open">{t.states.open}</State>,
          },
          {
            label: t.columns.action,
            kind: 'action',
            cell: (row) =>
              !row.doneAt && (
                <PostButton action={paths.settlement.at(language, { report: row.id })} weight="second">
                  {t.settle}
                </PostButton>
              ),
          },
        ]}
      />
      <Note>{useText().report.privacy}</Note>
    </Page>
  )
}

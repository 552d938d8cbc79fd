import {
  Address,
  Checkbox,
  Empty,
  ErrorSummary,
  Facts,
  Hidden,
  List,
  Note,
  Notice,
  Page,
  PostForm,
  Radios,
  Stack,
  State,
  Stop,
  Submit,
  Table,
  TextArea,
} from '../../design/index.tsx'
import { outboxPaths } from '../../outbox/index.ts'
import { readableEmail } from '../../platform/address.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { answerDue } from '../model.ts'
import { paths } from '../paths.ts'
import type { MailedAnswer, Report } from '../queries/pages.ts'
import { useText } from '../text.ts'

type ListProps = { rows: readonly Report[]; zone: string; done: 'mail' | 'note' | undefined }

/** What visitors have reported, open ones first, each with what was answered. */
export function ReportsPage({ rows, zone, done }: ListProps) {
  const { language } = useFrame()
  const t = useText().reports
  return (
    <Page kind="office" title={t.title} lead={t.lead}>
      {done && <Notice kind="success" title={t.done[done]} />}
      {rows.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyHint}</p>
        </Empty>
      ) : (
        <Table
          caption={t.title}
          isCaptionHidden
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {
              label: t.columns.text,
              kind: 'name',
              cell: (row) => (
                <a class="typed" href={paths.answer.at(language, { report: row.id })}>
                  {row.text.length > 160 ? `${row.text.slice(0, 160)} …` : row.text}
                </a>
              ),
            },
            { label: t.columns.kind, cell: (row) => t.kinds[row.kind] },
            { label: t.columns.when, cell: (row) => <time>{dates(language, zone).short(row.at)}</time> },
            { label: t.columns.state, cell: (row) => <ReportState row={row} zone={zone} /> },
            { label: t.columns.answer, kind: 'line', cell: (row) => <Answered row={row} zone={zone} /> },
          ]}
        />
      )}
      <Note>{t.kept}</Note>
    </Page>
  )
}

type Props = { row: Report; zone: string }

/** Settled, or open with the day by which the answer is due. */
function ReportState({ row, zone }: Props) {
  const { language } = useFrame()
  const t = useText().reports
  if (row.doneAt) return <State form="done">{t.states.done}</State>
  return (
    <>
      <State form="open">{t.states.open}</State>
      {row.answer === null && <div>{t.due(dates(language, zone).short(answerDue(row.at)))}</div>}
    </>
  )
}

/** What was answered, when and by whom. */
function Answered({ row: { answer, answeredAt, by }, zone }: Props) {
  const { language } = useFrame()
  const t = useText().reports
  if (answer === null || answeredAt === null) return null
  const { short, time } = dates(language, zone)
  return (
    <>
      <div class="typed">{answer}</div>
      <small>{t.answered(`${short(answeredAt)}, ${time(answeredAt)}`, by ?? t.gone)}</small>
    </>
  )
}

type OneProps = Props & { form: FormState; mails: readonly MailedAnswer[] }

/** One report, and the form that answers it or notes an answer. */
export function ReportPage({ row, form, zone, mails }: OneProps) {
  const { language } = useFrame()
  const t = useText().reports
  const { short, time } = dates(language, zone)
  return (
    <Page
      kind="office"
      title={t.one[row.kind]}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.title, href: paths.reports.at(language) }, { label: t.one[row.kind] }]}
    >
      <Stack>
        <Facts
          facts={[
            { label: t.columns.text, value: <span class="typed">{row.text}</span> },
            { label: t.columns.page, value: row.page },
            { label: t.columns.when, value: short(row.at) },
            { label: t.language, value: row.language === 'en' && t.inEnglish },
            {
              label: t.columns.email,
              value: row.email ? (
                <a href={`mailto:${row.email}`}>
                  <Address>{readableEmail(row.email)}</Address>
                </a>
              ) : (
                t.none
              ),
            },
            { label: t.columns.state, value: <ReportState row={row} zone={zone} /> },
            { label: t.columns.answer, value: row.answer && <Answered row={row} zone={zone} /> },
            {
              label: t.mailed,
              value: mails.length > 0 && (
                <List
                  items={mails.map(({ id, queuedAt }) => (
                    <a href={outboxPaths.mail.at(language, { mail: id })}>{`${short(queuedAt)}, ${time(queuedAt)}`}</a>
                  ))}
                />
              ),
            },
          ]}
        />
        <ErrorSummary form={form} labels={t.labels} />
        <PostForm action={paths.answer.at(language, { report: row.id })}>
          <Hidden name="seen" value={valueOf(form, 'seen')} />
          <Stop legend={t.answerTitle}>
            <TextArea form={form} name="answer" label={t.labels.answer} rows={8} maxLength={4000} />
            {row.email ? (
              <Radios
                form={form}
                name="way"
                label={t.labels.way}
                options={[
                  { value: 'mail', label: t.ways.mail(readableEmail(row.email)) },
                  { value: 'note', label: t.ways.note },
                ]}
              />
            ) : (
              <>
                <Hidden name="way" value="note" />
                <Note>{t.noAddress}</Note>
              </>
            )}
            <Checkbox form={form} name="staysOpen" label={t.labels.staysOpen} />
            <Submit beside={<a href={paths.reports.at(language)}>{t.back}</a>}>{row.email ? t.send : t.note}</Submit>
          </Stop>
        </PostForm>
      </Stack>
    </Page>
  )
}

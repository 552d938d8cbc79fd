import {
  Actions,
  Band,
  Facts,
  FilterBar,
  More,
  Note,
  Notice,
  Page,
  Pagination,
  PostButton,
  Prose,
  Select,
  Stack,
  State,
  type StateForm,
  Table,
  TextField,
} from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, number } from '../../platform/language.ts'
import { type MailState, mailStates, resendable } from '../model.ts'
import { paths } from '../paths.ts'
import type { MailRow, MailSeen } from '../queries.ts'
import { useText } from '../text.ts'

/** What the office calls a template. */
export type TemplateNames = Readonly<Record<string, string>>
type Common = { names: TemplateNames; zone: string; problem: string | undefined }
type ListProps = Common & {
  form: FormState
  rows: readonly MailRow[]
  total: number
  failed: number
  page: number
  pages: number
  isDone: boolean
}

const forms: Record<MailState, StateForm> = {
  queued: 'waiting',
  sent: 'done',
  kept: 'done',
  failed: 'open',
  useless: 'off',
}

function MailStateMark({ state }: { state: MailState }) {
  const t = useText()
  return <State form={forms[state]}>{t.states[state]}</State>
}

/** Every mail with its state, narrowed by state, template and recipient. */
export function OutboxPage(props: ListProps) {
  const { form, page, pages, problem, isDone } = props
  const { language } = useFrame()
  const t = useText()
  const chosen = Object.fromEntries(['state', 'template', 'recipient'].map((name) => [name, valueOf(form, name)]))
  return (
    <Page kind="office" title={t.title} lead={t.lead}>
      <Stack>
        {isDone && <Notice kind="success" title={t.done.failedAgain} />}
        {problem && <Notice kind="warning" title={problem} />}
        <Failed failed={props.failed} />
        <Filters {...props} />
        <MailTable {...props} />
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(no) => paths.outbox.at(language, {}, { ...chosen, page: no > 1 ? String(no) : '' })}
        />
      </Stack>
    </Page>
  )
}

function Failed({ failed }: { failed: number }) {
  const { language } = useFrame()
  const t = useText()
  if (failed === 0) return null
  return (
    <Notice kind="warning" title={t.failed(failed)}>
      <p>{t.failedLead}</p>
      <Actions>
        <More href={paths.outbox.at(language, {}, { state: 'failed' })}>{t.failedShow}</More>
        <PostButton action={paths.failedAgain.at(language)} weight="second">
          {t.failedAgain}
        </PostButton>
      </Actions>
    </Notice>
  )
}

function Filters({ form, names }: ListProps) {
  const { language } = useFrame()
  const t = useText()
  const list = paths.outbox.at(language)
  const isNarrowed = ['state', 'template', 'recipient'].some((name) => valueOf(form, name) !== '')
  return (
    <FilterBar action={list} clear={isNarrowed ? list : undefined}>
      <Select
        form={form}
        name="state"
        label={t.state}
        empty={t.everyState}
        options={mailStates.map((state) => ({ value: state, label: t.states[state] }))}
      />
      <Select
        form={form}
        name="template"
        label={t.template}
        empty={t.everyTemplate}
        options={Object.entries(names).map(([value, label]) => ({ value, label }))}
      />
      <TextField form={form} name="recipient" label={t.recipient} type="search" maxLength={254} />
    </FilterBar>
  )
}

function MailTable({ rows, total, names, zone }: ListProps) {
  const { language } = useFrame()
  const t = useText()
  const { short, time } = dates(language, zone)
  const when = (at: Date) => `${short(at)}, ${time(at)}`
  return (
    <Table
      caption={t.caption(number(total))}
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      empty={t.empty}
      columns={[
        {
          label: t.recipient,
          kind: 'name',
          cell: ({ id, recipient }) => (
            <a href={paths.mail.at(language, { mail: id })}>{readableEmail(recipient) || t.erased}</a>
          ),
        },
        { label: t.state, cell: ({ state }) => <MailStateMark state={state} /> },
        { label: t.template, kind: 'labelled', cell: ({ template }) => names[template] ?? template },
        {
          label: t.subject,
          kind: 'labelled',
          cell: ({ subject, language: lang }) => subject && <span lang={lang}>{subject}</span>,
        },
        {
          label: t.at,
          kind: 'labelled',
          cell: ({ queuedAt, sentAt }) => <When at={sentAt ?? queuedAt} words={when} />,
        },
        { label: t.attempts, kind: 'number', cell: ({ attempts }) => attempts },
        { label: t.error, kind: 'labelled', cell: ({ lastError }) => shortened(lastError) },
      ]}
    />
  )
}

const When = ({ at, words }: { at: Date; words: (at: Date) => string }) => (
  <time datetime={at.toISOString()}>{words(at)}</time>
)

const shortened = (error: string | null) => (error && error.length > 80 ? `${error.slice(0, 80)} …` : error)

type MailProps = Common & { mail: MailSeen; isDone: boolean }

/** One mail: state, times, text as sent, and sending it again. */
export function MailPage({ mail, names, zone, problem, isDone }: MailProps) {
  const { language } = useFrame()
  const t = useText()
  const title = names[mail.template] ?? mail.template
  return (
    <Page
      kind="office"
      title={title}
      crumbs={[{ label: t.title, href: paths.outbox.at(language) }, { label: title }]}
      wide
    >
      <Band>
        <Stack>
          {isDone && <Notice kind="success" title={t.done.again} />}
          {problem && <Notice kind="warning" title={problem} />}
          <MailFacts mail={mail} zone={zone} />
          {resendable.includes(mail.state) && mail.recipient && (
            <>
              <p>{t.againLead}</p>
              <PostButton action={paths.again.at(language, { mail: mail.id })}>{t.again}</PostButton>
            </>
          )}
        </Stack>
      </Band>
      <Band>
        <Stack>
          <h2>{t.text}</h2>
          <MailText mail={mail} />
        </Stack>
      </Band>
    </Page>
  )
}

function MailFacts({ mail, zone }: { mail: MailSeen; zone: string }) {
  const { language } = useFrame()
  const t = useText()
  const { short, time } = dates(language, zone)
  const when = (at: Date) => `${short(at)}, ${time(at)}`
  return (
    <Facts
      facts={[
        { label: t.recipient, value: readableEmail(mail.recipient) || t.erased },
        {
          label: t.state,
          value: (
            <>
              <MailStateMark state={mail.state} />
              <br />
              {t.stateMeans[mail.state]}
            </>
          ),
        },
        { label: t.subject, value: mail.subject && <span lang={mail.language}>{mail.subject}</span> },
        { label: t.edition, value: mail.edition && inLanguage(language, mail.edition) },
        { label: t.language, value: t.languages[mail.language] },
        { label: t.queuedAt, value: when(mail.queuedAt) },
        { label: mail.state === 'kept' ? t.keptAt : t.sentAt, value: mail.sentAt && when(mail.sentAt) },
        { label: t.attempts, value: String(mail.attempts) },
        { label: t.error, value: mail.lastError },
        { label: t.keptAs, value: mail.keptAs && t.keptWhere(mail.keptAs, Boolean(mail.body?.includes('••••••'))) },
      ]}
    />
  )
}

function MailText({ mail: { body, recipient, language } }: { mail: MailSeen }) {
  const t = useText()
  if (!recipient) return <p>{t.textErased}</p>
  if (!body) return <p>{t.noText}</p>
  return (
    <>
      <Note>{t.textMasked}</Note>
      <Prose lang={language}>
        {body.split(/\n{2,}/).map((paragraph, index) => (
          <p key={index}>
            {paragraph
              .trim()
              .split('\n')
              .map((line, no) => (
                <>
                  {no > 0 && <br />}
                  {line}
                </>
              ))}
          </p>
        ))}
      </Prose>
    </>
  )
}

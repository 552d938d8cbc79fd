import {
  Actions,
  Band,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Facts,
  Hidden,
  LastStop,
  List,
  Notice,
  Page,
  Place,
  PostButton,
  PostForm,
  State,
  Submit,
  Table,
  TextField,
} from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, dates, inLanguage } from '../../../platform/language.ts'
import { deskPaths } from '../../paths.ts'
import type { HistoryEntry, MailEntry } from '../../queries/desk-one.ts'
import type { FormContent } from '../../queries/form.ts'
import type { Own } from '../../queries/own.ts'
import { deskText, useDeskText } from '../../text/desk.ts'
import { text, useText } from '../../text.ts'
import { NeedsStop, PersonStop, SessionsStop, TicketStop } from '../fields.tsx'
import { ConsentBoxes } from '../register.tsx'
import { stateForms } from './list.tsx'

type OneProps = {
  own: Own
  names: Names
  history: readonly HistoryEntry[]
  mails: readonly MailEntry[]
  problem: string | undefined
}

const useCrumbs = (own: Own) => {
  const { language } = useFrame()
  const t = useDeskText()
  return [
    {
      label: `${t.title}, ${inLanguage(language, own.edition.title)}`,
      href: deskPaths.list.at(language, { edition: own.edition.slug }),
    },
    { label: own.name },
  ]
}

/** Everything about one registration: what it says, what happened to it, what was mailed. */
export function DeskOnePage({ own, names, history, mails, problem }: OneProps) {
  const t = useDeskText()
  return (
    <Page
      kind="office"
      title={own.name}
      lead={own.organisation}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      example={own.edition.isExample}
      crumbs={useCrumbs(own)}
      wide
    >
      <Band>
        {problem && <Notice kind="warning">{problem}</Notice>}
        <OneFacts own={own} />
        <Deeds own={own} />
      </Band>
      <Band title={t.one.history} ground="ground">
        <History own={own} names={names} rows={history} />
      </Band>
      <Band title={t.one.mails}>
        <Mails own={own} rows={mails} />
      </Band>
    </Page>
  )
}

function OneFacts({ own }: { own: Own }) {
  const { language } = useFrame()
  const t = useDeskText()
  const f = t.one.facts
  return (
    <Facts
      facts={[
        { label: f.state, value: <State form={stateForms[own.state]}>{t.states[own.state]}</State> },
        { label: f.name, value: own.name },
        { label: f.email, value: <a href={`mailto:${own.email}`}>{own.email}</a> },
        { label: f.organisation, value: own.organisation },
        { label: f.function, value: own.function },
        { label: f.region, value: own.regionNo && <Place region={own.regionNo}>{own.district ?? undefined}</Place> },
        { label: f.ticket, value: inLanguage(language, own.ticketName) },
        {
          label: f.sessions,
          value: own.sessions.map(({ title }) => inLanguage(language, title)).join('; ') || t.one.none,
        },
        { label: f.food, value: own.food },
        { label: f.access, value: own.access },
        { label: f.listed, value: own.isListed ? t.one.yes : t.one.no },
        { label: f.number, value: own.number },
        { label: f.code, value: own.code },
        { label: f.language, value: t.one.languages[own.language] },
      ]}
    />
  )
}

function Deeds({ own }: { own: Own }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const at = { edition: own.edition.slug, registration: own.id }
  if (own.state === 'cancelled')
    return (
      <Actions>
        <PostButton action={deskPaths.confirm.at(language, at)} values={{ tells: 'on' }}>
          {t.reinstate}
        </PostButton>
        <PostButton action={deskPaths.confirm.at(language, at)} weight="second">
          {t.reinstateQuietly}
        </PostButton>
      </Actions>
    )
  return (
    <Actions>
      <ButtonLink href={deskPaths.edit.at(language, at)}>{t.edit}</ButtonLink>
      {own.state === 'waiting' && (
        <>
          <PostButton action={deskPaths.confirm.at(language, at)} values={{ tells: 'on' }}>
            {t.confirm}
          </PostButton>
          <PostButton action={deskPaths.confirm.at(language, at)} weight="second">
            {t.confirmQuietly}
          </PostButton>
        </>
      )}
      <PostButton action={deskPaths.resend.at(language, at)} weight="second">
        {t.resend}
      </PostButton>
      <PostButton action={deskPaths.newLink.at(language, at)} weight="second">
        {t.newLink}
      </PostButton>
      <ButtonLink href={deskPaths.cancel.at(language, at)} weight="second">
        {t.cancel}
      </ButtonLink>
    </Actions>
  )
}

function History({ own, names, rows }: { own: Own; names: Names; rows: readonly HistoryEntry[] }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const deeds: Record<string, string> = { ...text[language].deeds, ...deskText[language].deeds }
  const { dense } = dates(language, own.edition.zone)
  return (
    <Table
      caption={t.history}
      isCaptionHidden
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { label: t.columns.at, cell: ({ at }) => dense(at) },
        { label: t.columns.who, cell: ({ by, byKind }) => by || t.kinds[byKind] },
        { label: t.columns.what, kind: 'name', cell: ({ what }) => deeds[what] ?? what },
        { label: t.columns.changes, cell: (entry) => <Changes entry={entry} names={names} /> },
      ]}
    />
  )
}

/** Names of what a log keeps by id. */
type Names = ReadonlyMap<string, Bilingual>

/** Each value that differs, from → to. */
function Changes({ entry: { before, after }, names }: { entry: HistoryEntry; names: Names }) {
  const words: Record<string, string> = useText().fields
  const say = useSaid(names)
  const [from, to] = [before ?? {}, after ?? {}] as [Record<string, unknown>, Record<string, unknown>]
  const changed = Object.keys(to).filter((key) => words[key] && JSON.stringify(from[key]) !== JSON.stringify(to[key]))
  if (changed.length === 0) return null
  return (
    <List
      items={changed.map(
        (key) => `${words[key]}: ${key in from ? `${say(key, from[key])} → ${say(key, to[key])}` : say(key, to[key])}`,
      )}
    />
  )
}

/** A kept value as a person reads it. */
function useSaid(names: Names) {
  const { language } = useFrame()
  const t = useDeskText()
  const states: Readonly<Record<string, string>> = t.states
  return function say(field: string, value: unknown): string {
    if (Array.isArray(value)) return value.map((one) => say(field, one)).join('; ') || t.one.none
    if (value === undefined || value === null || value === '') return '–'
    if (typeof value === 'boolean') return value ? t.one.yes : t.one.no
    const name = names.get(String(value))
    if (name) return inLanguage(language, name)
    if (field === 'state') return states[String(value)] ?? String(value)
    return field === 'place' && value === 'outside' ? t.filter.outside : String(value)
  }
}

function Mails({ own, rows }: { own: Own; rows: readonly MailEntry[] }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const { dense } = dates(language, own.edition.zone)
  return (
    <Table
      caption={t.mails}
      isCaptionHidden
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      empty={t.noMails}
      columns={[
        { label: t.columns.at, cell: ({ sentAt, queuedAt }) => dense(sentAt ?? queuedAt) },
        { label: t.columns.subject, kind: 'name', cell: ({ subject, template }) => subject ?? template },
        {
          label: t.columns.state,
          cell: ({ state }) => (
            <State
              form={state === 'failed' ? 'open' : state === 'queued' ? 'waiting' : state === 'useless' ? 'off' : 'done'}
            >
              {t.mailStates[state]}
            </State>
          ),
        },
      ]}
    />
  )
}

type EditProps = {
  own: Own | undefined
  content: FormContent
  form: FormState
  labels: Readonly<Record<string, string>>
}

/** Editing a registration for somebody, or entering one. */
export function DeskEditPage({ own, content, form, labels }: EditProps) {
  const { language } = useFrame()
  const t = useDeskText()
  const at = { edition: content.edition.slug }
  const action = own ? deskPaths.edit.at(language, { ...at, registration: own.id }) : deskPaths.add.at(language, at)
  const back = own ? deskPaths.one.at(language, { ...at, registration: own.id }) : deskPaths.list.at(language, at)
  return (
    <Page
      kind="office"
      title={own ? t.edit.title : t.edit.add}
      lead={own?.name}
      region={content.edition.regionNo ?? undefined}
      head="slim"
      example={content.edition.isExample}
      hasProblems={form.problems.length > 0}
    >
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={action}>
        {own && <Hidden name="seen" value={form.values.seen?.[0] ?? String(own.version)} />}
        <PersonStop form={form} content={content} withEmail />
        <TicketStop form={form} content={content} />
        <SessionsStop form={form} content={content} />
        <NeedsStop form={form} />
        <LastStop title={own ? t.edit.save : t.edit.consents}>
          {own ? (
            <Checkbox form={form} name="tells" label={t.edit.tells} hint={t.edit.tellsHint} />
          ) : (
            <ConsentBoxes content={content} form={form} />
          )}
          <Submit beside={<a href={back}>{t.edit.back}</a>}>{own ? t.edit.save : t.edit.send}</Submit>
        </LastStop>
      </PostForm>
    </Page>
  )
}

/** Asks before a registration is cancelled for somebody. */
export function DeskCancelPage({ own, form }: { own: Own; form: FormState }) {
  const { language } = useFrame()
  const t = useDeskText().cancel
  const at = { edition: own.edition.slug, registration: own.id }
  return (
    <Page
      kind="office"
      title={t.title}
      lead={own.name}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      crumbs={useCrumbs(own)}
    >
      <p>{t.text}</p>
      <PostForm action={deskPaths.cancel.at(language, at)}>
        <TextField form={form} name="reason" label={t.reason} optional maxLength={300} />
        <Checkbox form={form} name="tells" label={t.tells} />
        <Submit weight="danger" beside={<a href={deskPaths.one.at(language, at)}>{useDeskText().edit.back}</a>}>
          {t.send}
        </Submit>
      </PostForm>
    </Page>
  )
}

import {
  Actions,
  Address,
  Band,
  ButtonLink,
  Facts,
  List,
  Notice,
  Page,
  Place,
  PostButton,
  State,
  Table,
} from '../../../design/index.tsx'
import { outboxPaths } from '../../../outbox/index.ts'
import { readableEmail } from '../../../platform/address.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, dates, inLanguage } from '../../../platform/language.ts'
import { deskPaths } from '../../paths.ts'
import type { Double } from '../../queries/desk.ts'
import type { HistoryEntry, MailEntry } from '../../queries/desk-one.ts'
import type { Own } from '../../queries/own.ts'
import { useDeskText } from '../../text/desk.ts'
import { useEmailText } from '../../text/email.ts'
import { useText } from '../../text.ts'
import { namesIn, sessionTimes } from '../../when.ts'
import { useOneCrumbs } from './crumbs.ts'
import { History, type Names } from './history.tsx'
import { stateForms } from './list.tsx'

/** What has just been done here, the sessions that were lost by it, or what was refused. */
export type Said = {
  problem?: string | undefined
  done?: DeskDone | undefined
  dropped?: readonly { title: Bilingual }[]
}

type OneProps = Said & {
  own: Own
  names: Names
  history: readonly HistoryEntry[]
  mails: readonly MailEntry[]
  doubles: readonly Double[]
}

/** What the office can have done on this page. */
export const deskDone = [
  'changed',
  'unchanged',
  'placed',
  'mailed',
  'linked',
  'cancelled',
  'entered',
  'written',
] as const
export type DeskDone = (typeof deskDone)[number]

/** Everything about one registration: what it says, what happened to it, what was mailed. */
export function DeskOnePage({ own, names, history, mails, doubles, problem, done, dropped = [] }: OneProps) {
  const { language } = useFrame()
  const t = useDeskText()
  return (
    <Page
      kind="office"
      title={own.name}
      lead={own.organisation}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      example={own.edition.isExample}
      crumbs={useOneCrumbs(own)}
      wide
    >
      <Band>
        {done && (
          <Notice kind="success" title={t.done[done]}>
            {dropped.length > 0 ? t.dropped(namesIn(language, dropped)) : undefined}
          </Notice>
        )}
        {problem && <Notice kind="warning" title={problem} />}
        <Doubles own={own} doubles={doubles} />
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

/** The same person's other registrations: one of them is enough. */
function Doubles({ own, doubles }: Pick<OneProps, 'own' | 'doubles'>) {
  const { language } = useFrame()
  const t = useDeskText()
  if (doubles.length === 0) return null
  return (
    <Notice kind="warning" title={t.double}>
      {t.doubleText}{' '}
      {doubles.map(({ id, number }, index) => (
        <>
          {index > 0 && ', '}
          <a href={deskPaths.one.at(language, { edition: own.edition.slug, registration: id })}>
            {t.doubleNumber(String(number ?? '–'))}
          </a>
        </>
      ))}
    </Notice>
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
        {
          label: f.email,
          value: own.email ? (
            <a href={`mailto:${own.email}`}>
              <Address>{readableEmail(own.email)}</Address>
            </a>
          ) : (
            t.one.noEmail
          ),
        },
        { label: f.organisation, value: own.organisation },
        { label: f.function, value: own.function },
        { label: f.region, value: own.regionNo && <Place region={own.regionNo}>{own.district ?? undefined}</Place> },
        { label: f.ticket, value: inLanguage(language, own.ticketName) },
        {
          label: f.sessions,
          value: own.sessions.length ? <Sessions own={own} /> : t.one.none,
        },
        { label: f.food, value: own.food },
        { label: f.access, value: own.access },
        { label: f.listed, value: own.isListed ? t.one.yes : t.one.no },
        { label: f.agreed, value: own.agreed.length > 0 && <Agreed own={own} /> },
        { label: f.number, value: own.number },
        { label: f.code, value: own.code },
        { label: f.language, value: t.one.languages[own.language] },
      ]}
    />
  )
}

/** What was freely agreed to, with the day, and how where the office entered it. */
function Agreed({ own }: { own: Own }) {
  const { language } = useFrame()
  const { ways } = useDeskText().edit
  const { short } = dates(language, own.edition.zone)
  return (
    <List
      items={own.agreed.map(({ text: said, givenAt, way }) => {
        const how = [way && ways[way], short(givenAt)].filter(Boolean).join(', ')
        return `${inLanguage(language, said)} (${how})`
      })}
    />
  )
}

/** The sessions of a registration; after it was cancelled, those whose places were given back. */
function Sessions({ own }: { own: Own }) {
  const { language } = useFrame()
  return (
    <>
      {own.state === 'cancelled' && <p>{useDeskText().one.givenBack}</p>}
      <List
        items={own.sessions.map((session) =>
          [sessionTimes(language, own.edition, session), inLanguage(language, session.title)]
            .filter(Boolean)
            .join(': '),
        )}
      />
    </>
  )
}

function Deeds({ own }: { own: Own }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const at = { edition: own.edition.slug, registration: own.id }
  if (own.state === 'cancelled')
    return (
      <>
        <p>{t.needsGone}</p>
        <Actions>
          <PostButton action={deskPaths.confirm.at(language, at)} values={{ tells: 'on' }}>
            {t.reinstate}
          </PostButton>
          <PostButton action={deskPaths.confirm.at(language, at)} weight="second">
            {t.reinstateQuietly}
          </PostButton>
          <WriteLink own={own} />
        </Actions>
      </>
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
      {own.state === 'confirmed' && (
        <ButtonLink href={deskPaths.ticket.at(language, at)} weight="second">
          {t.ticket}
        </ButtonLink>
      )}
      <WriteLink own={own} />
      {own.email && (
        <>
          <PostButton action={deskPaths.resend.at(language, at)} weight="second">
            {t.resend}
          </PostButton>
          <PostButton action={deskPaths.newLink.at(language, at)} weight="second">
            {t.newLink}
          </PostButton>
        </>
      )}
      <ButtonLink href={deskPaths.cancel.at(language, at)} weight="second">
        {t.cancel}
      </ButtonLink>
    </Actions>
  )
}

/** The way to a message; none to who has no address. */
function WriteLink({ own }: { own: Own }) {
  const { language } = useFrame()
  const t = useDeskText().one
  if (!own.email) return null
  const at = { edition: own.edition.slug, registration: own.id }
  return (
    <ButtonLink href={deskPaths.message.at(language, at)} weight="second">
      {t.write}
    </ButtonLink>
  )
}

/** What the mails about a registration are called before they have a subject. */
function useMailTitles(): Readonly<Record<string, string>> {
  const { new: asked, old } = useEmailText().mail
  return { ...useText().mail.title, 'registration.new_email': asked.title, 'registration.old_email': old.title }
}

function Mails({ own, rows }: { own: Own; rows: readonly MailEntry[] }) {
  const { language } = useFrame()
  const t = useDeskText().one
  const titles = useMailTitles()
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
        { label: t.columns.at, cell: ({ sentAt, queuedAt }) => <time>{dense(sentAt ?? queuedAt)}</time> },
        {
          label: t.columns.subject,
          kind: 'name',
          cell: ({ id, subject, template }) => (
            <a href={outboxPaths.mail.at(language, { mail: id })}>{subject ?? titles[template]}</a>
          ),
        },
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

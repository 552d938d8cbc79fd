import { congressPaths, whenText } from '../../congress/index.ts'
import {
  Actions,
  Aside,
  ButtonLink,
  Cols,
  Confirm,
  ErrorSummary,
  Facts,
  Hidden,
  LastStop,
  More,
  Notice,
  Page,
  Place,
  PostForm,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, langOf } from '../../platform/language.ts'
import type { Allowed } from '../model.ts'
import { paths } from '../paths.ts'
import type { FormContent } from '../queries/form.ts'
import type { Own, Participant } from '../queries/own.ts'
import { useEmailText } from '../text/email.ts'
import { useText } from '../text.ts'
import { sessionTimes } from '../when.ts'
import { NeedsStop, PersonStop, SessionsStop, TicketStop } from './fields.tsx'
import { ConsentBoxes } from './register.tsx'

type OwnProps = { own: Own; secret: string; may: Allowed }
/** What the person has just done here. */
export type OwnDone = 'changed' | 'unchanged' | 'email' | 'kept'

/** What a person sees by their secret link: state, all that is stored, and what they can do. */
export function OwnPage({
  own,
  secret,
  may,
  done,
  pending,
}: OwnProps & { done: OwnDone | undefined; pending: string | undefined }) {
  const { language } = useFrame()
  const t = useText().own
  const { edition } = own
  const f = t.facts
  const email = useEmailText().own
  const sessions = own.sessions.map((session) => (
    <span key={session.id} lang={langOf(language, session.title)}>
      {session.startsAt && `${sessionTimes(language, edition, session)}: `}
      {inLanguage(language, session.title)}
      {session.room && `, ${inLanguage(language, session.room)}`}
    </span>
  ))
  return (
    <Page
      kind="public"
      title={t.title[own.state]}
      lead={t.lead[own.state](readableEmail(own.email))}
      over={inLanguage(language, edition.title)}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
    >
      <Cols>
        <div class="c8 stack">
          {done && <Notice kind="success" title={t.done[done]} />}
          {pending && (
            <Notice kind="info" title={email.pending}>
              {email.pendingText(readableEmail(pending))}
            </Notice>
          )}
          <Facts
            facts={[
              { label: f.name, value: own.name },
              { label: f.organisation, value: own.organisation },
              { label: f.function, value: own.function },
              {
                label: f.region,
                value: own.regionNo && <Place region={own.regionNo}>{own.district ?? undefined}</Place>,
              },
              { label: f.email, value: readableEmail(own.email) },
              { label: f.ticket, value: inLanguage(language, own.ticketName) },
              { label: f.number, value: own.number },
              { label: f.code, value: own.code },
              {
                label: own.state === 'waiting' ? t.waitingSessions : f.sessions,
                value: sessions.length ? (
                  <ul>
                    {sessions.map((session) => (
                      <li key={session.key}>{session}</li>
                    ))}
                  </ul>
                ) : (
                  t.none
                ),
              },
              { label: f.food, value: own.food },
              { label: f.access, value: own.access },
              { label: f.listed, value: own.isListed ? t.yes : t.no },
              { label: f.agreed, value: own.agreed.map(({ text }) => inLanguage(language, text)).join(' ') },
            ]}
          />
          <Actions>
            {own.state === 'confirmed' && (
              <ButtonLink href={paths.ticket.at(language, { secret })}>{t.ticket}</ButtonLink>
            )}
            {may.change && (
              <ButtonLink href={paths.change.at(language, { secret })} weight="second">
                {t.change}
              </ButtonLink>
            )}
            {may.change && (
              <ButtonLink href={paths.email.at(language, { secret })} weight="second">
                {email.change}
              </ButtonLink>
            )}
            {may.change && (
              <ButtonLink href={paths.cancel.at(language, { secret })} weight="second">
                {t.cancel}
              </ButtonLink>
            )}
            {own.state === 'cancelled' && edition.state === 'open' && (
              <ButtonLink href={congressPaths.register.at(language, { edition: edition.slug })}>{t.again}</ButtonLink>
            )}
          </Actions>
        </div>
        <Aside title={inLanguage(language, edition.title)}>
          <Facts
            facts={[
              { label: f.when, value: whenText(language, edition.zone, edition) },
              { label: f.where, value: [edition.venue, edition.address ?? edition.town].filter(Boolean).join(', ') },
            ]}
          />
          {own.state === 'confirmed' && (
            <ul>
              <li>
                <More href={paths.calendar.at(language, { secret })}>{t.calendar}</More>
              </li>
              <li>
                <More href={paths.participants.at(language, { secret })}>{t.participants}</More>
              </li>
            </ul>
          )}
        </Aside>
      </Cols>
    </Page>
  )
}

type ChangeProps = OwnProps & { content: FormContent; form: FormState; labels: Readonly<Record<string, string>> }

/** Changing one's own registration; programme and ticket only while registration is open. */
export function ChangePage({ own, secret, may, content, form, labels }: ChangeProps) {
  const { language } = useFrame()
  const t = useText().change
  const { edition } = own
  return (
    <Page
      kind="public"
      title={t.title}
      over={inLanguage(language, edition.title)}
      region={edition.regionNo ?? undefined}
      head="slim"
      example={edition.isExample}
      hasProblems={form.problems.length > 0}
    >
      <ErrorSummary form={form} labels={labels} />
      {!may.rebook && edition.closesAt && (
        <Notice kind="info">{t.closed(dates(language, edition.zone).day(edition.closesAt))}</Notice>
      )}
      <PostForm action={paths.change.at(language, { secret })}>
        <Hidden name="seen" value={form.values.seen?.[0] ?? String(own.version)} />
        <PersonStop form={form} content={content} />
        {may.rebook && (
          <TicketStop
            form={form}
            content={content}
            current={own?.state === 'confirmed' ? own.ticketTypeId : undefined}
          />
        )}
        {may.rebook && <SessionsStop form={form} content={content} />}
        <NeedsStop form={form} />
        <FreeConsents content={content} form={form} />
        <LastStop title={t.send}>
          <Submit beside={<a href={paths.own.at(language, { secret })}>{t.back}</a>}>{t.send}</Submit>
        </LastStop>
      </PostForm>
    </Page>
  )
}

/** What was agreed to freely can be taken back here at any time. */
function FreeConsents({ content, form }: { content: FormContent; form: FormState }) {
  const t = useText().form
  const free = content.consents.filter(({ isRequired }) => !isRequired)
  if (free.length === 0) return null
  return (
    <Stop legend={t.consents}>
      <ConsentBoxes content={{ ...content, consents: free }} form={form} />
    </Stop>
  )
}

/** Asks before a registration is cancelled. */
export function CancelPage({ own, secret }: Pick<OwnProps, 'own' | 'secret'>) {
  const { language } = useFrame()
  const t = useText().cancel
  return (
    <Page
      kind="public"
      title={t.title}
      over={inLanguage(language, own.edition.title)}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      example={own.edition.isExample}
    >
      <Confirm action={paths.cancel.at(language, { secret })} submit={t.send} back={paths.own.at(language, { secret })}>
        <p>{t.text}</p>
      </Confirm>
    </Page>
  )
}

export function LostPage({ form, labels }: { form: FormState; labels: Readonly<Record<string, string>> }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.lost
  return (
    <Page kind="public" title={t.title} lead={t.lead} head="plain" hasProblems={form.problems.length > 0}>
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={paths.lostLink.at(language)}>
        <TextField
          form={form}
          name="email"
          label={words.form.email}
          type="email"
          autocomplete="email"
          maxLength={254}
        />
        <Submit>{t.send}</Submit>
      </PostForm>
    </Page>
  )
}

export function LostSentPage() {
  const t = useText().lost
  return <Page kind="public" title={t.sentTitle} lead={t.sent} head="plain" />
}

/** Those who wish to be seen by the others who come. */
export function ParticipantsPage({ own, rows }: { own: Own; rows: readonly Participant[] }) {
  const { language } = useFrame()
  const t = useText().participants
  return (
    <Page
      kind="public"
      title={t.title}
      lead={t.lead}
      over={inLanguage(language, own.edition.title)}
      region={own.edition.regionNo ?? undefined}
      head="slim"
      example={own.edition.isExample}
    >
      <Table
        caption={t.title}
        isCaptionHidden
        rows={rows}
        keyOf={(row) => row.id}
        empty={t.empty}
        columns={[
          { label: t.name, kind: 'name', cell: (row) => row.name },
          { label: t.organisation, cell: (row) => [row.function, row.organisation].filter(Boolean).join(', ') },
        ]}
      />
    </Page>
  )
}

import { congressPaths, whenText } from '../../congress/index.ts'
import {
  Actions,
  Address,
  Aside,
  ButtonLink,
  Cols,
  Facts,
  More,
  Notice,
  Page,
  Place,
  PostButton,
  Stack,
  State,
  Table,
} from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, dates, inLanguage, langOf } from '../../platform/language.ts'
import { contact } from '../../platform/paths.ts'
import type { Allowed } from '../model.ts'
import { paths } from '../paths.ts'
import type { FreeConsent, Own, Participant } from '../queries/own.ts'
import { useEmailText } from '../text/email.ts'
import { useText } from '../text.ts'
import { namesIn, roomText, sessionTimes, whereText } from '../when.ts'

export type OwnProps = { own: Own; secret: string; may: Allowed }
/** What the person has just done here. */
export const ownDone = ['changed', 'unchanged', 'email', 'kept', 'consent'] as const
export type OwnDone = (typeof ownDone)[number]

type OwnPageProps = OwnProps & { consents: readonly FreeConsent[] }
type Happened = { done: OwnDone | undefined; dropped: readonly { title: Bilingual }[]; pending: string | undefined }

/** What a person sees by their secret link: state, papers, all that is stored, and what they can do. */
export function OwnPage({ done, dropped, pending, ...props }: OwnPageProps & Happened) {
  const { language } = useFrame()
  const t = useText().own
  const email = useEmailText().own
  const { own, secret, may } = props
  const { edition } = own
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
          {done && (
            <Notice kind="success" title={t.done[done]}>
              {dropped.length > 0 ? t.dropped(namesIn(language, dropped)) : undefined}
            </Notice>
          )}
          {pending && (
            <Notice kind="info" title={email.pending}>
              {email.pendingText(readableEmail(pending))}
            </Notice>
          )}
          <Papers own={own} secret={secret} />
          <OwnFacts {...props} />
          <Deeds own={own} secret={secret} may={may} />
        </div>
        <Congress own={own} secret={secret} />
      </Cols>
    </Page>
  )
}

/** What one needs on the day, at once below the state; who has no place any more finds the way back in. */
function Papers({ own, secret }: Omit<OwnProps, 'may'>) {
  const { language } = useFrame()
  const t = useText().own
  if (own.state === 'confirmed')
    return (
      <Actions>
        <ButtonLink href={paths.ticket.at(language, { secret })}>{t.ticket[own.attendance]}</ButtonLink>
        <More href={paths.calendar.at(language, { secret })}>{t.calendar}</More>
      </Actions>
    )
  if (own.state === 'waiting' || own.edition.state !== 'open') return null
  return (
    <Actions>
      <ButtonLink href={congressPaths.register.at(language, { edition: own.edition.slug })}>{t.again}</ButtonLink>
    </Actions>
  )
}

function OwnFacts(props: OwnPageProps) {
  const { own, consents } = props
  const t = useText().own
  const f = t.facts
  const isThere = own.state !== 'cancelled'
  const sessions = own.sessions.length > 0 ? <OwnSessions own={own} /> : own.attendance === 'on_site' && t.none
  const { language } = useFrame()
  return (
    <Facts
      facts={[
        { label: f.name, value: own.name },
        { label: f.organisation, value: own.organisation && <InGerman>{own.organisation}</InGerman> },
        { label: f.function, value: own.function },
        { label: f.region, value: own.regionNo && <Place region={own.regionNo}>{own.district ?? undefined}</Place> },
        { label: f.email, value: <Address>{readableEmail(own.email)}</Address> },
        { label: f.ticket, value: isThere && inLanguage(language, own.ticketName) },
        { label: f.link, value: own.state === 'confirmed' && own.attendance === 'online' && <Joining own={own} /> },
        { label: own.state === 'waiting' ? t.waitingSessions : f.sessions, value: isThere && sessions },
        { label: f.number, value: own.number },
        { label: f.code, value: own.code },
        { label: f.food, value: own.food },
        { label: f.access, value: own.access },
        { label: f.listed, value: isThere && (own.isListed ? t.yes : t.no) },
        { label: f.agreed, value: consents.length > 0 && <Consents {...props} /> },
      ]}
    />
  )
}

/** What people write of themselves is German here: read and hyphenated as such on an English page too. */
function InGerman({ children }: { children: string }) {
  const { language } = useFrame()
  return <span lang={langOf(language, { de: children })}>{children}</span>
}

function OwnSessions({ own }: { own: Own }) {
  const { language } = useFrame()
  return (
    <ul>
      {own.sessions.map((session) => (
        <li key={session.id} lang={langOf(language, session.title)}>
          {session.startsAt && `${sessionTimes(language, own.edition, session)}: `}
          {inLanguage(language, session.title)}
          {session.room && `, ${roomText(language, session.room)}`}
        </li>
      ))}
    </ul>
  )
}

function Deeds({ own, secret, may }: OwnProps) {
  const { language } = useFrame()
  const t = useText().own
  const email = useEmailText().own
  if (!may.change || own.state === 'cancelled') return null
  return (
    <Actions>
      <ButtonLink href={paths.change.at(language, { secret })} weight="second">
        {t.change}
      </ButtonLink>
      <ButtonLink href={paths.cancel.at(language, { secret })} weight="second">
        {t.cancel}
      </ButtonLink>
      <More href={paths.email.at(language, { secret })}>{email.change}</More>
    </Actions>
  )
}

/** Where who takes part online joins, or where it will stand. */
function Joining({ own: { onlineUrl } }: Pick<OwnProps, 'own'>) {
  const t = useText().own
  if (!onlineUrl) return <>{t.onlineLinkHere}</>
  return (
    <a href={onlineUrl}>
      <Address>{onlineUrl}</Address>
    </a>
  )
}

/** What one may agree to freely: given since when, and to be taken back at any time, also after the congress. */
function Consents({ own, secret, may, consents }: OwnPageProps) {
  const { language } = useFrame()
  const t = useText().own.consent
  const { short } = dates(language, own.edition.zone)
  return (
    <Stack>
      {consents.map(({ key, text, givenAt }) => (
        <Stack key={key}>
          <p lang={langOf(language, text)}>{inLanguage(language, text)}</p>
          <Actions>
            <State form={givenAt ? 'done' : 'waiting'}>{givenAt ? t.given(short(givenAt)) : t.open}</State>
            {(givenAt || may.change) && (
              <PostButton
                action={paths.consent.at(language, { secret })}
                values={{ consent: key, ...(givenAt ? {} : { isGiven: 'on' }) }}
                weight="second"
              >
                {givenAt ? t.withdraw : t.give}
              </PostButton>
            )}
          </Actions>
        </Stack>
      ))}
    </Stack>
  )
}

function Congress({ own, secret }: Omit<OwnProps, 'may'>) {
  const { language } = useFrame()
  const t = useText().own
  const { edition } = own
  return (
    <Aside title={inLanguage(language, edition.title)}>
      <Facts
        facts={[
          { label: t.facts.when, value: whenText(language, edition.zone, edition) },
          { label: t.facts.where, value: whereText(own, language) },
        ]}
      />
      {own.state === 'confirmed' && (
        <p>
          <More href={paths.participants.at(language, { secret })}>{t.participants}</More>
        </p>
      )}
      <p class="small">
        {t.questions} <a href={contact.at(language)}>{t.contact}</a>
      </p>
    </Aside>
  )
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
          {
            label: t.organisation,
            cell: (row) => <InGerman>{[row.function, row.organisation].filter(Boolean).join(', ')}</InGerman>,
          },
        ]}
      />
    </Page>
  )
}

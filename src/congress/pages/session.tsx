import { Actions, ButtonLink, Col, Cols, Facts, JsonLd, List, More, Page, Prose, Route } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Related } from '../../platform/room.ts'
import { isOver } from '../model.ts'
import { paths } from '../paths.ts'
import type { EditionContent } from '../queries/edition.ts'
import type { Session } from '../queries/programme.ts'
import { useText } from '../text/public.ts'
import { Content, plain } from './content.tsx'
import { crumbsTo } from './crumbs.ts'
import { SessionDocuments } from './documents.tsx'
import { Speakers, sessionHref, sessionWhen, timeOf } from './programme.tsx'
import { sessionData } from './shared-data.tsx'
import { SourceNote } from './sources.tsx'
import type { SetText } from './texts.ts'

type Props = { edition: EditionContent; session: Session; abstract: SetText | undefined; related: readonly Related[] }

/** One point of the programme: when, where, what about, with whom, and whether there is room. */
export function SessionPage({ edition, session, abstract, related }: Props) {
  const frame = useFrame()
  const t = useText()
  const { language } = frame
  const { slug } = edition
  const facts = <SessionFacts edition={edition} session={session} />
  return (
    <Page
      kind="public"
      title={inLanguage(language, session.title)}
      over={<Content of={edition.title} />}
      lead={sessionWhen(frame, edition.zone, session)}
      region={edition.regionNo ?? undefined}
      head={edition.regionNo === null ? 'plain' : 'slim'}
      example={edition.isExample && t.example}
      crumbs={crumbsTo(
        language,
        edition,
        { label: t.programme.title, href: paths.programme.at(language, { edition: slug }) },
        { label: plain(language, session.title) },
      )}
    >
      <JsonLd data={sessionData(edition, session, frame)} />
      <Cols>
        <Col span={7}>
          {abstract ? <Prose html={abstract.html} lang={abstract.lang} /> : facts}
          <SourceNote sessions={[session]} />
          <SessionActions edition={edition} session={session} />
          <SessionDocuments related={related} />
          <Around edition={edition} session={session} />
        </Col>
        <Col span={5}>
          {abstract && facts}
          <SameTime edition={edition} session={session} />
        </Col>
      </Cols>
    </Page>
  )
}

function SessionFacts({ edition, session }: Omit<Props, 'abstract' | 'related'>) {
  const t = useText()
  const { room, roomNote, track, format, language, places, isBookable, speakers } = session
  const left = places ? t.sessionLeft(places.left, places.seats) : t.bookable
  return (
    <Facts
      facts={[
        {
          label: t.facts.room,
          value: room && (
            <>
              <Content of={room} />
              {roomNote && (
                <>
                  {' – '}
                  <Content of={roomNote} />
                </>
              )}
            </>
          ),
        },
        { label: t.facts.track, value: track && <Content of={track} /> },
        { label: t.facts.format, value: t.format[format] },
        { label: t.facts.language, value: language && t.spoken[language] },
        { label: t.facts.sessionPlaces, value: isBookable && !isOver(edition.state) && left },
        { label: t.facts.speakers, value: speakers.length > 0 && <Speakers edition={edition} session={session} /> },
      ]}
    />
  )
}

function SessionActions({ edition: { slug, state }, session }: Omit<Props, 'abstract' | 'related'>) {
  const { language } = useFrame()
  const t = useText()
  const canBook = state === 'open' && session.isBookable && session.places?.left !== 0
  return (
    <Actions>
      {canBook && <ButtonLink href={paths.register.at(language, { edition: slug })}>{t.registerSession}</ButtonLink>}
      {session.startsAt && session.endsAt && (
        <More href={paths.sessionCalendar.at(language, { edition: slug, session: session.id })}>{t.calendar}</More>
      )}
    </Actions>
  )
}

/** What else runs while this one does. */
function SameTime({ edition, session }: Omit<Props, 'abstract' | 'related'>) {
  const frame = useFrame()
  const t = useText()
  const { startsAt, endsAt } = session
  if (!startsAt || !endsAt) return null
  const others = edition.programme.filter(
    (other) =>
      other.id !== session.id && other.startsAt && other.endsAt && other.startsAt < endsAt && other.endsAt > startsAt,
  )
  if (others.length === 0) return null
  const items = others.map((other) => {
    const title = <Content of={other.title} />
    const href = sessionHref(edition, other, frame)
    return href ? <a href={href}>{title}</a> : title
  })
  return (
    <section class="same-time">
      <h2>{t.programme.same}</h2>
      <List items={items} />
    </section>
  )
}

/** The session between what comes before and after it, as a piece of the programme's line. */
function Around({ edition, session }: Omit<Props, 'abstract' | 'related'>) {
  const frame = useFrame()
  const { language } = frame
  const t = useText().programme
  const { startsAt, endsAt } = session
  if (!startsAt || !endsAt) return null
  const before = edition.programme.findLast((one) => one.endsAt && one.endsAt <= startsAt)
  const after = edition.programme.find((one) => one.startsAt && one.startsAt >= endsAt)
  if (!before && !after) return null
  const stop = (one: Session) => ({ when: timeOf(edition, one, frame), title: <Content of={one.title} /> })
  const linked = (one: Session | undefined) => (one ? [{ ...stop(one), href: sessionHref(edition, one, frame) }] : [])
  return (
    <section>
      <h2>{t.around}</h2>
      <Route
        stops={[...linked(before), { ...stop(session), isHere: true }, ...linked(after)]}
        region={edition.regionNo ?? undefined}
      />
      <p>
        <More href={paths.programme.at(language, { edition: edition.slug })}>{t.all}</More>
      </p>
    </section>
  )
}

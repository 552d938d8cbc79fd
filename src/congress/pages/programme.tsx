import type { ComponentChildren } from 'preact'
import { Band, Col, Cols, More, Page, Picture, Route, type RouteStop, Stack } from '../../design/index.tsx'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { byDay, type Format, hasOwnPage, isBrief, isOver, slots } from '../model.ts'
import { paths } from '../paths.ts'
import type { EditionContent } from '../queries/edition.ts'
import type { Session } from '../queries/programme.ts'
import { text, useText } from '../text/public.ts'
import { Content } from './content.tsx'
import { crumbsTo } from './crumbs.ts'
import { placeText } from './place.ts'
import { ProgrammeRefs, SourceNote } from './sources.tsx'
import { endText, timesText, whenText } from './when.ts'

type Props = { edition: EditionContent }

/** The programme within the page of the edition. */
export function ProgrammeBand({ edition }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { programme, programmeNote, state, slug } = edition
  const note = programmeNote && <Content of={programmeNote} />
  const nothing = programme.length === 0 && (isOver(state) ? t.programme.noneKept : t.programme.none)
  return (
    <Band id="programme">
      <Cols>
        <Col span={4}>
          <h2 class="huge">{t.programme.title}</h2>
          {(note || nothing) && <p>{note ?? nothing}</p>}
          {edition.programme.some(({ source }) => source) && (
            <p class="small">
              {t.programme.from} <ProgrammeRefs edition={edition} />
            </p>
          )}
          {programme.length > 0 && (
            <More href={paths.programme.at(language, { edition: slug })}>{t.programme.whole}</More>
          )}
        </Col>
        <Col span={8}>
          <Programme edition={edition} heading="h3" />
        </Col>
      </Cols>
    </Band>
  )
}

/** The programme alone, made for paper too. */
export function ProgrammePage({ edition }: Props) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.programme.title}
      over={<Content of={edition.title} />}
      lead={[whenText(language, edition.zone, edition), placeText(edition)].filter(Boolean).join(', ')}
      region={edition.regionNo ?? undefined}
      head={edition.regionNo === null ? 'plain' : 'slim'}
      example={edition.isExample && t.example}
      crumbs={crumbsTo(language, edition, { label: t.programme.title })}
    >
      <div class="on-paper">
        <Stack>
          {edition.programmeNote && (
            <p>
              <Content of={edition.programmeNote} />
            </p>
          )}
          {edition.programme.length === 0 && <p>{isOver(edition.state) ? t.programme.noneKept : t.programme.none}</p>}
          <Programme edition={edition} heading="h2" />
          <SourceNote sessions={edition.programme} />
        </Stack>
      </div>
    </Page>
  )
}

/** By day and time, each day under a heading of this level (h3 only where there are several days); what runs in parallel stands side by side where there is room. */
export function Programme({ edition, heading: Day }: Props & { heading: 'h2' | 'h3' }) {
  const frame = useFrame()
  const t = useText()
  const { iso, weekday } = dates(frame.language, edition.zone)
  const days = byDay(edition.programme, iso)
  return (
    <>
      {days.map(({ day, sessions }) => (
        <Stack key={day ?? ''}>
          {(Day === 'h2' || days.length > 1) && (
            <Day class="day">{day ? weekday(sessions[0]!.startsAt!) : t.programme.timeless}</Day>
          )}
          <Route stops={stopsOf(edition, sessions, frame)} region={edition.regionNo ?? undefined} />
        </Stack>
      ))}
    </>
  )
}

function stopsOf(edition: EditionContent, sessions: readonly Session[], frame: Frame): RouteStop[] {
  const { language } = frame
  return slots(sessions).map(({ startsAt, sessions }) => {
    const [only] = sessions
    const when = timeOf(edition, { startsAt }, frame)
    if (!only || sessions.length > 1)
      return {
        when,
        title: text[language].programme.parallel(sessions.length),
        text: <Parallel edition={edition} sessions={sessions} />,
      }
    return {
      when,
      title: <Content of={only.title} />,
      href: sessionHref(edition, only, frame),
      text: <SessionText edition={edition} session={only} />,
      region: only.format === 'handover' ? (edition.following?.regionNo ?? undefined) : undefined,
    }
  })
}

/** When it begins. */
export const timeOf = ({ zone }: EditionContent, { startsAt }: Pick<Session, 'startsAt'>, { language }: Frame) =>
  startsAt && <time datetime={startsAt.toISOString()}>{dates(language, zone).time(startsAt)}</time>

/** Its own page, where it has one. */
export const sessionHref = ({ slug, state }: EditionContent, session: Session, { language }: Frame) =>
  hasOwnPage(session, state) ? paths.session.at(language, { edition: slug, session: session.id }) : undefined

function Parallel({ edition, sessions }: Props & { sessions: readonly Session[] }) {
  const frame = useFrame()
  return (
    <ul class="parallel">
      {sessions.map((session) => {
        const href = sessionHref(edition, session, frame)
        const title = <Content of={session.title} />
        return (
          <li key={session.id}>
            <h4>{href ? <a href={href}>{title}</a> : title}</h4>
            <SessionText edition={edition} session={session} />
          </li>
        )
      })}
    </ul>
  )
}

/** Who, where, until when and whether there is room. */
function SessionText({ edition, session }: Props & { session: Session }) {
  const { abstract } = session
  return (
    <>
      {abstract && isBrief(abstract) && (
        <p>
          <Content of={abstract} />
        </p>
      )}
      <Speakers edition={edition} session={session} />
      <Meta edition={edition} session={session} />
    </>
  )
}

/** Kinds that the title or the clock says anyway. */
const plainFormats: ReadonlySet<Format> = new Set(['break', 'meal', 'opening', 'handover', 'other'])

function Meta({ edition: { zone, state }, session }: Props & { session: Session }) {
  const { language } = useFrame()
  const t = useText()
  const { endsAt, startsAt, room, track, isBookable, places, format, title } = session
  const isSaid = [title, track].some((text) => text && inLanguage(language, text).includes(t.format[format]))
  const parts: ComponentChildren[] = [
    startsAt && endsAt && t.until(endText(language, zone, startsAt, endsAt)),
    room && <Content of={room} />,
    track && <Content of={track} />,
    !isSaid && !plainFormats.has(format) && t.format[format],
    session.language && session.language !== 'de' && t.spoken[session.language],
    isBookable && !isOver(state) && (places ? t.sessionLeft(places.left, places.seats) : t.bookable),
  ]
  return <p class="small">{parts.filter(Boolean).map((part, index) => [index > 0 && ' · ', part])}</p>
}

/** The people of a session as published: name, function, organisation. */
export function Speakers({
  edition: { slug },
  session: { speakers },
}: {
  edition: { slug: string }
  session: Session
}) {
  const { language } = useFrame()
  const t = useText()
  if (speakers.length === 0) return null
  return (
    <ul class="speak">
      {speakers.map(({ name, function: role, organisation, picture }) => (
        <li key={name}>
          {picture && (
            <Picture
              kind="portrait"
              href={paths.file.at(language, { edition: slug, file: picture.id, name: picture.name })}
              alt={picture.alt ? inLanguage(language, picture.alt) : t.portrait(name)}
            />
          )}
          <span>
            {name}
            {role && (
              <>
                , <Content of={role} />
              </>
            )}
            {organisation && `, ${organisation}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The times of a session with its day, for its own page. */
export function sessionWhen({ language }: Frame, zone: string, { startsAt, endsAt }: Session) {
  if (!startsAt) return text[language].noTimes
  return `${dates(language, zone).weekday(startsAt)}, ${timesText(language, zone, startsAt, endsAt)}`
}

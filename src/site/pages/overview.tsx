import { congressPaths, type EditionCard, isFull, whenText } from '../../congress/index.ts'
import {
  Actions,
  Band,
  ButtonLink,
  Col,
  Cols,
  Empty,
  Example,
  Field,
  Figures,
  List,
  More,
  Note,
  Page,
} from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, langOf, number } from '../../platform/language.ts'
import type { Attention } from '../../platform/room.ts'
import { Course, type courseOf, deskPaths, type Standing } from '../../registration/index.ts'
import { useText } from '../text.ts'

type Next = {
  edition: EditionCard
  standing: Standing | undefined
  course: Awaited<ReturnType<typeof courseOf>> | undefined
  daysLeft: number | undefined
  zone: string
}
type Props = { attention: readonly Attention[]; next: Next | undefined; showsHowToBegin: boolean }

/** Where the office's day starts: how the next congress stands, and what waits. */
export function OverviewPage({ attention, next, showsHowToBegin }: Props) {
  const { installation, person } = useFrame()
  const t = useText().overview
  return (
    <Page kind="office" title={t.title} lead={installation.name} wide>
      {next && <NextCongress next={next} />}
      {next?.course && next.course.curve.length > 0 && (
        <Band>
          <Course {...next.course} />
        </Band>
      )}
      <Band>
        <h2>{t.attention}</h2>
        {attention.length === 0 ? (
          <Empty title={t.calm} />
        ) : (
          <List
            items={attention.map(({ text, href }) => (
              <More key={href} href={href}>
                {text}
              </More>
            ))}
          />
        )}
        {showsHowToBegin && <Note>{t.example}</Note>}
      </Band>
      <Band>
        <h2>{t.more}</h2>
        <List
          items={(person?.more ?? []).map(({ href, label }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
        />
      </Band>
    </Page>
  )
}

/** Whole days until an edition begins, by the calendar; undefined while its day is not known or once it has come. */
export function daysUntil({ startsAt }: Pick<EditionCard, 'startsAt'>, now: Date, zone: string): number | undefined {
  if (!startsAt) return undefined
  const { iso } = dates('de', zone)
  const days = Math.round((Date.parse(iso(startsAt)) - Date.parse(iso(now))) / 864e5)
  return days > 0 ? days : undefined
}

function NextCongress({ next: { edition, standing, daysLeft, zone } }: { next: Next }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.overview
  const at = { edition: edition.slug }
  return (
    <Field region={edition.regionNo ?? 1}>
      <Cols>
        <Col span={5}>
          {edition.isExample && (
            <p>
              <Example />
            </p>
          )}
          <h2 class="huge" lang={langOf(language, edition.title)}>
            {[inLanguage(language, edition.title), edition.town].filter(Boolean).join(', ')}
          </h2>
          <p>
            {whenText(language, zone, edition)}. {isFull(edition) ? words.home.full : words.home.states[edition.state]}
          </p>
        </Col>
        <Col span={7}>
          <Figures figures={figuresOf(t, standing, daysLeft)} />
          {standing && (
            <Actions>
              <ButtonLink href={deskPaths.list.at(language, at)}>{t.registrations}</ButtonLink>
              <More href={congressPaths.edit.at(language, at)}>{t.edit}</More>
            </Actions>
          )}
        </Col>
      </Cols>
    </Field>
  )
}

function figuresOf(
  t: ReturnType<typeof useText>['overview'],
  standing: Standing | undefined,
  daysLeft: number | undefined,
) {
  const days = daysLeft === undefined ? [] : [{ value: number(daysLeft), label: t.days(daysLeft) }]
  if (!standing) return days
  const { seats, taken, thisWeek, waiting } = standing
  return [
    ...days,
    { value: number(thisWeek), label: t.thisWeek(thisWeek) },
    ...(taken === null ? [] : [{ value: number(taken), label: seats === null ? t.taken : t.seats(number(seats)) }]),
    ...(waiting ? [{ value: number(waiting), label: t.waiting }] : []),
  ]
}

import { Col, Cols, List, More, Notice, Stack, State, Steps, Table } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { dates } from '../../../platform/language.ts'
import { type EditionDates, type State as EditionState, moves, states } from '../../model.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { momentText } from '../when.ts'
import { type Edited, Shell } from './shell.tsx'
import { useWays } from './ways.ts'

/** A point of the checklist; `href` where the viewer may mend it. */
export type CheckLine = { text: string; isDone: boolean; href: string | undefined }
type Standing = { edition: Edited & EditionDates; state: EditionState; zone: string }
/** How an edition has just come to be. */
export const madeWays = ['created', 'copied'] as const
type OverviewProps = Standing & {
  checks: readonly CheckLine[]
  mayCreate: boolean
  mayRemove: boolean
  made: (typeof madeWays)[number] | undefined
}

/** Where an edition stands, what is still to do, and the ways to everything that can be edited. */
export function OverviewPage({ checks, mayCreate, mayRemove, made, ...standing }: OverviewProps) {
  const { language } = useFrame()
  const t = useEditing()
  const { slug } = standing.edition
  const open = checks.filter(({ isDone }) => !isDone)
  return (
    <Shell edition={standing.edition} tab="overview">
      {made && (
        <Notice kind="success" title={t.made[made]}>
          {t.made.text}
        </Notice>
      )}
      <Course {...standing} />
      <h2>{t.checklist}</h2>
      {open.length === 0 ? (
        <p>
          <State form="done">{t.checksOpen(0)}</State>
        </p>
      ) : (
        <List
          items={open.map(({ text, href }) =>
            href ? (
              <More key={text} href={href}>
                {text}
              </More>
            ) : (
              text
            ),
          )}
        />
      )}
      <Ways edition={slug} mayCreate={mayCreate} />
      {mayRemove && (
        <p>
          <a href={paths.removeEdition.at(language, { edition: slug })}>{t.removeEdition}</a>
        </p>
      )}
    </Shell>
  )
}

/** The states of an edition as stops of a line: where it stands, and what moves it on. */
function Course({ edition, state, zone }: Standing) {
  const { language } = useFrame()
  const t = useEditing()
  const { short } = dates(language, zone)
  const here = states.indexOf(state)
  const noteOf = (stop: EditionState) => {
    const move = moves.find(({ to }) => to === stop)
    const at = move && edition[move.at]
    if (edition.stateByHand) return stop === state ? t.course.byHand : undefined
    const when = at ? t.course[states.indexOf(stop) <= here ? 'since' : 'from'](short(at)) : undefined
    if (stop === state) return [t.stateNow, when].filter(Boolean).join(', ')
    return when ?? (move && t.undated)
  }
  return (
    <Stack>
      <Steps
        label={t.course.title}
        region={edition.regionNo ?? undefined}
        steps={states.map((stop, index) => ({
          label: t.states[stop].name,
          note: noteOf(stop),
          state: index < here ? 'done' : index === here ? 'now' : 'next',
        }))}
      />
      <p>
        {t.states[state].meaning} <Onward edition={edition} state={state} zone={zone} />
      </p>
      <p>
        <More href={paths.editState.at(language, { edition: edition.slug })}>{t.course.change}</More>
      </p>
    </Stack>
  )
}

/** What moves an edition on: a date, or only a hand. */
function Onward({ edition, state, zone }: Standing) {
  const { language } = useFrame()
  const t = useEditing()
  if (edition.stateByHand) return t.course.stays
  const dated = moves.map(({ to, at }) => ({ to, at: edition[at] }))
  const next = dated.find(({ to, at }) => at && states.indexOf(to) > states.indexOf(state))
  return next ? t.course.next(momentText(language, zone, next.at!), t.states[next.to].name) : null
}

/** Everything that can be edited, in its groups. */
function Ways({ edition, mayCreate }: { edition: string; mayCreate: boolean }) {
  const { language } = useFrame()
  const t = useEditing()
  const consents = paths.consentTexts.at(language)
  const copy = { href: paths.copyEdition.at(language, { edition }), label: t.copyAsNext }
  return (
    <Cols>
      {useWays(edition, 'overview').map(({ name, title, ways }) => (
        <Col key={name} span={3}>
          <h2>{title}</h2>
          <ul class="rooms">
            {[
              ...ways.filter(({ href }) => mayCreate || href !== consents),
              ...(name === 'after' && mayCreate ? [copy] : []),
            ].map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </Col>
      ))}
    </Cols>
  )
}

export type GapLine = { key: string; where: string; what: string; text: string; href: string }

/** The texts without English, each leading to its form. */
export function EnglishPage({ edition, gaps }: { edition: Edited; gaps: readonly GapLine[] }) {
  const t = useEditing()
  const { language } = useFrame()
  return (
    <Shell edition={edition} tab="english">
      {gaps.length > 0 && <p>{t.englishLead(gaps.length)}</p>}
      <Table
        caption={t.tabs.english}
        isCaptionHidden
        rows={gaps}
        empty={t.englishLead(0)}
        keyOf={({ key }) => key}
        columns={[
          {
            label: t.columns.text,
            kind: 'name',
            cell: ({ text }) => <span lang={language === 'de' ? undefined : 'de'}>{text}</span>,
          },
          { label: t.columns.where, cell: ({ where, what }) => `${where}: ${what}` },
          {
            label: t.columns.action,
            kind: 'action',
            cell: ({ href, text }) => (
              <a href={href}>
                {t.translate}
                <span class="hide"> {text}</span>
              </a>
            ),
          },
        ]}
      />
    </Shell>
  )
}

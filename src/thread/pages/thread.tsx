import type { EditionCard } from '../../congress/index.ts'
import {
  Actions,
  Band,
  Empty,
  Figures,
  Files,
  More,
  Note,
  OutcomeLine,
  Page,
  Route,
  Stack,
  type RouteStop as Stop,
  Table,
} from '../../design/index.tsx'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { countsOf, isStill, outcomes } from '../model.ts'
import { paths } from '../paths.ts'
import type { Card } from '../queries/pieces.ts'
import type { ResultCard } from '../queries/thread.ts'
import { text, useText } from '../text/public.ts'
import { crumbsTo, ExampleWord, formOf, hrefOf, listOf, OutcomeWord, Said, StillMark } from './words.tsx'

type WithResults = { edition: EditionCard; results: readonly ResultCard[] }

/** What became of what was agreed, over all congresses: every result a stop of its congress's line. */
export function ThreadPage({ editions }: { editions: readonly WithResults[] }) {
  const { language } = useFrame()
  const t = useText()
  const { thread } = t
  return (
    <Page kind="public" title={thread.title} lead={thread.lead} crumbs={crumbsTo(language, { label: thread.title })}>
      <Stack>
        {editions.length === 0 ? (
          <Empty title={thread.none} office={paths.office.at(language)} />
        ) : (
          <>
            <Editions editions={editions} />
            <Note>{thread.honest}</Note>
          </>
        )}
        <Actions>
          <More href={paths.projects.at(language)}>{thread.projects}</More>
          <More href={paths.positions.at(language)}>{thread.positions}</More>
          <More href={paths.stopped.at(language)}>{thread.stopped}</More>
          <More href={paths.feed.at(language)}>{thread.feed}</More>
        </Actions>
      </Stack>
    </Page>
  )
}

function Editions({ editions }: { editions: readonly WithResults[] }) {
  const t = useText()
  const { columns, table } = t.thread
  const most = Math.max(...editions.map(({ results }) => results.length))
  return (
    <Table
      caption={table}
      rows={editions}
      keyOf={({ edition }) => edition.id}
      columns={[
        { label: columns.edition, kind: 'name', cell: ({ edition }) => <EditionName edition={edition} /> },
        {
          label: columns.line,
          cell: ({ edition, results }) => <EditionLine edition={edition} results={results} most={most} />,
        },
        { label: columns.total, kind: 'number', cell: ({ results }) => results.length },
        ...outcomes.map((outcome) => ({
          label: t.outcomes[outcome],
          kind: 'number' as const,
          cell: ({ results }: WithResults) => results.filter((one) => one.outcome === outcome).length,
        })),
      ]}
    />
  )
}

function EditionName({ edition }: { edition: EditionCard }) {
  const { language } = useFrame()
  return (
    <>
      <a href={paths.edition.at(language, { edition: edition.slug })}>
        <Said of={edition.title} />
      </a>
      {edition.theme && (
        <p>
          <Said of={edition.theme} />
        </p>
      )}
      <ExampleWord of={edition} />
    </>
  )
}

function EditionLine({ edition, results, most }: WithResults & { most: number }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <OutcomeLine
      id={`line-${edition.slug}`}
      title={t.thread.line(t.thread.of(results.length), countsIn(language, results))}
      region={edition.regionNo ?? undefined}
      stops={results.map(({ outcome }) => formOf(outcome))}
      most={most}
    />
  )
}

/** A congress by title and theme. */
export const nameOf = (language: Frame['language'], { title, theme }: Pick<EditionCard, 'title' | 'theme'>) =>
  [title, theme].flatMap((words) => (words ? inLanguage(language, words) : [])).join(': ')

/** “2 umgesetzt, 3 in Arbeit”. */
export const countsIn = (language: Frame['language'], results: readonly Pick<ResultCard, 'outcome'>[]) =>
  text[language].counts(countsOf(results.map(({ outcome }) => outcome)))

type Known = {
  /** Why something was not taken up or rests, by the piece's id. */
  reasons: ReadonlyMap<string, Bilingual | null>
  now: Date
}
type EditionProps = WithResults & Known & { before: WithResults | undefined }

/** What became of an edition's results; before it, what was agreed last time. */
export function EditionThreadPage({ edition, results, before, ...known }: EditionProps) {
  const { language } = useFrame()
  const t = useText()
  const region = edition.regionNo ?? undefined
  const isKnown = knows(results)
  const said = !isKnown ? 'unknown' : edition.sortOn > known.now.toISOString() ? 'ahead' : 'lead'
  return (
    <Page
      kind="public"
      wide
      title={t.edition.title}
      over={nameOf(language, edition)}
      lead={results.length > 0 ? t.edition[said](results.length) : undefined}
      region={region}
      head={region === undefined ? 'plain' : 'field'}
      crumbs={crumbsTo(language, listOf(language, 'result'), { label: inLanguage(language, edition.title) })}
      example={edition.isExample && t.example}
      beside={isKnown && <Counts results={results} />}
    >
      <Band title={results.length > 0 && t.thread.results(results.length)}>
        {results.length === 0 ? (
          <Empty title={t.edition.none} office={paths.office.at(language)}>
            {t.edition.noneText}
          </Empty>
        ) : (
          <Stack>
            <ResultsLine {...{ edition, results }} {...known} />
            {isKnown && <Note>{t.thread.honest}</Note>}
          </Stack>
        )}
      </Band>
      {before && <Before edition={edition} before={before} {...known} />}
    </Page>
  )
}

/** Whether anything is known of what became of any of them. */
const knows = (results: readonly ResultCard[]) => results.some(({ outcome }) => outcome !== 'open')

function Counts({ results }: { results: readonly ResultCard[] }) {
  const t = useText()
  const counts = countsOf(results.map(({ outcome }) => outcome))
  return (
    <Stack>
      <p class="over">{t.thread.of(results.length)}</p>
      <Figures figures={outcomes.map((one) => ({ label: <OutcomeWord of={one} />, value: counts[one] }))} />
    </Stack>
  )
}

/** Results as stops of their congress's line, each under its working group's name; one by one where none has a second. */
function ResultsLine({ edition, results, ...known }: WithResults & Known) {
  const { language } = useFrame()
  const t = useText()
  const groups = [...Map.groupBy(results, ({ group }) => (group ? inLanguage(language, group) : ''))]
  const region = edition.regionNo ?? undefined
  const isKnown = knows(results)
  const stopsOf = (own: readonly ResultCard[], isNamed: boolean) =>
    own.map((result) => stopOf(language, result, { isNamed, isKnown, ...known }))
  if (groups.every(([name, own]) => !name || own.length === 1))
    return <Route region={region} stops={stopsOf(results, true)} />
  return groups.map(([name, own]) => (
    <section key={name}>
      <h2>{name || t.edition.noGroup}</h2>
      <Route region={region} stops={stopsOf(own, false)} />
    </section>
  ))
}

type Way = Known & { isNamed: boolean; isKnown: boolean }

/** A result as a stop: its group, what became of it, what works on it. */
function stopOf(language: Frame['language'], result: ResultCard, { isNamed, isKnown, ...known }: Way): Stop {
  const t = text[language]
  const group = isNamed && result.group ? inLanguage(language, result.group) : undefined
  return {
    title: group ?? <Said of={result.title} />,
    href: hrefOf(language, result),
    outcome: formOf(result.outcome),
    text: (
      <>
        {group && <p>{withoutGroup(inLanguage(language, result.title), group)}</p>}
        {isKnown && (
          <p>
            <OutcomeWord of={result.outcome} />
          </p>
        )}
        <Stands result={result} {...known} />
        {result.work.map((one) => (
          <p key={one.id}>
            {t.kinds[one.kind]}: <PieceLink of={one} />, {t.states[one.state]}
          </p>
        ))}
        {result.work.length === 0 && result.sameTopic.length > 0 && (
          <p>
            {t.edition.topic}{' '}
            {result.sameTopic.map((one, index) => (
              <>
                {index > 0 && ', '}
                <PieceLink key={one.id} of={one} />
              </>
            ))}
          </p>
        )}
      </>
    ),
  }
}

/** Why a result was not taken up; that nothing has moved with one that is not over. */
function Stands({ result, reasons, now }: Known & { result: ResultCard }) {
  const { language } = useFrame()
  const { stopped } = useText()
  if (result.outcome === 'not_taken_up') {
    const why = [result, ...result.work].map(({ id }) => reasons.get(id)).find((one) => one)
    return <p>{why ? stopped.why(inLanguage(language, why)) : stopped.noReason}</p>
  }
  const isMoving = result.isExample || result.outcome === 'open' || !isStill(result.outcome, result.movedAt, now)
  return isMoving ? null : <StillMark />
}

/** “Thesen und Projektpapiere” of “Thesen und Projektpapiere: H2-Ökosystem”, below the group's name. */
const withoutGroup = (title: string, group: string) =>
  title.endsWith(`: ${group}`) ? title.slice(0, -group.length - 2) : title

function PieceLink({ of }: { of: Card }) {
  const { language } = useFrame()
  return (
    <a href={hrefOf(language, of)}>
      <Said of={of.title} />
    </a>
  )
}

function Before({ edition, before, ...known }: Known & { edition: EditionCard; before: WithResults }) {
  const { language } = useFrame()
  const t = useText()
  const { edition: last, results } = before
  const words = knows(results)
    ? t.thread.line(t.thread.of(results.length), countsIn(language, results))
    : t.edition.unknownBefore
  return (
    <Band
      ground="ground"
      title={t.edition.before(inLanguage(language, last.title))}
      intro={`${t.edition.beforeLead} ${words}`}
    >
      <Stack>
        <ResultsLine edition={last} results={results} {...known} />
        <More href={paths.reportPage.at(language, { edition: edition.slug })}>{t.reportDoc.title}</More>
        <Files files={{ PDF: paths.report.at(language, { edition: edition.slug }) }}>{t.edition.report}</Files>
      </Stack>
    </Band>
  )
}

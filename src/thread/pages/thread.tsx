import type { EditionCard } from '../../congress/index.ts'
import {
  Actions,
  Band,
  ButtonLink,
  type Doc,
  Docs,
  Empty,
  Facts,
  List,
  More,
  Note,
  OutcomeLine,
  Page,
  Stack,
  Table,
} from '../../design/index.tsx'
import { type Frame, useFrame } from '../../platform/frame.ts'
import { inLanguage, langOf } from '../../platform/language.ts'
import { countsOf, outcomes } from '../model.ts'
import { paths } from '../paths.ts'
import type { Card } from '../queries/pieces.ts'
import type { ResultCard } from '../queries/thread.ts'
import { text, useText } from '../text/public.ts'
import { crumbsTo, ExampleWord, formOf, hrefOf, listOf, OutcomeWord, Said } from './words.tsx'

type WithResults = { edition: EditionCard; results: readonly ResultCard[] }

/** What became of what was agreed, over all congresses: every result a stop of its congress's line. */
export function ThreadPage({ editions }: { editions: readonly WithResults[] }) {
  const { language } = useFrame()
  const t = useText()
  const { thread } = t
  return (
    <Page kind="public" title={thread.title} lead={thread.lead} crumbs={crumbsTo(language, { label: thread.title })}>
      <Stack>
        {editions.length === 0 ? <Empty title={thread.none} /> : <Lines editions={editions} />}
        <Note>{thread.honest}</Note>
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

function Lines({ editions }: { editions: readonly WithResults[] }) {
  const { language } = useFrame()
  const t = useText()
  const most = Math.max(...editions.map(({ results }) => results.length))
  return (
    <>
      <Docs
        docs={editions.map(({ edition, results }) => ({
          title: nameOf(language, edition),
          href: paths.edition.at(language, { edition: edition.slug }),
          more: (
            <>
              <EditionLine edition={edition} results={results} most={most} />
              <p>{t.thread.line(t.thread.of(results.length), countsIn(language, results))}</p>
              <ExampleWord of={edition} />
            </>
          ),
        }))}
      />
      <Table
        caption={t.thread.table}
        rows={editions}
        keyOf={({ edition }) => edition.id}
        columns={[
          { label: t.thread.columns.edition, kind: 'name', cell: ({ edition }) => nameOf(language, edition) },
          { label: t.thread.columns.total, kind: 'number', cell: ({ results }) => results.length },
          ...outcomes.map((outcome) => ({
            label: t.outcomes[outcome],
            kind: 'number' as const,
            cell: ({ results }: WithResults) => results.filter((one) => one.outcome === outcome).length,
          })),
        ]}
      />
    </>
  )
}

function EditionLine({ edition, results, most }: WithResults & { most: number }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <OutcomeLine
      id={`line-${edition.slug}`}
      title={t.thread.line(nameOf(language, edition), countsIn(language, results))}
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

type EditionProps = { edition: EditionCard; results: readonly ResultCard[]; before: WithResults | undefined }

/** What became of an edition's results; before it, what was agreed last time. */
export function EditionThreadPage({ edition, results, before }: EditionProps) {
  const { language } = useFrame()
  const t = useText()
  const region = edition.regionNo ?? undefined
  return (
    <Page
      kind="public"
      wide
      title={t.edition.title}
      over={nameOf(language, edition)}
      lead={results.length > 0 ? t.edition.lead(results.length) : undefined}
      region={region}
      head={region === undefined ? 'plain' : 'field'}
      crumbs={crumbsTo(language, listOf(language, 'result'), { label: inLanguage(language, edition.title) })}
      example={edition.isExample && t.example}
      beside={results.length > 0 && <Counts results={results} />}
    >
      <Band>
        <Stack>
          {results.length === 0 ? (
            <Empty title={t.edition.none}>{t.edition.noneText}</Empty>
          ) : (
            <>
              <EditionLine edition={edition} results={results} most={results.length} />
              <ByGroup results={results} />
            </>
          )}
          <Note>{t.thread.honest}</Note>
        </Stack>
      </Band>
      {before && <Before edition={edition} before={before} />}
    </Page>
  )
}

function Counts({ results }: { results: readonly ResultCard[] }) {
  const counts = countsOf(results.map(({ outcome }) => outcome))
  return <Facts facts={outcomes.map((one) => ({ label: <OutcomeWord of={one} />, value: counts[one] }))} />
}

function ByGroup({ results }: { results: readonly ResultCard[] }) {
  const { language } = useFrame()
  const t = useText()
  const groups = [...Map.groupBy(results, ({ group }) => (group ? inLanguage(language, group) : t.edition.noGroup))]
  if (groups.length === results.length) return <Docs docs={results.map((result) => docOf(language, result))} />
  return groups.map(([name, own]) => (
    <section key={name}>
      {(groups.length > 1 || own[0]?.group) && <h2>{name}</h2>}
      <Docs docs={own.map((result) => docOf(language, result))} />
    </section>
  ))
}

/** A result in a line: where it stands, what works on it, and its story. */
function docOf(language: Frame['language'], result: ResultCard): Doc {
  const t = text[language]
  const { title, work, sameTopic, outcome } = result
  return {
    title: inLanguage(language, title),
    lang: langOf(language, title),
    href: hrefOf(language, result),
    kind: <OutcomeWord of={outcome} />,
    more: (
      <>
        <ExampleWord of={result} />
        {work.map((one) => (
          <p key={one.id}>
            {t.kinds[one.kind]}: <a href={hrefOf(language, one)}>{inLanguage(language, one.title)}</a>,{' '}
            {t.states[one.state]}
          </p>
        ))}
        {work.length === 0 && sameTopic.length > 0 && (
          <>
            <p>{t.edition.topic(sameTopic.length)}</p>
            <List
              items={sameTopic.map((one) => <a href={hrefOf(language, one)}>{inLanguage(language, one.title)}</a>)}
            />
          </>
        )}
      </>
    ),
  }
}

function Before({ edition, before }: { edition: EditionCard; before: WithResults }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Band ground="ground" title={t.edition.before(nameOf(language, before.edition))} intro={t.edition.beforeLead}>
      <Stack>
        <EditionLine edition={before.edition} results={before.results} most={before.results.length} />
        <p>{t.thread.line(t.thread.of(before.results.length), countsIn(language, before.results))}</p>
        <Docs docs={before.results.map((result) => docOf(language, result))} />
        <Actions>
          <ButtonLink href={paths.report.at(language, { edition: edition.slug })}>{t.edition.report}</ButtonLink>
        </Actions>
      </Stack>
    </Band>
  )
}

type Stopped = Card & { why: { de: string; en?: string | undefined } | null }

/** What did not go on, with the reason where it is known. */
export function StoppedPage({ stopped }: { stopped: readonly Stopped[] }) {
  const { language } = useFrame()
  const t = useText()
  const { title, lead, none, why, noReason } = t.stopped
  return (
    <Page
      kind="public"
      title={title}
      lead={lead}
      crumbs={crumbsTo(language, listOf(language, 'result'), { label: title })}
    >
      {stopped.length === 0 ? (
        <Empty title={none} />
      ) : (
        <Docs
          docs={stopped.map((card) => ({
            title: <Said of={card.title} />,
            href: hrefOf(language, card),
            kind: `${t.kinds[card.kind]}, ${t.states[card.state]}`,
            text: card.why ? why(inLanguage(language, card.why)) : noReason,
            more: <ExampleWord of={card} />,
          }))}
        />
      )}
    </Page>
  )
}

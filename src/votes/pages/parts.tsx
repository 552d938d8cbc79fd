import { State, Table } from '../../design/index.tsx'
import type { Group } from '../../groups/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { number } from '../../platform/language.ts'
import type { Result } from '../model.ts'
import { choiceName, momentText, outcomeText, shareText } from '../naming.ts'
import { paths } from '../paths.ts'
import type { Vote } from '../queries/votes.ts'
import { useText } from '../text/text.ts'

const forms = { draft: 'open', open: 'waiting', closed: 'done', cancelled: 'off' } as const

/** Where a vote stands, in a word. */
export function StateMark({ vote: { state, closesAt }, now }: { vote: Vote; now: Date }) {
  const t = useText()
  const isCounting = state === 'open' && closesAt !== null && closesAt <= now
  return <State form={forms[state]}>{isCounting ? t.counting : t.states[state]}</State>
}

/** A moment in the zone of the place. */
export function Moment({ at, zone }: { at: Date | null; zone: string }) {
  const { language } = useFrame()
  return at ? <time datetime={at.toISOString()}>{momentText(language, zone, at)}</time> : null
}

/** The way from the list of votes to one of them, and to a page below it. */
export function useWay(group: Group, { id, title }: Pick<Vote, 'id' | 'title'>, own?: string) {
  const { language } = useFrame()
  const one = { label: title, href: paths.vote.at(language, { group: group.id, vote: id }) }
  return own ? [one, { label: own }] : [one]
}

/** The facts of a rule, for every page that shows it. */
export function useRule(vote: Vote) {
  const t = useText()
  const weighting = vote.weightSource ? t.byStatute(vote.weightSource) : vote.isWeighted && t.weighted
  const who = [t.bases[vote.basis], weighting, vote.maySplit && t.splitting].filter(Boolean).join('; ')
  return [
    { label: t.facts.method, value: t.methods[vote.method] },
    { label: t.facts.who, value: who },
    { label: t.facts.rule, value: t.majorities[vote.majority] },
    {
      label: t.facts.quorum,
      value: vote.method !== 'consent' && (vote.quorumPercent ? t.quorum(vote.quorumPercent) : t.noQuorum),
    },
    { label: t.facts.proxies, value: t.proxyLimit(vote.mostProxies) },
    { label: t.facts.secrecy, value: vote.isSecret ? t.secret : t.open },
  ]
}

type ResultProps = { vote: Vote & { result: Result }; options: readonly string[] }

/** What came out: the outcome in words, every count, and of what the share was taken. */
export function ResultShown({ vote, options }: ResultProps) {
  const { language } = useFrame()
  const t = useText()
  const { result } = vote
  const name = choiceName(language, { vote, options })
  const { ballots, electors, cast, entitled, base } = result
  const isCounted = result.counts.length > 0 && vote.method !== 'consent'
  const isShare = isCounted && vote.majority !== 'most'
  return (
    <>
      <h2>{t.result.heading(outcomeText(language, { vote, options }))}</h2>
      {isCounted && (
        <Table
          caption={t.result.title}
          isCaptionHidden
          rows={result.counts}
          keyOf={({ choice }) => choice}
          columns={[
            { label: t.result.choice, kind: 'name', cell: ({ choice }) => name(choice) },
            { label: t.result.count, kind: 'number', cell: ({ votes }) => number(votes) },
            ...(isShare
              ? [
                  {
                    label: t.result.share,
                    kind: 'number' as const,
                    cell: ({ choice, votes }: Result['counts'][number]) =>
                      shareText(language, { choice, votes, result }),
                  },
                ]
              : []),
          ]}
        />
      )}
      <p>
        {t.result.took(ballots, electors)}
        {entitled !== electors && `; ${t.result.tookVotes(cast, entitled)}`}. {isShare && t.result.base(base)}
      </p>
    </>
  )
}

import { Actions, Aside, ButtonLink, Col, Cols, Facts, List, Notice, Page, Table } from '../../design/index.tsx'
import { type Group, Inner, useGroupCrumbs, Written } from '../../groups/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import type { Result } from '../model.ts'
import { ballotText, choiceName, momentText } from '../naming.ts'
import { paths } from '../paths.ts'
import type { Elector, PublishedBallot, Vote } from '../queries/votes.ts'
import { useText } from '../text/text.ts'
import { Moment, ResultShown, StateMark, useRule, useWay } from './parts.tsx'

export type VoteProps = {
  group: Group
  vote: Vote
  options: readonly string[]
  electors: readonly Elector[]
  /** The electors for whom the viewer may cast. */
  own: readonly string[]
  published: readonly PublishedBallot[]
  zone: string
  now: Date
  done?: 'saved' | 'opened' | 'castDone' | 'castSecretly' | undefined
}

const isCounted = (vote: Vote): vote is Vote & { result: Result } => vote.result !== null

/** A vote, for those inside the group. */
export function VotePage(props: VoteProps) {
  const { group, vote, options, zone, done } = props
  const { language } = useFrame()
  const t = useText()
  const until = vote.state === 'open' ? vote.closesAt : null
  const lead = until ? `${t.facts.until}: ${momentText(language, zone, until)}` : undefined
  return (
    <Inner group={group} tab="votes" title={vote.title} lead={lead} below={useWay(group, vote)}>
      {done && <Notice kind="success" title={t[done]} />}
      <Cols>
        <Col span={8}>
          {isCounted(vote) && <ResultShown vote={vote} options={options} />}
          {vote.text && <Written text={vote.text} />}
          {options.length > 0 && !isCounted(vote) && <List items={options} />}
          {vote.state === 'open' && <Yours {...props} />}
          {group.standing === 'lead' && <Doing {...props} />}
          {vote.state !== 'draft' && <Roll {...props} />}
          <Receipts {...props} />
        </Col>
        <VoteFacts {...props} />
      </Cols>
    </Inner>
  )
}

/** By which rule and until when, beside what is voted on. */
function VoteFacts({ vote, zone, now }: VoteProps) {
  const t = useText()
  const until = vote.closesAt ? <Moment at={vote.closesAt} zone={zone} /> : !vote.closedAt && t.noDeadline
  return (
    <Aside title={t.facts.title} span={4}>
      <Facts
        facts={[
          { label: t.facts.until, value: until },
          { label: t.facts.state, value: <StateMark vote={vote} now={now} /> },
          { label: t.facts.reason, value: vote.reason },
          ...useRule(vote),
          { label: t.facts.opened, value: vote.openedAt && <Moment at={vote.openedAt} zone={zone} /> },
          { label: t.facts.closed, value: vote.closedAt && <Moment at={vote.closedAt} zone={zone} /> },
        ]}
      />
    </Aside>
  )
}

/** For whom the viewer casts, and the way to the ballot. */
function Yours({ group, vote, options, electors, own, now }: VoteProps) {
  const { language } = useFrame()
  const t = useText()
  const mine = electors.filter(({ id }) => own.includes(id))
  const isOver = vote.closesAt !== null && vote.closesAt <= now
  if (isOver || group.standing === 'observer' || !group.ownMemberId) return null
  if (mine.length === 0) return <p>{t.yours.none}</p>
  const stateOf = ({ hasCast, parts }: Elector) => {
    if (!hasCast) return t.roll.notYet
    return parts ? t.yours.chosen(ballotText(language, { vote, options }, parts)) : t.yours.done
  }
  return (
    <Table
      caption={t.yours.title}
      rows={mine}
      keyOf={({ id }) => id}
      columns={[
        { label: t.roll.name, kind: 'name', cell: ({ name }) => name || t.roll.noName },
        { label: t.roll.state, cell: stateOf },
        {
          label: t.yours.cast,
          kind: 'action',
          cell: ({ id, hasCast }) =>
            !(vote.isSecret && hasCast) && (
              <ButtonLink
                href={paths.ballot.at(language, { group: group.id, vote: vote.id, elector: id })}
                weight={hasCast ? 'second' : 'primary'}
              >
                {hasCast ? t.yours.change : t.yours.cast}
              </ButtonLink>
            ),
        },
      ]}
    />
  )
}

function Doing({ group, vote }: VoteProps) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, vote: vote.id }
  if (vote.state === 'draft')
    return (
      <Actions>
        <ButtonLink href={paths.opening.at(language, at)}>{t.opening.button}</ButtonLink>
        <ButtonLink href={paths.edit.at(language, at)} weight="second">
          {t.form.edit}
        </ButtonLink>
      </Actions>
    )
  if (vote.state !== 'open') return null
  return (
    <Actions>
      <ButtonLink href={paths.closing.at(language, at)} weight="second">
        {t.closing.button}
      </ButtonLink>
      <ButtonLink href={paths.cancelling.at(language, at)} weight="second">
        {t.cancelling.button}
      </ButtonLink>
    </Actions>
  )
}

/** Who is entitled and has cast; what was chosen stands there once it may be known. */
function Roll({ group, vote, options, electors }: VoteProps) {
  const { language } = useFrame()
  const t = useText()
  const { roll } = t
  const isOver = vote.state !== 'open'
  // A lead answers to objections while there is time; what else was chosen waits for the end.
  const isLead = group.standing === 'lead' && vote.method === 'consent'
  const stateOf = ({ hasCast, castBy, name }: Elector) => {
    if (!hasCast) return isOver ? roll.never : roll.notYet
    return castBy && castBy !== name ? `${roll.cast} (${roll.by(castBy)})` : roll.cast
  }
  const isChosenSeen = electors.some(({ parts }) => parts) && (isOver || isLead)
  const isReasonSeen = electors.some(({ reason }) => reason) && isChosenSeen
  return (
    <>
      <Table
        caption={roll.title}
        rows={electors}
        keyOf={({ id }) => id}
        columns={[
          { label: roll.name, kind: 'name', cell: ({ name }) => name || roll.noName },
          ...(vote.isWeighted
            ? [{ label: roll.weight, kind: 'number' as const, cell: ({ weight }: Elector) => weight }]
            : []),
          { label: roll.state, cell: stateOf },
          ...(isChosenSeen
            ? [
                {
                  label: roll.chosen,
                  cell: ({ parts, replaced }: Elector) => (
                    <>
                      {parts && ballotText(language, { vote, options }, parts)}
                      {replaced.map((before) => (
                        <span key={before} class="small">
                          {` ${roll.before(ballotText(language, { vote, options }, before.parts), before.by || roll.noName)}`}
                        </span>
                      ))}
                    </>
                  ),
                },
              ]
            : []),
          ...(isReasonSeen ? [{ label: roll.reason, cell: ({ reason }: Elector) => reason }] : []),
        ]}
      />
      {vote.isSecret ? (
        <p class="note">{roll.secret}</p>
      ) : (
        !isOver && !isChosenSeen && <p class="note">{roll.hidden}</p>
      )}
    </>
  )
}

/** Every ballot of a secret vote by its receipt, so that each voter finds their own. */
function Receipts({ vote, options, published }: VoteProps) {
  const { language } = useFrame()
  const t = useText()
  if (published.length === 0) return null
  const name = choiceName(language, { vote, options })
  return (
    <>
      <h2>{t.receipts.title}</h2>
      <p>{t.receipts.lead}</p>
      <Table
        caption={t.receipts.title}
        isCaptionHidden
        rows={published}
        keyOf={({ code }) => code}
        columns={[
          { label: t.receipts.code, kind: 'name', cell: ({ code }) => <code>{code}</code> },
          { label: t.roll.chosen, cell: ({ choices }) => choices.map(name).join(', ') },
        ]}
      />
    </>
  )
}

type ShownProps = { group: Group; vote: Vote; options: readonly string[]; zone: string }

/** What was carried, for everybody. */
export function ShownVotePage({ group, vote, options, zone }: ShownProps) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={vote.title}
      over={inLanguage(language, group.name)}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample}
      crumbs={useGroupCrumbs(
        group,
        { label: t.decisions, href: paths.votes.at(language, { group: group.id }) },
        { label: vote.title },
      )}
    >
      <Cols>
        <Col span={8}>
          {vote.text && <Written text={vote.text} />}
          {isCounted(vote) && <ResultShown vote={vote} options={options} />}
        </Col>
        <Aside title={t.facts.title} span={4}>
          <Facts
            facts={[...useRule(vote), { label: t.facts.closed, value: <Moment at={vote.closedAt} zone={zone} /> }]}
          />
        </Aside>
      </Cols>
    </Page>
  )
}

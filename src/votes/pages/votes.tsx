import { Actions, ButtonLink, Docs, Empty, Page, Stack, Table } from '../../design/index.tsx'
import { type Group, Inner, useGroupCrumbs } from '../../groups/index.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { momentText, outcomeText } from '../naming.ts'
import { paths } from '../paths.ts'
import type { Vote } from '../queries/votes.ts'
import { useText } from '../text/text.ts'
import { StateMark } from './parts.tsx'

type Listed = Vote & { options: readonly string[] }
type ListProps = { group: Group; votes: readonly Listed[]; waiting: ReadonlySet<string>; zone: string; now: Date }

/** The votes of a group, for those inside. */
export function VotesPage({ group, votes, waiting, zone, now }: ListProps) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id }
  return (
    <Inner group={group} tab="votes">
      <Actions>
        {group.standing === 'lead' && <ButtonLink href={paths.add.at(language, at)}>{t.add}</ButtonLink>}
        {group.ownMemberId && group.standing !== 'observer' && (
          <ButtonLink href={paths.proxies.at(language, at)} weight="second">
            {t.proxies}
          </ButtonLink>
        )}
      </Actions>
      <Table
        caption={t.title}
        isCaptionHidden
        rows={votes}
        keyOf={({ id }) => id}
        empty={t.none}
        columns={[
          {
            label: t.columns.title,
            kind: 'name',
            cell: ({ id, title }) => <a href={paths.vote.at(language, { group: group.id, vote: id })}>{title}</a>,
          },
          { label: t.columns.state, cell: (vote) => <StateMark vote={vote} now={now} /> },
          {
            label: t.columns.until,
            kind: 'labelled',
            cell: ({ state, closesAt }) =>
              closesAt && (state === 'open' || state === 'draft') && momentText(language, zone, closesAt),
          },
          {
            label: t.columns.outcome,
            cell: (vote) =>
              waiting.has(vote.id) ? <b>{t.waiting}</b> : outcomeText(language, { vote, options: vote.options }),
          },
        ]}
      />
    </Inner>
  )
}

/** What a group decided and everybody may know. */
export function DecidedPage({ group, votes, zone }: Pick<ListProps, 'group' | 'votes' | 'zone'>) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.decisions}
      over={inLanguage(language, group.name)}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample}
      crumbs={useGroupCrumbs(group, { label: t.decisions })}
    >
      <Stack>
        {votes.length === 0 && <Empty title={t.nonePublic} />}
        <Docs
          docs={votes.map((vote) => ({
            title: vote.title,
            href: paths.vote.at(language, { group: group.id, vote: vote.id }),
            kind: vote.closedAt && dates(language, zone).day(vote.closedAt),
            text: outcomeText(language, { vote, options: vote.options }),
          }))}
        />
      </Stack>
    </Page>
  )
}

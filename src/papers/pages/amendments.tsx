import { Difference, ErrorSummary, Facts, Hidden, Notice, PostButton, Table } from '../../design/index.tsx'
import { DecisionForm, type Group, Inner } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { amended, compared } from '../anchors.ts'
import { isFixed, longestText } from '../model.ts'
import { paths } from '../paths.ts'
import type { ListedPaper } from '../queries/papers.ts'
import type { Amendment } from '../queries/said.ts'
import { useText } from '../text/text.ts'
import { AmendmentMark, useWay, useWhen } from './parts.tsx'

type Props = { group: Group; paper: ListedPaper }

/** The amendments to a paper in the order of their passages; made to be printed too. */
export function AmendmentsPage({ group, paper, amendments }: Props & { amendments: readonly Amendment[] }) {
  const { language } = useFrame()
  const t = useText()
  const a = t.amendments
  const way = useWay(group, paper, { label: a.title })
  const hrefOf = ({ id }: Amendment) =>
    paths.amendment.at(language, { group: group.id, paper: paper.id, amendment: id })
  return (
    <Inner group={group} tab="papers" title={a.title} lead={a.lead} below={way}>
      <Table
        caption={paper.title}
        rows={amendments}
        keyOf={({ id }) => id}
        empty={a.none}
        columns={[
          { label: a.columns.no, kind: 'name', cell: (one) => <a href={hrefOf(one)}>{t.amendment.name(one.no)}</a> },
          { label: a.columns.section, cell: ({ section }) => section },
          { label: a.columns.change, kind: 'line', cell: (one) => <Change of={one} /> },
          { label: a.columns.reason, kind: 'line', cell: ({ reason }) => reason },
          { label: a.columns.by, cell: ({ by }) => by },
          { label: a.columns.state, cell: (one) => <Outcome of={one} /> },
        ]}
      />
    </Inner>
  )
}

function Change({ of: { quote, replacement } }: { of: Amendment }) {
  const t = useText()
  return (
    <>
      {!replacement && <p class="note">{t.amendment.struck}</p>}
      <Difference {...compared(quote, replacement)} />
    </>
  )
}

const Outcome = ({ of: { state, answer } }: { of: Amendment }) => (
  <>
    <AmendmentMark state={state} />
    {answer && <p class="note">{answer}</p>}
  </>
)

export type AmendmentProps = Props & {
  amendment: Amendment
  form: FormState
  zone: string
  isOwn: boolean
  isSaved?: boolean
  refused?: string | undefined
}

/** One amendment: what it changes and why, and what the lead says. */
export function AmendmentPage({ group, paper, amendment, form, zone, isOwn, isSaved, refused }: AmendmentProps) {
  const t = useText()
  const a = t.amendment
  const when = useWhen(zone)
  const { language } = useFrame()
  const { no, by, at, section, state, decider, decidedAt, answer, applied, replacement } = amendment
  const way = useWay(
    group,
    paper,
    { label: t.amendments.title, href: paths.amendments.at(language, { group: group.id, paper: paper.id }) },
    { label: a.name(no) },
  )
  const isOpen = state === 'open' && !isFixed(paper.state)
  return (
    <Inner group={group} tab="papers" title={a.name(no)} form={form} below={way}>
      {isSaved && <Notice kind="success" title={t.saved} />}
      {refused && <Notice kind="warning" title={refused} />}
      <Facts
        facts={[
          { label: a.section, value: section },
          { label: a.by, value: by },
          { label: a.at, value: when(at) },
          { label: t.state, value: <AmendmentMark state={state} /> },
          { label: a.decided, value: decidedAt && a.decidedBy(decider, when(decidedAt)) },
          { label: a.answer, value: answer },
        ]}
      />
      <h2>{a.change}</h2>
      <Change of={amendment} />
      <h2>{a.reason}</h2>
      <p>{amendment.reason}</p>
      {applied !== null && applied !== replacement && (
        <>
          <h2>{a.applied}</h2>
          <Difference {...compared(amendment.quote, applied)} />
        </>
      )}
      {isOpen && group.standing === 'lead' && <Decision {...{ group, paper, amendment, form }} />}
      {isOpen && isOwn && (
        <PostButton
          action={paths.withdrawal.at(language, { group: group.id, paper: paper.id, amendment: amendment.id })}
          weight="second"
        >
          {a.withdraw}
        </PostButton>
      )}
    </Inner>
  )
}

function Decision({ group, paper, amendment, form }: Omit<AmendmentProps, 'zone' | 'isOwn'>) {
  const { language } = useFrame()
  const t = useText()
  const a = t.amendment
  const { passage } = amendment
  return (
    <>
      <ErrorSummary form={form} labels={t.fields} />
      <Moved amendment={amendment} />
      <DecisionForm
        form={form}
        action={paths.amendment.at(language, { group: group.id, paper: paper.id, amendment: amendment.id })}
        words={a}
        field={passage === null ? null : { rows: 6, maxLength: longestText, hint: a.textHint, lang: 'de' }}
      >
        <Hidden name="passage" value={passage ?? ''} />
      </DecisionForm>
    </>
  )
}

/** What has become of the passage since the amendment was made. */
function Moved({ amendment: { quote, replacement, passage } }: { amendment: Amendment }) {
  const t = useText()
  const a = t.amendment
  if (passage === null) return <Notice kind="warning" title={a.gone} />
  if (passage === quote) return null
  const isMerged = amended({ quote, replacement, passage }) !== undefined
  return (
    <>
      <Notice kind="warning" title={isMerged ? a.merged : a.meets} />
      <h3>{a.passageNow}</h3>
      <Difference {...compared(quote, passage)} />
    </>
  )
}

import {
  Difference,
  ErrorSummary,
  Facts,
  Hidden,
  LastStop,
  Notice,
  PostForm,
  Stop,
  Submit,
  TextArea,
} from '../../design/index.tsx'
import { DecisionForm, type Group, Inner } from '../../groups/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { longestText } from '../model.ts'
import { paths } from '../paths.ts'
import type { Amendment } from '../queries/amendments.ts'
import type { Section } from '../queries/minutes.ts'
import { useText } from '../text/text.ts'
import { useWay } from './minutes.tsx'
import { AmendmentMark } from './parts.tsx'

type Props = { group: Group; meeting: Meeting; section: Section; form: FormState }

/** Other words for a section, by who was there. */
export function ProposePage({ group, meeting, section, form }: Props) {
  const { language } = useFrame()
  const t = useText()
  const a = t.amendment
  const at = { group: group.id, meeting: meeting.id, section: section.id }
  return (
    <Inner group={group} tab="meetings" title={section.title} form={form} below={useWay(group, meeting, a.propose)}>
      <ErrorSummary form={form} labels={t.fields} />
      <ProposeForm form={form} action={paths.propose.at(language, at)} />
    </Inner>
  )
}

/** How a section is to read, and why. */
export function ProposeForm({ form, action }: { form: FormState; action: string }) {
  const t = useText()
  const a = t.amendment
  return (
    <PostForm keepsDraft action={action}>
      <Hidden name="seen" value={valueOf(form, 'seen')} />
      <Stop legend={a.propose}>
        <TextArea form={form} name="text" label={a.text} hint={t.section.textHint} rows={16} maxLength={longestText} />
        <TextArea form={form} name="reason" label={a.reason} rows={3} maxLength={5000} />
      </Stop>
      <LastStop title={a.send}>
        <Submit>{a.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

type AmendmentProps = Props & { amendment: Amendment; isOpen: boolean; isMerged: boolean; zone: string }

/** A proposal with what it changes; its lead decides here. */
export function ProposalPage(props: AmendmentProps) {
  const { group, meeting, section, amendment, form, isOpen, zone } = props
  const { language } = useFrame()
  const t = useText()
  const a = t.amendment
  const f = dates(language, zone)
  return (
    <Inner group={group} tab="meetings" title={section.title} form={form} below={useWay(group, meeting, a.name)}>
      <Facts
        facts={[
          { label: a.by, value: amendment.by },
          { label: a.at, value: `${f.day(amendment.at)}, ${f.time(amendment.at)}` },
          { label: t.state, value: <AmendmentMark state={amendment.state} /> },
          { label: a.answer, value: amendment.answer },
        ]}
      />
      <h2>{a.change}</h2>
      <Difference from={amendment.base} to={amendment.text} />
      <h2>{a.reason}</h2>
      <p>{amendment.reason}</p>
      {isOpen && group.standing === 'lead' && <Decision {...props} />}
    </Inner>
  )
}

function Decision({ group, meeting, section, amendment, form, isMerged }: AmendmentProps) {
  const { language } = useFrame()
  const t = useText()
  const a = t.amendment
  const at = { group: group.id, meeting: meeting.id, wording: amendment.id }
  return (
    <>
      <ErrorSummary form={form} labels={t.fields} />
      {section.text !== amendment.base && (
        <>
          <Notice kind="warning" title={isMerged ? a.merged : a.meets} />
          <h3>{a.since}</h3>
          <Difference from={amendment.base} to={section.text} />
        </>
      )}
      <DecisionForm
        form={form}
        action={paths.proposal.at(language, at)}
        words={a}
        field={{ rows: 16, maxLength: longestText }}
      >
        <Hidden name="seen" value={String(section.revision)} />
      </DecisionForm>
    </>
  )
}

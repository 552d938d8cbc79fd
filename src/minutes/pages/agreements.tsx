import {
  DateField,
  Empty,
  ErrorSummary,
  Hidden,
  LastStop,
  List,
  More,
  Notice,
  Page,
  PostForm,
  Radios,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
  TextArea,
} from '../../design/index.tsx'
import { type Group, groupPaths, Inner, type Member, useGroupCrumbs } from '../../groups/index.ts'
import type { Meeting } from '../../meetings/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { agreementKinds, taskStates } from '../model.ts'
import { paths } from '../paths.ts'
import type { Agreement } from '../queries/agreements.ts'
import { useText } from '../text/text.ts'
import { useWay } from './minutes.tsx'
import { Day } from './parts.tsx'

type ListProps = { group: Group; agreements: readonly Agreement[]; today: string }

/** What a group agreed: its tasks with who and until when, and its decisions. */
export function AgreementsPage({ group, agreements, today }: ListProps) {
  const { language } = useFrame()
  const t = useText()
  const { list } = t
  const of = (kind: Agreement['kind']) => agreements.filter((one) => one.kind === kind)
  const link = ({ id, text }: Agreement) => (
    <a href={paths.agreement.at(language, { group: group.id, agreement: id })}>{text}</a>
  )
  const meeting = {
    label: list.columns.meeting,
    cell: (one: Agreement) => (
      <a href={paths.minutes.at(language, { group: group.id, meeting: one.meetingId })}>{one.meeting}</a>
    ),
  }
  return (
    <Inner group={group} tab="agreements">
      {agreements.length === 0 && <Empty title={list.none} />}
      {of('task').length > 0 && (
        <Table
          caption={list.tasks}
          rows={of('task')}
          keyOf={({ id }) => id}
          columns={[
            { label: list.columns.what, kind: 'name', cell: link },
            { label: list.columns.who, cell: ({ who }) => who },
            { label: list.columns.due, cell: ({ dueOn }) => <Day on={dueOn} /> },
            {
              label: list.columns.state,
              cell: ({ state, dueOn }) =>
                `${t.taskStates[state]}${state === 'open' && dueOn && dueOn < today ? `, ${t.agreement.late}` : ''}`,
            },
            meeting,
          ]}
        />
      )}
      {of('decision').length > 0 && (
        <Table
          caption={list.decisions}
          rows={of('decision')}
          keyOf={({ id }) => id}
          columns={[{ label: list.columns.what, kind: 'name', cell: link }, meeting]}
        />
      )}
      <ByVote group={group} />
    </Inner>
  )
}

type DecisionsProps = { group: Group; decisions: readonly { id: string; text: string }[] }

/** The decisions of a group that everybody may know. */
export function DecisionsPage({ group, decisions }: DecisionsProps) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.list.decisions}
      over={inLanguage(language, group.name)}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample}
      crumbs={useGroupCrumbs(group, { label: t.list.decisions })}
    >
      <Stack>
        <List items={decisions.map(({ text }) => text)} />
        <ByVote group={group} />
      </Stack>
    </Page>
  )
}

/** The way to what the group decided by vote, which another room keeps. */
function ByVote({ group }: Pick<ListProps, 'group'>) {
  const { language } = useFrame()
  const { list } = useText()
  return <More href={groupPaths.votes.at(language, { group: group.id })}>{list.byVote}</More>
}

type FormProps = { group: Group; form: FormState; members: readonly Member[] }

function TaskFields({ form, members }: Omit<FormProps, 'group'>) {
  const { agreement: a } = useText()
  return (
    <>
      <Select
        form={form}
        name="memberId"
        label={a.member}
        empty={a.nobody}
        options={members.flatMap(({ id, name, state }) => (state === 'active' ? [{ value: id, label: name }] : []))}
        optional
      />
      <DateField form={form} name="dueOn" label={a.due} optional />
    </>
  )
}

/** Writes down a decision or a task at a section of the minutes. */
export function AgreePage({
  group,
  meeting,
  section,
  form,
  members,
}: FormProps & { meeting: Meeting; section: string }) {
  const { language } = useFrame()
  const t = useText()
  const { agreement: a } = t
  return (
    <Inner group={group} tab="meetings" title={a.title} form={form} below={useWay(group, meeting, a.title)}>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.agree.at(language, { group: group.id, meeting: meeting.id, section })}>
        <Stop legend={a.what}>
          <Radios
            form={form}
            name="kind"
            label={a.kind}
            options={agreementKinds.map((value) => ({ value, label: t.kinds[value] }))}
          />
          <TextArea form={form} name="text" label={a.text} maxLength={5000} rows={4} />
          <TaskFields {...{ form, members }} />
        </Stop>
        <LastStop title={a.save}>
          <Submit>{a.save}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

type EditProps = FormProps & { agreement: Agreement; isSaved: boolean }

/** Changes what was agreed; a decision of approved minutes is shown as it stays. */
export function AgreementPage({ group, agreement, form, members, isSaved }: EditProps) {
  const { language } = useFrame()
  const t = useText()
  const { agreement: a } = t
  const { id, kind, text, isApproved } = agreement
  const isFixed = isApproved && kind === 'decision'
  return (
    <Inner group={group} tab="agreements" title={t.kinds[kind]} form={form} below={[{ label: t.kinds[kind] }]}>
      {isSaved && <Notice kind="success" title={t.saved} />}
      <ErrorSummary form={form} labels={t.fields} />
      {isApproved && <p>{text}</p>}
      {!isFixed && group.standing !== 'observer' && (
        <PostForm action={paths.agreement.at(language, { group: group.id, agreement: id })}>
          <Hidden name="seen" value={valueOf(form, 'seen')} />
          <Stop legend={a.what}>
            {isApproved ? (
              <Hidden name="text" value={text} />
            ) : (
              <TextArea form={form} name="text" label={a.text} maxLength={5000} rows={4} />
            )}
            {kind === 'task' && <TaskFields {...{ form, members }} />}
            {kind === 'task' && (
              <Radios
                form={form}
                name="state"
                label={a.state}
                options={taskStates.map((value) => ({ value, label: t.taskStates[value] }))}
              />
            )}
          </Stop>
          <LastStop title={t.section.save}>
            <Submit>{t.section.save}</Submit>
          </LastStop>
        </PostForm>
      )}
    </Inner>
  )
}

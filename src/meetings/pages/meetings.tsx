import {
  Actions,
  ButtonLink,
  Confirm,
  ErrorSummary,
  Facts,
  More,
  Notice,
  Page,
  PostButton,
  Stack,
  Table,
} from '../../design/index.tsx'
import { type Group, Inner, useGroupCrumbs, Written } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { AgendaItem, Guest, Meeting, Poll, Sent, ShownMeeting } from '../queries/meetings.ts'
import { useText } from '../text/text.ts'
import { AnswerForm } from './answer.tsx'
import { useWay } from './forms.tsx'
import { Agenda, Conference, StateMark, When } from './parts.tsx'
import { PollTable } from './poll.tsx'
import { SentList } from './sent.tsx'

type ListProps = { group: Group; meetings: readonly Meeting[]; zone: string }

/** The meetings of a group. */
export function MeetingsPage({ group, meetings, zone }: ListProps) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner group={group} tab="meetings">
      {group.standing === 'lead' && (
        <Actions>
          <ButtonLink href={paths.add.at(language, { group: group.id })}>{t.add}</ButtonLink>
        </Actions>
      )}
      <Table
        caption={t.title}
        isCaptionHidden
        rows={meetings}
        keyOf={({ id }) => id}
        empty={t.none}
        columns={[
          {
            label: t.columns.title,
            kind: 'name',
            cell: ({ id, title }) => <a href={paths.meeting.at(language, { group: group.id, meeting: id })}>{title}</a>,
          },
          { label: t.columns.when, cell: (meeting) => <When of={meeting} zone={zone} /> },
          { label: t.columns.state, cell: ({ state }) => <StateMark state={state} /> },
        ]}
      />
    </Inner>
  )
}

export type MeetingProps = {
  group: Group
  meeting: Meeting
  agenda: readonly AgendaItem[]
  guests: readonly Guest[]
  poll: Poll
  sent: readonly Sent[]
  zone: string
  now: Date
  /** The viewer's own answer, where they are a member. */
  answer: FormState | undefined
  done?: 'saved' | 'sent' | 'sentNobody' | 'thanks' | undefined
  refused?: string | undefined
}

/** A meeting, for those inside the group. */
export function MeetingPage(props: MeetingProps) {
  const { group, meeting, agenda, guests, poll, sent, zone, now, answer, done, refused } = props
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, meeting: meeting.id }
  const isLead = group.standing === 'lead'
  const isPast = meeting.state === 'planned' && meeting.endsAt !== null && meeting.endsAt < now
  return (
    <Inner group={group} tab="meetings" title={meeting.title} form={answer} below={useWay(group, meeting)}>
      {done && <Notice kind="success" title={done === 'thanks' ? t.own.thanks : t[done]} />}
      {refused && <Notice kind="warning" title={refused} />}
      {isPast && <Notice kind="warning" title={t.isPast} />}
      {isLead && !isPast && <Telling meeting={meeting} at={at} />}
      <Facts
        facts={[
          { label: t.fields.when, value: <When of={meeting} zone={zone} /> },
          { label: t.columns.state, value: <StateMark state={meeting.state} /> },
          { label: t.fields.place, value: meeting.place },
          { label: t.fields.link, value: meeting.link && <Conference link={meeting.link} /> },
        ]}
      />
      {meeting.note && <Written text={meeting.note} />}
      {answer && !isPast && (
        <>
          <ErrorSummary form={answer} />
          <AnswerForm
            action={paths.answer.at(language, at)}
            state={meeting.state}
            dates={poll.options}
            {...{ form: answer, zone }}
          />
        </>
      )}
      {meeting.state === 'polling' && <PollTable {...{ group, meeting, guests, poll, zone }} />}
      <h2>{t.agenda}</h2>
      <Agenda items={agenda} />
      {(meeting.state === 'planned' || meeting.state === 'held') && (
        <More href={paths.minutes.at(language, at)}>{t.minutes}</More>
      )}
      {isLead && <Doing meeting={meeting} at={at} />}
      <People guests={guests} meeting={meeting} />
      {sent.some(({ kind }) => kind !== 'poll') && <More href={paths.calendar.at(language, at)}>{t.calendar}</More>}
      <SentList sent={sent} />
    </Inner>
  )
}

type LeadProps = { meeting: Meeting; at: { group: string; meeting: string } }

/** Whether those invited know what stands here now, and the button that tells them. */
function Telling({ meeting: { state, revision, toldRevision }, at }: LeadProps) {
  const { language } = useFrame()
  const t = useText()
  if (state !== 'polling' && state !== 'planned') return null
  const isNews = toldRevision === null || toldRevision < revision
  return (
    <>
      {isNews && <Notice kind="warning" title={toldRevision === null ? t.notTold : t.changedSince} />}
      <PostButton action={paths.invitation.at(language, at)} weight={isNews ? 'primary' : 'second'}>
        {toldRevision === null ? t.tell[state] : t.tellAgain}
      </PostButton>
    </>
  )
}

function Doing({ meeting: { state }, at }: LeadProps) {
  const { language } = useFrame()
  const t = useText()
  if (state === 'cancelled') return null
  const ways = [
    [paths.agenda, t.editAgenda],
    [paths.edit, t.edit],
    [paths.guests, t.people.add],
    ...(state === 'held' ? [] : [[paths.callingOff, t.callOff.button] as const]),
  ] as const
  return (
    <Actions>
      {ways.map(([path, label]) => (
        <ButtonLink key={label} href={path.at(language, at)} weight="second">
          {label}
        </ButtonLink>
      ))}
    </Actions>
  )
}

function People({ guests, meeting }: Pick<MeetingProps, 'guests' | 'meeting'>) {
  const t = useText()
  const isPolling = meeting.state === 'polling'
  const { people } = t
  return (
    <Table
      caption={people.title}
      rows={guests}
      keyOf={({ id }) => id}
      empty={people.nobody}
      columns={[
        {
          label: t.fields.name,
          kind: 'name',
          cell: ({ name, isMember }) => `${name || people.noName}${isMember ? '' : ` (${people.guest})`}`,
        },
        {
          label: people.reply,
          cell: ({ reply, answeredAt }) =>
            reply ? people.replies[reply] : isPolling && answeredAt ? people.answered : people.none,
        },
        { label: people.note, cell: ({ note }) => note },
      ]}
    />
  )
}

/** Asks before a meeting is called off. */
export function CallOffPage({ group, meeting, refused }: Pick<MeetingProps, 'group' | 'meeting' | 'refused'>) {
  const { language } = useFrame()
  const { callOff } = useText()
  const at = { group: group.id, meeting: meeting.id }
  return (
    <Inner group={group} tab="meetings" title={callOff.title} below={useWay(group, meeting, callOff.button)}>
      {refused && <Notice kind="warning" title={refused} />}
      <Confirm
        action={paths.callingOff.at(language, at)}
        submit={callOff.button}
        back={paths.meeting.at(language, at)}
        keep={callOff.keep}
      >
        <p>{meeting.title}</p>
        <p>{meeting.toldRevision === null ? callOff.untold : callOff.text}</p>
      </Confirm>
    </Inner>
  )
}

type ShownProps = { group: Group; meeting: ShownMeeting; agenda: readonly AgendaItem[]; zone: string }

/** What everybody may know of a meeting, where its group shows that. */
export function ShownMeetingPage({ group, meeting, agenda, zone }: ShownProps) {
  const t = useText()
  const { language } = useFrame()
  return (
    <Page
      kind="public"
      title={meeting.title}
      over={inLanguage(language, group.name)}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample}
      crumbs={useGroupCrumbs(group, { label: meeting.title })}
    >
      <Stack>
        <Facts
          facts={[
            { label: t.fields.when, value: <When of={meeting} zone={zone} /> },
            { label: t.columns.state, value: <StateMark state={meeting.state} /> },
          ]}
        />
        <h2>{t.agenda}</h2>
        <Agenda items={agenda} />
      </Stack>
    </Page>
  )
}

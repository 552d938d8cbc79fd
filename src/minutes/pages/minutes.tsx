import {
  Actions,
  Checkboxes,
  Details,
  ErrorSummary,
  Facts,
  List,
  Notice,
  PostButton,
  PostForm,
  Submit,
  TextArea,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner, Way, Written } from '../../groups/index.ts'
import { type Guest, type Meeting, meetingPaths } from '../../meetings/index.ts'
import { type FormState, startWith } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { nextStates, type State } from '../model.ts'
import { paths } from '../paths.ts'
import type { Agreement } from '../queries/agreements.ts'
import type { Amendment } from '../queries/amendments.ts'
import type { Comment, Minutes, Section } from '../queries/minutes.ts'
import { useText } from '../text/text.ts'
import { AmendmentMark, StateMark, Task } from './parts.tsx'

export type At = { group: string; meeting: string }

/** The way from the meeting to its minutes and below. */
export function useWay({ id }: Group, meeting: Pick<Meeting, 'id' | 'title'>, own?: string) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: id, meeting: meeting.id }
  return [
    { label: meeting.title, href: meetingPaths.meeting.at(language, at) },
    { label: t.title, href: paths.minutes.at(language, at) },
    ...(own ? [{ label: own }] : []),
  ]
}

/** What there is before anybody has begun. */
export function NoMinutesPage({ group, meeting, refused }: { group: Group; meeting: Meeting; refused?: string }) {
  const { language } = useFrame()
  const t = useText()
  const mayWrite = group.standing !== 'observer'
  return (
    <Inner group={group} tab="meetings" title={t.title} below={useWay(group, meeting)}>
      {refused && <Notice kind="warning" title={refused} />}
      <p>{t.notYet}</p>
      {mayWrite && (
        <>
          <p>{t.beginLead}</p>
          <PostButton action={paths.minutes.at(language, { group: group.id, meeting: meeting.id })}>
            {t.begin}
          </PostButton>
        </>
      )}
    </Inner>
  )
}

export type MinutesProps = {
  group: Group
  meeting: Meeting
  minutes: Minutes
  guests: readonly Guest[]
  sections: readonly Section[]
  agreements: readonly Agreement[]
  comments: readonly Comment[]
  amendments: readonly Amendment[]
  /** Names what is shown, for who approves it. */
  mark: string
  mayWrite: boolean
  /** Whether they were there and the minutes lie before them. */
  mayRemark: boolean
  zone: string
  now: Date
  form: FormState
  isSaved: boolean
  refused?: string | undefined
}

/** Minutes as they are being written: attendance, sections, what was agreed, and where they go next. */
export function MinutesPage(props: MinutesProps) {
  const { group, meeting, minutes, guests, sections, form, isSaved, refused, mayWrite } = props
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, meeting: meeting.id }
  return (
    <Inner group={group} tab="meetings" title={t.title} form={form} below={useWay(group, meeting)}>
      {isSaved && <Notice kind="success" title={t.saved} />}
      {refused && <Notice kind="warning" title={refused} />}
      <ErrorSummary form={form} labels={t.fields} />
      <Facts facts={[{ label: t.state, value: <StateMark state={minutes.state} /> }]} />
      {mayWrite && <Attendance guests={guests} at={at} />}
      {sections.map((section) => (
        <SectionPart key={section.id} {...props} section={section} />
      ))}
      {mayWrite && (
        <Details summary={t.section.add}>
          <PostForm action={paths.addSection.at(language, at)}>
            <TextField form={form} name="title" label={t.section.title} maxLength={300} />
            <Submit weight="second">{t.section.add}</Submit>
          </PostForm>
        </Details>
      )}
      {group.standing === 'lead' && <Moves {...props} at={at} />}
    </Inner>
  )
}

function Attendance({ guests, at }: Pick<MinutesProps, 'guests'> & { at: At }) {
  const { language } = useFrame()
  const t = useText()
  const present = guests.flatMap(({ id, isPresent }) => (isPresent ? [id] : []))
  return (
    <Details summary={`${t.attendance.title}: ${present.length}`}>
      <PostForm action={paths.attendance.at(language, at)}>
        <Checkboxes
          form={startWith({ present })}
          name="present"
          label={t.attendance.who}
          options={guests.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <Submit weight="second">{t.attendance.save}</Submit>
      </PostForm>
    </Details>
  )
}

function SectionPart(props: MinutesProps & { section: Section }) {
  const { group, meeting, section, agreements, mayWrite, mayRemark, zone } = props
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id, meeting: meeting.id, section: section.id }
  const f = dates(language, zone)
  return (
    <section class="stack">
      <h2 id={section.id}>{section.title}</h2>
      {section.text ? <Written text={section.text} /> : <p>{t.section.empty}</p>}
      <Agreed group={group} agreements={agreements.filter(({ sectionId }) => sectionId === section.id)} />
      {section.text && (
        <p class="note">{t.section.last(section.by, `${f.day(section.changedAt)}, ${f.time(section.changedAt)}`)}</p>
      )}
      <Said {...props} />
      {group.standing !== 'observer' && (
        <Actions>
          {mayWrite && <Way href={paths.section.at(language, at)} label={t.section.edit} about={section.title} />}
          {mayWrite && <Way href={paths.agree.at(language, at)} label={t.section.agree} about={section.title} />}
          {section.revision > 1 && (
            <Way href={paths.versions.at(language, at)} label={t.section.versions} about={section.title} />
          )}
          {mayRemark && <Way href={paths.propose.at(language, at)} label={t.amendment.propose} about={section.title} />}
        </Actions>
      )}
      {mayRemark && (
        <Details summary={t.comments.send}>
          <PostForm action={paths.comment.at(language, at)}>
            <TextArea form={startWith()} name="text" label={t.comments.label} maxLength={5000} rows={3} />
            <Submit weight="second">{t.comments.send}</Submit>
          </PostForm>
        </Details>
      )}
    </section>
  )
}

/** What was said to a section, and the other words proposed for it. */
function Said({ group, meeting, section, comments, amendments }: MinutesProps & { section: Section }) {
  const { language } = useFrame()
  const t = useText()
  const remarks = comments.filter(({ sectionId }) => sectionId === section.id)
  const proposed = amendments.filter(({ sectionId }) => sectionId === section.id)
  if (remarks.length + proposed.length === 0) return null
  const at = { group: group.id, meeting: meeting.id }
  return (
    <>
      <h3>{t.comments.title}</h3>
      <List
        items={[
          ...remarks.map(({ by, text }) => `${by}: ${text}`),
          ...proposed.map(({ id, by, state }) => (
            <>
              <a href={paths.proposal.at(language, { ...at, wording: id })}>{t.amendment.named(by)}</a>{' '}
              <AmendmentMark state={state} />
            </>
          )),
        ]}
      />
    </>
  )
}

function Agreed({ group, agreements }: { group: Group; agreements: readonly Agreement[] }) {
  const { language } = useFrame()
  const t = useText()
  if (agreements.length === 0) return null
  return (
    <List
      items={agreements.map((one) => (
        <>
          <b>{t.kinds[one.kind]}:</b>{' '}
          <a href={paths.agreement.at(language, { group: group.id, agreement: one.id })}>{one.text}</a>{' '}
          {one.kind === 'task' && <Task of={one} />}
        </>
      ))}
    />
  )
}

function Moves({ minutes: { state }, meeting, sections, now, mark, at }: MinutesProps & { at: At }) {
  const { language } = useFrame()
  const t = useText()
  const move = (to: State, label = t.moves[to]) => (
    <PostButton
      action={paths.state.at(language, at)}
      values={to === 'approved' ? { to, mark } : { to }}
      weight={to === 'draft' ? 'second' : 'primary'}
    >
      {label}
    </PostButton>
  )
  const isAhead = meeting.startsAt !== null && meeting.startsAt > now
  const waiting = [
    ...(isAhead ? [t.ahead] : []),
    ...sections.filter(({ text }) => !text).map(({ title }) => t.emptySection(title)),
  ]
  return (
    <>
      {state === 'draft' && <p>{t.commentingHint}</p>}
      {waiting.length > 0 && <List items={waiting} />}
      <Actions>{move(state === 'draft' ? 'commenting' : 'draft')}</Actions>
      {nextStates(state).includes('approved') && (
        <Details summary={t.moves.approved}>
          <p>{t.approveHint}</p>
          {move('approved', t.approve)}
        </Details>
      )}
    </>
  )
}

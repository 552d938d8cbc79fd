import { z } from 'zod'
import { type Group, groupAt, innerGroupAt, ledGroupAt } from '../../groups/index.ts'
import { type FormState, field, readForm, refusalWords, startWith } from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import {
  addGuest,
  addMeeting,
  callOff,
  changeMeeting,
  fixDate,
  sendInvitation,
  setAgenda,
} from '../commands/meetings.ts'
import { ownMeeting } from '../commands/replies.ts'
import { AddPage, AgendaPage, EditPage, GuestPage } from '../pages/forms.tsx'
import { CallOffPage, MeetingPage, type MeetingProps, MeetingsPage, ShownMeetingPage } from '../pages/meetings.tsx'
import { paths } from '../paths.ts'
import {
  agendaOf,
  guestsOf,
  type Meeting,
  meetingAt,
  meetingsOf,
  pollOf,
  replyOf,
  sentCalendar,
  sentOf,
  shownAgendaOf,
  shownMeetingAt,
} from '../queries/meetings.ts'
import { text } from '../text/text.ts'
import { answerFrom, answerStart } from './answering.ts'
import {
  addedFrom,
  agendaFrom,
  changedFrom,
  guestForm,
  labelsOf,
  rowsOf,
  saidIn,
  startOf,
  startOfAgenda,
} from './fields.ts'

const zoneOf = async (visit: Visit) => (await installation(visit)).zone

/** Meetings from inside a group, and what everybody may know of them. */
export function meetingRoutes(web: Web) {
  web.get(paths.meetings, async (visit, { params }) => {
    const group = await innerGroupAt(visit, params.group)
    const [meetings, zone] = await Promise.all([meetingsOf(visit, group), zoneOf(visit)])
    return { page: <MeetingsPage {...{ group, meetings, zone }} /> }
  })
  addRoutes(web)
  answerRoutes(web)
  web.get(paths.meeting, async (visit, { params, query }) => {
    const group = await groupAt(visit, params.group)
    if (group.standing === 'outside') return { page: await shown(visit, group, params.meeting) }
    const done = (['saved', 'sent', 'sentNobody', 'thanks'] as const).find((one) => one === query.info)
    return { page: await inner(visit, group, await meetingAt(visit, group, params.meeting), { done }) }
  })
  web.get(paths.calendar, async (visit, { params }) => {
    const group = await innerGroupAt(visit, params.group)
    const { id } = await meetingAt(visit, group, params.meeting)
    return calendarFile(await sentCalendar(visit, id))
  })
  editRoutes(web)
  agendaRoutes(web)
  guestRoutes(web)
  doingRoutes(web)
}

export const calendarFile = (calendar: string) => ({
  text: calendar,
  type: 'text/calendar; charset=utf-8',
  name: 'sitzung.ics',
  isPublic: false,
})

async function shown(visit: Visit, group: Group, id: string) {
  const meeting = await shownMeetingAt(visit, group, id)
  const [agenda, zone] = await Promise.all([shownAgendaOf(visit, meeting.id), zoneOf(visit)])
  return <ShownMeetingPage {...{ group, meeting, agenda, zone }} />
}

type More = Pick<MeetingProps, 'done' | 'refused'> & { form?: FormState }

async function inner(visit: Visit, group: Group, meeting: Meeting, { form, ...more }: More) {
  const { id } = meeting
  const own = group.ownMemberId
  const [agenda, guests, poll, sent, zone, said] = await Promise.all([
    agendaOf(visit, id),
    guestsOf(visit, id),
    pollOf(visit, id),
    sentOf(visit, id),
    zoneOf(visit),
    own === null ? undefined : replyOf(visit, id, own),
  ])
  const answered = poll.answers.filter(({ guestId }) => guestId === said?.guestId)
  const start = answerStart(
    { state: meeting.state, dates: poll.options },
    { reply: null, note: null, ...said, answered },
  )
  const answer = own === null ? undefined : (form ?? start)
  return <MeetingPage {...{ group, meeting, agenda, guests, poll, sent, zone, answer, now: visit.now, ...more }} />
}

/** A member answers here what others answer by the link in their mail. */
function answerRoutes(web: Web) {
  web.post(paths.answer, async (visit, { params, body }) => {
    const group = await innerGroupAt(visit, params.group)
    const meeting = await meetingAt(visit, group, params.meeting)
    if (group.ownMemberId === null) throw new NotFound()
    const which = { groupId: group.id, id: meeting.id }
    const { options: dates } = await pollOf(visit, meeting.id)
    return submitted(visit, answerFrom(visit, body, { state: meeting.state, dates }), {
      page: async (form) => inner(visit, group, await meetingAt(visit, group, meeting.id), { form }),
      run: async (change, answering) => answering(change, await ownMeeting(change, which)),
      next: () => toMeeting(visit, which, 'thanks'),
      refused: saidIn(visit),
    })
  })
}

function addRoutes(web: Web) {
  web.get(paths.add, async (visit, { params }) => {
    const [group, zone] = await Promise.all([ledGroupAt(visit, params.group), zoneOf(visit)])
    return { page: <AddPage {...{ group, zone }} form={startWith({ lasts: 90 })} /> }
  })
  web.post(paths.add, async (visit, { params, body }) => {
    const [group, zone] = await Promise.all([ledGroupAt(visit, params.group), zoneOf(visit)])
    return submitted(visit, addedFrom(visit, body, zone), {
      page: (form) => <AddPage {...{ group, zone, form }} />,
      run: (change, input) => addMeeting(change, { ...input, groupId: group.id }),
      next: ({ id }) => toMeeting(visit, { groupId: group.id, id }, 'saved'),
      refused: saidIn(visit),
    })
  })
}

type Which = { groupId: string; id: string }
const toMeeting = ({ language }: Visit, { groupId, id }: Which, info: 'saved' | 'sent' | 'sentNobody' | 'thanks') => ({
  seeOther: paths.meeting.at(language, { group: groupId, meeting: id }, { info }),
})

/** A meeting of a group that the viewer leads. */
async function led(visit: Visit, params: { group: string; meeting: string }) {
  const group = await ledGroupAt(visit, params.group)
  const meeting = await meetingAt(visit, group, params.meeting)
  return { group, meeting, which: { groupId: group.id, id: meeting.id } }
}
type Led = Awaited<ReturnType<typeof led>>

/** The same while it can still be changed. */
async function open(visit: Visit, params: { group: string; meeting: string }) {
  const one = await led(visit, params)
  if (one.meeting.state === 'cancelled') throw new NotFound()
  return one
}

function editRoutes(web: Web) {
  web.get(paths.edit, async (visit, { params }) => {
    const [{ group, meeting }, zone] = await Promise.all([open(visit, params), zoneOf(visit)])
    return { page: <EditPage {...{ group, meeting, zone }} form={startOf(meeting, zone)} /> }
  })
  web.post(paths.edit, async (visit, { params, body }) => {
    const [{ group, meeting, which }, zone] = await Promise.all([open(visit, params), zoneOf(visit)])
    return submitted(visit, changedFrom(visit, body, { zone, meeting }), {
      page: (form) => <EditPage {...{ group, meeting, zone, form }} />,
      run: (change, input) => changeMeeting(change, { ...input, ...which }),
      next: () => toMeeting(visit, which, 'saved'),
      refused: saidIn(visit),
    })
  })
}

function agendaRoutes(web: Web) {
  const page = ({ group, meeting }: Led, form: FormState) => (
    <AgendaPage {...{ group, meeting, form }} rows={rowsOf(form)} />
  )
  web.get(paths.agenda, async (visit, { params }) => {
    const one = await open(visit, params)
    return { page: page(one, startOfAgenda(await agendaOf(visit, one.meeting.id), one.meeting)) }
  })
  web.post(paths.agenda, async (visit, { params, body }) => {
    const one = await open(visit, params)
    return submitted(visit, agendaFrom(visit, body), {
      page: (form) => page(one, form),
      run: (change, input) => setAgenda(change, { ...input, ...one.which }),
      next: () => toMeeting(visit, one.which, 'saved'),
      refused: saidIn(visit),
    })
  })
}

function guestRoutes(web: Web) {
  web.get(paths.guests, async (visit, { params }) => {
    const { group, meeting } = await open(visit, params)
    return { page: <GuestPage {...{ group, meeting }} form={startWith({ language: visit.language })} /> }
  })
  web.post(paths.guests, async (visit, { params, body }) => {
    const { group, meeting, which } = await open(visit, params)
    return submitted(visit, readForm(guestForm, body, visit.language, labelsOf(visit)), {
      page: (form) => <GuestPage {...{ group, meeting, form }} />,
      run: (change, input) => addGuest(change, { ...input, ...which }),
      next: () => toMeeting(visit, which, 'saved'),
      refused: saidIn(visit),
    })
  })
}

const fixingForm = z.object({ option: field.id() })

function doingRoutes(web: Web) {
  const refusedPage =
    (visit: WebVisit, { group, meeting }: Led) =>
    async (refusal: Refusal) =>
      inner(visit, group, await meetingAt(visit, group, meeting.id), {
        refused: refusalWords(refusal, text[visit.language].refused),
      })
  web.post(paths.fixing, async (visit, { params, body }) => {
    const one = await led(visit, params)
    const { data } = readForm(fixingForm, body, visit.language)
    if (!data) throw new NotFound()
    return changed(visit, {
      run: (change) => fixDate(change, { ...one.which, option: data.option }),
      next: ({ told }) => toMeeting(visit, one.which, told > 0 ? 'sent' : 'sentNobody'),
      refused: refusedPage(visit, one),
    })
  })
  web.post(paths.invitation, async (visit, { params }) => {
    const one = await led(visit, params)
    return changed(visit, {
      run: (change) => sendInvitation(change, one.which),
      next: ({ told }) => toMeeting(visit, one.which, told > 0 ? 'sent' : 'sentNobody'),
      refused: refusedPage(visit, one),
    })
  })
  web.get(paths.callingOff, async (visit, { params }) => {
    const { group, meeting } = await open(visit, params)
    return { page: <CallOffPage {...{ group, meeting }} /> }
  })
  web.post(paths.callingOff, async (visit, { params }) => {
    const one = await led(visit, params)
    return changed(visit, {
      run: (change) => callOff(change, one.which),
      next: () => toMeeting(visit, one.which, one.meeting.toldRevision === null ? 'saved' : 'sent'),
      refused: refusedPage(visit, one),
    })
  })
}

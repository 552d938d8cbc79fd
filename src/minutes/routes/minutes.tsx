import { z } from 'zod'
import { type Group, groupAt, innerGroupAt } from '../../groups/index.ts'
import { guestsOf, type Meeting, meetingAt, takeAttendance, wasThere } from '../../meetings/index.ts'
import { type FormState, field, readForm, refusalWords, saying, startWith, valueOf } from '../../platform/forms.ts'
import { inLanguage } from '../../platform/language.ts'
import { mergedText } from '../../platform/merging.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { isRefusal, NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { approveMinutes, markNow, minutesToApprove } from '../commands/approving.ts'
import { addSection, beginMinutes, moveMinutes, saveSection, writtenMinutes } from '../commands/minutes.ts'
import { asMember, commentSection } from '../commands/remarks.ts'
import { setMinutes } from '../documents/minutes.ts'
import { longestText } from '../model.ts'
import { ApprovedPage } from '../pages/approved.tsx'
import { MinutesPage, NoMinutesPage } from '../pages/minutes.tsx'
import { SectionPage, VersionsPage } from '../pages/section.tsx'
import { paths } from '../paths.ts'
import { agreementsOfMeeting } from '../queries/agreements.ts'
import { amendmentsOf } from '../queries/amendments.ts'
import {
  approvedDocument,
  approvedMinutes,
  commentsOf,
  type Minutes,
  minutesOf,
  sectionAt,
  sectionsOf,
  versionsOf,
} from '../queries/minutes.ts'
import { text } from '../text/text.ts'

export type At = { group: string; meeting: string }

/** Minutes: begun from the agenda, written section by section, shown to those who were there, approved for good. */
export function minutesRoutes(web: Web) {
  web.get(paths.minutes, async (visit, { params, query }) => {
    const group = await groupAt(visit, params.group)
    if (group.standing === 'outside') return { page: await approved(visit, group, params.meeting) }
    const meeting = await meetingAt(visit, group, params.meeting)
    const minutes = await minutesOf(visit, meeting.id)
    if (!minutes) return { page: <NoMinutesPage {...{ group, meeting }} /> }
    if (minutes.state === 'approved') return { page: await approved(visit, group, meeting.id) }
    return { page: await writing(visit, { group, meeting, minutes }, { isSaved: query.info === 'saved' }) }
  })
  web.get(
    paths.document,
    async (visit, { params }) => {
      const group = await groupAt(visit, params.group)
      const bytes =
        group.standing === 'outside'
          ? await publicDocument(visit, group, params.meeting)
          : await approvedDocument(visit, group, params.meeting)
      return { bytes, type: 'application/pdf', name: 'protokoll.pdf', isInline: true }
    },
    'files',
  )
  beginRoutes(web)
  sectionRoutes(web)
  stateRoutes(web)
}

/** The document for everybody: set anew, without names. */
async function publicDocument(visit: Visit, group: Group, id: string): Promise<Buffer> {
  const [{ content, approvedAt }, { name }] = await Promise.all([
    approvedMinutes(visit, group, id),
    installation(visit),
  ])
  const named = { publisher: inLanguage('de', name), group: inLanguage('de', group.name) }
  return setMinutes({ ...visit, now: approvedAt ?? visit.now }, { content, ...named })
}

async function approved(visit: Visit, group: Group, id: string) {
  const [{ meetingId, content, approvedAt, sha256 }, zone] = await Promise.all([
    approvedMinutes(visit, group, id),
    zoneOf(visit),
  ])
  return (
    <ApprovedPage {...{ group, content, approvedAt, sha256, zone }} meeting={{ id: meetingId, title: content.title }} />
  )
}

export const zoneOf = async (visit: Visit) => (await installation(visit)).zone

type Open = { group: Group; meeting: Meeting; minutes: Minutes }
type More = { isSaved?: boolean; refused?: string; form?: FormState }

async function writing(visit: Visit, { group, meeting, minutes }: Open, more: More = {}) {
  const isLead = group.standing === 'lead'
  const isBefore = minutes.state === 'commenting'
  // First the mark: what is saved between it and the page is not approved by who did not see it.
  const mark = isLead && isBefore ? await markNow(visit, { groupId: group.id, meetingId: meeting.id }) : ''
  const [guests, sections, agreements, comments, amendments, isThere, zone] = await Promise.all([
    guestsOf(visit, meeting.id),
    sectionsOf(visit, meeting.id),
    agreementsOfMeeting(visit, meeting.id),
    commentsOf(visit, meeting.id),
    amendmentsOf(visit, meeting.id),
    wasThere(visit, meeting.id),
    zoneOf(visit),
  ])
  return (
    <MinutesPage
      {...{ group, meeting, minutes, guests, sections, agreements, comments, amendments, zone }}
      mark={mark}
      mayWrite={isLead || (group.standing === 'member' && !isBefore)}
      mayRemark={isBefore && group.standing !== 'observer' && isThere}
      now={visit.now}
      form={more.form ?? startWith()}
      isSaved={more.isSaved ?? false}
      refused={more.refused}
    />
  )
}

/** Minutes that are not approved, for who writes in the group. */
export async function openMinutes(visit: Visit, params: At) {
  const one = await begunMinutes(visit, params)
  if (one.minutes.state === 'approved') throw new NotFound()
  return one
}

async function begunMinutes(visit: Visit, params: At) {
  const group = await innerGroupAt(visit, params.group)
  if (group.standing === 'observer') throw new NotFound()
  const meeting = await meetingAt(visit, group, params.meeting)
  const minutes = await minutesOf(visit, meeting.id)
  if (!minutes) throw new NotFound()
  return { group, meeting, minutes, which: { groupId: group.id, meetingId: meeting.id } }
}

const said = (visit: Visit, refusal: Refusal) => refusalWords(refusal, text[visit.language].refused)
export const saidIn = ({ language }: Visit) => saying(text[language].refused, text[language].fields)
export const toMinutes = ({ language }: Visit, { group, meeting }: { group: Group; meeting: Meeting }, at = '') => ({
  seeOther: paths.minutes.at(language, { group: group.id, meeting: meeting.id }, { info: 'saved' }) + (at && `#${at}`),
})

const titleForm = z.object({ title: field.line(300) })
const presentForm = z.object({ present: field.ids() })

function beginRoutes(web: Web) {
  web.post(paths.minutes, async (visit, { params }) => {
    const group = await innerGroupAt(visit, params.group)
    if (group.standing === 'observer') throw new NotFound()
    const meeting = await meetingAt(visit, group, params.meeting)
    return changed(visit, {
      run: (change) => beginMinutes(change, { groupId: group.id, meetingId: meeting.id }),
      next: () => ({ seeOther: paths.minutes.at(visit.language, { group: group.id, meeting: meeting.id }) }),
      refused: (refusal) => <NoMinutesPage {...{ group, meeting }} refused={said(visit, refusal)} />,
    })
  })
  web.post(paths.attendance, async (visit, { params, body }) => {
    const one = await openMinutes(visit, params)
    const { data } = readForm(presentForm, body, visit.language)
    if (!data) throw new NotFound()
    return changed(visit, {
      async run(change) {
        const written = await writtenMinutes(change, one.which)
        if (isRefusal(written)) return written
        await takeAttendance(change, { ...one.which, present: data.present })
        return { done: true }
      },
      next: () => toMinutes(visit, one),
      refused: (refusal) => writing(visit, one, { refused: said(visit, refusal) }),
    })
  })
  web.post(paths.addSection, async (visit, { params, body }) => {
    const one = await openMinutes(visit, params)
    return submitted(visit, readForm(titleForm, body, visit.language, text[visit.language].fields), {
      page: (form) => writing(visit, one, { form }),
      run: (change, { title }) => addSection(change, { ...one.which, title }),
      next: ({ id }) => toMinutes(visit, one, id),
      refused: saidIn(visit),
    })
  })
}

const sectionForm = z.object({
  seen: field.whole(0, 1_000_000_000),
  title: field.line(300),
  text: field.optionalText(longestText),
})
export const commentForm = z.object({ text: field.text(5000) })

function sectionRoutes(web: Web) {
  const opened = async (visit: WebVisit, params: At & { section: string }) => {
    const one = await openMinutes(visit, params)
    return { ...one, section: await sectionAt(visit, one.meeting.id, params.section) }
  }
  web.get(paths.section, async (visit, { params }) => {
    const { group, meeting, minutes, section } = await opened(visit, params)
    if (minutes.state === 'commenting' && group.standing !== 'lead') throw new NotFound()
    const form = startWith({ title: section.title, text: section.text, seen: section.revision })
    return { page: <SectionPage {...{ group, meeting, section, form }} /> }
  })
  web.post(paths.section, async (visit, { params, body }) => {
    // Also where nothing may be saved any more, what was typed comes back.
    const { group, meeting, which } = await begunMinutes(visit, params)
    const section = await sectionAt(visit, meeting.id, params.section)
    return submitted(visit, readForm(sectionForm, body, visit.language, text[visit.language].fields), {
      page: (form, refusal) =>
        refusal?.refused === 'changedMeanwhile' ? (
          conflicting(visit, { group, meeting, id: section.id }, form)
        ) : (
          <SectionPage {...{ group, meeting, section, form }} />
        ),
      run: (change, input) => saveSection(change, { ...which, ...input, id: section.id }),
      next: ({ id }) => toMinutes(visit, { group, meeting }, id),
      refused: saidIn(visit),
    })
  })
  web.get(paths.versions, async (visit, { params }) => {
    const group = await innerGroupAt(visit, params.group)
    const meeting = await meetingAt(visit, group, params.meeting)
    const section = await sectionAt(visit, meeting.id, params.section)
    const [versions, zone] = await Promise.all([versionsOf(visit, section.id), zoneOf(visit)])
    return { page: <VersionsPage {...{ group, meeting, section, versions, zone }} /> }
  })
  web.post(paths.comment, async (visit, { params, body }) => {
    const one = await opened(visit, params)
    return submitted(visit, readForm(commentForm, body, visit.language, text[visit.language].fields), {
      page: (form) => writing(visit, one, { form }),
      run: (change, input) => commentSection(change, asMember(one.which), { ...input, id: one.section.id }),
      next: ({ id }) => toMinutes(visit, one, id),
      refused: saidIn(visit),
    })
  })
}

/** The form again, with what is saved now beside what was written, and both put together where that can be done. */
async function conflicting(
  visit: Visit,
  { group, meeting, id }: { group: Group; meeting: Meeting; id: string },
  form: FormState,
) {
  const [section, versions, zone] = await Promise.all([
    sectionAt(visit, meeting.id, id),
    versionsOf(visit, id),
    zoneOf(visit),
  ])
  const seen = Number(valueOf(form, 'seen'))
  const mine = valueOf(form, 'text')
  const base = versions.find(({ revision }) => revision === seen)?.text
  const merged = base === undefined ? undefined : mergedText({ base, mine, theirs: section.text })
  return <SectionPage {...{ group, meeting, section, form }} conflict={{ mine, merged, zone }} />
}

const stateForm = z.object({ to: field.choice(['draft', 'commenting', 'approved']), mark: field.optionalLine(100) })

function stateRoutes(web: Web) {
  web.post(paths.state, async (visit, { params, body }) => {
    const one = await openMinutes(visit, params)
    if (one.group.standing !== 'lead') throw new NotFound()
    const { data } = readForm(stateForm, body, visit.language)
    if (!data) throw new NotFound()
    const { to, mark } = data
    const refused = (refusal: Refusal) => writing(visit, one, { refused: said(visit, refusal) })
    const next = () => toMinutes(visit, one)
    if (to !== 'approved')
      return changed(visit, { run: (change) => moveMinutes(change, { ...one.which, to }), next, refused })
    const ready = await minutesToApprove(visit, { ...one.which, seen: mark })
    if (isRefusal(ready)) return { status: 409, page: await refused(ready) }
    return changed(visit, { run: (change) => approveMinutes(change, { ...one.which, ...ready }), next, refused })
  })
}

import { z } from 'zod'
import { innerGroupAt } from '../../groups/index.ts'
import { meetingAt } from '../../meetings/index.ts'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { mergedText } from '../../platform/merging.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { decideWords } from '../commands/amendments.ts'
import { asMember, proposeWords } from '../commands/remarks.ts'
import { longestText } from '../model.ts'
import { ProposalPage, ProposePage } from '../pages/amendments.tsx'
import { paths } from '../paths.ts'
import { amendmentAt } from '../queries/amendments.ts'
import { minutesOf, type Section, sectionAt } from '../queries/minutes.ts'
import { text } from '../text/text.ts'
import { type At, openMinutes, saidIn, toMinutes, zoneOf } from './minutes.tsx'

const seen = field.whole(0, 1_000_000_000)
export const proposeForm = z.object({ seen, text: field.text(longestText), reason: field.text(5000) })
const decideForm = z.object({
  seen,
  to: field.choice(['accepted', 'declined']),
  text: field.optionalText(longestText),
  answer: field.optionalText(5000),
})

/** Other words for sections, between draft and approval. */
export function amendmentRoutes(web: Web) {
  const opened = async (visit: WebVisit, params: At & { section: string }) => {
    const one = await openMinutes(visit, params)
    if (one.minutes.state !== 'commenting') throw new NotFound()
    return { ...one, section: await sectionAt(visit, one.meeting.id, params.section) }
  }
  web.get(paths.propose, async (visit, { params }) => {
    const { group, meeting, section } = await opened(visit, params)
    const form = startWith({ text: section.text, seen: section.revision })
    return { page: <ProposePage {...{ group, meeting, section, form }} /> }
  })
  web.post(paths.propose, async (visit, { params, body }) => {
    const { group, meeting, section, which } = await opened(visit, params)
    return submitted(visit, readForm(proposeForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <ProposePage {...{ group, meeting, section, form }} />,
      run: (change, input) => proposeWords(change, asMember(which), { ...input, id: section.id }),
      next: ({ id }) => toMinutes(visit, { group, meeting }, id),
      refused: saidIn(visit),
    })
  })
  decidingRoutes(web)
}

function decidingRoutes(web: Web) {
  web.get(paths.proposal, async (visit, { params }) => ({ page: await proposal(visit, params) }))
  web.post(paths.proposal, async (visit, { params, body }) => {
    const { group, meeting, minutes, which } = await openMinutes(visit, params)
    if (group.standing !== 'lead' || minutes.state !== 'commenting') throw new NotFound()
    const { id } = await amendmentAt(visit, meeting.id, params.wording)
    return submitted(visit, readForm(decideForm, body, visit.language, text[visit.language].fields), {
      page: (form) => proposal(visit, params, form),
      run: (change, input) => decideWords(change, { ...which, ...input, id }),
      next: ({ id: section }) => toMinutes(visit, { group, meeting }, section),
      refused: saidIn(visit),
    })
  })
}

async function proposal(visit: Visit, params: At & { wording: string }, form?: FormState) {
  const group = await innerGroupAt(visit, params.group)
  const meeting = await meetingAt(visit, group, params.meeting)
  const [amendment, minutes, zone] = await Promise.all([
    amendmentAt(visit, meeting.id, params.wording),
    minutesOf(visit, meeting.id),
    zoneOf(visit),
  ])
  const section = await sectionAt(visit, meeting.id, amendment.sectionId)
  const merged = mergedWith(section, amendment)
  const isOpen = amendment.state === 'open' && minutes?.state === 'commenting'
  return (
    <ProposalPage
      {...{ group, meeting, section, amendment, zone, isOpen }}
      isMerged={merged !== undefined}
      form={form ?? startWith({ text: merged ?? amendment.text })}
    />
  )
}

/** The proposal put together with what the section says by now; undefined where both change the same words. */
const mergedWith = (section: Section, { base, text: mine }: { base: string; text: string }) =>
  mergedText({ base, mine, theirs: section.text })

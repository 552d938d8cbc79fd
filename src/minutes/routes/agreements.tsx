import { z } from 'zod'
import { groupAt, innerGroupAt, membersOf } from '../../groups/index.ts'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { addAgreement, changeAgreement } from '../commands/agreements.ts'
import { agreementKinds, taskStates } from '../model.ts'
import { AgreementPage, AgreementsPage, AgreePage, DecisionsPage } from '../pages/agreements.tsx'
import { paths } from '../paths.ts'
import { agreementAt, agreementsOf, decisionsShown } from '../queries/agreements.ts'
import { sectionAt } from '../queries/minutes.ts'
import { text } from '../text/text.ts'
import { openMinutes, saidIn } from './minutes.tsx'

const saidFields = { text: field.text(5000), memberId: field.optionalId(), dueOn: field.optionalDay() }
const agreeForm = z.object({ kind: field.choice(agreementKinds), ...saidFields })
const changeForm = z.object({
  seen: field.whole(0, 1_000_000_000),
  ...saidFields,
  state: field.optionalChoice(taskStates),
})

/** What meetings agreed: written down at a section, with a life of its own afterwards. */
export function agreementRoutes(web: Web) {
  agreeRoutes(web)
  web.get(paths.agreements, async (visit, { params }) => {
    const group = await groupAt(visit, params.group)
    if (group.standing !== 'outside') {
      const today = visit.now.toISOString().slice(0, 10)
      return { page: <AgreementsPage {...{ group, today }} agreements={await agreementsOf(visit, group)} /> }
    }
    if (!group.shown.includes('agreements')) throw new NotFound()
    return { page: <DecisionsPage group={group} decisions={await decisionsShown(visit, [group.id])} /> }
  })
  changeRoutes(web)
}

function agreeRoutes(web: Web) {
  const opened = async (visit: WebVisit, params: { group: string; meeting: string; section: string }) => {
    const one = await openMinutes(visit, params)
    const [section, members] = await Promise.all([
      sectionAt(visit, one.meeting.id, params.section),
      membersOf(visit, one.group),
    ])
    const page = (form: FormState) => (
      <AgreePage group={one.group} meeting={one.meeting} section={section.id} {...{ form, members }} />
    )
    return { ...one, section, page }
  }
  web.get(paths.agree, async (visit, { params }) => ({
    page: (await opened(visit, params)).page(startWith({ kind: 'decision' })),
  }))
  web.post(paths.agree, async (visit, { params, body }) => {
    const { which, section, page, meeting } = await opened(visit, params)
    return submitted(visit, readForm(agreeForm, body, visit.language, text[visit.language].fields), {
      page,
      run: (change, input) => addAgreement(change, { ...input, ...which, sectionId: section.id }),
      next: () => ({
        seeOther: `${paths.minutes.at(visit.language, { group: which.groupId, meeting: meeting.id }, { info: 'saved' })}#${section.id}`,
      }),
      refused: saidIn(visit),
    })
  })
}

function changeRoutes(web: Web) {
  const opened = async (visit: WebVisit, params: { group: string; agreement: string }) => {
    const group = await innerGroupAt(visit, params.group)
    const [agreement, members] = await Promise.all([
      agreementAt(visit, group, params.agreement),
      membersOf(visit, group),
    ])
    const page = (form: FormState, isSaved = false) => (
      <AgreementPage {...{ group, agreement, form, members, isSaved }} />
    )
    return { group, agreement, page }
  }
  web.get(paths.agreement, async (visit, { params, query }) => {
    const { agreement, page } = await opened(visit, params)
    const { text: said, memberId, dueOn, state, revision } = agreement
    return { page: page(startWith({ text: said, memberId, dueOn, state, seen: revision }), query.info === 'saved') }
  })
  web.post(paths.agreement, async (visit, { params, body }) => {
    const { group, agreement, page } = await opened(visit, params)
    if (group.standing === 'observer') throw new NotFound()
    return submitted(visit, readForm(changeForm, body, visit.language, text[visit.language].fields), {
      page: (form) => page(form),
      run: (change, { state, ...input }) =>
        changeAgreement(change, { ...input, state: state ?? 'open', groupId: group.id, id: agreement.id }),
      next: ({ id }) => ({
        seeOther: paths.agreement.at(visit.language, { group: group.id, agreement: id }, { info: 'saved' }),
      }),
      refused: saidIn(visit),
    })
  })
}

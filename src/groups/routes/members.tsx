import { z } from 'zod'
import { type FormState, field, readForm, refusalWords, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { languages } from '../../platform/language.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Refusal } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { invite } from '../commands/invitations.ts'
import { admit, changeMember, changeOwn, confirmSpeaker, endMembership, leave } from '../commands/members.ts'
import { parts } from '../model.ts'
import { InvitePage, LeavingPage, MemberPage, MembersPage, OwnPage } from '../pages/members.tsx'
import { paths } from '../paths.ts'
import { type Group, innerGroupAt, ledGroupAt } from '../queries/groups.ts'
import { type Member, memberAt, membersOf, organisationNames, ownMembership } from '../queries/members.ts'
import { text } from '../text/group.ts'
import { consentFields, saidIn } from './public.tsx'

/** Who is in a group: the list, inviting, admitting, changing, leaving. */
export function memberRoutes(web: Web) {
  web.get(paths.members, async (visit, { params, query }) => {
    const group = await innerGroupAt(visit, params.group)
    const done = (['invited', 'saved'] as const).find((one) => one === query.info)
    return { page: <MembersPage {...{ group, done }} members={await membersOf(visit, group)} /> }
  })
  inviteRoutes(web)
  memberEditRoutes(web)
  ownRoutes(web)
}

const inviteForm = z.object({
  name: field.line(200),
  email: field.email(),
  organisation: field.optionalLine(200),
  part: field.choice(parts),
  deputyFor: field.optionalId(),
  language: field.choice(languages),
})

function inviteRoutes(web: Web) {
  const asking = async (visit: WebVisit, group: Group, form: FormState) => {
    const [members, names] = await Promise.all([membersOf(visit, group), organisationNames(visit)])
    return <InvitePage {...{ group, form, members, names }} />
  }
  web.get(paths.invite, async (visit, { params }) => {
    const group = await ledGroupAt(visit, params.group)
    return { page: await asking(visit, group, startWith({ part: 'member', language: visit.language })) }
  })
  web.post(paths.invite, async (visit, { params, body }) => {
    const group = await ledGroupAt(visit, params.group)
    return submitted(visit, readForm(inviteForm, body, visit.language, text[visit.language].fields), {
      page: (form) => asking(visit, group, form),
      run: (change, input) => invite(change, { ...input, groupId: group.id }),
      next: () => toMembers(visit, group, 'invited'),
      refused: saidIn(visit),
    })
  })
}

const toMembers = (visit: WebVisit, { id }: Group, info: 'invited' | 'saved') => ({
  seeOther: paths.members.at(visit.language, { group: id }, { info }),
})

const memberForm = z.object({ part: field.choice(parts), deputyFor: field.optionalId() })

const speakerForm = z.object({ organisation: field.id() })

function memberEditRoutes(web: Web) {
  const editing = async (visit: WebVisit, { group, member }: { group: Group; member: Member }, form: FormState) => (
    <MemberPage {...{ group, member, form }} members={await membersOf(visit, group)} />
  )
  const opened = async (visit: WebVisit, params: { group: string; member: string }) => {
    const group = await ledGroupAt(visit, params.group)
    return { group, member: await memberAt(visit, group, params.member) }
  }
  web.get(paths.member, async (visit, { params }) => {
    const one = await opened(visit, params)
    const { part, deputyFor } = one.member
    return { page: await editing(visit, one, startWith({ part, deputyFor })) }
  })
  web.post(paths.member, async (visit, { params, body }) => {
    const one = await opened(visit, params)
    return submitted(visit, readForm(memberForm, body, visit.language, text[visit.language].fields), {
      page: (form) => editing(visit, one, form),
      run: (change, input) => changeMember(change, { ...input, groupId: one.group.id, id: one.member.id }),
      next: () => toMembers(visit, one.group, 'saved'),
      refused: saidIn(visit),
    })
  })
  memberStateRoutes(web, opened)
}

type Opened = (visit: WebVisit, params: { group: string; member: string }) => Promise<{ group: Group; member: Member }>

/** Each by one button in the list. */
function memberStateRoutes(web: Web, opened: Opened) {
  const listed = (visit: WebVisit, group: Group) => async (refusal: Refusal) => (
    <MembersPage
      {...{ group, done: undefined }}
      members={await membersOf(visit, group)}
      refused={said(visit, refusal)}
    />
  )
  web.post(paths.admission, async (visit, { params }) => {
    const { group, member } = await opened(visit, params)
    if (member.state !== 'asked') throw new NotFound()
    return changed(visit, {
      run: (change) => admit(change, { groupId: group.id, id: member.id }),
      next: () => toMembers(visit, group, 'saved'),
      refused: listed(visit, group),
    })
  })
  web.post(paths.speaker, async (visit, { params, body }) => {
    const { group, member } = await opened(visit, params)
    const { data } = readForm(speakerForm, body, visit.language)
    if (!data) throw new NotFound()
    return changed(visit, {
      run: (change) => confirmSpeaker(change, { ...data, groupId: group.id, id: member.id }),
      next: () => toMembers(visit, group, 'saved'),
      refused: listed(visit, group),
    })
  })
  web.post(paths.memberEnd, async (visit, { params }) => {
    const { group, member } = await opened(visit, params)
    return changed(visit, {
      run: (change) => endMembership(change, { groupId: group.id, id: member.id }),
      next: () => toMembers(visit, group, 'saved'),
      refused: listed(visit, group),
    })
  })
}

const said = (visit: WebVisit, refusal: Refusal) => refusalWords(refusal, text[visit.language].refused)

const ownForm = z.object({ organisation: field.optionalLine(200), ...consentFields })

function ownRoutes(web: Web) {
  const asking = async (visit: WebVisit, group: Group, form: FormState, isSaved = false) => (
    <OwnPage {...{ group, form, isSaved }} names={await organisationNames(visit)} />
  )
  const opened = async (visit: WebVisit, id: string) => {
    const group = await innerGroupAt(visit, idFrom(id))
    return { group, own: await ownMembership(visit, group) }
  }
  web.get(paths.own, async (visit, { params, query }) => {
    const { group, own } = await opened(visit, params.group)
    const { organisation, isNamePublic, isOrganisationPublic, isEmailShown } = own
    const start = startWith({ organisation, isNamePublic, isOrganisationPublic, isEmailShown })
    return { page: await asking(visit, group, start, query.info === 'saved') }
  })
  web.post(paths.own, async (visit, { params, body }) => {
    const { group } = await opened(visit, params.group)
    return submitted(visit, readForm(ownForm, body, visit.language, text[visit.language].fields), {
      page: (form) => asking(visit, group, form),
      run: (change, input) => changeOwn(change, { ...input, groupId: group.id }),
      next: () => ({ seeOther: paths.own.at(visit.language, { group: group.id }, { info: 'saved' }) }),
    })
  })
  web.get(paths.leaving, async (visit, { params }) => {
    const { group } = await opened(visit, params.group)
    return { page: <LeavingPage group={group} /> }
  })
  web.post(paths.leaving, async (visit, { params }) => {
    const { group } = await opened(visit, params.group)
    return changed(visit, {
      run: (change) => leave(change, { groupId: group.id }),
      next: () => ({ seeOther: paths.groups.at(visit.language) }),
      refused: (refusal) => <LeavingPage group={group} refused={said(visit, refusal)} />,
    })
  })
}

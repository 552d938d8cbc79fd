import { z } from 'zod'
import { type FormState, field, readForm, saying, startWith } from '../../platform/forms.ts'
import { type Room, relatedTo } from '../../platform/room.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { places } from '../../region/index.ts'
import { acceptInvitation, declineInvitation } from '../commands/invitations.ts'
import { askToJoin } from '../commands/joining.ts'
import { isOpenToJoin } from '../model.ts'
import { InvitationPage } from '../pages/invitation.tsx'
import { AskedPage, GroupPage, GroupsPage, JoinPage, type Outcome } from '../pages/public.tsx'
import { paths } from '../paths.ts'
import { allGroups, type Group, groupAt, groupsBeside } from '../queries/groups.ts'
import { invitationHeld, organisationNames, publicMembersOf } from '../queries/members.ts'
import { text } from '../text/group.ts'

export const saidIn = ({ language }: Visit) => saying(text[language].refused, text[language].fields)

export const consentFields = {
  isNamePublic: field.flag(),
  isOrganisationPublic: field.flag(),
  isEmailShown: field.flag(),
}

/** What everybody sees of groups, and the ways into them. */
export function publicRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.groups, async (visit, { query }) => {
    const place = query.gebiet ? (await places(visit)).find(({ key }) => key === query.gebiet) : undefined
    return { page: <GroupsPage groups={await allGroups(visit, place?.key)} place={place?.name} /> }
  })
  web.get(paths.group, async (visit, { params }) => {
    const group = await groupAt(visit, params.group)
    const [members, beside, related] = await Promise.all([
      publicMembersOf(visit, group),
      groupsBeside(visit, group),
      relatedTo(visit, rooms, [group.id, group.edition.id]),
    ])
    return { page: <GroupPage {...{ group, members, beside, related }} /> }
  })
  joinRoutes(web)
  invitationRoutes(web)
}

const knownFields = {
  organisation: field.optionalLine(200),
  message: field.optionalText(2000),
  ...consentFields,
}
const knownForm = z.object(knownFields)
const strangerForm = z.object({ name: field.line(200), email: field.email(), ...knownFields })
const outcomes = ['mailed', 'asked', 'joined', 'accepted', 'declined'] as const satisfies readonly Outcome[]

function joinRoutes(web: Web) {
  const opened = async (visit: Visit, id: string) => {
    const group = await groupAt(visit, id)
    if (!isOpenToJoin(group) || group.standing !== 'outside') throw new NotFound()
    return group
  }
  const asking = async (visit: Visit, group: Group, form: FormState) => (
    <JoinPage
      group={group}
      form={form}
      names={await organisationNames(visit)}
      isSignedIn={visit.viewer.kind === 'person'}
    />
  )
  web.get(paths.join, async (visit, { params }) => {
    const group = await opened(visit, params.group)
    return { page: await asking(visit, group, startWith()) }
  })
  web.post(paths.join, async (visit, { params, body }) => {
    const group = await opened(visit, params.group)
    const { language } = visit
    const labels = text[language].fields
    const read =
      visit.viewer.kind === 'person'
        ? readForm(knownForm, body, language, labels)
        : readForm(strangerForm, body, language, labels)
    return submitted(visit, read, {
      page: (form) => asking(visit, group, form),
      run: (change, data) => askToJoin(change, { name: '', email: '', ...data, language, groupId: group.id }),
      next: ({ outcome }) => ({ seeOther: paths.asked.at(language, { group: group.id }, { info: outcome }) }),
      refused: saidIn(visit),
    })
  })
  web.get(paths.asked, async (visit, { params, query }) => {
    const group = await groupAt(visit, params.group)
    const outcome = outcomes.find((one) => one === query.info) ?? 'mailed'
    return { page: <AskedPage group={group} outcome={outcome} /> }
  })
}

const acceptForm = z.object({ name: field.line(200), organisation: field.optionalLine(200), ...consentFields })

function invitationRoutes(web: Web) {
  const shown = async (visit: Visit, secret: string, form?: FormState) => {
    const invitation = await invitationHeld(visit)
    const { name, organisation } = invitation
    const start = form ?? startWith({ name, organisation, isOrganisationPublic: false })
    return <InvitationPage {...{ invitation, secret }} form={start} names={await organisationNames(visit)} />
  }
  web.get(paths.invitation, async (visit, { params }) => ({ page: await shown(visit, params.secret) }))
  web.post(paths.invitation, async (visit, { params, body }) => {
    const { groupId } = await invitationHeld(visit)
    const { language } = visit
    return submitted(visit, readForm(acceptForm, body, language, text[language].fields), {
      page: (form) => shown(visit, params.secret, form),
      run: acceptInvitation,
      next({ outcome, isOwn }) {
        const [page, info] = isOwn ? [paths.inner, outcome] : [paths.asked, outcome === 'joined' ? 'accepted' : outcome]
        return { seeOther: page.at(language, { group: groupId }, { info }) }
      },
      refused: saidIn(visit),
    })
  })
  web.post(paths.declining, async (visit) => {
    await invitationHeld(visit)
    return changed(visit, { run: declineInvitation, next: () => ({ seeOther: paths.groups.at(visit.language) }) })
  })
}

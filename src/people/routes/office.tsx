import { z } from 'zod'
import { field, readForm, saying, startWith, withRefusal } from '../../platform/forms.ts'
import { isId } from '../../platform/id.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { roles as allRoles, NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { giveRole, invite, inviteAgain, takeRole } from '../commands/administration.ts'
import { closeAccount, eraseAccount } from '../commands/closing.ts'
import { type Done, InvitePage, PeoplePage, PersonPage } from '../pages/people.tsx'
import { paths } from '../paths.ts'
import { may } from '../permissions.ts'
import { zoneHere } from '../queries/audit.ts'
import { editionsToGive, peopleList, personSeen } from '../queries/people.ts'
import { text } from '../text.ts'

const done: Record<string, Done> = {
  eingeladen: 'invited',
  rolle: 'given',
  entzogen: 'taken',
  geschlossen: 'closed',
}
const roleFields = ({ editions }: { editions: readonly { id: string }[] }) => ({
  role: field.choice(allRoles),
  edition: field.optionalOneOf(editions.map(({ id }) => id)),
})

/** People and their roles, for administrators and the office. */
export function officeRoutes(web: Web) {
  web.get(paths.people, async (visit, { query }) => {
    mustSeePeople(visit)
    const [people, zone] = await Promise.all([peopleList(visit), zoneHere(visit)])
    return {
      page: <PeoplePage people={people} zone={zone} isErased={query.info === 'geloescht'} />,
    }
  })

  web.get(paths.invitation, async (visit) => {
    const props = await giving(visit)
    return { page: <InvitePage {...props} form={startWith({ language: visit.language })} /> }
  })

  web.post(paths.invitation, async (visit, { body }) => {
    const props = await giving(visit)
    const labels = labelsOf(visit)
    const schema = z.object({
      email: field.email(),
      name: field.line(200),
      language: field.choice(['de', 'en']),
      ...roleFields(props),
    })
    return submitted(visit, readForm(schema, body, visit.language, labels), {
      page: (form) => <InvitePage {...props} form={form} />,
      run: invite,
      next: ({ person }) => ({ seeOther: paths.person.at(visit.language, { person }, { info: 'eingeladen' }) }),
      refused: saying(text[visit.language].refused, labels),
    })
  })

  web.get(paths.person, async (visit, { params, query }) => {
    const props = await shown(visit, params.person)
    return { page: <PersonPage {...props} form={startWith()} done={done[query.info ?? '']} /> }
  })

  web.post(paths.personInvitation, async (visit, { params }) => {
    const { person } = await shown(visit, params.person)
    return visit.change(
      (change) => inviteAgain(change, { person: person.id }),
      () => back(visit, person.id, 'eingeladen'),
    )
  })

  web.post(paths.roles, async (visit, { params, body }) => {
    const props = await shown(visit, params.person)
    const labels = labelsOf(visit)
    return submitted(visit, readForm(z.object(roleFields(props)), body, visit.language, labels), {
      page: (form) => <PersonPage {...props} form={form} />,
      run: (change, data) => giveRole(change, { ...data, person: params.person }),
      next: () => back(visit, params.person, 'rolle'),
      refused: saying(text[visit.language].refused, labels),
    })
  })

  web.post(paths.roleRemoval, async (visit, { params }) => {
    const props = await shown(visit, params.person)
    if (!isId(params.role)) throw new NotFound()
    return changed(visit, {
      run: (change) => takeRole(change, params),
      next: () => back(visit, params.person, 'entzogen'),
      refused: refusedOn(visit, props),
    })
  })

  web.post(paths.closing, async (visit, { params }) => {
    const props = await shown(visit, params.person)
    return changed(visit, {
      run: (change) => closeAccount(change, params),
      next: () => back(visit, params.person, 'geschlossen'),
      refused: refusedOn(visit, props),
    })
  })

  web.post(paths.erasure, async (visit, { params }) => {
    const props = await shown(visit, params.person)
    return changed(visit, {
      run: (change) => eraseAccount(change, params),
      next: () => ({ seeOther: paths.people.at(visit.language, {}, { info: 'geloescht' }) }),
      refused: refusedOn(visit, props),
    })
  })
}

const refusedOn =
  ({ language }: Visit, props: Omit<Parameters<typeof PersonPage>[0], 'form'>) =>
  (refusal: Refusal) => <PersonPage {...props} form={withRefusal(startWith(), refusal, text[language].refused)} />

function mustSeePeople({ viewer }: Visit) {
  const reach = may.seePeople(viewer)
  if (reach !== 'all' && reach.length === 0) throw new NotFound()
  return reach
}

/** What a page offers to be given: the roles that the viewer may give, in which editions, everywhere or not. */
async function giving(visit: Visit) {
  const mayEverywhere = mustSeePeople(visit) === 'all'
  const editions = await editionsToGive(visit)
  const roles = allRoles.filter((role) => role !== 'administrator' || may.give(visit.viewer, role, null))
  return { roles, editions, mayEverywhere }
}

async function shown(visit: Visit, id: string) {
  const props = await giving(visit)
  const [person, zone] = await Promise.all([isId(id) ? personSeen(visit, id) : undefined, zoneHere(visit)])
  if (!person) throw new NotFound()
  return { ...props, person, zone, mayClose: may.closeAccounts(visit.viewer) }
}

function labelsOf({ language }: Visit) {
  const { people, invite } = text[language]
  const { email, name, role, edition } = people
  return { email, name, language: invite.language, role, edition }
}

/** A person just seen; gone from an edition's office's sight when they lost their last role in it. */
const back = (visit: Visit, person: string, info: string) => ({
  seeOther:
    info === 'entzogen' && may.seePeople(visit.viewer) !== 'all'
      ? paths.people.at(visit.language)
      : paths.person.at(visit.language, { person }, { info }),
})

import { z } from 'zod'
import { innerGroupAt } from '../groups/index.ts'
import { field, readForm, startWith } from '../platform/forms.ts'
import { submitted } from '../platform/submitted.ts'
import { isRefusal, NotFound, type Visit } from '../platform/visit.ts'
import type { Web } from '../platform/web.tsx'
import { wish, wishByLink } from './commands.ts'
import { paces } from './model.ts'
import { HeldNoticesPage, OwnNoticesPage } from './pages/notices.tsx'
import { paths } from './paths.ts'
import { heldWish, ownPace } from './queries.ts'
import { text } from './text/text.ts'

const paceForm = z.object({ pace: field.choice(paces) })
const doneOf = (info: string | undefined) => (['saved', 'ended'] as const).find((one) => one === info)

/** How often somebody is told, from inside the group and by the link in a mail. */
export function routes(web: Web) {
  const opened = async (visit: Visit, id: string) => {
    const group = await innerGroupAt(visit, id)
    if (!group.ownMemberId) throw new NotFound()
    return { group, memberId: group.ownMemberId }
  }
  web.get(paths.own, async (visit, { params, query }) => {
    const { group } = await opened(visit, params.group)
    const form = startWith({ pace: await ownPace(visit, group) })
    return { page: <OwnNoticesPage {...{ group, form }} done={doneOf(query.info)} /> }
  })
  web.post(paths.own, async (visit, { params, body }) => {
    const { group, memberId } = await opened(visit, params.group)
    return submitted(visit, readForm(paceForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <OwnNoticesPage {...{ group, form }} />,
      run: (change, { pace }) => wish(change, { memberId, pace }),
      next: () => ({ seeOther: paths.own.at(visit.language, { group: group.id }, { info: 'saved' }) }),
    })
  })
  linkRoutes(web)
}

function linkRoutes(web: Web) {
  web.get(paths.held, async (visit, { params, query }) => {
    const { pace, group } = await heldWish(visit)
    const form = startWith({ pace })
    return { page: <HeldNoticesPage {...{ group, form }} secret={params.secret} done={doneOf(query.info)} /> }
  })
  web.post(paths.held, async (visit, { params, body }) => {
    const { group } = await heldWish(visit)
    return submitted(visit, readForm(paceForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <HeldNoticesPage {...{ group, form }} secret={params.secret} />,
      run: wishByLink,
      next: () => ({ seeOther: paths.held.at(visit.language, params, { info: 'saved' }) }),
    })
  })
  // Mail programs send this by themselves, without a form (RFC 8058).
  web.receive('post')(paths.end, async (visit, { params }) => {
    const done = await visit.change(
      (change) => wishByLink(change, { pace: 'never' }),
      () => ({ seeOther: paths.held.at(visit.language, params, { info: 'ended' }) }),
    )
    if (isRefusal(done)) throw new Error('never refused')
    return done
  })
}

import { z } from 'zod'
import { type FormState, field, readForm, refusalWords, startWith } from '../../platform/forms.ts'
import { type Room, relatedTo } from '../../platform/room.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { changeGroup, moveGroup, openGroup } from '../commands/groups.ts'
import { joinings, pieces, states } from '../model.ts'
import { InnerPage, SettingsPage } from '../pages/inner.tsx'
import { paths } from '../paths.ts'
import { type Group, innerGroupAt, keptGroupAt, ledGroupAt } from '../queries/groups.ts'
import { openRequests } from '../queries/members.ts'
import { text } from '../text/group.ts'
import { saidIn } from './public.tsx'

/** The group from inside, and what its lead sets. */
export function innerRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.inner, async (visit, { params, query }) => {
    const group = await innerGroupAt(visit, params.group)
    const [requests, related, waiting] = await Promise.all([
      group.standing === 'lead' ? openRequests(visit) : [],
      relatedTo(visit, rooms, [group.id]),
      waitingIn(visit, rooms, group),
    ])
    const asked = requests.find(({ id }) => id === group.id)?.count ?? 0
    return {
      page: <InnerPage {...{ group, asked, related, waiting }} done={query.info === 'joined' ? 'joined' : undefined} />,
    }
  })
  web.post(paths.opening, async (visit, { params }) => {
    const { id, state } = await keptGroupAt(visit, params.group)
    if (state !== null) throw new NotFound()
    return changed(visit, {
      run: (change) => openGroup(change, { id }),
      next: () => ({ seeOther: paths.settings.at(visit.language, { group: id }) }),
    })
  })
  settingsRoutes(web)
}

/** What waits for a member in this group, whichever room it is of. */
async function waitingIn(visit: Visit, rooms: readonly Room[], group: Group) {
  if (!group.ownMemberId) return []
  const all = await Promise.all(rooms.map(({ attention }) => attention?.(visit) ?? []))
  const here = `${paths.group.at(visit.language, { group: group.id })}/`
  return all.flat().filter(({ href }) => href.startsWith(here))
}

const settingsForm = z.object({
  seen: field.whole(0, 1_000_000_000),
  mandateDe: field.optionalText(10_000),
  mandateEn: field.optionalText(10_000),
  joining: field.choice(joinings),
  shown: field.manyOf(pieces),
})
const stateForm = z.object({ to: field.choice(states) })

const settingsOf = ({ mandate, joining, shown }: Group) =>
  startWith({ mandateDe: mandate?.de, mandateEn: mandate?.en, joining, shown })

function settingsRoutes(web: Web) {
  const page = (group: Group, form: FormState, more: { isSaved?: boolean; refused?: string } = {}) => (
    <SettingsPage {...{ group, form }} isSaved={more.isSaved ?? false} refused={more.refused} />
  )
  const saved = (visit: Visit, id: string) => ({
    seeOther: paths.settings.at(visit.language, { group: id }, { info: 'saved' }),
  })
  web.get(paths.settings, async (visit, { params, query }) => {
    const group = await ledGroupAt(visit, params.group)
    return { page: page(group, settingsOf(group), { isSaved: query.info === 'saved' }) }
  })
  web.post(paths.settings, async (visit, { params, body }) => {
    const group = await ledGroupAt(visit, params.group)
    return submitted(visit, readForm(settingsForm, body, visit.language, text[visit.language].fields), {
      page: (form) => page(group, form),
      run: async (change, { mandateDe, mandateEn, joining, shown, seen }) => {
        if (mandateEn && !mandateDe) return refuse('germanMissing', 'mandateDe')
        const mandate = mandateDe ? { de: mandateDe, ...(mandateEn ? { en: mandateEn } : {}) } : null
        return changeGroup(change, { id: group.id, seen, mandate, joining, shown: shown as never })
      },
      next: () => saved(visit, group.id),
      refused: saidIn(visit),
    })
  })
  web.post(paths.state, async (visit, { params, body }) => {
    const group = await ledGroupAt(visit, params.group)
    const { data } = readForm(stateForm, body, visit.language)
    if (!data) throw new NotFound()
    return changed(visit, {
      run: (change) => moveGroup(change, { id: group.id, to: data.to }),
      next: () => saved(visit, group.id),
      refused: async (refusal) =>
        page(await ledGroupAt(visit, group.id), settingsOf(group), {
          refused: refusalWords(refusal, text[visit.language].refused),
        }),
    })
  })
}

import { jsonAnswer, strangerOf } from '../../platform/api.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { paths } from '../paths.ts'
import { editionBySlug } from '../queries/edition.ts'
import { allEditions, type EditionCard } from '../queries/editions.ts'
import { programmeOf, type Session } from '../queries/programme.ts'

/** The congresses and their programmes for programs, as everybody may know them. */
export function machineRoutes(web: Web) {
  web.get(paths.api, async (visit) => {
    const all = await allEditions(strangerOf(visit))
    return jsonAnswer({ congresses: all.toReversed().map((edition) => congressOf(visit, edition)) })
  })
  web.get(paths.apiCongress, async (visit, { params }) => {
    const stranger = strangerOf(visit)
    const edition = await editionBySlug(stranger, params.edition)
    const programme = await programmeOf(stranger, edition.id)
    const sessions = programme.map((session) => sessionOf(visit, edition.slug, session))
    return jsonAnswer({ ...congressOf(visit, edition), sessions })
  })
}

function congressOf({ house: { publicUrl } }: Visit, edition: EditionCard) {
  const { id, slug, number, title, theme, state, startsAt, endsAt, town, venue } = edition
  const address = publicUrl + paths.edition.at('de', { edition: slug })
  return { id, slug, number, title, theme, state, startsAt, endsAt, town, venue, address }
}

function sessionOf({ house: { publicUrl } }: Visit, edition: string, session: Session) {
  const { id, title, abstract, startsAt, endsAt, room, track, language, format } = session
  const speakers = session.speakers.map(({ name }) => name)
  const address = publicUrl + paths.session.at('de', { edition, session: id })
  return { id, title, abstract, startsAt, endsAt, room, track, language, format, speakers, address }
}

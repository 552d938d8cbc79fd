import { openGraphPng } from '../../design/picture.tsx'
import { calendar } from '../../platform/calendar.ts'
import { fileAnswer } from '../../platform/files.ts'
import { type Bilingual, inLanguage, langOf } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import { type Related, type Room, relatedTo } from '../../platform/room.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation, linesOf, regionMap, regions } from '../../region/index.ts'
import { editionAppointment, sessionAppointment } from '../calendar.ts'
import { hasOwnPage, isOver } from '../model.ts'
import { CongressesPage } from '../pages/congresses.tsx'
import { EditionPage } from '../pages/edition.tsx'
import { pictureOf } from '../pages/preview.ts'
import { ProgrammePage } from '../pages/programme.tsx'
import { SessionPage } from '../pages/session.tsx'
import { paths } from '../paths.ts'
import { type Edition, type EditionContent, editionBySlug, editionContent } from '../queries/edition.ts'
import { allEditions, nextOf, theSeries } from '../queries/editions.ts'
import { fileOf } from '../queries/files.ts'
import { oneSession } from '../queries/programme.ts'

/** What other rooms have that belongs to an edition, to its working groups, and to the documents among that. */
async function belongings(visit: Visit, rooms: readonly Room[], { id, groups }: EditionContent): Promise<Related[]> {
  const own = await relatedTo(visit, rooms, [id, ...groups.map((group) => group.id)])
  const records = own.filter(({ to, isOutcome }) => to === id && !isOutcome).map((one) => one.id)
  return records.length === 0 ? own : [...own, ...(await relatedTo(visit, rooms, records))]
}

export function publicRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.congresses, async (visit) => {
    const [series, editions, { zone }] = await Promise.all([theSeries(visit), allEditions(visit), installation(visit)])
    const next = nextOf(editions, visit.now, zone)
    return { page: <CongressesPage series={series} editions={editions} next={next} zone={zone} /> }
  })

  web.get(paths.edition, async (visit, { params }) => {
    const edition = await editionContent(visit, params.edition)
    const [map, related] = await Promise.all([locatorOf(visit, edition), belongings(visit, rooms, edition)])
    const { text, arrival, stepFree } = edition
    const texts = {
      about: proseOf(visit, text),
      arrival: proseOf(visit, arrival),
      stepFree: proseOf(visit, stepFree),
    }
    return { page: <EditionPage edition={edition} texts={texts} map={map} related={related} /> }
  })

  web.get(paths.programme, async (visit, { params }) => ({
    page: <ProgrammePage edition={await editionContent(visit, params.edition)} />,
  }))

  web.get(paths.session, async (visit, { params }) => {
    const edition = await editionContent(visit, params.edition)
    const session = edition.programme.find(({ id }) => id === params.session)
    if (!session) throw new NotFound()
    const related = await relatedTo(visit, rooms, [session.id])
    if (related.length === 0 && !hasOwnPage(session, edition.state))
      return { seeOther: paths.programme.at(visit.language, { edition: edition.slug }) }
    const abstract = proseOf(visit, session.abstract)
    return { page: <SessionPage {...{ edition, session, abstract, related }} /> }
  })

  web.get(paths.file, async (visit, { params, query }) => {
    const { isPublic, ...file } = await fileOf(visit, params)
    return fileAnswer(visit.house, file, { width: query.breite, isPublic })
  })

  web.get(paths.picture, async (visit, { params }) => {
    const [edition, lines] = await Promise.all([editionBySlug(visit, params.edition), regions(visit)])
    const colours = linesOf(lines, visit.language).map(({ colour }) => colour)
    return { bytes: await openGraphPng(pictureOf(visit.language, edition, colours)), type: 'image/png' }
  })

  web.get(paths.calendar, async (visit, { params }) => {
    const edition = await editionBySlug(visit, params.edition)
    return file(visit, edition.zone, `${edition.slug}.ics`, editionAppointment(visit, edition))
  })

  web.get(paths.sessionCalendar, async (visit, { params }) => {
    const edition = await editionBySlug(visit, params.edition)
    const session = await oneSession(visit, edition.id, params.session)
    return file(visit, edition.zone, `${edition.slug}-programm.ics`, sessionAppointment(visit, edition, session))
  })
}

/** The map with the place of an edition that one may still travel to; undefined while the place is not known. */
async function locatorOf(visit: Visit, { state, longitude, latitude, districtKey }: Edition) {
  if (isOver(state)) return undefined
  if (longitude !== null && latitude !== null) return regionMap(visit, { place: { longitude, latitude } })
  return districtKey === null ? undefined : regionMap(visit)
}

/** A content text set from Markdown, with its language where that is not the page's. */
function proseOf({ language }: Visit, text: Bilingual | null) {
  return text
    ? { html: markdown(inLanguage(language, text), { topLevel: 3 }), lang: langOf(language, text) }
    : undefined
}

function file(visit: Visit, zone: string, name: string, appointment: ReturnType<typeof editionAppointment>) {
  if (!appointment) throw new NotFound()
  const { publicUrl } = visit.house
  const text = calendar({ name: appointment.title, publicUrl, stamp: visit.now, zone, appointments: [appointment] })
  return { text, type: 'text/calendar; charset=utf-8', name }
}

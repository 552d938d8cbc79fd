import { calendar } from '../../platform/calendar.ts'
import { type Bilingual, inLanguage, langOf } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { editionAppointment, sessionAppointment } from '../calendar.ts'
import { CongressesPage } from '../pages/congresses.tsx'
import { EditionPage } from '../pages/edition.tsx'
import { ProgrammePage } from '../pages/programme.tsx'
import { SessionPage } from '../pages/session.tsx'
import { paths } from '../paths.ts'
import { editionBySlug, editionContent } from '../queries/edition.ts'
import { allEditions, nextOf, theSeries } from '../queries/editions.ts'
import { oneSession } from '../queries/programme.ts'

export function publicRoutes(web: Web) {
  web.get(paths.congresses, async (visit) => {
    const [series, editions, { zone }] = await Promise.all([theSeries(visit), allEditions(visit), installation(visit)])
    const next = nextOf(editions, visit.now, zone)
    return { page: <CongressesPage series={series} editions={editions} next={next} zone={zone} /> }
  })

  web.get(paths.edition, async (visit, { params }) => {
    const edition = await editionContent(visit, params.edition)
    return { page: <EditionPage edition={edition} about={proseOf(visit, edition.text)} /> }
  })

  web.get(paths.programme, async (visit, { params }) => ({
    page: <ProgrammePage edition={await editionContent(visit, params.edition)} />,
  }))

  web.get(paths.session, async (visit, { params }) => {
    const edition = await editionContent(visit, params.edition)
    const session = edition.programme.find(({ id }) => id === params.session)
    if (!session) throw new NotFound()
    return { page: <SessionPage edition={edition} session={session} abstract={proseOf(visit, session.abstract)} /> }
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

import { quoted } from '../../atlas/index.ts'
import { allEditions, editionBySlug } from '../../congress/index.ts'
import { startWith } from '../../platform/forms.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation, places, regionMap, regions } from '../../region/index.ts'
import { isStill, type Kind, kinds } from '../model.ts'
import { PiecePage } from '../pages/piece.tsx'
import { onPage, ProjectsPage } from '../pages/projects.tsx'
import { FieldPage, PositionsPage } from '../pages/register.tsx'
import { ReportPage } from '../pages/report.tsx'
import { StoppedPage } from '../pages/stopped.tsx'
import { EditionThreadPage, ThreadPage } from '../pages/thread.tsx'
import { pathOf, paths } from '../paths.ts'
import { mayChange } from '../permissions.ts'
import { answeredBy, calls } from '../queries/consultations.ts'
import { allFields, type Piece, pieceAt } from '../queries/pieces.ts'
import { positionOf, signableFor } from '../queries/positions.ts'
import { extentOf, projectCounts, projectsOn, registerOf, stoppedOf } from '../queries/register.ts'
import { reportFor } from '../queries/report.ts'
import { reasonsOf, storyOf } from '../queries/story.ts'
import { beforeEdition, editionsWithResults, resultsOf, resultsOfField, withWork } from '../queries/thread.ts'
import { filterFrom, ownQuery, pageFrom } from './filter.ts'
import { machineRoutes } from './machines.ts'
import { positionRoutes } from './positions.tsx'
import { projectPart } from './projects.tsx'

/** The thread, its pieces, the register of projects and the positions. */
export function publicRoutes(web: Web) {
  web.get(paths.thread, async (visit) => ({ page: <ThreadPage editions={await editionsWithResults(visit)} /> }))

  web.get(paths.stopped, async (visit) => {
    const stopped = await stoppedOf(visit)
    const why = await reasonsOf(visit, stopped)
    return { page: <StoppedPage stopped={stopped.map((card) => ({ ...card, why: why.get(card.id) ?? null }))} /> }
  })

  web.get(paths.edition, async (visit, { params }) => {
    const { id, slug } = await editionBySlug(visit, params.edition)
    const [cards, results, before] = await Promise.all([
      allEditions(visit),
      resultsOf(visit, [id]),
      beforeEdition(visit, slug),
    ])
    const edition = cards.find((card) => card.id === id)
    if (!edition) throw new NotFound()
    const reasons = await reasonsOf(
      visit,
      [...results, ...(before?.results ?? [])].flatMap((result) => [result, ...result.work]),
    )
    return { page: <EditionThreadPage {...{ edition, results, before, reasons }} now={visit.now} /> }
  })

  web.get(paths.reportPage, async (visit, { params }) => {
    const edition = await editionBySlug(visit, params.edition)
    return { page: <ReportPage {...{ edition }} report={await reportFor(visit, edition)} /> }
  })

  machineRoutes(web)
  registerRoutes(web)
  positionRoutes(web)
  for (const kind of kinds) pieceRoute(web, kind)
}

function registerRoutes(web: Web) {
  web.get(paths.projects, async (visit, { query }) => {
    const own = ownQuery(query)
    const filter = filterFrom(own)
    const page = pageFrom(query)
    const isNarrowed = Object.keys(own).length > 0
    const [projects, extent, counts, fields, lines, map, all] = await Promise.all([
      projectsOn(visit, filter, { page, size: onPage }),
      extentOf(visit, filter),
      isNarrowed ? undefined : projectCounts(visit),
      allFields(visit),
      regions(visit),
      regionMap(visit),
      own.region ? places(visit) : [],
    ])
    const { now } = visit
    return {
      page: (
        <ProjectsPage
          {...{ projects, extent, counts, page, fields, map, now }}
          form={startWith(own)}
          regions={lines}
          place={all.find(({ key }) => key === own.region)}
          query={own}
        />
      ),
    }
  })

  web.get(paths.field, async (visit, { params, query }) => {
    const field = (await allFields(visit)).find(({ id }) => id === params.field)
    if (!field) throw new NotFound()
    const page = pageFrom(query)
    const [results, projects, { count }, positions] = await Promise.all([
      resultsOfField(visit, field.id),
      projectsOn(visit, { field: field.id }, { page, size: onPage }),
      extentOf(visit, { field: field.id }),
      registerOf(visit, 'position', { field: field.id }),
    ])
    return { page: <FieldPage {...{ field, results, projects, positions, page, count }} /> }
  })

  web.get(paths.positions, async (visit) => ({
    page: <PositionsPage positions={await registerOf(visit, 'position')} hasCalls={(await calls(visit)).length > 0} />,
  }))
}

function pieceRoute(web: Web, kind: Kind) {
  web.get(pathOf(kind), async (visit, { params }) => {
    const piece = await pieceAt(visit, params.piece, kind)
    if (piece.slug !== params.piece) return { seeOther: pathOf(kind).at(visit.language, { piece: piece.slug }) }
    return { page: await pieceContent(visit, piece) }
  })
}

async function pieceContent(visit: Visit, piece: Awaited<ReturnType<typeof pieceAt>>) {
  const [story, [judged], { zone }, project] = await Promise.all([
    storyOf(visit, piece),
    withWork(visit, [piece]),
    installation(visit),
    projectPart(visit, piece),
  ])
  const { outcome, work, movedAt } = judged!
  const rests = isStill(outcome, movedAt, visit.now) && !piece.isExample
  const own = piece.kind === 'position' ? await positionContent(visit, piece) : {}
  return (
    <PiecePage
      {...{ piece, story, outcome, work, zone, project, ...own }}
      isStill={rests}
      mayEdit={mayChange(visit, piece)}
    />
  )
}

async function positionContent(visit: Visit, piece: Piece) {
  const [position, signable, call, figures] = await Promise.all([
    positionOf(visit, piece.id),
    signableFor(visit, piece),
    answeredBy(visit, piece.id),
    quoted(visit, piece.figures),
  ])
  return {
    position,
    call,
    figures,
    maySign: signable !== undefined && signable.length > 0 && position.versions.length > 0,
  }
}

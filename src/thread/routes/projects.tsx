import { shownContactsOf } from '../../organisations/index.ts'
import { refusalWords } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { changed } from '../../platform/submitted.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation, regionMap } from '../../region/index.ts'
import { askAfter } from '../commands/projects/asking.ts'
import { OverduePage } from '../pages/overdue.tsx'
import { ProjectAside, ProjectMatter } from '../pages/project.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { overdueProjects } from '../queries/overdue.ts'
import type { Piece } from '../queries/pieces.ts'
import { detailsOf, keepsPartOf } from '../queries/projects.ts'
import { text } from '../text/projects.ts'

/** What a project's page has beside what all pieces have. */
export async function projectPart(visit: Visit, piece: Piece) {
  if (piece.kind !== 'project') return undefined
  const leads = piece.organisations.filter(({ part }) => part === 'lead').map(({ id }) => id)
  const [details, contacts, keeps, map] = await Promise.all([
    detailsOf(visit, piece.id),
    shownContactsOf(visit, leads),
    keepsPartOf(visit, piece.id),
    regionMap(visit),
  ])
  const { firstStarts, firstEnds } = details
  return {
    ...{ firstStarts, firstEnds, hasPlot: details.indicators.length > 0 },
    matter: <ProjectMatter {...{ piece, details }} today={visit.now.toISOString().slice(0, 10)} />,
    beside: <ProjectAside {...{ piece, contacts, keeps, map }} />,
  }
}

/** What is overdue, and asking about it. */
export function overdueRoutes(web: Web) {
  const shown = async (visit: Visit, { asked, refused }: { asked?: number | undefined; refused?: string }) => {
    const [projects, { zone }] = await Promise.all([overdueProjects(visit), installation(visit)])
    return <OverduePage {...{ projects, zone, asked, refused }} />
  }
  web.get(paths.overdue, async (visit, { query }) => {
    mustKeep(visit)
    const asked = /^\d{1,2}$/.test(query.info ?? '') ? Number(query.info) : undefined
    return { page: await shown(visit, { asked }) }
  })
  web.post(paths.ask, async (visit, { params }) => {
    mustKeep(visit)
    return changed(visit, {
      run: (change) => askAfter(change, { piece: idFrom(params.piece) }),
      next: ({ recipients }) => ({ seeOther: paths.overdue.at(visit.language, {}, { info: String(recipients) }) }),
      refused: (refusal) => shown(visit, { refused: refusalWords(refusal, text[visit.language].refused) }),
    })
  })
}

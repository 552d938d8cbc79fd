import { groupAt } from '../../groups/index.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { paperPdf } from '../documents/pdf.ts'
import { paths } from '../paths.ts'
import { printedPaper } from '../queries/content.ts'

/** A paper as a file: the adopted one for all who may read it, a draft for those inside. */
export function fileRoutes(web: Web) {
  web.get(paths.pdf, async (visit, { params }) => {
    const paper = await printed(visit, params)
    const bytes = paper.pdf ?? (await paperPdf(visit, paper))
    return { bytes, type: 'application/pdf', name: 'papier.pdf', isInline: true }
  })
}

const printed = async (visit: Visit, params: { group: string; paper: string }) =>
  printedPaper(visit, await groupAt(visit, params.group), params.paper)

import { groupAt } from '../../groups/index.ts'
import { isRefusal, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { paperDocx } from '../documents/docx.ts'
import { paperPdf } from '../documents/pdf.ts'
import { paperHtml, paperMarkdown } from '../documents/web.ts'
import { paths } from '../paths.ts'
import { printedPaper } from '../queries/content.ts'
import { openPaper, said, writing } from './papers.tsx'

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A paper as a file: the adopted one for all who may read it, a draft for those inside. */
export function fileRoutes(web: Web) {
  web.get(
    paths.pdf,
    async (visit, { params }) => {
      const paper = await printed(visit, params)
      const bytes = paper.pdf ?? (await paperPdf(visit, paper))
      if (isRefusal(bytes))
        return {
          status: 409,
          page: await writing(visit, await openPaper(visit, params), { refused: said(visit, bytes) }),
        }
      return { bytes, type: 'application/pdf', name: 'papier.pdf', isInline: true }
    },
    'files',
  )
  web.get(
    paths.docx,
    async (visit, { params }) => {
      const bytes = await paperDocx(visit, await printed(visit, params))
      return { bytes, type: docxType, name: 'papier.docx' }
    },
    'files',
  )
  web.get(paths.html, async (visit, { params }) => {
    const bytes = paperHtml(visit, await printed(visit, params))
    return { bytes, type: 'text/html; charset=utf-8', name: 'papier.html' }
  })
  web.get(paths.markdown, async (visit, { params }) => {
    const bytes = paperMarkdown(visit, await printed(visit, params))
    return { bytes, type: 'text/markdown; charset=utf-8', name: 'papier.md' }
  })
}

const printed = async (visit: Visit, params: { group: string; paper: string }) =>
  printedPaper(visit, await groupAt(visit, params.group), params.paper)

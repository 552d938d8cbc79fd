import { z } from 'zod'
import { groupAt } from '../../groups/index.ts'
import { fileAnswer } from '../../platform/files.ts'
import { field, readForm, startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import type { Web } from '../../platform/web.tsx'
import { addPicture } from '../commands/pictures.ts'
import { PicturePage } from '../pages/picture.tsx'
import { paths } from '../paths.ts'
import { pictureAt } from '../queries/pictures.ts'
import { text } from '../text/text.ts'
import { saidIn, toPaper } from './papers.tsx'
import { withSection, writtenPaper } from './sections.tsx'

const pictureForm = z.object({
  alt: field.line(300),
  caption: field.optionalLine(500),
  credit: field.optionalLine(200),
})

/** Pictures in papers: put into a section, and served to who sees the paper. */
export function pictureRoutes(web: Web) {
  web.get(paths.picture, async (visit, { params, query }) => {
    const row = await pictureAt(visit, await groupAt(visit, params.group), params)
    return fileAnswer(visit.house, row, { width: query.breite, isPublic: false })
  })
  web.get(paths.addPicture, async (visit, { params }) => {
    const { group, paper, section } = await withSection(visit, await writtenPaper(visit, params), params)
    return { page: <PicturePage {...{ group, paper, section }} form={startWith()} /> }
  })
  web.upload(({ viewer }) => viewer.kind === 'person')(paths.addPicture, async (visit, { params, body, uploads }) => {
    const { group, paper, section, which } = await withSection(visit, await writtenPaper(visit, params), params)
    const file = uploads.find((one) => one.field === 'file')
    return submitted(visit, readForm(pictureForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <PicturePage {...{ group, paper, section, form }} />,
      run: (change, input) => addPicture(change, { ...which, ...input, file, id: section.id }),
      next: ({ id }) => toPaper(visit, which, id),
      refused: saidIn(visit),
    })
  })
}

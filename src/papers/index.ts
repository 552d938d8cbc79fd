import { isId } from '../platform/id.ts'
import { room } from '../platform/room.ts'
import { api } from './open-api.ts'
import { paths } from './paths.ts'
import { found } from './queries/found.ts'
import { adoptedPapers } from './queries/papers.ts'
import { apiRoutes } from './routes/api.ts'
import { fileRoutes } from './routes/files.ts'
import { handingOverRoutes } from './routes/handing-over.tsx'
import { paperRoutes } from './routes/papers.tsx'
import { pictureRoutes } from './routes/pictures.tsx'
import { saidRoutes } from './routes/said.tsx'
import { sectionRoutes } from './routes/sections.tsx'
import { text } from './text/text.ts'

export { beginPaper, movePaper } from './commands/papers.ts'
export { addSection as addPaperSection, saveSection as savePaperSection } from './commands/sections.ts'

export const papers = room({
  name: 'papers',
  routes(web, rooms) {
    paperRoutes(web)
    sectionRoutes(web)
    pictureRoutes(web)
    saidRoutes(web)
    fileRoutes(web)
    handingOverRoutes(web, rooms)
    apiRoutes(web)
  },
  api,
  found,
  recorded: (language) => ({
    deeds: text[language].deeds,
    fields: text[language].recorded,
    values: { state: text[language].states, kind: text[language].kinds },
  }),
  async related(visit, asked) {
    const ids = asked.filter(isId)
    if (ids.length === 0) return []
    const { language } = visit
    return (await adoptedPapers(visit, ids)).map(({ id, groupId, title, kind }) => ({
      id,
      to: groupId,
      text: title,
      kind: text[language].kinds[kind],
      href: paths.paper.at(language, { group: groupId, paper: id }),
      lang: 'de',
    }))
  },
})

import { z } from 'zod'
import {
  type FormState,
  field,
  type Read,
  readForm,
  saying,
  startWith,
  type Upload,
  withRefusal,
} from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { loadTerritory } from '../commands/territory.ts'
import { TerritoryPage } from '../pages/territory.tsx'
import { paths } from '../paths.ts'
import { may, mayChange } from '../permissions.ts'
import { installation, territoryNow } from '../queries/region.ts'
import { readTerritoryFile, type TerritoryProblem } from '../territory-file.ts'
import { type Text, text } from '../text.ts'

const territoryForm = z.object({
  file: field.optionalLine(300),
  asOf: field.optionalDay(),
  source: field.optionalLine(300),
})

/** Loading districts, neighbours and commuters from a file, as often as there are new ones. */
export function territoryRoutes(web: Web) {
  web.get(paths.territory, async (visit, { query }) => ({
    page: await shown(visit, startWith(), query.info === 'geladen'),
  }))

  web.upload(mayChange)(paths.territory, async (visit, { body, uploads }) => {
    if (!may.change(visit.viewer)) throw new NotFound()
    const t = text[visit.language]
    const labels = labelsOf(t)
    const upload = uploads.find((one) => one.field === 'file')
    const sent = { ...body, file: upload ? [upload.name] : [] }
    return submitted(visit, readUpload(t, readForm(territoryForm, sent, visit.language, labels), upload), {
      page: (form) => shown(visit, form),
      run: loadTerritory,
      next: () => ({ seeOther: paths.territory.at(visit.language, {}, { info: 'geladen' }) }),
      refused: saying(t.refused, labels),
    })
  })
}

const labelsOf = ({ territory: t }: Text) => ({ file: t.file, asOf: t.asOf, source: t.source })

/** The districts in the file that came; what is wrong with it, at its field. */
function readUpload(t: Text, { data, form }: Read<z.output<typeof territoryForm>>, upload: Upload | undefined) {
  if (!data) return { form }
  const labels = labelsOf(t)
  if (!upload) return { form: withRefusal(form, refuse('fileMissing', 'file'), t.refused, labels) }
  const read = readTerritoryFile(upload.bytes, { asOf: data.asOf ?? '', source: data.source })
  if (!read.problems) return { form, data: read.territory }
  const problems = read.problems.map((problem) => {
    const name = fieldOf(problem)
    return { field: name, label: labels[name], message: territoryProblem(t, problem) }
  })
  return { form: { ...form, problems: [...new Map(problems.map((one) => [one.message, one])).values()] } }
}

async function shown(visit: Visit, form: FormState, isLoaded = false) {
  if (!may.change(visit.viewer)) throw new NotFound()
  const [now, { zone }] = await Promise.all([territoryNow(visit), installation(visit)])
  return <TerritoryPage {...{ form, now, zone, isLoaded }} />
}

const fieldOf = (problem: TerritoryProblem) =>
  problem === 'asOfMissing' ? 'asOf' : problem === 'sourceMissing' ? 'source' : 'file'

/** What is wrong with a file, in words. */
export function territoryProblem({ territory: t }: Text, problem: TerritoryProblem): string {
  if (typeof problem === 'string') return t.problems[problem]
  if ('twice' in problem) return t.twice(problem.twice)
  return t.row(problem.row, t.columns[problem.column] ?? problem.column, problem.value)
}

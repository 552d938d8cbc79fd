import { z } from 'zod'
import { type FormState, field, readForm, startWith, withRefusal } from '../../platform/forms.ts'
import { isRefusal, NotFound, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { loadTerritory } from '../commands/territory.ts'
import { TerritoryPage } from '../pages/territory.tsx'
import { paths } from '../paths.ts'
import { may } from '../permissions.ts'
import { installation, territoryNow } from '../queries/region.ts'
import { readTerritoryFile, type TerritoryProblem } from '../territory-file.ts'
import { type Text, textOf } from '../text.ts'

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

  web.post(paths.territory, async (visit, { body, uploads }) => {
    if (!may.change(visit.viewer)) throw new NotFound()
    const t = textOf(visit.language)
    const labels = { file: t.territory.file, asOf: t.territory.asOf, source: t.territory.source }
    const upload = uploads.find((one) => one.field === 'file')
    const { data, form } = readForm(
      territoryForm,
      { ...body, file: upload ? [upload.name] : [] },
      visit.language,
      labels,
    )
    if (!data) return { status: 422, page: await shown(visit, form) }
    if (!upload) {
      const missing = withRefusal(form, refuse('fileMissing', 'file'), t.refused, labels)
      return { status: 422, page: await shown(visit, missing) }
    }
    const read = readTerritoryFile(upload.bytes, { asOf: data.asOf ?? '', source: data.source })
    if (read.problems) {
      const problems = read.problems.map((problem) => {
        const name = fieldOf(problem)
        return { field: name, label: labels[name], message: territoryProblem(t, problem) }
      })
      return { status: 422, page: await shown(visit, { ...form, problems }) }
    }
    const answer = await visit.change(
      (change) => loadTerritory(change, read.territory),
      () => ({ seeOther: paths.territory.at(visit.language, {}, { info: 'geladen' }) }),
    )
    if (!isRefusal(answer)) return answer
    return { status: 409, page: await shown(visit, withRefusal(form, answer, t.refused, labels)) }
  })
}

async function shown(visit: Visit, form: FormState, isLoaded = false) {
  if (!may.change(visit.viewer)) throw new NotFound()
  const [now, { zone }] = await Promise.all([territoryNow(visit), installation(visit)])
  return <TerritoryPage {...{ t: textOf(visit.language), form, now, zone, isLoaded }} />
}

const fieldOf = (problem: TerritoryProblem) =>
  problem === 'asOfMissing' ? 'asOf' : problem === 'sourceMissing' ? 'source' : 'file'

/** What is wrong with a file, in words. */
export function territoryProblem({ territory: t }: Text, problem: TerritoryProblem): string {
  if (typeof problem === 'string') return t.problems[problem]
  if ('twice' in problem) return t.twice(problem.twice)
  return t.row(problem.row, t.columns[problem.column] ?? problem.column, problem.value)
}

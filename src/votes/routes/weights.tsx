import { startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import type { Web } from '../../platform/web.tsx'
import { enterWeights } from '../commands/weights.ts'
import { AddWeightsPage, WeightsPage } from '../pages/weights.tsx'
import { paths } from '../paths.ts'
import { mustSetWeights } from '../permissions.ts'
import { weightVersionsOf } from '../queries/weights.ts'
import { saidIn, weightsFrom } from './fields.ts'

/** The weights of the statute, which the office keeps. */
export function weightRoutes(web: Web) {
  web.get(paths.weights, async (visit) => {
    mustSetWeights(visit)
    return { page: <WeightsPage versions={await weightVersionsOf(visit)} /> }
  })
  web.get(paths.addWeights, async (visit) => {
    mustSetWeights(visit)
    const [last] = await weightVersionsOf(visit)
    const lines = (last?.weights ?? []).map(({ name, weight }) => `${name}; ${weight}`).join('\n')
    return { page: <AddWeightsPage form={startWith({ lines })} /> }
  })
  web.post(paths.addWeights, async (visit, { body }) => {
    mustSetWeights(visit)
    return submitted(visit, weightsFrom(visit, body), {
      page: (form) => <AddWeightsPage form={form} />,
      run: (change, input) => enterWeights(change, input),
      next: () => ({ seeOther: paths.weights.at(visit.language) }),
      refused: saidIn(visit),
    })
  })
}

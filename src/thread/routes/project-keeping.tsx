import { type FormState, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { type Change, NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { addFund, changeFund, removeFund } from '../commands/projects/funds.ts'
import {
  addIndicator,
  changeIndicator,
  enterValue,
  removeIndicator,
  removeValue,
} from '../commands/projects/indicators.ts'
import { addMaterial, removeMaterial } from '../commands/projects/materials.ts'
import { addMilestone, changeMilestone, removeMilestone } from '../commands/projects/milestones.ts'
import { describePart } from '../commands/projects/parts.ts'
import { FundPage, IndicatorPage, MaterialPage, MilestonePage } from '../pages/project-items.tsx'
import { KeepPage } from '../pages/project-keep.tsx'
import { paths } from '../paths.ts'
import { type Kept, keptProject, keptThings } from '../queries/projects.ts'
import {
  fundFrom,
  fundStart,
  indicatorFrom,
  indicatorStart,
  materialFrom,
  milestoneFrom,
  milestoneStart,
  saidAt,
  taskFrom,
  taskStart,
  valueFrom,
  valueStart,
  withBoth,
} from './project-forms.ts'

/** How the office, and the people of organisations that take part, keep what a project has. */
export function keepingRoutes(web: Web) {
  partRoutes(web)
  valueRoutes(web)
  indicatorRoutes(web)
  milestoneRoutes(web)
  fundRoutes(web)
  materialRoutes(web)
}

const back = ({ language }: Visit, { slug }: Kept, info: 'saved' | 'removed' = 'saved') => ({
  seeOther: paths.keep.at(language, { piece: slug }, { info }),
})

/** The one of these that an address names. Throws NotFound where it is not among them. */
function oneOf<T extends { id: string }>(list: readonly T[], params: { item?: string }): T | undefined {
  if (params.item === undefined) return undefined
  const one = list.find(({ id }) => id === params.item)
  if (!one) throw new NotFound()
  return one
}

function partRoutes(web: Web) {
  web.get(paths.keep, async (visit, { params, query }) => {
    const done = query.info === 'saved' || query.info === 'removed' ? query.info : undefined
    return {
      page: (
        <KeepPage
          {...(await keptThings(visit, params.piece))}
          done={done}
          startOf={taskStart}
          form={startWith()}
          failed={undefined}
        />
      ),
    }
  })
  web.post(paths.keepPart, async (visit, { params, body }) => {
    const all = await keptThings(visit, params.piece)
    const part = all.kept.parts.find(({ id }) => id === params.organisation)
    if (!part) throw new NotFound()
    return submitted(visit, taskFrom(visit, body), {
      page: (form) => <KeepPage {...all} done={undefined} startOf={taskStart} form={form} failed={part.id} />,
      run: (change, input) => describePart(change, { ...input, piece: all.kept.id, organisationId: part.id }),
      next: () => back(visit, all.kept),
      refused: withBoth(visit, all.kept, async () => {
        const { parts } = await keptProject(visit, params.piece)
        return taskStart(parts.find(({ id }) => id === part.id) ?? part)
      }),
    })
  })
}

/** Removes one of a project's things. */
function removal(
  web: Web,
  path: (typeof paths)['removeFund' | 'removeIndicator' | 'removeMaterial' | 'removeMilestone'],
  {
    of,
    run,
  }: {
    of: 'funds' | 'indicators' | 'materials' | 'milestones'
    run: (change: Change, which: { piece: string; id: string }) => Promise<unknown>
  },
) {
  web.post(path, async (visit, { params }) => {
    const all = await keptThings(visit, params.piece)
    const { id } = oneOf<{ id: string }>(all[of], params)!
    return changed(visit, {
      run: (change) => run(change, { piece: all.kept.id, id }),
      next: () => back(visit, all.kept, 'removed'),
    })
  })
}

function indicatorRoutes(web: Web) {
  for (const path of [paths.addIndicator, paths.indicator]) {
    const shown = async (visit: Visit, params: { piece: string; item?: string }) => {
      const { kept, indicators } = await keptThings(visit, params.piece)
      const one = oneOf(indicators, params)
      const page = (form: FormState) => (
        <IndicatorPage {...{ kept, one, form }} values={one ? valueStart(one) : startWith()} />
      )
      return { kept, one, page }
    }
    web.get(path, async (visit, { params }) => {
      const { one, page } = await shown(visit, params)
      return { page: page(indicatorStart(visit, one)) }
    })
    web.post(path, async (visit, { params, body }) => {
      const { kept, one, page } = await shown(visit, params)
      return submitted(visit, indicatorFrom(visit, body, kept), {
        page,
        run: (change, { seen, ...input }) =>
          one ? changeIndicator(change, { ...input, id: one.id, seen }) : addIndicator(change, input),
        next: ({ id }) => ({
          seeOther: one
            ? back(visit, kept).seeOther
            : paths.indicator.at(visit.language, { piece: kept.slug, item: id }),
        }),
        refused: withBoth(visit, kept, async () => indicatorStart(visit, (await shown(visit, params)).one)),
      })
    })
  }
  removal(web, paths.removeIndicator, { of: 'indicators', run: removeIndicator })
}

function valueRoutes(web: Web) {
  const shown = async (visit: Visit, params: { piece: string; item: string }) => {
    const { kept, indicators } = await keptThings(visit, params.piece)
    return { kept, one: oneOf(indicators, params)! }
  }
  web.post(paths.enterValue, async (visit, { params, body }) => {
    const { kept, one } = await shown(visit, params)
    return submitted(visit, valueFrom(visit, body), {
      page: async (form) => {
        const now = (await shown(visit, params)).one
        const values = { ...form, values: { ...form.values, ...valueStart(now).values } }
        return <IndicatorPage {...{ kept, values }} one={now} form={indicatorStart(visit, now)} />
      },
      run: (change, input) => enterValue(change, { ...input, piece: kept.id, id: one.id }),
      next: () => ({ seeOther: paths.indicator.at(visit.language, { piece: kept.slug, item: one.id }) }),
      refused: saidAt(visit),
    })
  })
  web.post(paths.removeValue, async (visit, { params }) => {
    const { kept, one } = await shown(visit, params)
    return changed(visit, {
      run: (change) => removeValue(change, { piece: kept.id, id: one.id, value: idFrom(params.value) }),
      next: () => ({ seeOther: paths.indicator.at(visit.language, { piece: kept.slug, item: one.id }) }),
    })
  })
}

function milestoneRoutes(web: Web) {
  for (const path of [paths.addMilestone, paths.milestone]) {
    const shown = async (visit: Visit, params: { piece: string; item?: string }) => {
      const { kept, milestones } = await keptThings(visit, params.piece)
      const one = oneOf(milestones, params)
      return { kept, one, page: (form: FormState) => <MilestonePage {...{ kept, one, form }} /> }
    }
    web.get(path, async (visit, { params }) => {
      const { one, page } = await shown(visit, params)
      return { page: page(milestoneStart(one)) }
    })
    web.post(path, async (visit, { params, body }) => {
      const { kept, one, page } = await shown(visit, params)
      return submitted(visit, milestoneFrom(visit, body, kept), {
        page,
        run: (change, { seen, ...input }) =>
          one ? changeMilestone(change, { ...input, id: one.id, seen }) : addMilestone(change, input),
        next: () => back(visit, kept),
        refused: withBoth(visit, kept, async () => milestoneStart((await shown(visit, params)).one)),
      })
    })
  }
  removal(web, paths.removeMilestone, { of: 'milestones', run: removeMilestone })
}

function fundRoutes(web: Web) {
  for (const path of [paths.addFund, paths.fund]) {
    const shown = async (visit: Visit, params: { piece: string; item?: string }) => {
      const { kept, funds } = await keptThings(visit, params.piece)
      const one = oneOf(funds, params)
      return { kept, one, page: (form: FormState) => <FundPage {...{ kept, one, form }} /> }
    }
    web.get(path, async (visit, { params }) => {
      const { one, page } = await shown(visit, params)
      return { page: page(fundStart(visit, one)) }
    })
    web.post(path, async (visit, { params, body }) => {
      const { kept, one, page } = await shown(visit, params)
      return submitted(visit, fundFrom(visit, body, kept), {
        page,
        run: (change, { seen, ...input }) =>
          one ? changeFund(change, { ...input, id: one.id, seen }) : addFund(change, input),
        next: () => back(visit, kept),
        refused: withBoth(visit, kept, async () => fundStart(visit, (await shown(visit, params)).one)),
      })
    })
  }
  removal(web, paths.removeFund, { of: 'funds', run: removeFund })
}

function materialRoutes(web: Web) {
  const shown = async (visit: Visit, params: { piece: string }) => {
    const kept = await keptProject(visit, params.piece)
    return { kept, page: (form: FormState) => <MaterialPage {...{ kept, form }} /> }
  }
  web.get(paths.addMaterial, async (visit, { params }) => ({
    page: (await shown(visit, params)).page(startWith({ kind: 'document' })),
  }))
  web.upload(({ viewer }) => viewer.kind === 'person')(paths.addMaterial, async (visit, { params, body, uploads }) => {
    const { kept, page } = await shown(visit, params)
    return submitted(visit, materialFrom(visit, body, kept), {
      page,
      run: (change, input) => addMaterial(change, { ...input, file: uploads.find((one) => one.field === 'file') }),
      next: () => back(visit, kept),
      refused: saidAt(visit),
    })
  })
  removal(web, paths.removeMaterial, { of: 'materials', run: removeMaterial })
}

import { z } from 'zod'
import { type FormState, field, readForm, saying, startWith } from '../platform/forms.ts'
import { idFrom } from '../platform/id.ts'
import { submitted } from '../platform/submitted.ts'
import { isRefusal, refuse, type Visit } from '../platform/visit.ts'
import type { Web } from '../platform/web.tsx'
import { installation } from '../region/index.ts'
import { beginHarvest, beginIntake, keepSent, mapColumns, removeIntake } from './commands.ts'
import { fields } from './model/fields.ts'
import { IntakePage } from './pages/intake.tsx'
import { IntakesPage } from './pages/intakes.tsx'
import { paths } from './paths.ts'
import { mayTakeIn, mustTakeIn } from './permissions.ts'
import { type Intake, intakeAt, latestIntakes } from './queries.ts'
import { readSent } from './sent.ts'
import { text } from './text.ts'

const isAddress = (value: string) => /^https?:$/.test(URL.parse(value)?.protocol ?? '') && !/[?#]/.test(value)

const harvestForm = z.object({
  address: field.line(2000).refine(isAddress, 'link'),
  set: field.optionalLine(200),
})

export function routes(web: Web) {
  web.get(paths.intakes, async (visit, { query }) => ({
    page: await listed(visit, startWith(), query.info === 'removed'),
  }))

  web.upload(mayTakeIn)(paths.intakes, async (visit, { uploads }) => {
    mustTakeIn(visit)
    const read = await readSent(uploads)
    const form = isRefusal(read) ? { form: saidIn(visit)(startWith(), read) } : { form: startWith(), data: read }
    return submitted(visit, form, {
      page: (shown) => listed(visit, shown),
      run: keepSent,
      next: ({ id }) => ({ seeOther: paths.intake.at(visit.language, { intake: id }) }),
    })
  })

  web.post(paths.harvest, async (visit, { body }) => {
    mustTakeIn(visit)
    const { data, form } = readForm(harvestForm, body, visit.language, text[visit.language].fields)
    const isAllowed = data && mayBeAsked(new URL(data.address), visit.house.hostsInside ?? [])
    const read =
      data && !isAllowed ? { form: saidIn(visit)(form, refuse('addressNotHttps', 'address')) } : { form, data }
    return submitted(visit, read, {
      page: (shown) => listed(visit, shown),
      run: beginHarvest,
      next: ({ id }) => ({ seeOther: paths.intake.at(visit.language, { intake: id }) }),
    })
  })

  intakeRoutes(web)
}

const mayBeAsked = ({ protocol, host }: URL, inside: readonly string[]) =>
  protocol === 'https:' || inside.includes(host.includes(':') ? host : `${host}:80`)

function intakeRoutes(web: Web) {
  web.get(paths.intake, async (visit, { params, query }) => {
    const intake = await intakeAt(visit, idFrom(params.intake))
    return { page: shown(intake, mappingOf(intake), query.info === 'mapped') }
  })

  web.post(paths.intake, async (visit, { params, body }) => {
    const intake = await intakeAt(visit, idFrom(params.intake))
    const names = intake.columns.map((_, index) => columnField(index))
    const schema = z.object(Object.fromEntries(names.map((name) => [name, field.optionalOneOf(fields)])))
    return submitted(visit, readForm(schema, body, visit.language), {
      page: (form) => shown(intake, form),
      run: (change, data) => {
        const chosen = names.map((name) => fields.find((one) => one === data[name]) ?? null)
        return mapColumns(change, { id: intake.id, chosen })
      },
      next: ({ id }) => ({ seeOther: paths.intake.at(visit.language, { intake: id }, { info: 'mapped' }) }),
      refused: saidIn(visit),
    })
  })

  web.post(paths.begin, async (visit, { params }) => {
    const { id } = await intakeAt(visit, idFrom(params.intake))
    return visit.change(
      (change) => beginIntake(change, { id }),
      () => ({ seeOther: paths.intake.at(visit.language, { intake: id }) }),
    )
  })

  web.post(paths.remove, async (visit, { params }) => {
    const { id } = await intakeAt(visit, idFrom(params.intake))
    return visit.change(
      (change) => removeIntake(change, { id }),
      () => ({ seeOther: paths.intakes.at(visit.language, {}, { info: 'removed' }) }),
    )
  })
}

const columnField = (index: number) => `spalte${index + 1}`
const mappingOf = ({ columns }: Intake) =>
  startWith(Object.fromEntries(columns.map(({ field: filled }, index) => [columnField(index), filled])))

async function listed(visit: Visit, form: FormState, isRemoved = false) {
  const [rows, { zone }] = await Promise.all([latestIntakes(visit), installation(visit)])
  return <IntakesPage {...{ form, rows, zone, isRemoved }} />
}

const shown = (intake: Intake, form: FormState, isMapped = false) => (
  <IntakePage {...{ intake, form, isMapped }} fieldOf={columnField} />
)

const saidIn = (visit: Visit) => saying(text[visit.language].refused, text[visit.language].fields)

import { z } from 'zod'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { markOf } from '../../platform/meanwhile.ts'
import { submitted } from '../../platform/submitted.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { changeSeats } from '../commands/edition.ts'
import { type EditionRow, stateOf } from '../matters/edition.ts'
import { seenField } from '../matters/matter.ts'
import { stateAt } from '../model.ts'
import { StatePage } from '../pages/edit/edition.tsx'
import { paths } from '../paths.ts'
import { type ManagedEdition, managedEdition } from '../queries/editing.ts'
import { editing } from '../text/editing.ts'
import { checkLines } from './checklist.tsx'
import { type EditionForm, editionForm, type Shown } from './edition-form.ts'
import { opened, refusedForm } from './opened.ts'

/** State and places of an edition. */
export function stateRoutes(web: Web) {
  editionForm(web, paths.editState, stateForm)
  seatsRoute(web)
}

/** What still speaks against it, where these values open registration now. */
async function openPoints(visit: WebVisit, stored: ManagedEdition, values: Partial<EditionRow>) {
  const edition = { ...stored, ...values }
  if (stateAt(edition, visit.now) !== 'open' || stateAt(stored, visit.now) === 'open') return undefined
  const points = (await checkLines(visit, edition)).filter(({ isDone }) => !isDone)
  return points.length === 0 ? undefined : { points, mark: markOf(points.map(({ href, text }) => [href, text])) }
}

async function stateForm(visit: WebVisit, edition: ManagedEdition): Promise<EditionForm> {
  const { zone } = await installation(visit)
  const { states } = editing[visit.language]
  const options = Object.entries(states).map(([value, { name }]) => ({ value, label: name }))
  return {
    ...opened(stateOf(zone), edition as EditionRow),
    options: { stateByHand: options },
    asks: (values) => openPoints(visit, edition, values),
    page: (shown) => statePage(visit, zone, edition, { ...shown, seatsForm: seatsForm(edition) }),
  }
}

const statePage = (visit: WebVisit, zone: string, edition: ManagedEdition, shown: Shown & { seatsForm: FormState }) => (
  <StatePage
    edition={edition}
    zone={zone}
    state={stateAt(edition, visit.now)}
    dates={edition}
    taken={edition.taken ?? 0}
    {...shown}
  />
)

const seatsForm = ({ seats }: ManagedEdition) => startWith({ seats, seen: markOf({ seats }) })
const seatsSchema = z.object({ seats: field.optionalWhole(0, 100_000), ...seenField })

function seatsRoute(web: Web) {
  web.post(paths.editSeats, async (visit, { params, body }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const { zone } = await installation(visit)
    let now = edition
    return submitted(visit, readForm(seatsSchema, body, language, editing[language].labels), {
      page(seatsForm) {
        const form = opened(stateOf(zone), now as EditionRow).stored
        return statePage(visit, zone, now, { form, seatsForm, isSaved: false })
      },
      run: (change, data) => changeSeats(change, { edition: params.edition, ...data }),
      next: ({ slug }) => ({ seeOther: paths.editState.at(language, { edition: slug }, { saved: '1' }) }),
      async refused(form, refusal) {
        now = await managedEdition(visit, params.edition)
        return refusedForm(language, form, refusal, seatsForm(now))
      },
    })
  })
}

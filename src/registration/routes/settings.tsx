import { z } from 'zod'
import { congressPaths } from '../../congress/index.ts'
import {
  bilingual,
  bilingualFields,
  type FormState,
  field,
  isRefusal,
  readForm,
  startWith,
  withRefusal,
} from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { NotFound, type Refusal, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { writeConsentText } from '../commands/desk.ts'
import { addTicketType, changeTicketType, removeTicketType, type TicketTypeInput } from '../commands/ticket-types.ts'
import { attendances } from '../model.ts'
import { ConsentPage, ConsentsPage, TicketTypePage, TicketTypesPage } from '../pages/desk/settings.tsx'
import { deskPaths } from '../paths.ts'
import { demandConsents } from '../permissions/desk.ts'
import { deskEdition } from '../queries/desk.ts'
import { consentHistory } from '../queries/desk-one.ts'
import { ticketTypesOf } from '../queries/ticket-types.ts'
import { deskText } from '../text/desk.ts'

const typeForm = z.object({
  ...bilingualFields('name', 100),
  noteDe: field.optionalText(200),
  noteEn: field.optionalText(200),
  attendance: field.choice(attendances),
  seats: field.optionalWhole(0, 100_000),
  position: field.whole(0, 999),
})
const consentForm = z.object({ ...bilingualFields('text', 2000), isRequired: field.flag() })
const newConsentForm = consentForm.extend({ key: field.name() })

/** Ticket types of an edition, and the texts one agrees to. */
export function settingsRoutes(web: Web) {
  typeRoutes(web)
  consentRoutes(web)
}

function typeRoutes(web: Web) {
  web.get(congressPaths.ticketTypes, async (visit, { params, query }) => {
    const edition = await deskEdition(visit, params.edition)
    const rows = await ticketTypesOf(visit, edition.id)
    return { page: <TicketTypesPage edition={edition} rows={rows} done={doneOf(query.info)} /> }
  })
  web.get(deskPaths.addTicketType, async (visit, { params }) => {
    const edition = await deskEdition(visit, params.edition)
    return {
      page: (
        <TicketTypePage
          edition={edition}
          item={undefined}
          form={startWith({ attendance: 'on_site', position: 0 })}
          labels={typeLabels(visit)}
        />
      ),
    }
  })
  web.get(deskPaths.ticketType, async (visit, { params }) => {
    const { edition, type } = await theType(visit, params)
    const form = startWith({
      nameDe: type.name.de,
      nameEn: type.name.en,
      noteDe: type.note?.de,
      noteEn: type.note?.en,
      attendance: type.attendance,
      seats: type.ownSeats,
      position: type.position,
    })
    return { page: <TicketTypePage edition={edition} item={type.id} form={form} labels={typeLabels(visit)} /> }
  })
  web.post(deskPaths.addTicketType, async (visit, { params, body }) => {
    const edition = await deskEdition(visit, params.edition)
    const read = readForm(typeForm, body, visit.language, typeLabels(visit))
    const show = (form: FormState) => (
      <TicketTypePage edition={edition} item={undefined} form={form} labels={typeLabels(visit)} />
    )
    if (!read.data) return { status: 422, page: show(read.form) }
    const input = inputOf(read.data)
    const answer = await visit.change(
      (change) => addTicketType(change, { ...input, edition: edition.id }),
      () => ({ seeOther: congressPaths.ticketTypes.at(visit.language, params, { info: 'saved' }) }),
    )
    return isRefusal(answer) ? { status: 409, page: show(refusedForm(visit, read.form, answer)) } : answer
  })
  web.post(deskPaths.ticketType, async (visit, { params, body }) => {
    const { edition, type } = await theType(visit, params)
    const read = readForm(typeForm, body, visit.language, typeLabels(visit))
    const show = (form: FormState) => (
      <TicketTypePage edition={edition} item={type.id} form={form} labels={typeLabels(visit)} />
    )
    if (!read.data) return { status: 422, page: show(read.form) }
    const input = inputOf(read.data)
    const answer = await visit.change(
      (change) => changeTicketType(change, { ...input, id: type.id, edition: edition.id }),
      () => ({ seeOther: congressPaths.ticketTypes.at(visit.language, params, { info: 'saved' }) }),
    )
    return isRefusal(answer) ? { status: 409, page: show(refusedForm(visit, read.form, answer)) } : answer
  })
  web.post(deskPaths.removeTicketType, async (visit, { params }) => {
    const { edition, type } = await theType(visit, params)
    const answer = await visit.change(
      (change) => removeTicketType(change, { id: type.id, edition: edition.id }),
      () => ({ seeOther: congressPaths.ticketTypes.at(visit.language, params, { info: 'removed' }) }),
    )
    if (!isRefusal(answer)) return answer
    const form = startWith({
      nameDe: type.name.de,
      nameEn: type.name.en,
      attendance: type.attendance,
      seats: type.ownSeats,
      position: type.position,
    })
    return {
      status: 409,
      page: (
        <TicketTypePage
          edition={edition}
          item={type.id}
          form={refusedForm(visit, form, answer)}
          labels={typeLabels(visit)}
        />
      ),
    }
  })
}

async function theType(visit: Visit, params: { edition: string; item: string }) {
  const edition = await deskEdition(visit, params.edition)
  const type = (await ticketTypesOf(visit, edition.id)).find(({ id }) => id === idFrom(params.item))
  if (!type) throw new NotFound()
  return { edition, type }
}

const doneOf = (info: string | undefined) => (info === 'saved' || info === 'removed' ? info : undefined)

const refusedForm = (visit: Visit, form: FormState, refusal: Refusal) =>
  withRefusal(form, refusal, deskText[visit.language].refused, typeLabels(visit))

function inputOf({
  nameDe,
  nameEn,
  noteDe,
  noteEn,
  attendance,
  seats,
  position,
}: z.output<typeof typeForm>): TicketTypeInput {
  return {
    name: bilingual(nameDe, nameEn),
    note: noteDe ? bilingual(noteDe, noteEn) : null,
    attendance,
    seats,
    position,
  }
}

function typeLabels({ language }: Pick<Visit, 'language'>) {
  const t = deskText[language].ticket
  return {
    nameDe: t.name,
    nameEn: t.name,
    noteDe: t.note,
    noteEn: t.note,
    attendance: t.attendance,
    seats: t.seats,
    position: t.position,
  }
}

function consentRoutes(web: Web) {
  const labelsOf = ({ language }: Pick<Visit, 'language'>) => {
    const t = deskText[language].consent
    return { key: t.key, textDe: t.text, textEn: t.text, isRequired: t.isRequired }
  }
  web.get(congressPaths.consentTexts, async (visit, { query }) => {
    demandConsents(visit)
    const [rows, { zone }] = await Promise.all([consentHistory(visit), installation(visit)])
    return { page: <ConsentsPage rows={rows} zone={zone} done={doneOf(query.info)} /> }
  })
  web.get(deskPaths.addConsent, async (visit) => {
    demandConsents(visit)
    return { page: <ConsentPage form={startWith({})} labels={labelsOf(visit)} isNew /> }
  })
  web.get(deskPaths.consent, async (visit, { params }) => {
    const latest = (await consentHistory(visit)).find(({ key }) => key === params.key)
    if (!latest) throw new NotFound()
    const form = startWith({
      key: latest.key,
      textDe: latest.text.de,
      textEn: latest.text.en,
      isRequired: latest.isRequired,
    })
    return { page: <ConsentPage form={form} labels={labelsOf(visit)} isNew={false} /> }
  })
  web.post(deskPaths.addConsent, async (visit, { body }) => {
    demandConsents(visit)
    const read = readForm(newConsentForm, body, visit.language, labelsOf(visit))
    if (!read.data) return { status: 422, page: <ConsentPage form={read.form} labels={labelsOf(visit)} isNew /> }
    const { key, textDe, textEn, isRequired } = read.data
    return visit.change(
      (change) => writeConsentText(change, { key, text: bilingual(textDe, textEn), isRequired }),
      () => ({ seeOther: congressPaths.consentTexts.at(visit.language, {}, { info: 'saved' }) }),
    )
  })
  web.post(deskPaths.consent, async (visit, { params, body }) => {
    if (!(await consentHistory(visit)).some(({ key }) => key === params.key)) throw new NotFound()
    const read = readForm(consentForm, body, visit.language, labelsOf(visit))
    const form = { ...read.form, values: { ...read.form.values, key: [params.key] } }
    if (!read.data) return { status: 422, page: <ConsentPage form={form} labels={labelsOf(visit)} isNew={false} /> }
    const { textDe, textEn, isRequired } = read.data
    return visit.change(
      (change) => writeConsentText(change, { key: params.key, text: bilingual(textDe, textEn), isRequired }),
      () => ({ seeOther: congressPaths.consentTexts.at(visit.language, {}, { info: 'saved' }) }),
    )
  })
}

import { z } from 'zod'
import { congressPaths } from '../../congress/index.ts'
import { bilingual, bilingualFields, field, readForm, saying, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
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
    const page = <TicketTypePage edition={edition} item={type.id} form={startOf(type)} labels={typeLabels(visit)} />
    return { page }
  })
  web.post(deskPaths.addTicketType, async (visit, { params, body }) => {
    const edition = await deskEdition(visit, params.edition)
    const labels = typeLabels(visit)
    return submitted(visit, readForm(typeForm, body, visit.language, labels), {
      page: (form) => <TicketTypePage edition={edition} item={undefined} form={form} labels={labels} />,
      run: (change, data) => addTicketType(change, { ...inputOf(data), edition: edition.id }),
      next: () => ({ seeOther: congressPaths.ticketTypes.at(visit.language, params, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
  web.post(deskPaths.ticketType, async (visit, { params, body }) => {
    const { edition, type } = await theType(visit, params)
    const labels = typeLabels(visit)
    return submitted(visit, readForm(typeForm, body, visit.language, labels), {
      page: (form) => <TicketTypePage edition={edition} item={type.id} form={form} labels={labels} />,
      run: (change, data) => changeTicketType(change, { ...inputOf(data), id: type.id, edition: edition.id }),
      next: () => ({ seeOther: congressPaths.ticketTypes.at(visit.language, params, { info: 'saved' }) }),
      refused: saidIn(visit),
    })
  })
  web.post(deskPaths.removeTicketType, async (visit, { params }) => {
    const { edition, type } = await theType(visit, params)
    return changed(visit, {
      run: (change) => removeTicketType(change, { id: type.id, edition: edition.id }),
      next: () => ({ seeOther: congressPaths.ticketTypes.at(visit.language, params, { info: 'removed' }) }),
      refused(refusal) {
        const form = saidIn(visit)(startOf(type), refusal)
        return <TicketTypePage edition={edition} item={type.id} form={form} labels={typeLabels(visit)} />
      },
    })
  })
}

async function theType(visit: Visit, params: { edition: string; item: string }) {
  const edition = await deskEdition(visit, params.edition)
  const type = (await ticketTypesOf(visit, edition.id)).find(({ id }) => id === idFrom(params.item))
  if (!type) throw new NotFound()
  return { edition, type }
}

const doneOf = (info: string | undefined) => (info === 'saved' || info === 'removed' ? info : undefined)

const saidIn = (visit: Visit) => saying(deskText[visit.language].refused, typeLabels(visit))

type TicketTypeRow = Awaited<ReturnType<typeof theType>>['type']
const startOf = ({ name, note, attendance, ownSeats, position }: TicketTypeRow) =>
  startWith({
    ...{ nameDe: name.de, nameEn: name.en, noteDe: note?.de, noteEn: note?.en },
    ...{ attendance, seats: ownSeats, position },
  })

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
    return submitted(visit, readForm(newConsentForm, body, visit.language, labelsOf(visit)), {
      page: (form) => <ConsentPage form={form} labels={labelsOf(visit)} isNew />,
      run: (change, { key, ...data }) => writeConsentText(change, { key, ...consentOf(data) }),
      next: () => ({ seeOther: congressPaths.consentTexts.at(visit.language, {}, { info: 'saved' }) }),
    })
  })
  web.post(deskPaths.consent, async (visit, { params, body }) => {
    if (!(await consentHistory(visit)).some(({ key }) => key === params.key)) throw new NotFound()
    return submitted(visit, readForm(consentForm, body, visit.language, labelsOf(visit)), {
      page({ values, problems }) {
        const form = { values: { ...values, key: [params.key] }, problems }
        return <ConsentPage form={form} labels={labelsOf(visit)} isNew={false} />
      },
      run: (change, data) => writeConsentText(change, { key: params.key, ...consentOf(data) }),
      next: () => ({ seeOther: congressPaths.consentTexts.at(visit.language, {}, { info: 'saved' }) }),
    })
  })
}

const consentOf = ({ textDe, textEn, isRequired }: z.output<typeof consentForm>) => ({
  text: bilingual(textDe, textEn),
  isRequired,
})

import { z } from 'zod'
import { type FormState, field, readForm, refusalWords, saying, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { languages } from '../../platform/language.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Refusal } from '../../platform/visit.ts'
import { localIn } from '../../platform/wall-clock.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { districts } from '../../region/index.ts'
import { cancelFor, changeFor, confirmFor, enterFor, renewLink, resendConfirmation, writeTo } from '../commands/desk.ts'
import { consentWays } from '../model.ts'
import { DeskCancelPage, DeskEditPage, DeskMessagePage } from '../pages/desk/edit.tsx'
import { type DeskDone, DeskOnePage, deskDone, type Said } from '../pages/desk/one.tsx'
import { deskPaths } from '../paths.ts'
import { deskEdition, doublesOf } from '../queries/desk.ts'
import { historyOf, mailsOf } from '../queries/desk-one.ts'
import { formContent } from '../queries/form.ts'
import { droppedSessions, type Own, oneRegistration } from '../queries/own.ts'
import { ticketTypesOf } from '../queries/ticket-types.ts'
import { deskText } from '../text/desk.ts'
import { text } from '../text.ts'
import { changeInfo, droppedOf, labelsOf, nameField, needsFields, personFields, startOf, withSlots } from './forms.ts'
import { ticketAnswer } from './ticket.ts'

// Who phones may have no address.
const email = () => field.optionalEmail().transform((value) => value ?? '')
const addForm = z.object({
  ...nameField,
  email: email(),
  ...personFields,
  ticket: field.id(),
  sessions: field.ids(),
  ...needsFields,
  language: field.choice(languages),
  tells: field.flag(),
  consents: field.ids(),
  consentWay: field.optionalChoice(consentWays),
  consentOn: field.optionalDay(),
})
const editForm = z.object({
  seen: field.whole(0, 1_000_000),
  ...nameField,
  email: email(),
  ...personFields,
  ticket: field.id(),
  sessions: field.ids(),
  ...needsFields,
  tells: field.flag(),
})
const messageForm = z.object({ subject: field.line(200), text: field.text(5000) })
const cancelForm = z.object({ reason: field.optionalLine(300), tells: field.flag() })

/** What the office does with registrations. */
export function deskRoutes(web: Web) {
  oneRoutes(web)
  editRoutes(web)
}

type Params = { edition: string; registration: string }

/** The registration of an address, which must lie in the edition of the address. */
async function theOne(visit: WebVisit, params: Params): Promise<Own> {
  const edition = await deskEdition(visit, params.edition)
  const own = await oneRegistration(visit, idFrom(params.registration))
  if (own.editionId !== edition.id) throw new NotFound()
  return own
}

async function onePage(visit: WebVisit, own: Own, said: Said) {
  const [history, mails, doubles, types, places] = await Promise.all([
    historyOf(visit, own.id),
    mailsOf(visit, own.id),
    doublesOf(visit, own.id),
    ticketTypesOf(visit, own.editionId),
    districts(visit),
  ])
  const names = new Map([
    ...types.map(({ id, name }) => [id, name] as const),
    ...own.edition.bookable.map(({ id, title }) => [id, title] as const),
    ...places.map(({ key, label }) => [key, { de: label }] as const),
  ])
  return <DeskOnePage own={own} names={names} history={history} mails={mails} doubles={doubles} {...said} />
}

function oneRoutes(web: Web) {
  web.get(deskPaths.one, async (visit, { params, query }) => {
    const own = await theOne(visit, params)
    const dropped = droppedSessions(own, droppedOf(query))
    return { page: await onePage(visit, own, { done: doneOf(own, query.info), dropped }) }
  })
  web.get(deskPaths.ticket, async (visit, { params }) => {
    const own = await theOne(visit, params)
    return ticketAnswer(visit, own, own.language)
  })
  const deeds = [
    [deskPaths.confirm, confirmFor, 'placed'],
    [deskPaths.resend, resendConfirmation, 'mailed'],
    [deskPaths.newLink, renewLink, 'linked'],
  ] as const
  for (const [path, command, info] of deeds)
    web.post(path, async (visit, { params, body }) => {
      const own = await theOne(visit, params)
      const tells = Boolean(body.tells?.[0])
      return changed<{ id: string } | Refusal>(visit, {
        run: (change) => command(change, { id: own.id, tells }),
        next: () => ({ seeOther: deskPaths.one.at(visit.language, params, { info }) }),
        refused: (refusal) => onePage(visit, own, { problem: refusalWords(refusal, refusedOf(visit)) }),
      })
    })
  web.get(deskPaths.message, async (visit, { params }) => ({
    page: <DeskMessagePage own={await theOne(visit, params)} form={startWith()} />,
  }))
  web.post(deskPaths.message, async (visit, { params, body }) => {
    const own = await theOne(visit, params)
    const { message: labels } = deskText[visit.language]
    return submitted(
      visit,
      readForm(messageForm, body, visit.language, { subject: labels.subject, text: labels.text }),
      {
        page: (form) => <DeskMessagePage own={own} form={form} />,
        run: (change, data) => writeTo(change, { ...data, id: own.id }),
        next: () => ({ seeOther: deskPaths.one.at(visit.language, params, { info: 'written' }) }),
        refused: saying(refusedOf(visit), { subject: labels.subject, text: labels.text }),
      },
    )
  })
  web.get(deskPaths.cancel, async (visit, { params }) => ({
    page: <DeskCancelPage own={await theOne(visit, params)} form={startWith({ tells: true })} />,
  }))
  web.post(deskPaths.cancel, async (visit, { params, body }) => {
    const own = await theOne(visit, params)
    return submitted(visit, readForm(cancelForm, body, visit.language), {
      page: (form) => <DeskCancelPage own={own} form={form} />,
      run: (change, data) => cancelFor(change, { id: own.id, ...data }),
      next: () => ({ seeOther: deskPaths.one.at(visit.language, params, { info: 'cancelled' }) }),
    })
  })
}

/** What has just been done, as far as it fits what the registration is: an address can't make the page say nonsense. */
function doneOf({ state }: Own, info: string | undefined): DeskDone | undefined {
  const done = deskDone.find((known) => known === info)
  const fits = { placed: state === 'confirmed', cancelled: state === 'cancelled', written: true } as Record<
    string,
    boolean
  >
  return done && (fits[done] ?? state !== 'cancelled') ? done : undefined
}

/** The fields' names as the office's forms say them. */
const deskLabelsOf = (visit: Pick<WebVisit, 'language'>) => {
  const { form, edit } = deskText[visit.language]
  return {
    ...labelsOf(visit),
    place: form.place,
    ticket: form.how,
    sessions: form.which,
    isListed: form.listed,
    language: edit.language,
    consentWay: edit.consentWay,
    consentOn: edit.consentOn,
  }
}

const refusedOf = ({ language }: Pick<WebVisit, 'language'>) => ({
  ...text[language].refused,
  ...deskText[language].refused,
})

function editRoutes(web: Web) {
  web.get(deskPaths.edit, async (visit, { params }) => {
    const own = await theOne(visit, params)
    if (own.state === 'cancelled') return { seeOther: deskPaths.one.at(visit.language, params) }
    return {
      page: (
        <DeskEditPage
          own={own}
          content={await formContent(visit, params.edition)}
          form={withTells(startOf(own))}
          labels={deskLabelsOf(visit)}
        />
      ),
    }
  })
  web.post(deskPaths.edit, async (visit, { params, body }) => {
    const own = await theOne(visit, params)
    const labels = deskLabelsOf(visit)
    return submitted(visit, readForm(editForm, withSlots(body), visit.language, labels), {
      page: async (form) => (
        <DeskEditPage own={own} content={await formContent(visit, params.edition)} form={form} labels={labels} />
      ),
      run: (change, data) => changeFor(change, { ...data, id: own.id }),
      next: (result) => ({ seeOther: deskPaths.one.at(visit.language, params, changeInfo(result)) }),
      refused: saying(refusedOf(visit), labels),
    })
  })
  web.get(deskPaths.add, async (visit, { params }) => {
    await deskEdition(visit, params.edition)
    const content = await formContent(visit, params.edition)
    const consentOn = localIn(content.edition.zone, visit.now).slice(0, 10)
    const form = startWith({ language: visit.language, tells: true, consentOn })
    return { page: <DeskEditPage own={undefined} content={content} form={form} labels={deskLabelsOf(visit)} /> }
  })
  web.post(deskPaths.add, async (visit, { params, body }) => {
    await deskEdition(visit, params.edition)
    const labels = deskLabelsOf(visit)
    return submitted(visit, readForm(addForm, withSlots(body), visit.language, labels), {
      page: async (form) => (
        <DeskEditPage own={undefined} content={await formContent(visit, params.edition)} form={form} labels={labels} />
      ),
      run: (change, data) => enterFor(change, { ...data, edition: params.edition }),
      next: ({ id }) => ({
        seeOther: deskPaths.one.at(visit.language, { edition: params.edition, registration: id }, { info: 'entered' }),
      }),
      refused: saying(refusedOf(visit), labels),
    })
  })
}

const withTells = (form: FormState): FormState => ({ ...form, values: { ...form.values, tells: ['on'] } })

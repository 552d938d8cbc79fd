import { z } from 'zod'
import { congressPaths } from '../../congress/index.ts'
import { type FormState, field, isRefusal, readForm, saying, startWith, valueOf } from '../../platform/forms.ts'
import { inLanguage } from '../../platform/language.ts'
import { submitted } from '../../platform/submitted.ts'
import { AlreadySent, NotFound, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { askForLinks } from '../commands/lost.ts'
import { cancelOwn, changeOwn, decideOwnConsent } from '../commands/own.ts'
import { register } from '../commands/register.ts'
import { ownCalendar } from '../mail/registration.ts'
import { consentName, missingConsent } from '../model.ts'
import { CancelPage, ChangePage } from '../pages/change.tsx'
import { LostPage, LostSentPage } from '../pages/lost.tsx'
import { OwnPage, ownDone, ParticipantsPage } from '../pages/own.tsx'
import { AlreadySentPage, RegisterPage } from '../pages/register.tsx'
import { ShutPage } from '../pages/shut.tsx'
import { paths } from '../paths.ts'
import { pendingEmail } from '../queries/email.ts'
import { type FormContent, formContent } from '../queries/form.ts'
import { madeFrom, madeHere, madeNote, madeWith } from '../queries/made-here.ts'
import { droppedSessions, freeConsents, type Own, ownRegistration, participantList } from '../queries/own.ts'
import { text } from '../text.ts'
import { emailRoutes } from './email.tsx'
import {
  changeInfo,
  droppedOf,
  labelsOf,
  mayOf,
  nameField,
  needsFields,
  personFields,
  startOf,
  withSlots,
} from './forms.ts'
import { ticketAnswer } from './ticket.ts'

const registerForm = z.object({
  ...nameField,
  email: field.email(),
  isAnother: field.flag(),
  ...personFields,
  ticket: field.id(),
  sessions: field.ids(),
  ...needsFields,
  consents: field.ids(),
})
const changeForm = z.object({
  seen: field.whole(0, 1_000_000),
  ...nameField,
  ...personFields,
  ticket: field.optionalId(),
  sessions: field.ids(),
  ...needsFields,
})
const consentForm = z.object({ consent: field.name(), isGiven: field.flag() })

/** What participants do: register, see, change, cancel, find their link again. */
export function publicRoutes(web: Web) {
  web.get(congressPaths.register, async (visit, { params }) => {
    const content = await formContent(visit, params.edition)
    if (content.edition.state !== 'open') return { page: <ShutPage content={content} /> }
    return { page: <RegisterPage content={content} form={startWith({})} labels={labelsOf(visit)} /> }
  })
  web.post(congressPaths.register, async (visit, { params, body, note }) => {
    const labels = labelsOf(visit)
    const made = madeFrom(note(madeNote))
    const address = congressPaths.register.at(visit.language, params)
    return submitted(visit, readForm(registerForm, withSlots(body), visit.language, labels), {
      run: (change, data) => register(change, { ...data, edition: params.edition, made }),
      next: ({ id, secret }) => ({
        seeOther: paths.own.at(visit.language, { secret }),
        note: { name: madeNote, address, text: madeWith(made, id) },
      }),
      refused: saidIn(visit),
      async page(form, refusal) {
        const content = await formContent(visit, params.edition)
        const { edition } = content
        if (refusal && edition.state !== 'open') return <ShutPage content={content} />
        const whole = refusal ? form : withConsents(visit, content, form)
        const isHere = refusal?.refused === 'alreadyHere'
        const before = isHere ? await madeHere(visit, { made, email: valueOf(form, 'email'), edition: edition.id }) : []
        return <RegisterPage content={content} form={whole} labels={labels} before={before} />
      },
    }).catch(async (error) => {
      const first = firstAnswerOf(error)
      const content = await formContent(visit, params.edition)
      return { status: 409, page: <AlreadySentPage content={content} first={first} /> }
    })
  })
  lostRoutes(web)
  ownRoutes(web)
  changeRoutes(web)
  emailRoutes(web)
}

function lostRoutes(web: Web) {
  web.get(paths.lostLink, async (visit) => ({ page: <LostPage form={startWith({})} labels={labelsOf(visit)} /> }))
  web.post(paths.lostLink, async (visit, { body }) => {
    const labels = labelsOf(visit)
    return submitted(visit, readForm(z.object({ email: field.email() }), body, visit.language, labels), {
      page: (form) => <LostPage form={form} labels={labels} />,
      run: askForLinks,
      next: () => ({ seeOther: paths.lostSent.at(visit.language) }),
    })
  })
  web.get(paths.lostSent, async () => ({ page: <LostSentPage /> }))
}

function ownRoutes(web: Web) {
  web.get(paths.own, async (visit, { params, query }) => {
    const own = await ownRegistration(visit)
    const [pending, consents] = await Promise.all([pendingEmail(visit, own.id), freeConsents(visit, own)])
    const done = ownDone.find((known) => known === query.info)
    return {
      page: (
        <OwnPage
          own={own}
          secret={params.secret}
          may={mayOf(visit, own)}
          consents={consents}
          done={own.state === 'cancelled' && done !== 'consent' ? undefined : done}
          dropped={droppedSessions(own, droppedOf(query))}
          pending={pending}
        />
      ),
    }
  })
  web.post(paths.consent, async (visit, { params, body }) => {
    await ownRegistration(visit)
    const back = { seeOther: paths.own.at(visit.language, params) }
    const { data } = readForm(consentForm, body, visit.language)
    if (!data) return back
    const answer = await visit.change(
      (change) => decideOwnConsent(change, data),
      () => ({ seeOther: paths.own.at(visit.language, params, { info: 'consent' }) }),
    )
    return isRefusal(answer) ? back : answer
  })
  web.get(paths.ticket, async (visit) => ticketAnswer(visit, await ownRegistration(visit), visit.language))
  web.get(paths.calendar, async (visit) => {
    const own = await confirmed(visit)
    return {
      text: ownCalendar(visit, own),
      type: 'text/calendar; charset=utf-8',
      name: `${text[visit.language].mail.calendarFile}-${own.code}.ics`,
    }
  })
  web.get(paths.participants, async (visit) => {
    const own = await confirmed(visit)
    return { page: <ParticipantsPage own={own} rows={await participantList(visit)} /> }
  })
}

function changeRoutes(web: Web) {
  web.get(paths.change, async (visit, { params }) => {
    const own = await ownRegistration(visit)
    const may = mayOf(visit, own)
    if (!may.change) return { seeOther: paths.own.at(visit.language, params) }
    const content = await formContent(visit, own.edition.slug)
    return {
      page: (
        <ChangePage
          own={own}
          secret={params.secret}
          may={may}
          content={content}
          form={startOf(own)}
          labels={labelsOf(visit)}
        />
      ),
    }
  })
  web.post(paths.change, async (visit, { params, body }) => {
    const own = await ownRegistration(visit)
    const labels = labelsOf(visit)
    return submitted(visit, readForm(changeForm, withSlots(body), visit.language, labels), {
      page: async (form) => (
        <ChangePage
          own={own}
          secret={params.secret}
          may={mayOf(visit, own)}
          content={await formContent(visit, own.edition.slug)}
          form={form}
          labels={labels}
        />
      ),
      run: (change, data) => changeOwn(change, { ...data, ticket: data.ticket ?? own.ticketTypeId }),
      next: (result) => ({ seeOther: paths.own.at(visit.language, params, changeInfo(result)) }),
      refused: saidIn(visit),
    })
  })
  web.get(paths.cancel, async (visit, { params }) => {
    const own = await ownRegistration(visit)
    if (!mayOf(visit, own).change) return { seeOther: paths.own.at(visit.language, params) }
    return { page: <CancelPage own={own} secret={params.secret} /> }
  })
  web.post(paths.cancel, async (visit, { params }) => {
    const back = { seeOther: paths.own.at(visit.language, params) }
    const answer = await visit.change(cancelOwn, () => back)
    return isRefusal(answer) ? back : answer
  })
}

/** Where the first sending of a form led that came again with other content; anything else is thrown on. */
function firstAnswerOf(error: unknown): string | undefined {
  if (!(error instanceof AlreadySent)) throw error
  return ((error.answer ?? {}) as { seeOther?: string }).seeOther
}

/** Tells about a missing consent together with all the rest; alone it is the command that refuses. */
function withConsents({ language }: Visit, { consents }: FormContent, form: FormState): FormState {
  const given = form.values.consents ?? []
  const missing = missingConsent(consents, given)
  if (!missing) return form
  return saidIn({ language })(
    form,
    refuse('consentMissing', 'consents', consentName(inLanguage(language, missing.text))),
  )
}

const saidIn = ({ language }: Pick<Visit, 'language'>) => saying(text[language].refused, labelsOf({ language }))

async function confirmed(visit: Visit): Promise<Own> {
  const own = await ownRegistration(visit)
  if (own.state !== 'confirmed') throw new NotFound()
  return own
}

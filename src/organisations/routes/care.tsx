import { z } from 'zod'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { languages } from '../../platform/language.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { districts } from '../../region/index.ts'
import { addContact, changeContact, removeContact } from '../commands/contacts.ts'
import { changeEntry } from '../commands/keeping.ts'
import { endStewardship, inviteSteward } from '../commands/stewards.ts'
import { CarePage, ContactPage, type Done, InvitePage } from '../pages/care.tsx'
import { paths } from '../paths.ts'
import { mayKeep } from '../permissions.ts'
import { contactAt, contactsOf, keptOrganisationAt, stewardsOf } from '../queries/keeping.ts'
import { text } from '../text.ts'
import { saidIn } from './answers.tsx'

/** How an organisation's own people keep its entry. */
export function careRoutes(web: Web) {
  entryRoutes(web)
  stewardRoutes(web)
  contactRoutes(web)
}

const done = ['saved', 'asked', 'invited', 'removed', 'joined'] as const satisfies readonly Done[]
const back = ({ language }: Visit, organisation: string, info: Done) => ({
  seeOther: paths.care.at(language, { organisation }, { info }),
})

const entryForm = z.object({
  aboutDe: field.optionalText(4000),
  aboutEn: field.optionalText(4000),
  districtKey: field.optionalLine(10),
  website: field.optionalLink(),
})

function entryRoutes(web: Web) {
  const opened = async (visit: Visit, id: string) => {
    const organisation = await keptOrganisationAt(visit, id)
    const [contacts, stewards, places] = await Promise.all([
      contactsOf(visit, id),
      stewardsOf(visit, id),
      districts(visit),
    ])
    const page = (form: FormState, info?: string) => (
      <CarePage
        {...{ organisation, contacts, stewards, form }}
        districts={places}
        done={done.find((one) => one === info)}
        mayKeep={mayKeep(visit)}
      />
    )
    return { organisation, places, page }
  }
  web.get(paths.care, async (visit, { params, query }) => {
    const { organisation, page } = await opened(visit, params.organisation)
    const { about, districtKey, website } = organisation
    return { page: page(startWith({ aboutDe: about?.de, aboutEn: about?.en, districtKey, website }), query.info) }
  })
  web.post(paths.care, async (visit, { params, body }) => {
    const { organisation, places, page } = await opened(visit, params.organisation)
    return submitted(visit, readForm(entryForm, body, visit.language, text[visit.language].fields), {
      page: (form) => page(form),
      async run(change, { aboutDe, aboutEn, districtKey, website }) {
        if (aboutEn && !aboutDe) return refuse('germanMissing', 'aboutDe')
        if (districtKey && !places.some(({ key }) => key === districtKey))
          return refuse('districtUnknown', 'districtKey')
        const about = aboutDe ? { de: aboutDe, ...(aboutEn ? { en: aboutEn } : {}) } : null
        return changeEntry(change, { id: organisation.id, about, website, districtKey: districtKey || null })
      },
      next: ({ id }) => back(visit, id, 'saved'),
      refused: saidIn(visit),
    })
  })
}

const personFields = { name: field.line(200), email: field.email(), language: field.choice(languages) }
const inviteForm = z.object(personFields)

function stewardRoutes(web: Web) {
  web.get(paths.invite, async (visit, { params }) => {
    const organisation = await keptOrganisationAt(visit, params.organisation)
    return { page: <InvitePage organisation={organisation} form={startWith({ language: visit.language })} /> }
  })
  web.post(paths.invite, async (visit, { params, body }) => {
    const organisation = await keptOrganisationAt(visit, params.organisation)
    return submitted(visit, readForm(inviteForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <InvitePage {...{ organisation, form }} />,
      run: (change, input) => inviteSteward(change, { ...input, organisationId: organisation.id }),
      next: () => back(visit, organisation.id, 'invited'),
      refused: saidIn(visit),
    })
  })
  web.post(paths.stewardEnd, async (visit, { params }) => {
    const { id: organisationId } = await keptOrganisationAt(visit, params.organisation)
    return changed(visit, {
      run: (change) => endStewardship(change, { organisationId, id: idFrom(params.steward) }),
      next: ({ isOwn }) =>
        isOwn && !mayKeep(visit)
          ? { seeOther: paths.register.at(visit.language) }
          : back(visit, organisationId, 'removed'),
    })
  })
}

const contactForm = z.object({ ...personFields, task: field.optionalLine(200), phone: field.optionalPhone() })

function contactRoutes(web: Web) {
  web.get(paths.contactNew, async (visit, { params }) => {
    const organisation = await keptOrganisationAt(visit, params.organisation)
    return { page: <ContactPage organisation={organisation} form={startWith({ language: visit.language })} /> }
  })
  web.post(paths.contactNew, async (visit, { params, body }) => {
    const organisation = await keptOrganisationAt(visit, params.organisation)
    return submitted(visit, readForm(contactForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <ContactPage {...{ organisation, form }} />,
      run: (change, input) => addContact(change, { ...input, organisationId: organisation.id }),
      next: () => back(visit, organisation.id, 'asked'),
      refused: saidIn(visit),
    })
  })
  const opened = async (visit: Visit, params: { organisation: string; contact: string }) => {
    const organisation = await keptOrganisationAt(visit, params.organisation)
    return { organisation, contact: await contactAt(visit, organisation.id, params.contact) }
  }
  web.get(paths.contact, async (visit, { params }) => {
    const one = await opened(visit, params)
    const { name, task, email, phone, language } = one.contact
    return { page: <ContactPage {...one} form={startWith({ name, task, email, phone, language })} /> }
  })
  web.post(paths.contact, async (visit, { params, body }) => {
    const { organisation, contact } = await opened(visit, params)
    const which = { organisationId: organisation.id, id: contact.id }
    return submitted(visit, readForm(contactForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <ContactPage {...{ organisation, contact, form }} />,
      run: (change, input) => changeContact(change, { ...input, ...which }),
      next: () => back(visit, organisation.id, 'asked'),
      refused: saidIn(visit),
    })
  })
  web.post(paths.contactRemoval, async (visit, { params }) => {
    const { organisation, contact } = await opened(visit, params)
    return changed(visit, {
      run: (change) => removeContact(change, { organisationId: organisation.id, id: contact.id }),
      next: () => back(visit, organisation.id, 'removed'),
    })
  })
}

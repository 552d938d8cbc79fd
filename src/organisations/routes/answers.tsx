import { z } from 'zod'
import { field, readForm, saying, startWith } from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { confirmContact, withdrawContact } from '../commands/contacts.ts'
import { acceptInvitation, declineInvitation } from '../commands/stewards.ts'
import { type Piece, pieces } from '../model.ts'
import { AcceptedPage, ConsentPage, InvitationPage, WithdrawnPage } from '../pages/answers.tsx'
import { paths } from '../paths.ts'
import { contactHeld, invitationHeld } from '../queries/keeping.ts'
import { text } from '../text.ts'

export const saidIn = ({ language }: Visit) => saying(text[language].refused, text[language].fields)

/** What is answered by a secret link: an invitation to look after an entry, and the question to a contact. */
export function answerRoutes(web: Web) {
  invitationRoutes(web)
  consentRoutes(web)
}

const acceptForm = z.object({ name: field.line(200) })

function invitationRoutes(web: Web) {
  web.get(paths.invitationAccepted, async () => ({ page: <AcceptedPage /> }))
  web.get(paths.invitation, async (visit, { params: { secret } }) => {
    const invitation = await invitationHeld(visit)
    return { page: <InvitationPage {...{ invitation, secret }} form={startWith({ name: invitation.name })} /> }
  })
  web.post(paths.invitation, async (visit, { params: { secret }, body }) => {
    const invitation = await invitationHeld(visit)
    const { language } = visit
    return submitted(visit, readForm(acceptForm, body, language, text[language].fields), {
      page: (form) => <InvitationPage {...{ invitation, secret, form }} />,
      run: acceptInvitation,
      next: ({ organisationId: organisation, isOwn }) => ({
        seeOther: isOwn
          ? paths.care.at(language, { organisation }, { info: 'joined' })
          : paths.invitationAccepted.at(language),
      }),
      refused: saidIn(visit),
    })
  })
  web.post(paths.declining, async (visit) => {
    await invitationHeld(visit)
    return changed(visit, {
      run: declineInvitation,
      next: () => ({ seeOther: paths.register.at(visit.language, {}, { info: 'declined' }) }),
    })
  })
}

const consentForm = z.object({ shown: field.manyOf(pieces) })

function consentRoutes(web: Web) {
  web.get(paths.withdrawn, async () => ({ page: <WithdrawnPage /> }))
  web.get(paths.consent, async (visit, { params: { secret }, query }) => {
    const contact = await contactHeld(visit)
    const form = startWith({ shown: contact.shown })
    return { page: <ConsentPage {...{ contact, secret, form }} isSaved={query.info === 'saved'} /> }
  })
  web.post(paths.consent, async (visit, { params: { secret }, body }) => {
    const contact = await contactHeld(visit)
    const { language } = visit
    return submitted(visit, readForm(consentForm, body, language, text[language].fields), {
      page: (form) => <ConsentPage {...{ contact, secret, form }} isSaved={false} />,
      run: (change, { shown }) => confirmContact(change, { shown: shown as Piece[] }),
      next: () => ({ seeOther: paths.consent.at(language, { secret }, { info: 'saved' }) }),
    })
  })
  web.post(paths.withdrawal, async (visit) => {
    await contactHeld(visit)
    return changed(visit, { run: withdrawContact, next: () => ({ seeOther: paths.withdrawn.at(visit.language) }) })
  })
}

import { type PresentGuest, presentGuest } from '../../meetings/index.ts'
import { type FormState, readForm, startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import type { Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { asGuest, commentSection, proposeWords } from '../commands/remarks.ts'
import { OwnMinutesPage, OwnProposalPage } from '../pages/own.tsx'
import { paths } from '../paths.ts'
import { heldAgreementsOf, heldSectionAt, heldSectionsOf, ownRemarks } from '../queries/held.ts'
import { text } from '../text/text.ts'
import { proposeForm } from './amendments.tsx'
import { commentForm, saidIn } from './minutes.tsx'

/** Minutes before a guest who was there: read, remarked on and proposed anew by the link of their invitation. */
export function ownRoutes(web: Web) {
  web.get(paths.own, async (visit, { params, query }) => ({
    page: await shown(visit, { secret: params.secret, isSaved: query.info === 'saved' }),
  }))
  web.post(paths.ownComment, async (visit, { params: { secret, section: id }, body }) => {
    const { id: section } = await heldSectionAt(visit, id)
    return submitted(visit, readForm(commentForm, body, visit.language, text[visit.language].fields), {
      page: (form) => shown(visit, { secret, wrong: { section, form } }),
      run: (change, input) => commentSection(change, asGuest, { ...input, id: section }),
      next: () => back(visit, secret, section),
      refused: saidIn(visit),
    })
  })
  web.get(paths.ownProposal, async (visit, { params: { secret, section: id } }) => {
    const [guest, section] = await Promise.all([presentGuest(visit), heldSectionAt(visit, id)])
    const form = startWith({ text: section.text, seen: section.revision })
    return { page: <OwnProposalPage {...{ guest, secret, section, form }} /> }
  })
  web.post(paths.ownProposal, async (visit, { params: { secret, section: id }, body }) => {
    const [guest, section] = await Promise.all([presentGuest(visit), heldSectionAt(visit, id)])
    return submitted(visit, readForm(proposeForm, body, visit.language, text[visit.language].fields), {
      page: (form) => <OwnProposalPage {...{ guest, secret, section, form }} />,
      run: (change, input) => proposeWords(change, asGuest, { ...input, id: section.id }),
      next: () => back(visit, secret, section.id),
      refused: saidIn(visit),
    })
  })
}

const back = ({ language }: Visit, secret: string, section: string) => ({
  seeOther: `${paths.own.at(language, { secret }, { info: 'saved' })}#${section}`,
})

export type Wrong = { section: string; form: FormState }
type Asked = { secret: string; isSaved?: boolean; wrong?: Wrong }

async function shown(visit: Visit, { secret, isSaved = false, wrong }: Asked) {
  const guest: PresentGuest = await presentGuest(visit)
  const [sections, agreements, said] = await Promise.all([
    heldSectionsOf(visit),
    heldAgreementsOf(visit),
    ownRemarks(visit, guest.guestId),
  ])
  return <OwnMinutesPage {...{ guest, secret, sections, agreements, said, isSaved, wrong }} />
}

import { z } from 'zod'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { addOrganisation, removeOrganisation } from '../commands/organisations.ts'
import { needGerman, optionalBilingual, optionalBilingualFields } from '../matters/matter.ts'
import { OrganisationsPage } from '../pages/edit/organisations.tsx'
import { paths } from '../paths.ts'
import { mayEditAny } from '../permissions.ts'
import { managedEdition, organisationsOf, registerNames } from '../queries/editing.ts'
import { editing } from '../text/editing.ts'
import { refusedForm } from './opened.ts'

const schema = needGerman(
  z.object({ name: field.line(200), part: field.choice(['host', 'partner']), ...optionalBilingualFields('alt', 500) }),
  'alt',
)
const gone = z.object({ organisation: field.line(40), part: field.choice(['host', 'partner']) })

/** Hosts and partners of an edition. */
export function organisationRoutes(web: Web) {
  web.get(paths.editOrganisations, async (visit, { params, query }) => ({
    page: await page(visit, params.edition, startWith({ part: 'partner' }), query.saved === '1'),
  }))
  web.upload(mayEditAny)(paths.editOrganisations, async (visit, { params, body, uploads }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const logo = uploads.find(({ field }) => field === 'file')
    return submitted(visit, readForm(schema, body, language, editing[language].labels), {
      page: (form) => page(visit, edition.slug, form, false),
      run: (change, { name, part, altDe, altEn }) =>
        addOrganisation(change, { edition: edition.slug, name, part, logo, alt: optionalBilingual(altDe, altEn) }),
      next: ({ slug }) => ({ seeOther: paths.editOrganisations.at(language, { edition: slug }, { saved: '1' }) }),
      refused: (form, refusal) => refusedForm(language, form, refusal, form),
    })
  })
  web.post(paths.removeOrganisation, async (visit, { params, body }) => {
    const { language } = visit
    const { data } = readForm(gone, body, language)
    if (!data) throw new NotFound()
    const organisation = idFrom(data.organisation)
    return visit.change(
      (change) => removeOrganisation(change, { edition: params.edition, part: data.part, organisation }),
      ({ slug }) => ({ seeOther: paths.editOrganisations.at(language, { edition: slug }, { saved: '1' }) }),
    )
  })
}

async function page(visit: WebVisit, slug: string, form: FormState, isSaved: boolean) {
  const edition = await managedEdition(visit, slug)
  const [organisations, register] = await Promise.all([organisationsOf(visit, edition.id), registerNames(visit)])
  return (
    <OrganisationsPage
      edition={edition}
      organisations={organisations}
      register={register}
      form={form}
      isSaved={isSaved}
    />
  )
}

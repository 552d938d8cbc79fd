import { z } from 'zod'
import { type FormState, field, readForm, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import { isRefusal, NotFound } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { addOrganisation, removeOrganisation } from '../commands/organisations.ts'
import { needGerman, optionalBilingual, optionalBilingualFields } from '../matters/matter.ts'
import { OrganisationsPage } from '../pages/edit/organisations.tsx'
import { paths } from '../paths.ts'
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
  web.post(paths.editOrganisations, async (visit, { params, body, uploads }) => {
    const { language } = visit
    const edition = await managedEdition(visit, params.edition)
    const { data, form } = readForm(schema, body, language, editing[language].labels)
    if (!data) return { status: 422, page: await page(visit, edition.slug, form, false) }
    const { name, part } = data
    const input = {
      name,
      part,
      logo: uploads.find(({ field }) => field === 'file'),
      alt: optionalBilingual(data.altDe, data.altEn),
    }
    const answer = await visit.change(
      (change) => addOrganisation(change, { edition: edition.slug, ...input }),
      ({ slug }) => ({ seeOther: paths.editOrganisations.at(language, { edition: slug }, { saved: '1' }) }),
    )
    if (!isRefusal(answer)) return answer
    return { status: 409, page: await page(visit, edition.slug, refusedForm(language, form, answer, form), false) }
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

import { z } from 'zod'
import { type FormState, readForm, startWith } from '../../platform/forms.ts'
import { idFrom } from '../../platform/id.ts'
import type { Bilingual } from '../../platform/language.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { changeLogo, changePortrait, type FileChange } from '../commands/files.ts'
import { both, needGerman, optionalBilingual, optionalBilingualFields } from '../matters/matter.ts'
import { PicturePage } from '../pages/edit/picture.tsx'
import { paths } from '../paths.ts'
import { mayEditAny } from '../permissions.ts'
import { managedEdition, organisationsOf, speakerOf, storedSession } from '../queries/editing.ts'
import { editing } from '../text/editing.ts'
import { refusedForm } from './opened.ts'

const schema = needGerman(z.object(optionalBilingualFields('alt', 500)), 'alt')

/** Logos of hosts and partners, portraits of speakers. */
export function pictureRoutes(web: Web) {
  web.get(paths.editLogo, async (visit, { params }) => ({ page: (await logo(visit, params)).page() }))
  web.upload(mayEditAny)(paths.editLogo, async (visit, { params, ...sent }) => {
    const { id, slug, page } = await logo(visit, params)
    return submitted(visit, readPicture(visit, sent), {
      page,
      run: (change, picture) => changeLogo(change, { edition: slug, organisation: id, ...picture }),
      next: () => ({ seeOther: paths.editOrganisations.at(visit.language, { edition: slug }, { saved: '1' }) }),
      refused: (form, refusal) => refusedForm(visit.language, form, refusal, form),
    })
  })
  web.get(paths.editPortrait, async (visit, { params }) => ({ page: (await portrait(visit, params)).page() }))
  web.upload(mayEditAny)(paths.editPortrait, async (visit, { params, ...sent }) => {
    const { session, speaker, slug, page } = await portrait(visit, params)
    return submitted(visit, readPicture(visit, sent), {
      page,
      run: (change, picture) => changePortrait(change, { edition: slug, session, speaker, ...picture }),
      next: () => ({
        seeOther: paths.editProgramme.item.at(visit.language, { edition: slug, item: session }, { saved: '1' }),
      }),
      refused: (form, refusal) => refusedForm(visit.language, form, refusal, form),
    })
  })
}

/** What was sent about a picture: another one or none, and its description. */
function readPicture({ language }: WebVisit, sent: Pick<Input<never>, 'body' | 'uploads'>) {
  const { data, form } = readForm(schema, sent.body, language, editing[language].labels)
  return { form, data: data && { file: fileSent(sent), alt: optionalBilingual(data.altDe, data.altEn) } }
}

/** The file that came, null where it is to be taken out, undefined where neither was said. */
export function fileSent({ body, uploads }: Pick<Input<never>, 'body' | 'uploads'>): FileChange | undefined {
  return uploads.find(({ field }) => field === 'file') ?? (body.noFile?.[0] ? null : undefined)
}

async function logo(visit: WebVisit, params: { edition: string; organisation: string }) {
  const { language } = visit
  const edition = await managedEdition(visit, params.edition)
  const id = idFrom(params.organisation)
  const row = (await organisationsOf(visit, edition.id)).find(({ organisationId }) => organisationId === id)
  if (!row) throw new NotFound()
  const action = paths.editLogo.at(language, { edition: edition.slug, organisation: id })
  const title = editing[language].pictures.logoOf(row.name)
  const href = hrefOf(edition.slug, row.logoId, row.logoName)
  const page = pageFor({ edition, tab: 'organisations', title, action, href }, row.logoAlt)
  return { id, slug: edition.slug, page }
}

async function portrait(visit: WebVisit, params: { edition: string; item: string; speaker: string }) {
  const { language } = visit
  const edition = await managedEdition(visit, params.edition)
  const session = (await storedSession(visit, edition.id, idFrom(params.item))).id
  const speaker = idFrom(params.speaker)
  const row = await speakerOf(visit, { session, speaker })
  const action = paths.editPortrait.at(language, { edition: edition.slug, item: session, speaker })
  const title = editing[language].pictures.portraitOf(row.name)
  const href = hrefOf(edition.slug, row.fileId, row.fileName)
  const page = pageFor({ edition, tab: 'programme', title, action, href }, row.fileAlt)
  return { session, speaker, slug: edition.slug, page }
}

const hrefOf = (edition: string, file: string | null, name: string | null) =>
  file === null ? undefined : paths.file.at('de', { edition, file, name: name ?? '' })

type Shown = Omit<Parameters<typeof PicturePage>[0], 'form'>

const pageFor =
  (shown: Shown, alt: Bilingual | null) =>
  (form: FormState = startWith(both('alt', alt))) => <PicturePage {...shown} form={form} />

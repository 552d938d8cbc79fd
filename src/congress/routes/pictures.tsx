import { startWith, withRefusal } from '../../platform/forms.ts'
import { isRefusal, NotFound, refuse } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { changeLogo, changePortrait, type FileChange } from '../commands/files.ts'
import { PicturePage } from '../pages/edit/picture.tsx'
import { paths } from '../paths.ts'
import { managedEdition, organisationsOf, speakerOf, storedSession } from '../queries/editing.ts'
import { editing } from '../text/editing.ts'
import { idFrom } from './opened.ts'

/** Logos of hosts and partners, portraits of speakers. */
export function pictureRoutes(web: Web) {
  web.get(paths.editLogo, async (visit, { params }) => ({ page: (await logo(visit, params)).page() }))
  web.post(paths.editLogo, async (visit, { params, body, uploads }) => {
    const { id, slug, page } = await logo(visit, params)
    const file = fileSent({ body, uploads })
    if (file === undefined) return { status: 422, page: page(refuse('fileMissing', 'file')) }
    const answer = await visit.change(
      (change) => changeLogo(change, { edition: slug, organisation: id, file }),
      () => ({ seeOther: paths.editOrganisations.at(visit.language, { edition: slug }, { saved: '1' }) }),
    )
    return isRefusal(answer) ? { status: 409, page: page(answer) } : answer
  })
  web.get(paths.editPortrait, async (visit, { params }) => ({ page: (await portrait(visit, params)).page() }))
  web.post(paths.editPortrait, async (visit, { params, body, uploads }) => {
    const { session, speaker, slug, page } = await portrait(visit, params)
    const file = fileSent({ body, uploads })
    if (file === undefined) return { status: 422, page: page(refuse('fileMissing', 'file')) }
    const answer = await visit.change(
      (change) => changePortrait(change, { edition: slug, session, speaker, file }),
      () => ({ seeOther: paths.editProgramme.item.at(visit.language, { edition: slug, item: session }) }),
    )
    return isRefusal(answer) ? { status: 409, page: page(answer) } : answer
  })
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
  return { id, slug: edition.slug, page: pageFor(visit, { edition, tab: 'organisations', title, action, href }) }
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
  const page = pageFor(visit, { edition, tab: 'programme', title, action, href })
  return { session, speaker, slug: edition.slug, page }
}

const hrefOf = (edition: string, file: string | null, name: string | null) =>
  file === null ? undefined : paths.file.at('de', { edition, file, name: name ?? '' })

type Shown = Omit<Parameters<typeof PicturePage>[0], 'form'>

const pageFor = ({ language }: WebVisit, shown: Shown) => {
  const t = editing[language]
  return (refusal?: Parameters<typeof withRefusal>[1]) => {
    const form = refusal ? withRefusal(startWith(), refusal, t.refused, t.labels) : startWith()
    return <PicturePage {...shown} form={form} />
  }
}

import { z } from 'zod'
import { fileAnswer } from '../../platform/files.ts'
import { bilingual, type FormState, field, readForm, saying, startWith, withRefusal } from '../../platform/forms.ts'
import type { Language } from '../../platform/language.ts'
import type { Answer } from '../../platform/reply.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, refuse, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { installation } from '../../region/index.ts'
import { removeFile, takeIn } from '../commands/files.ts'
import { FilesPage } from '../pages/files.tsx'
import { paths } from '../paths.ts'
import { mayKeepFiles, mayTakeIn } from '../permissions.ts'
import { fileList, filesPerPage, oneFile } from '../queries.ts'
import { text } from '../text.ts'
import { uploadRoutes } from './uploads.ts'

const uploadForm = z.object({
  altDe: field.optionalLine(300),
  altEn: field.optionalLine(300),
  isPublic: field.flag(),
})

export function routes(web: Web) {
  web.get(paths.file, async (visit, { params, query }): Promise<Answer> => {
    const file = await oneFile(visit, params.file)
    if (!file) throw new NotFound()
    return fileAnswer(visit.house, file, { width: query.breite, isPublic: file.isPublic })
  })
  officeRoutes(web)
  uploadRoutes(web)
}

function officeRoutes(web: Web) {
  web.get(paths.files, async (visit, { query }) => {
    const done = query.info === 'stored' || query.info === 'removed' ? query.info : undefined
    return { page: await shown(visit, startWith({}), { page: pageOf(query.seite), done }) }
  })

  web.upload(mayTakeIn)(paths.files, async (visit, { body, uploads }) => {
    if (!mayTakeIn(visit)) throw new NotFound()
    const labels = labelsOf(visit.language)
    const refused = saying(text[visit.language].refused, labels)
    const { data, form } = readForm(uploadForm, body, visit.language, labels)
    const upload = uploads.find((one) => one.field === 'file')
    const read = upload || !data ? { form, data } : { form: refused(form, refuse('fileMissing', 'file')) }
    return submitted(visit, read, {
      page: (form) => shown(visit, form),
      run: (change, { altDe, altEn, isPublic }) =>
        takeIn(change, { ...upload!, field: 'file', isPublic, alt: altDe ? bilingual(altDe, altEn) : undefined }),
      next: () => ({ seeOther: paths.files.at(visit.language, {}, { info: 'stored' }) }),
      refused,
    })
  })

  web.post(paths.removal, async (visit, { params }) => {
    if (!mayKeepFiles(visit) || !(await oneFile(visit, params.file))) throw new NotFound()
    return changed(visit, {
      run: (change) => removeFile(change, params),
      next: () => ({ seeOther: paths.files.at(visit.language, {}, { info: 'removed' }) }),
      refused: (refusal) => shown(visit, withRefusal(startWith({}), refusal, text[visit.language].refused)),
    })
  })
}

type Shown = { page?: number; done?: 'stored' | 'removed' | undefined }

async function shown(visit: Visit, form: FormState, { page = 1, done }: Shown = {}) {
  if (!mayTakeIn(visit)) throw new NotFound()
  const [{ rows, total }, { zone }] = await Promise.all([fileList(visit, page), installation(visit)])
  const pages = Math.max(1, Math.ceil(total / filesPerPage))
  const labels = labelsOf(visit.language)
  return <FilesPage {...{ form, labels, rows, page, pages, zone, done }} mayKeep={mayKeepFiles(visit)} />
}

const pageOf = (value: string | undefined) => (/^[1-9]\d{0,4}$/.test(value ?? '') ? Number(value) : 1)

function labelsOf(language: Language) {
  const { file, alt, isPublic } = text[language]
  return { file, altDe: alt, altEn: alt, isPublic }
}

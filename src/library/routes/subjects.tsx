import { z } from 'zod'
import { type Body, bilingual, bilingualFields, field, type Read, readForm, startWith } from '../../platform/forms.ts'
import { changed, submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { addSubject, changeSubject, moveSubjectUp, type SubjectInput } from '../commands/subjects.ts'
import { SubjectPage, SubjectsPage } from '../pages/subjects.tsx'
import { paths } from '../paths.ts'
import { mustKeep } from '../permissions.ts'
import { subjectRows } from '../queries/office.ts'
import { text } from '../text.ts'
import { saidIn } from './edit.tsx'

const subjectForm = z.object({ ...bilingualFields('name', 100), concept: field.optionalLink() })

/** The vocabulary of subjects: adding, renaming, ordering. */
export function subjectRoutes(web: Web) {
  const list = async (visit: Visit, form = startWith(), isSaved = false) => (
    <SubjectsPage form={form} rows={await subjectRows(visit)} isSaved={isSaved} />
  )
  const toList = (visit: Visit) => ({ seeOther: paths.subjects.at(visit.language, {}, { info: 'saved' }) })

  web.get(paths.subjects, async (visit, { query }) => ({
    page: await list(visit, startWith(), query.info === 'saved'),
  }))
  web.post(paths.subjects, async (visit, { body }) => {
    mustKeep(visit)
    return submitted(visit, inputFrom(visit, body), {
      page: (form) => list(visit, form),
      run: addSubject,
      next: () => toList(visit),
      refused: saidIn(visit),
    })
  })

  web.get(paths.subject, async (visit, { params }) => {
    const subject = await oneSubject(visit, params.subject)
    const { name, concept } = subject
    const form = startWith({ nameDe: name.de, nameEn: name.en, concept })
    return { page: <SubjectPage form={form} subject={subject} /> }
  })
  web.post(paths.subject, async (visit, { params, body }) => {
    const subject = await oneSubject(visit, params.subject)
    return submitted(visit, inputFrom(visit, body), {
      page: (form) => <SubjectPage form={form} subject={subject} />,
      run: (change, input) => changeSubject(change, { ...input, id: subject.id }),
      next: () => toList(visit),
      refused: saidIn(visit),
    })
  })
  web.post(paths.subjectUp, async (visit, { params }) => {
    mustKeep(visit)
    return changed(visit, { run: (change) => moveSubjectUp(change, { id: params.subject }), next: () => toList(visit) })
  })
}

async function oneSubject(visit: Visit, id: string) {
  const subject = (await subjectRows(visit)).find((one) => one.id === id)
  if (!subject) throw new NotFound()
  return subject
}

function inputFrom(visit: Visit, body: Body): Read<SubjectInput> {
  const { data, form } = readForm(subjectForm, body, visit.language, text[visit.language].office.fields)
  if (!data) return { form }
  return { form, data: { name: bilingual(data.nameDe, data.nameEn), concept: data.concept } }
}

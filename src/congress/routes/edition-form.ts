import type { VNode } from 'preact'
import type { FormState } from '../../platform/forms.ts'
import type { Path } from '../../platform/paths.ts'
import { isRefusal } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { changeEdition } from '../commands/edition.ts'
import type { EditionRow } from '../matters/edition.ts'
import { newSourceIn } from '../matters/source.ts'
import type { CheckLine } from '../pages/edit/overview.tsx'
import { type ManagedEdition, managedEdition } from '../queries/editing.ts'
import { type opened, refusedForm } from './opened.ts'

/** A question asked before something is saved: its page shows what speaks against it. */
type Question = { mark: string; points: readonly CheckLine[] }
export type Shown = { form: FormState; isSaved: boolean; question?: Question | undefined }
export type EditionForm = {
  stored: FormState
  read: (...input: Parameters<ReturnType<typeof opened>['read']>) => {
    form: FormState
    values?: Partial<EditionRow>
    seen: string
  }
  options?: Parameters<typeof refusedForm>[4]
  page: (shown: Shown) => VNode
  /** Asks before these values are saved; the form carries the question's mark once it has been seen. */
  asks?: (values: Partial<EditionRow>) => Promise<Question | undefined>
}
type Place = Input<'edition'>

/** The pages of one form about an edition: show, read, change, show again. */
export function editionForm(
  web: Web,
  path: Path<'edition'>,
  open: (visit: WebVisit, edition: ManagedEdition) => Promise<EditionForm>,
) {
  web.get(path, async (visit, { params, query }: Place) => {
    const { stored, page } = await open(visit, await managedEdition(visit, params.edition))
    return { page: page({ form: stored, isSaved: query.saved === '1' }) }
  })
  web.post(path, async (visit, { params, body }: Place) => {
    const { language } = visit
    const { read, page, options, asks } = await open(visit, await managedEdition(visit, params.edition))
    const { form, values, seen } = read(body, language)
    if (!values) return { status: 422, page: page({ form, isSaved: false }) }
    const question = await asks?.(values)
    if (question && question.mark !== body.points?.[0])
      return { status: 409, page: page({ form, isSaved: false, question }) }
    const answer = await visit.change(
      (change) => changeEdition(change, { edition: params.edition, values, seen, source: newSourceIn(form) }),
      ({ slug }) => ({ seeOther: path.at(language, { edition: slug }, { saved: '1' }) }),
    )
    if (!isRefusal(answer)) return answer
    const again = await open(visit, await managedEdition(visit, params.edition))
    return {
      status: 409,
      page: again.page({ form: refusedForm(language, form, answer, again.stored, options), isSaved: false }),
    }
  })
}

import type { VNode } from 'preact'
import type { FormState, Read } from '../../platform/forms.ts'
import type { Path } from '../../platform/paths.ts'
import { submitted } from '../../platform/submitted.ts'
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
  read: (...input: Parameters<ReturnType<typeof opened>['read']>) => Read<{
    values: Partial<EditionRow>
    seen: string
  }>
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
    const { data, form } = read(body, language)
    const question = data && (await asks?.(data.values))
    if (question && question.mark !== body.points?.[0])
      return { status: 409, page: page({ form, isSaved: false, question }) }
    let now = { page, stored: form }
    return submitted(
      visit,
      { data, form },
      {
        page: (form) => now.page({ form, isSaved: false }),
        run: (change, sent) => changeEdition(change, { edition: params.edition, ...sent, source: newSourceIn(form) }),
        next: ({ slug }) => ({ seeOther: path.at(language, { edition: slug }, { saved: '1' }) }),
        async refused(form, refusal) {
          now = await open(visit, await managedEdition(visit, params.edition))
          return refusedForm(language, form, refusal, now.stored, options)
        },
      },
    )
  })
}

import { z } from 'zod'
import { ownQuery } from '../library/index.ts'
import { type FormState, field, readForm, startWith } from '../platform/forms.ts'
import { submitted } from '../platform/submitted.ts'
import { isRefusal, type Visit } from '../platform/visit.ts'
import type { Web } from '../platform/web.tsx'
import { askForAlert, confirmAlert, endAlert } from './commands.ts'
import { AlertPage, AskPage, SaidPage } from './pages/alerts.tsx'
import { paths } from './paths.ts'
import { ownAlert, searchInWords } from './queries.ts'
import { text } from './text.ts'

const form = z.object({ email: field.email(), search: field.optionalLine(1000) })
const pageOf = (visit: Visit, shown: FormState) => (
  <AskPage form={shown} search={searchInWords(visit.language, shown.values.search?.[0] ?? '')} />
)

/** Saved searches: asked for, confirmed and ended by whoever holds the link. */
export function routes(web: Web) {
  web.get(paths.ask, async (visit, { query }) => {
    if (query.info === 'sent') return { page: <SaidPage said="sent" /> }
    if (query.info === 'ended') return { page: <SaidPage said="ended" /> }
    const search = new URLSearchParams(ownQuery(query) as Record<string, string>).toString()
    return { page: pageOf(visit, startWith({ search })) }
  })
  web.post(paths.ask, async (visit, { body }) =>
    submitted(visit, readForm(form, body, visit.language, text[visit.language].fields), {
      page: (shown) => pageOf(visit, shown),
      run: (change, { email, search }) => askForAlert(change, { email, search: tidied(search) }),
      next: () => ({ seeOther: paths.ask.at(visit.language, {}, { info: 'sent' }) }),
    }),
  )
  web.get(paths.alert, async (visit, { params }) => {
    const { search, confirmedAt } = await ownAlert(visit)
    const said = searchInWords(visit.language, search)
    return { page: <AlertPage secret={params.secret} search={said} isConfirmed={confirmedAt !== null} /> }
  })
  web.post(paths.alert, async (visit, { params }) => {
    const done = await visit.change(confirmAlert, () => ({ seeOther: paths.alert.at(visit.language, params) }))
    if (isRefusal(done)) throw new Error('never refused')
    return done
  })
  // Mail programs send this by themselves, without a form (RFC 8058).
  web.receive('post')(paths.end, async (visit) => {
    const done = await visit.change(endAlert, () => ({
      seeOther: paths.ask.at(visit.language, {}, { info: 'ended' }),
    }))
    if (isRefusal(done)) throw new Error('never refused')
    return done
  })
}

/** The search as an address says it, whatever was sent in its place. */
const tidied = (search: string) =>
  new URLSearchParams(ownQuery(Object.fromEntries(new URLSearchParams(search))) as Record<string, string>).toString()

import { z } from 'zod'
import { field, isRefusal, readForm, saying, startWith } from '../../platform/forms.ts'
import { submitted } from '../../platform/submitted.ts'
import type { Refusal } from '../../platform/visit.ts'
import type { Web, WebVisit } from '../../platform/web.tsx'
import { askForEmail, confirmEmail, keepEmail } from '../commands/email.ts'
import { EmailLinkPage, EmailPage } from '../pages/email.tsx'
import { paths } from '../paths.ts'
import { askedEmail } from '../queries/email.ts'
import { ownRegistration } from '../queries/own.ts'
import { emailText } from '../text/email.ts'
import { mayOf } from './forms.ts'

const emailForm = z.object({ email: field.email() })

/** How a person changes their own address: ask, confirm with the new one, object with the old one. */
export function emailRoutes(web: Web) {
  web.get(paths.email, async (visit, { params }) => {
    const own = await ownRegistration(visit)
    if (!mayOf(visit, own).change) return { seeOther: paths.own.at(visit.language, params) }
    return { page: <EmailPage own={own} secret={params.secret} form={startWith({})} labels={labelsOf(visit)} /> }
  })
  web.post(paths.email, async (visit, { params, body }) => {
    const own = await ownRegistration(visit)
    const labels = labelsOf(visit)
    return submitted(visit, readForm(emailForm, body, visit.language, labels), {
      page: (form) => <EmailPage own={own} secret={params.secret} form={form} labels={labels} />,
      run: askForEmail,
      next: () => ({ seeOther: paths.own.at(visit.language, params) }),
      refused: saying(emailText[visit.language].refused, labels),
    })
  })
  const links = [
    ['confirm', paths.confirmEmail, 'confirmHash', confirmEmail, 'email'],
    ['keep', paths.keepEmail, 'keepHash', keepEmail, 'kept'],
  ] as const
  for (const [kind, path, hash, command, info] of links) {
    web.get(path, async (visit, { params }) => {
      const asked = await askedEmail(visit, hash)
      const page = <EmailLinkPage asked={asked} secret={params.secret} kind={kind} />
      return { page, status: asked.refused ? 410 : 200 }
    })
    web.post(path, async (visit, { params }) => {
      await askedEmail(visit, hash)
      const answer = await visit.change<{ secret: string } | Refusal>(command, ({ secret }) => ({
        seeOther: paths.own.at(visit.language, { secret }, { info }),
      }))
      if (!isRefusal(answer)) return answer
      const asked = await askedEmail(visit, hash)
      return { page: <EmailLinkPage asked={asked} secret={params.secret} kind={kind} />, status: 410 }
    })
  }
}

const labelsOf = ({ language }: Pick<WebVisit, 'language'>) => ({ email: emailText[language].ask.email })

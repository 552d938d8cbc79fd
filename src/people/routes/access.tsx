import { z } from 'zod'
import { field, readForm, startWith } from '../../platform/forms.ts'
import { isId } from '../../platform/id.ts'
import type { Room } from '../../platform/room.ts'
import { submitted } from '../../platform/submitted.ts'
import { isRefusal } from '../../platform/visit.ts'
import type { Input, Web, WebVisit } from '../../platform/web.tsx'
import { askForLink } from '../commands/links.ts'
import { openSignInChallenge, signInWithPasskey } from '../commands/passkeys.ts'
import { endSignIn, signInWithLink } from '../commands/sign-ins.ts'
import { deviceOf } from '../model.ts'
import { AccessPage, LinkPage, SentPage } from '../pages/access.tsx'
import { paths } from '../paths.ts'
import { linkState } from '../queries/account.ts'
import { text } from '../text.ts'

const askForm = z.object({ email: field.email() })
const told = { abgemeldet: 'signedOut', geschlossen: 'closed', passkey: 'passkeyFailed' } as const

/** Signing in and out; `rooms` may know where to go first. */
export function accessRoutes(web: Web, rooms: readonly Room[]) {
  web.get(paths.access, async (visit, { query }) => ({
    page: (
      <AccessPage
        form={startWith()}
        name={visit.viewer.kind === 'person' ? visit.viewer.name : undefined}
        told={told[query.info as keyof typeof told]}
      />
    ),
  }))

  web.post(paths.access, async (visit, { body }) => {
    const t = text[visit.language]
    return submitted(visit, readForm(askForm, body, visit.language, { email: t.access.email }), {
      page: (form) => <AccessPage form={form} />,
      run: askForLink,
      next: () => ({ seeOther: paths.linkSent.at(visit.language) }),
    })
  })

  web.get(paths.linkSent, async () => ({ page: <SentPage /> }))

  web.get(paths.link, async (visit, { params }) => linkPage(visit, params.secret, await linkState(visit)))

  web.post(paths.link, async (visit, { params, request }) => {
    const device = deviceIn(request)
    const answer = await visit.change(
      (change) => signInWithLink(change, { device }),
      ({ secret }) => ({ seeOther: paths.onward.at(visit.language), cookie: secret }),
    )
    return isRefusal(answer) ? linkPage(visit, params.secret, await linkState(visit)) : answer
  })

  web.get(paths.onward, async (visit) => {
    if (visit.viewer.kind !== 'person') return { seeOther: paths.access.at(visit.language) }
    for (const { landing } of rooms) {
      const href = await landing?.(visit)
      if (href) return { seeOther: href }
    }
    return { seeOther: paths.account.at(visit.language) }
  })

  web.post(paths.passkeyChallenge, (visit) => visit.change(openSignInChallenge, (json) => ({ json })))

  web.post(paths.passkeySignIn, async (visit, { body, request }) => {
    const input = { ...answered(body), device: deviceIn(request) }
    const back = { seeOther: paths.access.at(visit.language, {}, { info: 'passkey' }) }
    if (!isId(input.challenge)) return back
    return visit.change(
      (change) => signInWithPasskey(change, input),
      (done) => ('failed' in done ? back : { seeOther: paths.onward.at(visit.language), cookie: done.secret }),
    )
  })

  web.post(paths.signOut, async (visit) => {
    const bye = { seeOther: paths.access.at(visit.language, {}, { info: 'abgemeldet' }), cookie: '' }
    const { viewer } = visit
    if (viewer.kind !== 'person') return bye
    return visit.change(
      (change) => endSignIn(change, { signIn: viewer.signIn }),
      () => bye,
    )
  })
}

function linkPage(visit: WebVisit, secret: string, state: Awaited<ReturnType<typeof linkState>>) {
  const page = <LinkPage state={state} action={paths.link.at(visit.language, { secret })} form={startWith()} />
  return { status: { open: 200, used: 410, expired: 410, unknown: 404 }[state], page }
}

const deviceIn = (request: Input<never>['request']) =>
  deviceOf(String(request.headers['user-agent'] ?? '').slice(0, 500))

/** What a passkey's form sends, as it came; the command judges it. */
export const answered = (body: Input<never>['body']) => ({
  challenge: body.challenge?.[0] ?? '',
  credential: (body.credential?.[0] ?? '').slice(0, 20_000),
})

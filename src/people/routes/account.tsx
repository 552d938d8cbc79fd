import { z } from 'zod'
import { field, readForm, saying, startWith } from '../../platform/forms.ts'
import { isId } from '../../platform/id.ts'
import type { Room } from '../../platform/room.ts'
import { submitted } from '../../platform/submitted.ts'
import { NotFound, type Visit } from '../../platform/visit.ts'
import type { Web } from '../../platform/web.tsx'
import { closeOwnAccount } from '../commands/closing.ts'
import { addPasskey, openAddChallenge, removePasskey } from '../commands/passkeys.ts'
import { changeAccount, endOtherSignIns, endSignIn } from '../commands/sign-ins.ts'
import { AccountPage, type Told } from '../pages/account.tsx'
import { paths } from '../paths.ts'
import { accountOf } from '../queries/account.ts'
import { zoneHere } from '../queries/audit.ts'
import { text } from '../text.ts'
import { answered } from './access.tsx'

const accountForm = z.object({ name: field.line(200), language: field.choice(['de', 'en']) })
const closingForm = z.object({ isSure: field.agreed() })
const told: Record<string, Told> = {
  gespeichert: 'saved',
  passkey: 'passkeyAdded',
  fehler: 'passkeyFailed',
  abgemeldet: 'ended',
}

/** The own account; nobody who is not signed in finds it. */
export function accountRoutes(web: Web, rooms: readonly Room[]) {
  const shown = (visit: Visit) => shownAccount(visit, rooms)

  web.get(paths.account, async (visit, { query }) => {
    const { account, ...rest } = await shown(visit)
    const form = startWith({ name: account.name, language: account.language })
    return { page: <AccountPage {...rest} account={account} form={form} told={told[query.info ?? '']} /> }
  })

  web.post(paths.account, async (visit, { body }) => {
    const props = await shown(visit)
    const { name, language } = text[visit.language].account
    return submitted(visit, readForm(accountForm, body, visit.language, { name, language }), {
      page: (form) => <AccountPage {...props} form={form} />,
      run: changeAccount,
      next: () => back(visit, 'gespeichert'),
    })
  })

  web.post(paths.passkeyAddChallenge, (visit) => visit.change(openAddChallenge, (json) => ({ json })))

  web.post(paths.passkeys, async (visit, { body }) => {
    mustBeSignedIn(visit)
    const { data } = readForm(z.object({ label: field.optionalLine(80) }), body, visit.language)
    const input = answered(body)
    if (!isId(input.challenge)) return back(visit, 'fehler')
    const label = data?.label || text[visit.language].account.passkeys
    return visit.change(
      (change) => addPasskey(change, { ...input, label }),
      (done) => back(visit, 'failed' in done ? 'fehler' : 'passkey'),
    )
  })

  web.post(paths.passkeyRemoval, (visit, { body }) => {
    const passkey = (body.passkey?.[0] ?? '').slice(0, 2000)
    return visit.change(
      (change) => removePasskey(change, { passkey }),
      () => back(visit, 'gespeichert'),
    )
  })

  web.post(paths.otherSignInsEnd, (visit) => visit.change(endOtherSignIns, () => back(visit, 'abgemeldet')))

  web.post(paths.ownClosing, async (visit, { body }) => {
    const props = await shown(visit)
    const { account } = props
    const labels = { isSure: text[visit.language].account.closeSure }
    const own = { name: account.name, language: account.language }
    return submitted(visit, readForm(closingForm, body, visit.language, labels), {
      page: ({ values, problems }) => (
        <AccountPage {...props} form={{ values: { ...values, ...startWith(own).values }, problems }} />
      ),
      run: closeOwnAccount,
      next: () => ({ seeOther: paths.access.at(visit.language, {}, { info: 'geschlossen' }), cookie: '' }),
      refused: saying(text[visit.language].refused, labels),
    })
  })

  web.post(paths.signInEnd, async (visit, { params: { signIn } }) => {
    if (!isId(signIn)) throw new NotFound()
    return visit.change(
      (change) => endSignIn(change, { signIn }),
      ({ isOwn }) => (isOwn ? { seeOther: paths.access.at(visit.language), cookie: '' } : back(visit, 'abgemeldet')),
    )
  })
}

async function shownAccount(visit: Visit, rooms: readonly Room[]) {
  mustBeSignedIn(visit)
  const [account, zone, keptAlone] = await Promise.all([
    accountOf(visit),
    zoneHere(visit),
    Promise.all(rooms.map((room) => room.keptAlone?.(visit) ?? [])),
  ])
  if (!account) throw new NotFound()
  return { account, zone, keptAlone: keptAlone.flat() }
}

function mustBeSignedIn({ viewer }: Visit) {
  if (viewer.kind !== 'person') throw new NotFound()
}

const back = (visit: Visit, info: string) => ({ seeOther: paths.account.at(visit.language, {}, { info }) })

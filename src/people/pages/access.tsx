import {
  Col,
  Cols,
  ErrorSummary,
  More,
  Note,
  Notice,
  Page,
  PostForm,
  Stack,
  Submit,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'
import { PasskeyForm } from './passkey-form.tsx'

type AccessProps = {
  form: FormState
  name?: string | undefined
  told?: 'signedOut' | 'closed' | 'passkeyFailed' | undefined
}

/** Where one signs in: by mail, or with a passkey where the browser can. */
export function AccessPage({ form, name, told }: AccessProps) {
  const t = useText()
  const { language } = useFrame()
  const words = t.access
  return (
    <Page title={words.title} kind="public" lead={words.lead} hasProblems={form.problems.length > 0}>
      <Stack>
        {(told === 'signedOut' || told === 'closed') && <Notice kind="success" title={words[told]} />}
        {told === 'passkeyFailed' && (
          <Notice kind="warning" title={words.passkeyFailed}>
            {words.passkeyFailedLead}
          </Notice>
        )}
        {name && (
          <Notice title={words.already(name)}>
            <More href={paths.account.at(language)}>{words.toAccount}</More>
          </Notice>
        )}
        <Cols>
          <Col span={6}>
            <h2>{words.byMail}</h2>
            <ErrorSummary form={form} />
            <LinkForm form={form} />
          </Col>
          <Col span={6}>
            <h2>{words.byPasskey}</h2>
            <p>{words.byPasskeyLead}</p>
            <PasskeyForm
              kind="sign-in"
              action={paths.passkeySignIn.at(language)}
              challenge={paths.passkeyChallenge.at(language)}
              submit={words.passkey}
              stopped={words.passkeyStopped}
              without={words.passkeyNeedsScript}
            />
          </Col>
        </Cols>
        <Note>{words.participants}</Note>
      </Stack>
    </Page>
  )
}

/** Asks for the address to which a link is sent. */
function LinkForm({ form }: { form: FormState }) {
  const t = useText()
  const { language } = useFrame()
  return (
    <PostForm action={paths.access.at(language)}>
      <TextField
        form={form}
        name="email"
        type="email"
        label={t.access.email}
        hint={t.access.byMailLead}
        autocomplete="username"
        maxLength={254}
      />
      <Submit>{t.access.send}</Submit>
    </PostForm>
  )
}

/** Said to everybody who asked for a link, whether there is an account or not. */
export function SentPage() {
  const t = useText()
  const { language } = useFrame()
  return (
    <Page title={t.sent.title} kind="public" lead={t.sent.lead}>
      <Stack>
        <p>{t.sent.nothing}</p>
        <p>
          <More href={paths.access.at(language)}>{t.sent.again}</More>
        </p>
      </Stack>
    </Page>
  )
}

type LinkProps = { state: 'open' | 'used' | 'expired' | 'unknown'; action: string; form: FormState }

/** What a mailed link opens. Signing in takes a button, because programs that check mails open links too. */
export function LinkPage({ state, action, form }: LinkProps) {
  const t = useText()
  if (state === 'open')
    return (
      <Page title={t.link.title} kind="public" lead={t.link.open}>
        <PostForm action={action}>
          <Submit>{t.link.signIn}</Submit>
        </PostForm>
      </Page>
    )
  return (
    <Page title={t.link.titles[state]} kind="public" lead={t.link.words[state]}>
      <LinkForm form={form} />
    </Page>
  )
}

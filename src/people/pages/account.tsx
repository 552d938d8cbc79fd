import {
  Band,
  Checkbox,
  ErrorSummary,
  Notice,
  Page,
  PostButton,
  PostForm,
  Stack,
  State,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import { type FormState, startWith } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import type { Named } from '../../platform/room.ts'
import { closedDays } from '../model.ts'
import { paths } from '../paths.ts'
import type { Account, OwnPasskey, OwnSignIn } from '../queries/account.ts'
import { useText } from '../text.ts'
import { LanguageField } from './language-field.tsx'
import { PasskeyForm } from './passkey-form.tsx'

export type Told = 'saved' | 'passkeyAdded' | 'passkeyFailed' | 'ended'
type Props = {
  account: Account
  zone: string
  /** What nobody keeps but this person. */
  keptAlone: readonly Named[]
  form: FormState
  told?: Told | undefined
}

/** The own account: name and language, passkeys, devices. */
export function AccountPage({ account, zone, keptAlone, form, told }: Props) {
  const t = useText()
  const words = t.account
  const frame = useFrame()
  return (
    <Page title={words.title} kind="office" lead={account.email} hasProblems={form.problems.length > 0} wide>
      <Band>
        <Stack>
          {told && (
            <Notice kind={told === 'passkeyFailed' ? 'warning' : 'success'} title={words[told]}>
              {told === 'passkeyFailed' && words.passkeyFailedLead}
            </Notice>
          )}
          {frame.person && frame.person.menu.length > 0 && (
            <>
              <h2>{words.rooms}</h2>
              <ul class="rooms">
                {frame.person.menu.map(({ href, label }) => (
                  <li key={href}>
                    <a href={href}>{label}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
          <h2>{words.you}</h2>
          <ErrorSummary form={form} />
          <NameForm form={form} />
        </Stack>
      </Band>
      <Band id="passkeys">
        <Passkeys passkeys={account.passkeys} zone={zone} />
      </Band>
      <Band id="devices">
        <Devices signIns={account.signIns} zone={zone} />
      </Band>
      <Band id="closing">
        <Closing form={form} keptAlone={keptAlone} />
      </Band>
    </Page>
  )
}

function NameForm({ form }: { form: FormState }) {
  const words = useText().account
  const { language } = useFrame()
  return (
    <PostForm action={paths.account.at(language)}>
      <TextField form={form} name="name" label={words.name} hint={words.nameHint} autocomplete="name" maxLength={200} />
      <LanguageField form={form} label={words.language} names={words.languages} />
      <Submit>{words.save}</Submit>
    </PostForm>
  )
}

function Closing({ form, keptAlone }: Pick<Props, 'form' | 'keptAlone'>) {
  const words = useText().account
  const { language } = useFrame()
  return (
    <Stack>
      <h2>{words.close}</h2>
      <p>{words.closeLead(closedDays)}</p>
      {keptAlone.length > 0 && (
        <Notice kind="warning" title={words.keptAlone}>
          <ul>
            {keptAlone.map(({ id, text, href }) => (
              <li key={id}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <PostForm action={paths.ownClosing.at(language)}>
        <Checkbox form={form} name="isSure" label={words.closeSure} isRequired />
        <Submit weight="danger">{words.close}</Submit>
      </PostForm>
    </Stack>
  )
}

function Passkeys({ passkeys, zone }: { passkeys: readonly OwnPasskey[]; zone: string }) {
  const t = useText()
  const words = t.account
  const { language } = useFrame()
  const { short } = dates(language, zone)
  return (
    <Stack>
      <h2>{words.passkeys}</h2>
      <p>{words.passkeysLead}</p>
      <Table
        caption={words.passkeys}
        isCaptionHidden
        rows={passkeys}
        keyOf={({ id }) => id}
        empty={words.noPasskeys}
        columns={[
          { label: words.label, kind: 'name', cell: ({ label }) => label },
          { label: words.added, cell: ({ since }) => `${words.added}: ${short(since)}` },
          { label: words.used, cell: ({ used }) => `${words.used}: ${used ? short(used) : words.never}` },
          {
            label: words.action,
            kind: 'action',
            cell: ({ id, label }) => (
              <PostButton
                action={paths.passkeyRemoval.at(language)}
                values={{ passkey: id }}
                weight="second"
                about={label}
              >
                {words.remove}
              </PostButton>
            ),
          },
        ]}
      />
      <PasskeyForm
        kind="add"
        action={paths.passkeys.at(language)}
        challenge={paths.passkeyAddChallenge.at(language)}
        submit={words.addPasskey}
        stopped={words.passkeyStopped}
        without={t.access.passkeyNeedsScript}
      >
        <TextField
          form={startWith()}
          name="label"
          label={words.passkeyName}
          hint={words.passkeyNameHint}
          maxLength={80}
          autocomplete="off"
        />
      </PasskeyForm>
    </Stack>
  )
}

function Devices({ signIns, zone }: { signIns: readonly OwnSignIn[]; zone: string }) {
  const words = useText().account
  const { language } = useFrame()
  const { short, dense } = dates(language, zone)
  const nameOf = ({ device }: OwnSignIn) => device || words.unknownDevice
  return (
    <Stack>
      <h2>{words.devices}</h2>
      <Table
        caption={words.devices}
        isCaptionHidden
        rows={signIns}
        keyOf={({ id }) => id}
        columns={[
          {
            label: words.device,
            kind: 'name',
            cell: (one) => (
              <>
                {nameOf(one)}
                {one.isThis && (
                  <>
                    {' '}
                    <State form="done">{words.thisDevice}</State>
                  </>
                )}
              </>
            ),
          },
          { label: words.means, cell: ({ means }) => words.meansWords[means] },
          { label: words.since, cell: ({ since }) => `${words.since} ${short(since)}` },
          { label: words.seen, cell: ({ seen }) => `${words.seen}: ${dense(seen)}` },
          {
            label: words.action,
            kind: 'action',
            cell: (one) => (
              <PostButton action={paths.signInEnd.at(language, { signIn: one.id })} weight="second" about={nameOf(one)}>
                {words.end}
              </PostButton>
            ),
          },
        ]}
      />
      {signIns.length > 1 && (
        <PostButton action={paths.otherSignInsEnd.at(language)} weight="danger">
          {words.endOthers}
        </PostButton>
      )}
    </Stack>
  )
}

import {
  Checkboxes,
  ErrorSummary,
  Facts,
  LastStop,
  More,
  Notice,
  Page,
  PostButton,
  PostForm,
  Stack,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import { peoplePaths } from '../../people/index.ts'
import { readableEmail } from '../../platform/address.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { privacyNotice } from '../../platform/paths.ts'
import { pieces } from '../model.ts'
import { paths } from '../paths.ts'
import type { HeldContact, Invitation } from '../queries/keeping.ts'
import { useText } from '../text.ts'

const unlisted = <meta name="robots" content="noindex" />

type InvitationProps = { invitation: Invitation; secret: string; form: FormState }

/** An invitation to look after an organisation, opened by its link. */
export function InvitationPage({ invitation, secret, form }: InvitationProps) {
  const { language } = useFrame()
  const t = useText()
  const { invitation: words, fields } = t
  return (
    <Page
      kind="public"
      title={words.title(invitation.organisation)}
      lead={words.lead}
      hasProblems={form.problems.length > 0}
      meta={unlisted}
    >
      <Stack>
        <Facts facts={[{ label: fields.email, value: invitation.email && readableEmail(invitation.email) }]} />
        <ErrorSummary form={form} labels={fields} />
        <PostForm action={paths.invitation.at(language, { secret })}>
          <Stop legend={words.you}>
            <TextField form={form} name="name" label={fields.name} autocomplete="name" maxLength={200} />
          </Stop>
          <LastStop title={words.accept}>
            <Privacy />
            <Submit>{words.accept}</Submit>
          </LastStop>
        </PostForm>
        <PostButton action={paths.declining.at(language, { secret })} weight="second">
          {words.decline}
        </PostButton>
      </Stack>
    </Page>
  )
}

/** Said to somebody who was not signed in: that they have accepted, and how they get to the entry. */
export function AcceptedPage() {
  const { language } = useFrame()
  const { invitation: words } = useText()
  return (
    <Page kind="public" title={words.accepted} lead={words.acceptedLead} meta={unlisted}>
      <Stack>
        <p>{words.nothingCame}</p>
        <More href={peoplePaths.access.at(language)}>{words.anotherLink}</More>
      </Stack>
    </Page>
  )
}

type ConsentProps = { contact: HeldContact; secret: string; form: FormState; isSaved: boolean }

/** What is entered of a contact, and what everybody may see of it: the contact decides. */
export function ConsentPage({ contact, secret, form, isSaved }: ConsentProps) {
  const { language } = useFrame()
  const t = useText()
  const { consent } = t
  const values = { ...contact, email: readableEmail(contact.email) }
  const known = pieces.filter((piece) => contact[piece] !== '')
  return (
    <Page
      kind="public"
      title={consent.title(contact.organisation)}
      lead={consent.lead}
      hasProblems={form.problems.length > 0}
      meta={unlisted}
    >
      <Stack>
        {isSaved && <Notice kind="success" title={consent.saved} />}
        <ErrorSummary form={form} labels={t.fields} />
        <h2>{consent.entered}</h2>
        <Facts facts={known.map((piece) => ({ label: t.pieces[piece], value: values[piece] }))} />
        <PostForm action={paths.consent.at(language, { secret })}>
          <Stop legend={consent.choose}>
            <Checkboxes
              form={form}
              name="shown"
              label={consent.choose}
              hint={consent.chooseHint}
              options={known.map((value) => ({ value, label: t.pieces[value] }))}
            />
          </Stop>
          <LastStop title={consent.agree}>
            <Privacy />
            <Submit>{consent.agree}</Submit>
          </LastStop>
        </PostForm>
        <PostButton action={paths.withdrawal.at(language, { secret })} weight="danger">
          {consent.remove}
        </PostButton>
      </Stack>
    </Page>
  )
}

/** Said to a contact who has deleted their details. */
export function WithdrawnPage() {
  const { consent } = useText()
  return <Page kind="public" title={consent.gone} lead={consent.goneLead} meta={unlisted} />
}

function Privacy() {
  const { language } = useFrame()
  const t = useText()
  return (
    <p>
      <More href={privacyNotice.at(language)}>{t.privacy}</More>
    </p>
  )
}

import {
  ErrorSummary,
  Facts,
  LastStop,
  More,
  Page,
  PostButton,
  PostForm,
  Stack,
  Stop,
  Submit,
  TextField,
} from '../../design/index.tsx'
import { readableEmail } from '../../platform/address.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { inLanguage } from '../../platform/language.ts'
import { privacyNotice } from '../../platform/paths.ts'
import { paths } from '../paths.ts'
import type { Invitation } from '../queries/members.ts'
import { useText } from '../text/group.ts'
import { ConsentFields, OrganisationField, Running } from './parts.tsx'

type Props = { invitation: Invitation; secret: string; form: FormState; names: readonly string[] }

/** An invitation, opened by its link: what the group is, and the answer. */
export function InvitationPage({ invitation, secret, form, names }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { invitation: words, fields } = t
  const isOwn = invitation.way !== 'invitation'
  const group = inLanguage(language, invitation.group)
  return (
    <Page
      kind="public"
      title={isOwn ? words.titleOwn(group) : words.title(group)}
      lead={words.lead(inLanguage(language, invitation.congress))}
      hasProblems={form.problems.length > 0}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        {invitation.mandate && (
          <>
            <h2>{t.mandate}</h2>
            <Running of={invitation.mandate} />
          </>
        )}
        <Facts
          facts={[
            { label: words.as, value: t.parts[invitation.part] },
            { label: fields.email, value: invitation.email && readableEmail(invitation.email) },
          ]}
        />
        <ErrorSummary form={form} labels={fields} />
        <PostForm action={paths.invitation.at(language, { secret })}>
          <Stop legend={words.you}>
            <TextField form={form} name="name" label={fields.name} autocomplete="name" maxLength={200} />
            <OrganisationField form={form} names={names} />
          </Stop>
          <ConsentFields form={form} />
          <LastStop title={isOwn ? words.acceptOwn : words.accept}>
            <p>
              <More href={privacyNotice.at(language)}>{t.joinPage.privacy}</More>
            </p>
            <Submit>{isOwn ? words.acceptOwn : words.accept}</Submit>
          </LastStop>
        </PostForm>
        <PostButton action={paths.declining.at(language, { secret })} weight="second">
          {words.decline}
        </PostButton>
      </Stack>
    </Page>
  )
}

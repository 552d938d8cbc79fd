import {
  Actions,
  ErrorSummary,
  Hidden,
  More,
  Note,
  Page,
  PostButton,
  PostForm,
  Stack,
  Submit,
  TextField,
} from '../../design/index.tsx'
import { libraryPaths } from '../../library/index.ts'
import { type FormState, valueOf } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import { useText } from '../text.ts'

/** Asks where to send what is new in a search. */
export function AskPage({ form, search }: { form: FormState; search: string }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page kind="public" title={t.title} lead={t.lead(search)} head="plain" hasProblems={form.problems.length > 0}>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.ask.at(language)}>
        <Hidden name="search" value={valueOf(form, 'search')} />
        <TextField form={form} name="email" label={t.fields.email} type="email" autocomplete="email" maxLength={254} />
        <Note>{t.privacy}</Note>
        <Submit>{t.send}</Submit>
      </PostForm>
    </Page>
  )
}

/** What has just been done, and back to the library. */
export function SaidPage({ said }: { said: 'sent' | 'ended' }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page kind="public" title={t.said[said].title} lead={t.said[said].lead} head="plain">
      <More href={libraryPaths.library.at(language)}>{t.library}</More>
    </Page>
  )
}

/** A search of one's own: to confirm, or to end. */
export function AlertPage({ secret, search, isConfirmed }: { secret: string; search: string; isConfirmed: boolean }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page kind="public" title={t.title} lead={isConfirmed ? t.running(search) : t.lead(search)} head="plain">
      <Stack>
        <Actions>
          {!isConfirmed && <PostButton action={paths.alert.at(language, { secret })}>{t.confirm}</PostButton>}
          <PostButton action={paths.end.at(language, { secret })} weight="second">
            {t.end}
          </PostButton>
        </Actions>
      </Stack>
    </Page>
  )
}

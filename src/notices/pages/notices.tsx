import { ErrorSummary, LastStop, Notice, Page, PostForm, Radios, Stack, Stop, Submit } from '../../design/index.tsx'
import { type Group, Inner } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import { home } from '../../platform/paths.ts'
import { paces } from '../model.ts'
import { paths } from '../paths.ts'
import { useText } from '../text/text.ts'

type Props = { form: FormState; done?: 'saved' | 'ended' | undefined }

/** How often somebody in a group is told what is new. */
export function OwnNoticesPage({ group, form, done }: Props & { group: Group }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner group={group} tab="inner" title={t.title} lead={t.lead} form={form} below={[{ label: t.title }]}>
      <PaceForm action={paths.own.at(language, { group: group.id })} {...{ form, done }} />
    </Inner>
  )
}

/** The same for who came by the link in a mail, without signing in. */
export function HeldNoticesPage({ group, secret, form, done }: Props & { group: Bilingual; secret: string }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.heldTitle(inLanguage(language, group))}
      lead={t.lead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.home, href: home.at(language) }, { label: t.title }]}
      meta={<meta name="robots" content="noindex" />}
    >
      <Stack>
        <PaceForm action={paths.held.at(language, { secret })} {...{ form, done }} />
      </Stack>
    </Page>
  )
}

function PaceForm({ action, form, done }: Props & { action: string }) {
  const t = useText()
  return (
    <>
      {done && <Notice kind="success" title={t[done]} />}
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={action}>
        <Stop legend={t.legend}>
          <Radios form={form} name="pace" options={paces.map((value) => ({ value, label: t.paces[value] }))} />
          <p class="note">{t.paceHint}</p>
        </Stop>
        <LastStop title={t.save}>
          <Submit>{t.save}</Submit>
        </LastStop>
      </PostForm>
    </>
  )
}

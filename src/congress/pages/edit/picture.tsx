import { BilingualField, FileField, Picture, PostButton, PostForm, Stop, Submit } from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useEditing } from '../../text/editing.ts'
import { type Edited, Shell } from './shell.tsx'

export const pictures = '.png,.jpg,.jpeg,.webp,.gif,image/png,image/jpeg,image/webp,image/gif'

/** What a picture shows, for everybody who does not see it. */
export function AltField({ form }: { form: FormState }) {
  const t = useEditing()
  return <BilingualField form={form} name="alt" label={t.texts.alt} hint={t.hints.alt} maxLength={500} optional />
}

type Props = {
  edition: Edited
  tab: 'organisations' | 'programme'
  title: string
  action: string
  form: FormState
  /** The picture there is. */
  href: string | undefined
}

/** The logo of an organisation or the portrait of a speaker: as it is, another one, none. */
export function PicturePage({ edition, tab, title, action, form, href }: Props) {
  const t = useEditing()
  return (
    <Shell edition={edition} tab={tab} title={title} form={form}>
      {href && (
        <>
          <Picture kind={tab === 'organisations' ? 'logo' : 'portrait'} href={href} alt={title} />
          <PostButton action={action} values={{ noFile: 'on' }} weight="second" about={title}>
            {t.pictures.takeOut}
          </PostButton>
        </>
      )}
      <PostForm action={action} encoding="multipart">
        <Stop legend={title}>
          <FileField
            form={form}
            name="file"
            label={t.labels.file}
            hint={tab === 'organisations' ? t.hints.logo : t.hints.picture}
            accept={pictures}
            optional={href !== undefined}
          />
          <AltField form={form} />
          <Submit>{t.save}</Submit>
        </Stop>
      </PostForm>
    </Shell>
  )
}

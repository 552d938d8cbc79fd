import { FileField, Picture, PostButton, PostForm, Stop, Submit } from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useEditing } from '../../text/editing.ts'
import { type Edited, Shell } from './shell.tsx'

export const pictures = '.png,.jpg,.jpeg,.webp,.gif,image/png,image/jpeg,image/webp,image/gif'

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
          <FileField form={form} name="file" label={t.labels.file} hint={t.hints.picture} accept={pictures} />
          <Submit>{t.save}</Submit>
        </Stop>
      </PostForm>
    </Shell>
  )
}

import { ErrorSummary, FileField, LastStop, PostForm, Stop, Submit, TextField } from '../../design/index.tsx'
import { type Group, Inner } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { paths } from '../paths.ts'
import type { ListedPaper, Section } from '../queries/papers.ts'
import { useText } from '../text/text.ts'
import { useSectionWay } from './parts.tsx'

type Props = { group: Group; paper: ListedPaper; section: Section; form: FormState }

/** Puts a picture into a section. */
export function PicturePage({ group, paper, section, form }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { title, lead, file, fileHint, alt, altHint, caption, credit, creditHint, send } = t.picture
  const at = { group: group.id, paper: paper.id, part: section.id }
  return (
    <Inner {...{ group, title, form }} tab="papers" lead={lead} below={useSectionWay({ group, paper, section }, title)}>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.addPicture.at(language, at)} encoding="multipart">
        <Stop legend={section.title}>
          <FileField form={form} name="file" label={file} hint={fileHint} accept="image/png,image/jpeg,image/webp" />
          <TextField form={form} name="alt" label={alt} hint={altHint} maxLength={300} lang="de" />
          <TextField form={form} name="caption" label={caption} maxLength={500} lang="de" optional />
          <TextField form={form} name="credit" label={credit} hint={creditHint} maxLength={200} lang="de" optional />
        </Stop>
        <LastStop title={send}>
          <Submit>{send}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

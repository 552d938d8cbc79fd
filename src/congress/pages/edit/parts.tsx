import {
  Actions,
  BilingualField,
  ButtonLink,
  Checkbox,
  Confirm,
  DateField,
  FileField,
  Hidden,
  Notice,
  type Option,
  PostButton,
  PostForm,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../../design/index.tsx'
import { kindInWords, sizeInWords } from '../../../platform/file-text.ts'
import { type FormState, valueOf } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import type { Part } from '../../matters/parts.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { pictures } from './picture.tsx'
import { type Edited, Shell } from './shell.tsx'
import { SourceQuestion } from './source.tsx'

export type PartLine = { id: string; name: string; more: string }
type ListProps = { edition: Edited; part: Part; lines: readonly PartLine[]; isSaved: boolean }

/** The parts of one kind, to be ordered, edited, added. */
export function PartsPage({ edition, part, lines, isSaved }: ListProps) {
  const { language } = useFrame()
  const t = useEditing()
  const at = paths.editParts[part]
  const place = (item: string) => ({ edition: edition.slug, item })
  return (
    <Shell edition={edition} tab={part} isSaved={isSaved}>
      <Actions>
        <ButtonLink href={at.add.at(language, { edition: edition.slug })}>{t.newOne(t.parts[part].one)}</ButtonLink>
      </Actions>
      <Table
        caption={t.parts[part].title}
        isCaptionHidden
        rows={lines}
        keyOf={({ id }) => id}
        empty={t.parts[part].empty}
        columns={[
          {
            label: t.columns.name,
            kind: 'name',
            cell: ({ id, name }) => <a href={at.item.at(language, place(id))}>{name}</a>,
          },
          { label: t.columns.text, cell: ({ more }) => more },
          {
            label: t.columns.action,
            kind: 'action',
            cell: ({ id, name }) =>
              part !== 'milestones' &&
              id !== lines[0]?.id && (
                <PostButton action={at.up.at(language, place(id))} weight="second" about={name}>
                  {t.up}
                </PostButton>
              ),
          },
        ]}
      />
    </Shell>
  )
}

type KeptFile = { id: string; name: string; mediaType: string; bytes: number }
type ItemProps = {
  edition: Edited
  part: Part
  form: FormState
  id: string | undefined
  name: string
  /** The file of a document, where there is one. */
  file?: KeptFile | undefined
  /** What it may be from; undefined for a part that names no source. */
  sources?: readonly Option[] | undefined
}

/** One part, new where `id` is missing. */
export function PartPage({ edition, part, form, id, name, file, sources }: ItemProps) {
  const { language } = useFrame()
  const t = useEditing()
  const at = paths.editParts[part]
  const place = { edition: edition.slug, item: id ?? '' }
  const action = id ? at.item.at(language, place) : at.add.at(language, { edition: edition.slug })
  return (
    <Shell edition={edition} tab={part} title={name} form={form} hasFile={part === 'documents'}>
      <PostForm action={action} encoding={part === 'documents' ? 'multipart' : 'urlencoded'}>
        <Hidden name="seen" value={valueOf(form, 'seen')} />
        <Stop legend={t.parts[part].one}>
          <PartFields part={part} form={form} />
          {part === 'documents' && <FileQuestion edition={edition.slug} form={form} file={file} />}
        </Stop>
        {sources && <SourceQuestion form={form} sources={sources} />}
        <Submit beside={id && <a href={at.remove.at(language, place)}>{t.remove}</a>}>{t.save}</Submit>
      </PostForm>
    </Shell>
  )
}

function FileQuestion({ edition, form, file }: { edition: string; form: FormState; file: KeptFile | undefined }) {
  const { language } = useFrame()
  const t = useEditing()
  return (
    <>
      {file && (
        <p>
          {t.pictures.now}{' '}
          <a href={paths.file.at(language, { edition, file: file.id, name: file.name })}>{file.name}</a>,{' '}
          {kindInWords(file.mediaType)}, {sizeInWords(language, file.bytes)}
        </p>
      )}
      <FileField form={form} name="file" label={t.labels.file} hint={t.hints.document} accept={documents} optional />
      {file && <Checkbox form={form} name="noFile" label={t.labels.noFile} />}
    </>
  )
}

const documents = `.pdf,application/pdf,${pictures}`

function PartFields({ part, form }: { part: Part; form: FormState }) {
  const t = useEditing()
  const line = (name: keyof typeof t.texts) => <BilingualField form={form} name={name} label={t.texts[name]} />
  const more = (name: keyof typeof t.texts, rows: number) => (
    <BilingualField form={form} name={name} label={t.texts[name]} rows={rows} optional />
  )
  const fields = {
    facts: () => [line('label'), line('value')],
    milestones: () => [
      <DateField form={form} name="happensOn" label={t.labels.happensOn} key="day" />,
      line('title'),
      more('text', 4),
    ],
    groups: () => [
      line('name'),
      more('text', 8),
      <TextField form={form} name="leads" label={t.labels.leads} hint={t.hints.leads} optional key="leads" />,
    ],
    documents: () => [
      line('title'),
      line('kind'),
      <TextField form={form} name="year" label={t.labels.year} inputMode="numeric" optional key="year" />,
      more('note', 3),
      <TextField form={form} name="link" label={t.labels.link} hint={t.hints.link} type="url" optional key="link" />,
    ],
    rooms: () => [line('name'), more('note', 3)],
    tracks: () => [line('name')],
  }
  return <>{fields[part]()}</>
}

type RemoveProps = {
  edition: Edited
  tab: Part | 'programme'
  name: string
  action: string
  back: string
  refused?: string | undefined
}

/** Asks before something is deleted; says why it can't be. */
export function RemovePage({ edition, tab, name, action, back, refused }: RemoveProps) {
  const t = useEditing()
  return (
    <Shell edition={edition} tab={tab} title={t.removeTitle(name)}>
      {refused ? (
        <>
          <Notice kind="warning">
            <p>{refused}</p>
          </Notice>
          <Actions>
            <ButtonLink href={back} weight="second">
              {name}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <Confirm action={action} submit={t.remove} back={back}>
          <p>{t.removeText}</p>
        </Confirm>
      )}
    </Shell>
  )
}

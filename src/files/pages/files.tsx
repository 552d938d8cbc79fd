import {
  BilingualField,
  Checkbox,
  ErrorSummary,
  FileField,
  LastStop,
  Notice,
  Page,
  Pagination,
  PostButton,
  PostForm,
  Prose,
  Stack,
  State,
  Stop,
  Submit,
  Table,
} from '../../design/index.tsx'
import { kindInWords, sizeInWords } from '../../platform/file-text.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { snippet } from '../model.ts'
import { paths } from '../paths.ts'
import type { FileRow } from '../queries.ts'
import { useText } from '../text.ts'

type Props = {
  form: FormState
  labels: Readonly<Record<string, string>>
  rows: readonly FileRow[]
  page: number
  pages: number
  zone: string
  mayKeep: boolean
  done: 'stored' | 'removed' | undefined
}

/** Taking in a file, and all files with what to write into a text to show them. */
export function FilesPage(props: Props) {
  const { form, labels, page, pages, done } = props
  const { language } = useFrame()
  const t = useText()
  return (
    <Page kind="office" title={t.title} lead={t.lead} hasProblems={form.problems.length > 0}>
      <Stack>
        {done && <Notice kind="success" title={t[done]} />}
        <ErrorSummary form={form} labels={labels} hasFile />
        <UploadForm {...props} />
        <FilesTable {...props} />
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(no) => paths.files.at(language, {}, { seite: no > 1 ? String(no) : '' })}
        />
      </Stack>
    </Page>
  )
}

function UploadForm({ form, mayKeep }: Props) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={paths.files.at(language)} encoding="multipart">
      <Stop legend={t.add}>
        <FileField
          form={form}
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".pdf,.png,.jpg,.jpeg,.webp,.gif,application/pdf,image/png,image/jpeg,image/webp,image/gif"
        />
        <BilingualField form={form} name="alt" label={t.alt} hint={t.altHint} optional="sometimes" maxLength={300} />
        {mayKeep && <Checkbox form={form} name="isPublic" label={t.isPublic} hint={t.isPublicHint} />}
      </Stop>
      <LastStop title={t.send}>
        <Submit>{t.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

function FilesTable({ rows, zone, mayKeep }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { short } = dates(language, zone)
  return (
    <Table
      caption={t.caption}
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      empty={t.empty}
      columns={[
        { label: t.columns.name, kind: 'name', cell: ({ id, name }) => <a href={addressOf(id, name)}>{name}</a> },
        {
          label: t.columns.kind,
          cell: ({ mediaType, width, height }) =>
            [kindInWords(mediaType), width && height ? t.pixels(width, height) : ''].filter(Boolean).join(', '),
        },
        { label: t.columns.size, kind: 'number', cell: ({ bytes }) => sizeInWords(language, bytes) },
        { label: t.columns.state, cell: (row) => <Visibility row={row} /> },
        { label: t.columns.at, cell: ({ createdAt }) => short(createdAt) },
        { label: t.columns.snippet, cell: (row) => <Snippet row={row} /> },
        ...(mayKeep
          ? [{ label: t.columns.action, kind: 'action' as const, cell: (row: FileRow) => <Remove row={row} /> }]
          : []),
      ]}
    />
  )
}

const addressOf = (file: string, name: string) => paths.file.at('de', { file, name })

function Visibility({ row }: { row: FileRow }) {
  const t = useText().states
  if (row.isDamaged) return <State form="open">{t.damaged}</State>
  if (row.isPublic) return <State form="done">{t.isPublic}</State>
  return <State form="off">{row.isOfCongress ? t.ofCongress : t.internal}</State>
}

/** The Markdown that shows a picture or leads to a document. */
function Snippet({ row: { id, name, alt } }: { row: FileRow }) {
  const { language } = useFrame()
  return (
    <Prose>
      <code>{snippet(alt ? inLanguage(language, alt) : name, addressOf(id, name), alt !== null)}</code>
    </Prose>
  )
}

function Remove({ row }: { row: FileRow }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostButton action={paths.removal.at(language, { file: row.id })} weight="second" about={row.name}>
      {t.remove}
    </PostButton>
  )
}

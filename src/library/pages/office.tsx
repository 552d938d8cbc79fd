import {
  Actions,
  ButtonLink,
  ErrorSummary,
  FileField,
  LastStop,
  List,
  More,
  Notice,
  Page,
  Pagination,
  PostForm,
  Stack,
  State,
  Stop,
  Submit,
  Table,
} from '../../design/index.tsx'
import { InPieces, Watched } from '../../files/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import type { NotTaken } from '../commands/versions.ts'
import { acceptedFiles } from '../model/document.ts'
import type { ReadingState } from '../model/reading.ts'
import { paths } from '../paths.ts'
import type { OfficeRow } from '../queries/office.ts'
import { useText } from '../text.ts'

type Props = {
  form: FormState
  rows: readonly OfficeRow[]
  page: number
  pages: number
  zone: string
  /** How many files have just come in, and which have not. */
  taken: number
  left: readonly NotTaken[]
  isRemoved: boolean
}

/** Taking in files, and all documents with what became of theirs. */
export function OfficePage({ form, rows, page, pages, zone, taken, left, isRemoved }: Props) {
  const { language } = useFrame()
  const t = useText()
  const o = t.office
  const reading = rows.filter(isWaiting).length
  return (
    <Page kind="office" title={t.library} lead={o.lead} hasProblems={form.problems.length > 0}>
      <Stack>
        {taken > 0 && <Notice kind="success" title={o.taken(taken)} />}
        {isRemoved && <Notice kind="success" title={o.removed} />}
        {left.length > 0 && <Left left={left} />}
        <ErrorSummary form={form} labels={o.fields} hasFile />
        <InPieces>
          <PostForm action={paths.office.at(language)} encoding="multipart">
            <Stop legend={o.drop}>
              <FileField form={form} name="file" label={o.files} hint={o.filesHint} accept={acceptedFiles} isMultiple />
            </Stop>
            <LastStop title={o.send}>
              <Submit
                beside={
                  <ButtonLink href={paths.add.at(language)} weight="second">
                    {o.add}
                  </ButtonLink>
                }
              >
                {o.send}
              </Submit>
            </LastStop>
          </PostForm>
        </InPieces>
        <Watched id="documents" isUnderWay={reading > 0}>
          {reading > 0 && (
            <Notice kind="info" title={o.beingRead(reading)}>
              <More href={paths.office.at(language)}>{o.again}</More>
            </Notice>
          )}
          <DocumentsTable rows={rows} zone={zone} />
        </Watched>
        <Actions>
          <More href={paths.intakes.at(language)}>{o.intakes}</More>
          <More href={paths.subjects.at(language)}>{o.subjects.title}</More>
          <More href={paths.ownCollections.at(language)}>{t.collections.title}</More>
        </Actions>
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(no) => paths.office.at(language, {}, { seite: no > 1 ? String(no) : '' })}
        />
      </Stack>
    </Page>
  )
}

const isWaiting = (row: OfficeRow) => row.reading === 'waiting' || row.recognition === 'waiting'

function Left({ left }: { left: readonly NotTaken[] }) {
  const t = useText()
  const words: Readonly<Record<string, string | ((slug: string) => string)>> = t.refused
  return (
    <Notice kind="warning" title={t.office.notTaken}>
      <List
        items={left.map(({ name, why }) => (
          <>
            <b>{name}</b>: {String(words[why])}
          </>
        ))}
      />
    </Notice>
  )
}

function DocumentsTable({ rows, zone }: Pick<Props, 'rows' | 'zone'>) {
  const { language } = useFrame()
  const t = useText()
  const { columns, caption, empty } = t.office
  return (
    <Table
      caption={caption}
      density="dense"
      rows={rows}
      keyOf={({ id }) => id}
      empty={empty}
      columns={[
        {
          label: columns.title,
          kind: 'name',
          cell: ({ slug, title }) => <a href={paths.edit.at(language, { document: slug })}>{title}</a>,
        },
        { label: columns.type, cell: ({ type }) => t.types[type] },
        { label: columns.state, cell: (row) => <DocumentState of={row} /> },
        {
          label: columns.reading,
          cell: ({ reading, pageCount, unit }) => (
            <>
              <ReadingWord of={reading} />
              {pageCount !== null && ` (${t.units[unit ?? 'page'].count(pageCount)})`}
            </>
          ),
        },
        { label: columns.changed, cell: ({ changedAt }) => <time>{dates(language, zone).dense(changedAt)}</time> },
      ]}
    />
  )
}

/** Where a document stands. */
export function DocumentState({ of: { state, access } }: { of: Pick<OfficeRow, 'state' | 'access'> }) {
  const t = useText().office.states
  if (state === 'draft') return <State form="open">{t.draft}</State>
  if (state === 'withdrawn') return <State form="off">{t.withdrawn}</State>
  return <State form="done">{access === 'public' ? t.published : t[access]}</State>
}

/** What became of reading its file. */
export function ReadingWord({ of }: { of: ReadingState | null }) {
  const t = useText().office.readings
  if (of === null) return t.none
  const form = of === 'read' || of === 'picture' ? 'done' : of === 'waiting' ? 'waiting' : 'open'
  return <State form={form}>{t[of]}</State>
}

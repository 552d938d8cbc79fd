import {
  DateField,
  ErrorSummary,
  FileField,
  LastStop,
  More,
  Notice,
  Page,
  PostForm,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import { InPieces } from '../../files/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, number } from '../../platform/language.ts'
import { flowKinds, licenceOptions } from '../../region/index.ts'
import { hasFailed } from '../import/check.ts'
import { paths } from '../paths.ts'
import type { Load } from '../queries/loads.ts'
import { useText } from '../text.ts'

export type Said = keyof ReturnType<typeof useText>['office']['said']
type Props = { form: FormState; loads: readonly Load[]; zone: string; said: Said | undefined }

/** What a load is: being read, to check, published, taken back. */
export function stateOf({ publishedAt, withdrawnAt, findings, state }: Load) {
  if (withdrawnAt) return 'withdrawn'
  if (publishedAt) return 'published'
  if (state === 'waiting' || state === 'reading') return 'reading'
  return hasFailed(findings) ? 'failed' : 'draft'
}

/** Reading a file, and all loads so far. */
export function OfficePage({ form, loads, zone, said }: Props) {
  const { language } = useFrame()
  const words = useText()
  const t = words.office
  return (
    <Page kind="office" title={t.title} lead={t.lead} hasProblems={form.problems.length > 0}>
      <Stack>
        {said && <Notice kind="success" title={t.said[said]} />}
        <ErrorSummary form={form} labels={t.fields} hasFile />
        <InPieces>
          <PostForm action={paths.office.at(language)} encoding="multipart">
            <Stop legend={t.load}>
              <FileField
                form={form}
                name="file"
                label={t.fields.file}
                hint={t.fileHint}
                accept=".csv,.txt,.xlsx,.json,.geojson,.topojson,.zip,text/csv"
              />
              <TextField form={form} name="source" label={t.fields.source} hint={t.sourceHint} maxLength={300} />
              <Select
                form={form}
                name="licence"
                label={t.fields.licence}
                hint={t.licenceHint}
                empty={t.noLicence}
                optional
                options={licenceOptions(language)}
              />
              <DateField form={form} name="asOf" label={t.fields.asOf} hint={t.asOfHint} optional />
              <Select
                form={form}
                name="kind"
                label={t.fields.kind}
                hint={t.kindHint}
                optional
                empty={t.kinds.commuters}
                options={flowKinds.slice(1).map((value) => ({ value, label: t.kinds[value] }))}
              />
            </Stop>
            <LastStop title={t.send}>
              <p>{t.sendLead}</p>
              <Submit>{t.send}</Submit>
            </LastStop>
          </PostForm>
        </InPieces>
        <p>
          <More href={paths.define.at(language)}>{t.define}</More>{' '}
          <More href={paths.stories.at(language)}>{words.stories.menu}</More>
        </p>
        <Table
          caption={t.all}
          density="dense"
          rows={loads}
          keyOf={({ id }) => id}
          empty={t.none}
          columns={[
            {
              label: t.columns.no,
              kind: 'name',
              cell: ({ id, no }) => <a href={paths.load.at(language, { load: id })}>{String(no)}</a>,
            },
            { label: t.columns.what, cell: ({ kind, name }) => (name ? `${t.kinds[kind]}, ${name}` : t.kinds[kind]) },
            { label: t.columns.source, cell: ({ source }) => inLanguage(language, source) },
            { label: t.columns.when, cell: ({ createdAt }) => dates(language, zone).short(createdAt) },
            { label: t.columns.state, cell: (load) => t.states[stateOf(load)] },
            {
              label: t.columns.rows,
              kind: 'number',
              cell: ({ rowsRead }) => (rowsRead === null ? '–' : number(rowsRead)),
            },
          ]}
        />
      </Stack>
    </Page>
  )
}

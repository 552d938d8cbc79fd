import {
  ErrorSummary,
  FileField,
  LastStop,
  Notice,
  Page,
  PostForm,
  Stack,
  State,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import { libraryPaths } from '../../library/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { latestIntakes } from '../queries.ts'
import { useText } from '../text.ts'

type Row = Awaited<ReturnType<typeof latestIntakes>>[number]
type Props = { form: FormState; rows: readonly Row[]; zone: string; isRemoved: boolean }

/** Where many documents come from, and what has been taken in so far. */
export function IntakesPage({ form, rows, zone, isRemoved }: Props) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="office"
      title={t.title}
      lead={t.lead}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: t.library, href: libraryPaths.office.at(language) }, { label: t.title }]}
    >
      <Stack>
        {isRemoved && <Notice kind="success" title={t.said.removed} />}
        <ErrorSummary form={form} labels={t.fields} hasFile />
        <Sending form={form} />
        <Harvesting form={form} />
        <Table
          caption={t.caption}
          density="dense"
          rows={rows}
          keyOf={({ id }) => id}
          empty={t.none}
          columns={[
            {
              label: t.columns.name,
              kind: 'name',
              cell: ({ id, name }) => <a href={paths.intake.at(language, { intake: id })}>{name}</a>,
            },
            { label: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
            { label: t.columns.state, cell: ({ state }) => <IntakeState of={state} /> },
            { label: t.columns.at, cell: ({ createdAt }) => <time>{dates(language, zone).dense(createdAt)}</time> },
          ]}
        />
      </Stack>
    </Page>
  )
}

/** How far an intake is. */
function IntakeState({ of }: { of: Row['state'] }) {
  const t = useText()
  return <State form={of === 'done' ? 'done' : of === 'draft' ? 'open' : 'waiting'}>{t.states[of]}</State>
}

function Sending({ form }: { form: FormState }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={paths.intakes.at(language)} encoding="multipart">
      <Stop legend={t.sending.title}>
        <FileField
          form={form}
          name="table"
          label={t.fields.table}
          hint={t.hints.table}
          accept=".csv,.tsv,.xlsx,.json"
          optional
        />
        <FileField form={form} name="file" label={t.fields.file} hint={t.hints.file} isMultiple optional />
      </Stop>
      <LastStop title={t.sending.send}>
        <p class="hint">{t.sending.after}</p>
        <Submit>{t.sending.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

function Harvesting({ form }: { form: FormState }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <PostForm action={paths.harvest.at(language)}>
      <Stop legend={t.harvesting.title}>
        <TextField
          form={form}
          name="address"
          label={t.fields.address}
          hint={t.hints.address}
          type="url"
          maxLength={2000}
        />
        <TextField form={form} name="set" label={t.fields.set} hint={t.hints.set} maxLength={200} optional />
      </Stop>
      <LastStop title={t.harvesting.send}>
        <Submit weight="second">{t.harvesting.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

import {
  Actions,
  ErrorSummary,
  Facts,
  LastStop,
  List,
  Notice,
  Page,
  PostButton,
  PostForm,
  Prose,
  Select,
  Stack,
  Stop,
  Submit,
  Table,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage, number } from '../../platform/language.ts'
import type { Finding } from '../import/check.ts'
import type { Format } from '../import/recognise.ts'
import type { Indicator } from '../model/indicator.ts'
import { paths } from '../paths.ts'
import type { loadAt } from '../queries/loads.ts'
import { useText } from '../text.ts'
import { MunicipalityTable } from './municipalities.tsx'
import { type Said, stateOf } from './office.tsx'
import { plain } from './words.ts'

type Load = Awaited<ReturnType<typeof loadAt>>
type Props = { load: Load; indicators: readonly Indicator[]; form: FormState; zone: string; said: Said | undefined }

/** One load: what it was read from, what the checks have found, what of it is taken, and what can be done. */
export function LoadPage({ load, indicators, form, zone, said }: Props) {
  const { language } = useFrame()
  const t = useText().office
  const state = stateOf(load)
  const title = t.version(String(load.no))
  const day = (at: Date | null) => at && dates(language, zone).day(at)
  const isOpen = state === 'draft' || state === 'failed'
  return (
    <Page
      kind="office"
      title={title}
      lead={t.states[state]}
      hasProblems={form.problems.length > 0}
      meta={state === 'reading' && <meta http-equiv="refresh" content="3" />}
      crumbs={[{ label: t.title, href: paths.office.at(language) }, { label: title }]}
    >
      <Stack>
        {said && state !== 'reading' && (
          <Notice kind="success" title={said === 'read' && isToMap(load) ? t.toMap : t.said[said]} />
        )}
        <ErrorSummary form={form} />
        <Facts
          facts={[
            { label: t.facts.file, value: load.name },
            { label: t.facts.format, value: load.format && t.formats[load.format as Format] },
            { label: t.columns.source, value: inLanguage(language, load.source) },
            { label: t.fields.asOf, value: load.asOf },
            { label: t.facts.rows, value: load.rowsRead !== null && number(load.rowsRead) },
            { label: t.facts.published, value: day(load.publishedAt) },
            { label: t.facts.withdrawn, value: day(load.withdrawnAt) },
          ]}
        />
        {state === 'reading' ? (
          <Notice kind="info" title={t.reading}>
            {t.readingText(number(load.rowsRead ?? 0))}
          </Notice>
        ) : (
          load.name && <Findings findings={load.findings} />
        )}
        {isOpen && load.mapping && load.mapping.measures.length > 0 && <MappingForm {...{ load, indicators, form }} />}
        {load.sample.length > 0 && <Sample load={load} />}
        {load.municipalities.length > 0 && <MunicipalityTable caption={t.sample} rows={load.municipalities} />}
        <Doings load={load} />
      </Stack>
    </Page>
  )
}

/** Nothing of it is taken before its columns are assigned. */
const isToMap = ({ mapping, rowsRead }: Load) => rowsRead === 0 && (mapping?.measures.length ?? 0) > 0

function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useText().office
  const wrong = findings.filter(({ fails }) => fails)
  const notes = findings.filter(({ fails }) => !fails)
  const said = (list: readonly Finding[]) => (
    <List items={list.map((finding) => <FindingText key={finding.key} finding={finding} />)} />
  )
  return (
    <Stack>
      <h2>{t.checks}</h2>
      {wrong.length > 0 ? (
        <Notice kind="warning" title={t.fails}>
          {said(wrong)}
        </Notice>
      ) : (
        <p>{t.fine}</p>
      )}
      {notes.length > 0 && (
        <>
          <h3>{t.notes}</h3>
          {said(notes)}
        </>
      )}
    </Stack>
  )
}

function FindingText({ finding: { key, count, names, problem } }: { finding: Finding }) {
  const { office: t, refused } = useText()
  const words = problem && refused[problem]
  const why = typeof words === 'function' ? words(names[0] ?? '', names[1] ?? '', names[2] ?? '') : words
  return (
    <>
      {t.findings[key](count ?? 0)} {why ?? (names.length > 0 && t.such(names.join(', ')))}
    </>
  )
}

function MappingForm({ load, indicators, form }: Pick<Props, 'load' | 'indicators' | 'form'>) {
  const { language } = useFrame()
  const t = useText().office
  const options = indicators
    .filter(({ derivation }) => derivation === null)
    .map(({ id, name }) => ({ value: id, label: inLanguage(language, name) }))
  return (
    <PostForm action={paths.map.at(language, { load: load.id })}>
      <Stop legend={t.mapping}>
        <Prose>
          <p>{t.mappingText}</p>
        </Prose>
        {(load.mapping?.measures ?? []).slice(0, mostMeasures).map(({ code, label }, index) => (
          <Select
            key={code}
            form={form}
            name={measureField(index)}
            label={t.measure(label, code)}
            empty={t.noIndicator}
            optional
            options={options}
          />
        ))}
      </Stop>
      <LastStop title={t.map}>
        <Submit>{t.map}</Submit>
      </LastStop>
    </PostForm>
  )
}

export const mostMeasures = 40
export const measureField = (index: number) => `spalte${index + 1}`

function Sample({ load: { sample } }: { load: Load }) {
  const { language } = useFrame()
  const words = useText()
  return (
    <Table
      caption={words.office.sample}
      density="dense"
      rows={sample}
      keyOf={(row) => `${row.name.de} ${row.label} ${row.year}`}
      columns={[
        { label: words.columns.indicator, kind: 'name', cell: ({ name }) => inLanguage(language, name) },
        { label: words.columns.name, cell: ({ label }) => label },
        { label: words.columns.year, cell: ({ year }) => year },
        {
          label: words.columns.value,
          kind: 'number',
          cell: (row) => (row.value === null ? words.statuses.secret : plain(language, row, row.value)),
        },
        { label: words.columns.status, cell: ({ status }) => words.statuses[status] },
      ]}
    />
  )
}

function Doings({ load }: { load: Load }) {
  const { language } = useFrame()
  const t = useText().office
  const state = stateOf(load)
  const at = { load: load.id }
  if (state === 'withdrawn' || state === 'reading') return null
  return (
    <Actions>
      {state === 'draft' && !isToMap(load) && (
        <PostButton action={paths.publish.at(language, at)}>{t.publish}</PostButton>
      )}
      <PostButton action={paths.takeBack.at(language, at)} weight="second">
        {state === 'published' ? t.takeBack : t.remove}
      </PostButton>
    </Actions>
  )
}

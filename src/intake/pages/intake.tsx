import {
  Actions,
  ErrorSummary,
  LastStop,
  List,
  More,
  Notice,
  Page,
  PostButton,
  PostForm,
  Select,
  Stack,
  State,
  Stop,
  Submit,
  Table,
} from '../../design/index.tsx'
import { Watched } from '../../files/index.ts'
import { documentKind, documentLicence, libraryPaths } from '../../library/index.ts'
import { datedText } from '../../platform/dated.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { fields } from '../model/fields.ts'
import { paths } from '../paths.ts'
import type { Intake } from '../queries.ts'
import { useText } from '../text.ts'

type Props = { intake: Intake; form: FormState; isMapped: boolean; fieldOf: (index: number) => string }

/** One intake: what will come of it, how far it is, what came of it. */
export function IntakePage({ intake, form, isMapped, fieldOf }: Props) {
  const { language } = useFrame()
  const t = useText()
  const { state, name, problem } = intake
  return (
    <Page
      kind="office"
      title={name}
      lead={t.states[state]}
      hasProblems={form.problems.length > 0}
      crumbs={[
        { label: t.library, href: libraryPaths.office.at(language) },
        { label: t.title, href: paths.intakes.at(language) },
        { label: name },
      ]}
    >
      <Stack>
        {isMapped && <Notice kind="success" title={t.said.mapped} />}
        <ErrorSummary form={form} />
        {problem && (
          <Notice kind="warning" title={t.harvestEnded}>
            <p>{inWords(t.problems, problem)}</p>
          </Notice>
        )}
        {(state === 'fetching' || state === 'running') && <Progress intake={intake} />}
        {state === 'draft' && <Before {...{ intake, form, fieldOf }} />}
        {state === 'done' && <Result intake={intake} />}
        <Refused intake={intake} />
        <Made intake={intake} />
        {(state === 'draft' || state === 'done') && (
          <PostButton action={paths.remove.at(language, { intake: intake.id })} weight="second">
            {state === 'done' ? t.forget : t.remove}
          </PostButton>
        )}
      </Stack>
    </Page>
  )
}

const inWords = (words: Readonly<Record<string, string>>, key: string) => words[key] ?? key

type Of = { intake: Intake }

/** How far it is, and the link to look again for browsers that run no programs. */
function Progress({ intake: { id, state, counts } }: Of) {
  const { language } = useFrame()
  const t = useText().progress
  return (
    <Watched id="progress" isUnderWay changesPage>
      <Notice
        kind="info"
        title={state === 'fetching' ? t.fetching(counts.all) : t.running(counts.all - counts.waiting, counts.all)}
      >
        <More href={paths.intake.at(language, { intake: id })}>{t.again}</More>
      </Notice>
    </Watched>
  )
}

/** Before it begins: the columns, the first rows, what is wrong. */
function Before({ intake, form, fieldOf }: Of & { form: FormState; fieldOf: (index: number) => string }) {
  const { language } = useFrame()
  const t = useText()
  const { counts, files, preview, filesRefused } = intake
  const isNothing = counts.all - preview.count === 0
  return (
    <>
      <p>{t.preview.counted(counts.all, files)}</p>
      {isNothing && <Notice kind="warning" title={t.preview.nothing} />}
      <Wrong intake={intake} />
      {filesRefused.length > 0 && (
        <Notice kind="warning" title={t.filesTitle}>
          <List
            items={filesRefused.map(({ name, reason }) => (
              <>
                <b>{name}</b>: {inWords(t.refused, reason)}
              </>
            ))}
          />
        </Notice>
      )}
      {preview.sample.length > 0 && <Sample intake={intake} />}
      {!isNothing && (
        <Actions>
          <PostButton action={paths.begin.at(language, { intake: intake.id })}>{t.begin}</PostButton>
        </Actions>
      )}
      {intake.columns.length > 0 && <Mapping {...{ intake, form, fieldOf }} />}
    </>
  )
}

function Wrong({ intake }: Of) {
  const t = useText()
  const { wrong, count } = intake.preview
  if (count === 0) return null
  return (
    <Notice kind="warning" title={t.wrongTitle(count)}>
      <Problems intake={intake} list={wrong} />
      <p>{t.wrongText}</p>
    </Notice>
  )
}

type Problem = { line: number; problem: string; about: string }
function Problems({ intake, list }: Of & { list: readonly Problem[] }) {
  const t = useText()
  const place = intake.kind === 'table' ? t.line : t.record
  return (
    <List
      items={list.map(({ line, problem, about }) => (
        <>
          <b>{place(line)}</b>
          {about && ` (${about})`}: {inWords({ ...t.refused, ...t.problems }, problem)}
        </>
      ))}
    />
  )
}

function Sample({ intake: { preview } }: Of) {
  const { language } = useFrame()
  const t = useText().preview
  const { columns } = t
  return (
    <Table
      caption={t.title}
      density="dense"
      rows={preview.sample}
      keyOf={({ line }) => line}
      columns={[
        { label: columns.line, kind: 'number', cell: ({ line }) => line },
        { label: columns.title, kind: 'name', cell: ({ title, input }) => input?.title ?? title },
        { label: columns.authors, cell: ({ input }) => input?.authors.map(({ name }) => name).join('; ') },
        { label: columns.dated, cell: ({ input }) => input?.dated && datedText(language, input.dated) },
        {
          label: columns.type,
          cell: ({ input }) => (input ? documentKind(language, input.type) : <State form="open">{t.wrong}</State>),
        },
        { label: columns.licence, cell: ({ input }) => input && documentLicence(language, input.licence) },
        { label: columns.file, cell: ({ file }) => file },
      ]}
    />
  )
}

function Mapping({ intake, form, fieldOf }: Of & { form: FormState; fieldOf: (index: number) => string }) {
  const { language } = useFrame()
  const { mapping: t, named } = useText()
  return (
    <PostForm action={paths.intake.at(language, { intake: intake.id })}>
      <Stop legend={t.title}>
        <p>{t.text}</p>
        {intake.columns.map(({ label }, index) => (
          <Select
            key={fieldOf(index)}
            form={form}
            name={fieldOf(index)}
            label={t.column(label, index + 1)}
            empty={t.none}
            optional
            options={fields.map((value) => ({ value, label: named[value] }))}
          />
        ))}
      </Stop>
      <LastStop title={t.send}>
        <Submit weight="second">{t.send}</Submit>
      </LastStop>
    </PostForm>
  )
}

function Result({ intake: { counts } }: Of) {
  const { language } = useFrame()
  const t = useText().progress
  return (
    <Notice kind="success" title={t.done}>
      <p>{t.taken(counts.taken)}</p>
      {counts.known > 0 && <p>{t.known(counts.known)}</p>}
      <More href={libraryPaths.office.at(language)}>{t.toDrafts}</More>
    </Notice>
  )
}

function Refused({ intake }: Of) {
  const t = useText()
  if (intake.refused.length === 0) return null
  return (
    <Notice kind="warning" title={t.refusedTitle(intake.counts.refused)}>
      <Problems intake={intake} list={intake.refused} />
    </Notice>
  )
}

function Made({ intake }: Of) {
  const { language } = useFrame()
  const t = useText()
  if (intake.made.length === 0) return null
  return (
    <Table
      caption={t.made}
      density="dense"
      rows={intake.made}
      keyOf={({ line }) => line}
      columns={[
        { label: t.preview.columns.line, kind: 'number', cell: ({ line }) => line },
        {
          label: t.preview.columns.title,
          kind: 'name',
          cell: ({ slug, title }) => <a href={libraryPaths.edit.at(language, { document: slug })}>{title}</a>,
        },
        {
          label: t.columns.state,
          cell: ({ state }) => t.madeStates[state === 'known' ? 'known' : 'taken'],
        },
      ]}
    />
  )
}

import {
  Actions,
  BilingualField,
  ButtonLink,
  Confirm,
  ErrorSummary,
  Hidden,
  LastStop,
  Notice,
  Page,
  Pagination,
  PostForm,
  Stack,
  State,
  Stop,
  Submit,
  Table,
  Tabs,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, dates, inLanguage } from '../../platform/language.ts'
import { type Kind, kinds } from '../model.ts'
import { paths } from '../paths.ts'
import type { officeList } from '../queries/office.ts'
import type { Card } from '../queries/pieces.ts'
import { useOffice } from '../text/office.ts'
import { useProjectText } from '../text/projects.ts'
import { OutcomeWord, Said, StateWord } from './words.tsx'

type Row = Awaited<ReturnType<typeof officeList>>['rows'][number]
type Props = {
  kind: Kind
  rows: readonly Row[]
  page: number
  pages: number
  zone: string
  mayKeep: boolean
  isRemoved: boolean
}

/** The lists of results, projects and positions; a team sees the results of its congress alone. */
export function OfficePage({ kind, rows, page, pages, zone, mayKeep, isRemoved }: Props) {
  const { language } = useFrame()
  const t = useOffice()
  return (
    <Page kind="office" title={t.title} lead={t.lead}>
      <Stack>
        {mayKeep && <Views current={kind} />}
        {isRemoved && <Notice kind="success" title={t.removed} />}
        <Actions>
          <ButtonLink href={paths.add.at(language, { kind })}>{t.add[kind]}</ButtonLink>
        </Actions>
        <Table
          caption={t.tabs[kind]}
          density="dense"
          rows={rows}
          keyOf={({ id }) => id}
          empty={t.empty}
          columns={[
            {
              label: t.columns.title,
              kind: 'name',
              cell: ({ id, title }) => (
                <a href={paths.edit.at(language, { piece: id })}>{inLanguage(language, title)}</a>
              ),
            },
            kind === 'result'
              ? { label: t.columns.outcome, cell: ({ outcome }: Row) => <OutcomeWord of={outcome} /> }
              : { label: t.columns.state, cell: ({ state }: Row) => <StateWord of={state} /> },
            { label: t.columns.published, cell: (row) => <Published of={row} /> },
            {
              label: t.columns.moved,
              cell: ({ movedAt, isStill }) => (
                <>
                  {dates(language, zone).short(movedAt)} {isStill && <State form="open">{t.still}</State>}
                </>
              ),
            },
          ]}
        />
        <Pagination
          page={page}
          pages={pages}
          hrefOf={(no) => paths.office.at(language, {}, { art: kind, seite: no > 1 ? String(no) : '' })}
        />
      </Stack>
    </Page>
  )
}

/** Whether a piece is public. */
export function Published({ of: { publishedAt } }: { of: Pick<Card, 'publishedAt'> }) {
  const t = useOffice()
  return publishedAt ? <State form="done">{t.published}</State> : <State form="open">{t.draft}</State>
}

/** The office's lists of the thread. */
export function Views({ current }: { current: Kind | 'fields' | 'overdue' }) {
  const { language } = useFrame()
  const t = useOffice()
  const late = useProjectText().overdue
  return (
    <Tabs
      tabs={[
        ...kinds.map((kind) => ({
          label: t.tabs[kind],
          href: paths.office.at(language, {}, { art: kind }),
          isCurrent: kind === current,
        })),
        { label: late.title, href: paths.overdue.at(language), isCurrent: current === 'overdue' },
        { label: t.tabs.consultations, href: paths.consultations.at(language), isCurrent: false },
        { label: t.tabs.fields, href: paths.fields.at(language), isCurrent: current === 'fields' },
      ]}
    />
  )
}

type FieldsProps = { form: FormState; fields: readonly { id: string; name: Bilingual }[]; isSaved: boolean }

/** The fields of cooperation, and one more. */
export function FieldsPage({ form, fields, isSaved }: FieldsProps) {
  const { language } = useFrame()
  const t = useOffice()
  const id = form.values.id?.[0]
  return (
    <Page kind="office" title={t.fieldsTitle} lead={t.fieldsLead} hasProblems={form.problems.length > 0}>
      <Stack>
        <Views current="fields" />
        {isSaved && <Notice kind="success" title={t.saved} />}
        <ErrorSummary form={form} labels={t.fields} />
        <PostForm action={paths.fields.at(language)}>
          {id && <Hidden name="id" value={id} />}
          <Stop legend={id ? t.change : t.addField}>
            <BilingualField form={form} name="name" label={t.fields.name} maxLength={100} />
          </Stop>
          <LastStop title={t.save}>
            <Submit>{t.save}</Submit>
          </LastStop>
        </PostForm>
        <Table
          caption={t.fieldsTitle}
          density="dense"
          rows={fields}
          keyOf={(field) => field.id}
          columns={[
            { label: t.fields.name ?? '', kind: 'name', cell: ({ name }) => <Said of={name} /> },
            {
              label: t.eventColumns.action,
              kind: 'action',
              cell: (field) => (
                <a href={paths.fields.at(language, {}, { feld: field.id })}>
                  {t.change}
                  <span class="hide"> {inLanguage(language, field.name)}</span>
                </a>
              ),
            },
          ]}
        />
      </Stack>
    </Page>
  )
}

/** Asks before a draft goes. */
export function RemovePage({ piece }: { piece: Pick<Card, 'id' | 'title'> }) {
  const { language } = useFrame()
  const t = useOffice()
  const { id } = piece
  const title = inLanguage(language, piece.title)
  const back = paths.edit.at(language, { piece: id })
  return (
    <Page
      kind="office"
      title={t.removeTitle}
      crumbs={[{ label: t.title, href: paths.office.at(language) }, { label: title, href: back }, { label: t.remove }]}
    >
      <Confirm action={paths.remove.at(language, { piece: id })} submit={t.remove} back={back}>
        <p>
          <b>{title}</b>
        </p>
        <p>{t.removeText}</p>
      </Confirm>
    </Page>
  )
}

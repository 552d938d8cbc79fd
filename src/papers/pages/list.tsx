import {
  Docs,
  Empty,
  ErrorSummary,
  Hidden,
  LastStop,
  More,
  Page,
  PostForm,
  Radios,
  Stack,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import { type Group, Inner } from '../../groups/index.ts'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { type Kind, kinds } from '../model.ts'
import { paths } from '../paths.ts'
import type { ListedPaper } from '../queries/papers.ts'
import { useText } from '../text/text.ts'
import { StateMark, usePublicWay, useWay } from './parts.tsx'

/** The papers of a group, for those inside. */
export function PapersPage({ group, papers, zone }: { group: Group; papers: readonly ListedPaper[]; zone: string }) {
  const { language } = useFrame()
  const t = useText()
  const at = (paper: ListedPaper) => ({ group: group.id, paper: paper.id })
  return (
    <Inner group={group} tab="papers" title={t.title} lead={t.lead}>
      <Table
        caption={t.title}
        isCaptionHidden
        rows={papers}
        keyOf={({ id }) => id}
        empty={t.none}
        columns={[
          {
            label: t.columns.paper,
            kind: 'name',
            cell: (paper) => <a href={paths.paper.at(language, at(paper))}>{paper.title}</a>,
          },
          { label: t.columns.kind, cell: ({ kind }) => t.kinds[kind] },
          { label: t.columns.state, cell: ({ state }) => <StateMark state={state} /> },
          { label: t.columns.amendments, kind: 'number', cell: ({ openAmendments }) => openAmendments },
          { label: t.columns.comments, kind: 'number', cell: ({ openComments }) => openComments },
          { label: t.columns.changed, cell: ({ changedAt }) => dates(language, zone).day(changedAt) },
        ]}
      />
      {group.standing !== 'observer' && <More href={paths.add.at(language, { group: group.id })}>{t.add.title}</More>}
    </Inner>
  )
}

type Adopted = { id: string; title: string; kind: Kind; adoptedAt: Date | null }

/** What of them everybody may read. */
export function AdoptedPapersPage({ group, papers }: { group: Group; papers: readonly Adopted[] }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Page
      kind="public"
      title={t.title}
      over={inLanguage(language, group.name)}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample}
      crumbs={usePublicWay(group)}
    >
      <Stack>
        {papers.length === 0 && <Empty title={t.none} />}
        <Docs
          docs={papers.map(({ id, title, kind, adoptedAt }) => ({
            title,
            kind: t.kinds[kind],
            href: paths.paper.at(language, { group: group.id, paper: id }),
            text: adoptedAt && t.adoptedOn(dates(language).day(adoptedAt)),
            lang: 'de',
          }))}
        />
      </Stack>
    </Page>
  )
}

/** Begins a paper. */
export function AddPage({ group, form }: { group: Group; form: FormState }) {
  const { language } = useFrame()
  const t = useText()
  return (
    <Inner group={group} tab="papers" title={t.add.title} form={form} below={[{ label: t.add.title }]}>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.add.at(language, { group: group.id })}>
        <Named form={form} />
        <LastStop title={t.add.save}>
          <Submit>{t.add.save}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

type SettingsProps = { group: Group; paper: ListedPaper; form: FormState }

/** Title and kind of a paper. */
export function PaperSettingsPage({ group, paper, form }: SettingsProps) {
  const { language } = useFrame()
  const t = useText()
  const way = useWay(group, paper, { label: t.settings.title })
  return (
    <Inner group={group} tab="papers" title={t.settings.title} form={form} below={way}>
      <ErrorSummary form={form} labels={t.fields} />
      <PostForm action={paths.settings.at(language, { group: group.id, paper: paper.id })}>
        <Hidden name="seen" value={paper.revision} />
        <Named form={form} />
        <LastStop title={t.settings.save}>
          <Submit>{t.settings.save}</Submit>
        </LastStop>
      </PostForm>
    </Inner>
  )
}

function Named({ form }: { form: FormState }) {
  const t = useText()
  return (
    <Stop legend={t.add.what}>
      <TextField form={form} name="title" label={t.fields.title} maxLength={200} />
      <Radios
        form={form}
        name="kind"
        label={t.fields.kind}
        options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
      />
    </Stop>
  )
}

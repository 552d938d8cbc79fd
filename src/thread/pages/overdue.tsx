import { List, Note, Notice, Page, PostButton, Stack, Table } from '../../design/index.tsx'
import { organisationPaths } from '../../organisations/index.ts'
import { datedText } from '../../platform/dated.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { paths } from '../paths.ts'
import type { Overdue, OverdueProject } from '../queries/overdue.ts'
import { useOffice } from '../text/office.ts'
import { useProjectText } from '../text/projects.ts'
import { Views } from './office.tsx'
import { Said } from './words.tsx'

type Props = {
  projects: readonly OverdueProject[]
  zone: string
  asked: number | undefined
  refused?: string | undefined
}

/** What is overdue, project by project, and asking about it by mail with one click. */
export function OverduePage({ projects, zone, asked, refused }: Props) {
  const { language } = useFrame()
  const { overdue: t } = useProjectText()
  const office = useOffice()
  const { day } = dates(language, zone)
  return (
    <Page
      kind="office"
      title={t.title}
      lead={t.lead}
      crumbs={[{ label: office.title, href: paths.office.at(language, {}, { art: 'project' }) }, { label: t.title }]}
    >
      <Stack>
        <Views current="overdue" />
        {asked !== undefined && <Notice kind="success" title={t.asked(asked)} />}
        {refused && <Notice kind="warning" title={refused} />}
        <Table
          caption={t.title}
          isCaptionHidden
          density="dense"
          rows={projects}
          keyOf={({ id }) => id}
          empty={t.none}
          columns={[
            { label: t.columns.project, kind: 'name', cell: (row) => <Project row={row} /> },
            { label: t.columns.matters, cell: ({ matters }) => <Matters of={matters} /> },
            { label: t.columns.asked, kind: 'labelled', cell: ({ askedAt }) => (askedAt ? day(askedAt) : t.never) },
            { label: t.columns.action, cell: (row) => <Ask row={row} /> },
          ]}
        />
        <Note>{t.examples}</Note>
      </Stack>
    </Page>
  )
}

function Project({ row: { slug, title } }: { row: OverdueProject }) {
  const { language } = useFrame()
  return (
    <a href={paths.keep.at(language, { piece: slug })}>
      <Said of={title} />
    </a>
  )
}

function Matters({ of }: { of: readonly Overdue[] }) {
  const { language } = useFrame()
  const { matters } = useProjectText().overdue
  return (
    <List
      items={of.map(({ what, dated, title }) =>
        matters[what](dated ? datedText(language, dated) : '', title ? inLanguage(language, title) : ''),
      )}
    />
  )
}

function Ask({ row: { id, title, askable, organisationId } }: { row: OverdueProject }) {
  const { language } = useFrame()
  const t = useProjectText().overdue
  if (organisationId === null) return t.noOrganisation
  if (askable === 0)
    return (
      <>
        {t.nobody} <a href={organisationPaths.care.at(language, { organisation: organisationId })}>{t.invite}</a>
      </>
    )
  return (
    <>
      <PostButton action={paths.ask.at(language, { piece: id })} weight="second" about={inLanguage(language, title)}>
        {t.ask}
      </PostButton>
      <p class="note">{t.people(askable)}</p>
    </>
  )
}

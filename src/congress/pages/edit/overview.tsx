import { State, Table } from '../../../design/index.tsx'
import { useFrame } from '../../../platform/frame.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { type Edited, Shell } from './shell.tsx'

export type CheckLine = { text: string; isDone: boolean; href: string }
type OverviewProps = { edition: Edited; checks: readonly CheckLine[]; mayRemove: boolean }

/** What is missing before registration opens, each point leading to where it is mended. */
export function OverviewPage({ edition, checks, mayRemove }: OverviewProps) {
  const { language } = useFrame()
  const t = useEditing()
  const open = checks.filter(({ isDone }) => !isDone)
  const inOrder = [...open, ...checks.filter(({ isDone }) => isDone)]
  return (
    <Shell edition={edition} tab="overview">
      <h2>{t.checklist}</h2>
      <p>{t.checksOpen(open.length)}</p>
      <Table
        caption={t.checklist}
        isCaptionHidden
        rows={inOrder}
        keyOf={({ text }) => text}
        columns={[
          { label: t.columns.what, kind: 'name', cell: ({ text, href }) => <a href={href}>{text}</a> },
          {
            label: t.columns.isDone,
            cell: ({ isDone }) => <State form={isDone ? 'done' : 'open'}>{isDone ? t.done : t.open}</State>,
          },
        ]}
      />
      {mayRemove && (
        <p>
          <a href={paths.removeEdition.at(language, { edition: edition.slug })}>{t.removeEdition}</a>
        </p>
      )}
    </Shell>
  )
}

export type GapLine = { key: string; where: string; what: string; text: string; href: string }

/** The texts without English, each leading to its form. */
export function EnglishPage({ edition, gaps }: { edition: Edited; gaps: readonly GapLine[] }) {
  const t = useEditing()
  const { language } = useFrame()
  return (
    <Shell edition={edition} tab="english">
      <p>{t.englishLead(gaps.length)}</p>
      {gaps.length > 0 && (
        <Table
          caption={t.tabs.english}
          isCaptionHidden
          rows={gaps}
          keyOf={({ key }) => key}
          columns={[
            {
              label: t.columns.text,
              kind: 'name',
              cell: ({ text }) => <span lang={language === 'de' ? undefined : 'de'}>{text}</span>,
            },
            { label: t.columns.where, cell: ({ where, what }) => `${where}: ${what}` },
            {
              label: t.columns.action,
              kind: 'action',
              cell: ({ href, text }) => (
                <a href={href}>
                  {t.translate}
                  <span class="hide"> {text}</span>
                </a>
              ),
            },
          ]}
        />
      )}
    </Shell>
  )
}

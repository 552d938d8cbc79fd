import { Actions, ButtonLink, Page, PostButton, State, Table } from '../../design/index.tsx'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import type { LinePart } from '../model.ts'
import { paths } from '../paths.ts'
import type { PageRow, PageVersion } from '../queries/pages.ts'
import { useText } from '../text.ts'

/** Every page with its address, place in the menu and state. */
export function PagesPage({ rows, zone }: { rows: readonly PageRow[]; zone: string }) {
  const { language } = useFrame()
  const t = useText()
  const p = t.pages
  return (
    <Page kind="office" title={p.title} lead={p.lead}>
      <Actions>
        <ButtonLink href={paths.newPage.at(language)}>{p.add}</ButtonLink>
        <ButtonLink href={paths.operator.at(language)} weight="second">
          {t.operator.menu}
        </ButtonLink>
      </Actions>
      <Table
        caption={p.title}
        isCaptionHidden
        rows={rows}
        keyOf={(row) => row.id}
        empty={p.empty}
        columns={[
          {
            label: p.columns.title,
            kind: 'name',
            cell: (row) => (
              <a href={paths.editPage.at(language, { page: row.id })}>{inLanguage(language, row.title)}</a>
            ),
          },
          { label: p.columns.address, cell: (row) => `/${row.slugDe}` },
          { label: p.columns.menu, cell: (row) => p.menus[row.menu] },
          { label: p.columns.state, cell: (row) => <PageState row={row} /> },
          { label: p.columns.english, cell: (row) => (row.text.en ? p.english.there : p.english.missing) },
          { label: p.columns.changed, cell: (row) => dates(language, zone).short(row.changedAt) },
        ]}
      />
    </Page>
  )
}

function PageState({ row }: { row: PageRow }) {
  const t = useText().pages.states
  if (row.publishedVersion === null) return <State form="waiting">{t.draft}</State>
  return row.publishedVersion === row.currentVersion ? (
    <State form="done">{t.published}</State>
  ) : (
    <State form="open">{t.changed}</State>
  )
}

export type Compared = PageVersion & { lines: readonly LinePart[] }

/** All versions of a page, newest first, each with what it changed. */
export function HistoryPage({ page, versions, zone }: { page: PageRow; versions: readonly Compared[]; zone: string }) {
  const { language } = useFrame()
  const words = useText()
  const t = words.history
  const title = t.title(inLanguage(language, page.title))
  const { short, time } = dates(language, zone)
  return (
    <Page
      kind="office"
      title={title}
      crumbs={[
        { label: words.pages.title, href: paths.pages.at(language) },
        { label: inLanguage(language, page.title), href: paths.editPage.at(language, { page: page.id }) },
        { label: words.edit.history },
      ]}
    >
      <ol class="list">
        {versions.map(({ version, by, at, lines }) => (
          <li key={version} class="stack">
            <h2>{t.version(version)}</h2>
            <p>
              {t.by(by ?? t.system, `${short(at)}, ${time(at)}`)}{' '}
              {version === page.currentVersion && <State form="open">{t.current}</State>}{' '}
              {version === page.publishedVersion && <State form="done">{t.published}</State>}
            </p>
            {version > 1 && (
              <details>
                <summary>{t.difference(version - 1, version)}</summary>
                <Difference lines={lines} />
              </details>
            )}
            {version !== page.currentVersion && (
              <PostButton
                action={paths.restore.at(language, { page: page.id, version })}
                weight="second"
                about={t.version(version)}
              >
                {t.restore}
              </PostButton>
            )}
          </li>
        ))}
      </ol>
    </Page>
  )
}

function Difference({ lines }: { lines: readonly LinePart[] }) {
  const t = useText().history
  const changed = lines.filter(({ change }) => change !== 'same')
  if (changed.length === 0) return <p>{t.nothing}</p>
  return (
    <div class="prose">
      {changed.map(({ text, change }) =>
        change === 'added' ? (
          <p key={`+${text}`}>
            <span class="hide">{t.added}: </span>
            <ins>{text}</ins>
          </p>
        ) : (
          <p key={`-${text}`}>
            <span class="hide">{t.removed}: </span>
            <del>{text}</del>
          </p>
        ),
      )}
    </div>
  )
}

import {
  Actions,
  BilingualField,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Hidden,
  LastStop,
  More,
  Page,
  PostButton,
  PostForm,
  Select,
  State,
  Stop,
  Submit,
  Table,
  TextField,
} from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { dates, inLanguage } from '../../platform/language.ts'
import { type LinePart, menus } from '../model.ts'
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

type EditProps = {
  form: FormState
  labels: Readonly<Record<string, string>>
  page: PageRow | undefined
  mayPublish: boolean
}

/** Writing a page: both languages side by side, address, menu, draft or published. */
export function EditPage({ form, labels, page, mayPublish }: EditProps) {
  const { language } = useFrame()
  const words = useText()
  const t = words.edit
  const title = page ? inLanguage(language, page.title) : t.newTitle
  return (
    <Page
      kind="office"
      title={title}
      hasProblems={form.problems.length > 0}
      crumbs={[{ label: words.pages.title, href: paths.pages.at(language) }, { label: title }]}
    >
      {page && (
        <Actions>
          <More href={paths.page.at(language, { page: language === 'de' ? page.slugDe : page.slugEn })}>{t.view}</More>
          <More href={paths.history.at(language, { page: page.id })}>{t.history}</More>
        </Actions>
      )}
      <ErrorSummary form={form} labels={labels} />
      <PostForm action={page ? paths.editPage.at(language, { page: page.id }) : paths.newPage.at(language)}>
        <Hidden name="seen" value={form.values.seen?.[0] ?? '0'} />
        <Stop legend={t.content}>
          <BilingualField form={form} name="title" label={t.title} maxLength={200} />
          <BilingualField form={form} name="text" label={t.text} hint={t.textHint} rows={18} />
        </Stop>
        <Stop legend={t.place}>
          <TextField form={form} name="slugDe" label={t.slugDe} hint={t.slugHint} maxLength={80} />
          <TextField form={form} name="slugEn" label={t.slugEn} hint={t.slugHint} maxLength={80} />
          <Select
            form={form}
            name="menu"
            label={t.menu}
            options={menus.map((value) => ({ value, label: words.pages.menus[value] }))}
          />
          <TextField form={form} name="position" label={t.position} inputMode="numeric" maxLength={3} />
        </Stop>
        <LastStop title={t.finish}>
          {mayPublish && <Checkbox form={form} name="isPublished" label={t.publish} hint={t.publishHint} />}
          <Submit>{t.save}</Submit>
        </LastStop>
      </PostForm>
      {page?.publishedVersion && page.kind === 'own' && mayPublish && (
        <PostButton action={paths.withdrawal.at(language, { page: page.id })} weight="danger">
          {t.withdraw}
        </PostButton>
      )}
    </Page>
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

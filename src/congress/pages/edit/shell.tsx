import type { ComponentChildren } from 'preact'
import { ErrorSummary, More, Notice, Page, Stack, Tabs } from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../../platform/language.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'
import { type Tab, useWays } from './ways.ts'

/** What every page of an edition shows of it. */
export type Edited = {
  slug: string
  title: Bilingual
  regionNo: number | null
  isExample: boolean
  startsAt: Date | null
  endsAt: Date | null
}

type ShellProps = {
  edition: Edited
  tab: Tab
  /** What the page is about, where it is one thing of a tab. */
  title?: string
  form?: FormState
  isSaved?: boolean | undefined
  hasFile?: boolean
  children: ComponentChildren
}

/** A page of an edition in the office: the tabs of its group, what was saved, what is wrong. */
export function Shell({ edition, tab, title, form, isSaved, hasFile, children }: ShellProps) {
  const { language } = useFrame()
  const t = useEditing()
  const group = useWays(edition.slug, tab).find(({ ways }) => ways.some(({ isCurrent }) => isCurrent))
  const current = group?.ways.find(({ isCurrent }) => isCurrent)
  const name = inLanguage(language, edition.title)
  const heading = title ?? current?.label
  return (
    <Page
      kind="office"
      title={heading ?? name}
      over={heading && name}
      head="slim"
      region={edition.regionNo ?? undefined}
      example={edition.isExample}
      hasProblems={Boolean(form?.problems.length)}
      crumbs={[
        { label: t.office, href: paths.office.at(language) },
        { label: name, href: paths.edit.at(language, { edition: edition.slug }) },
        ...(current ? [current] : []),
        ...(title ? [{ label: title }] : []),
      ]}
    >
      <Stack>
        {group && <Tabs tabs={group.ways} label={group.title} />}
        {isSaved && <Saved />}
        {form && <ErrorSummary form={form} labels={t.labels} hasFile={hasFile} />}
        {children}
        <p>
          <More href={paths.edition.at(language, { edition: edition.slug })}>{t.publicPage}</More>
        </p>
      </Stack>
    </Page>
  )
}

/** Says that a change is stored. */
export function Saved() {
  const t = useEditing()
  return (
    <Notice kind="success" title={t.saved}>
      <p>{t.savedText}</p>
    </Notice>
  )
}

import type { ComponentChildren } from 'preact'
import { ErrorSummary, More, Notice, Page, Stack, Tabs } from '../../../design/index.tsx'
import type { FormState } from '../../../platform/forms.ts'
import { useFrame } from '../../../platform/frame.ts'
import { type Bilingual, inLanguage } from '../../../platform/language.ts'
import { type Part, partNames } from '../../matters/parts.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'

/** What every page of an edition shows of it. */
export type Edited = {
  slug: string
  title: Bilingual
  regionNo: number | null
  isExample: boolean
  startsAt: Date | null
  endsAt: Date | null
}
export type Tab = 'overview' | 'basics' | 'place' | 'state' | 'programme' | 'organisations' | 'english' | Part

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

/** A page of an edition in the office: its tabs, what was saved, what is wrong. */
export function Shell({ edition, tab, title, form, isSaved, hasFile, children }: ShellProps) {
  const { language } = useFrame()
  const t = useEditing()
  const tabs = useTabs(edition.slug, tab)
  const name = inLanguage(language, edition.title)
  const current = tabs.find((one) => 'isCurrent' in one && one.isCurrent)!
  return (
    <Page
      kind="office"
      title={title ?? current.label}
      over={name}
      head="slim"
      region={edition.regionNo ?? undefined}
      example={edition.isExample}
      hasProblems={Boolean(form?.problems.length)}
      crumbs={[
        { label: t.office, href: paths.office.at(language) },
        { label: name, href: paths.edit.at(language, { edition: edition.slug }) },
        { label: current.label, href: current.href },
        ...(title ? [{ label: title }] : []),
      ]}
    >
      <Stack>
        <Tabs tabs={tabs} label={t.views} />
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

function useTabs(edition: string, tab: Tab) {
  const { language } = useFrame()
  const t = useEditing()
  const all: [Tab, string, string][] = [
    ['overview', t.tabs.overview, paths.edit.at(language, { edition })],
    ['basics', t.tabs.basics, paths.editBasics.at(language, { edition })],
    ['place', t.tabs.place, paths.editPlace.at(language, { edition })],
    ['state', t.tabs.state, paths.editState.at(language, { edition })],
    ['programme', t.tabs.programme, paths.editProgramme.list.at(language, { edition })],
    ['organisations', t.tabs.organisations, paths.editOrganisations.at(language, { edition })],
    ...partNames.map((part): [Tab, string, string] => [
      part,
      t.parts[part].title,
      paths.editParts[part].list.at(language, { edition }),
    ]),
    ['english', t.tabs.english, paths.editEnglish.at(language, { edition })],
  ]
  const beside = [
    { label: t.tabs.registrations, href: paths.registrations.at(language, { edition }) },
    { label: t.tabs.tickets, href: paths.ticketTypes.at(language, { edition }) },
  ]
  return [...all.map(([key, label, href]) => ({ label, href, isCurrent: key === tab })), ...beside]
}

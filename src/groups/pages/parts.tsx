import type { ComponentChildren } from 'preact'
import { Checkbox, Docs, More, Page, Prose, relatedDoc, Stack, Stop, Suggest, Tabs } from '../../design/index.tsx'
import type { FormState } from '../../platform/forms.ts'
import { useFrame } from '../../platform/frame.ts'
import { type Bilingual, inLanguage, langOf } from '../../platform/language.ts'
import { markdown } from '../../platform/markdown.ts'
import { home } from '../../platform/paths.ts'
import type { Related } from '../../platform/room.ts'
import { paths } from '../paths.ts'
import type { Group } from '../queries/groups.ts'
import { useText } from '../text/group.ts'

/** A content text in the page's language, or the German one and marked as such. */
export function Words({ of }: { of: Bilingual }) {
  const { language } = useFrame()
  return <span lang={langOf(language, of)}>{inLanguage(language, of)}</span>
}

/** The same as running text. */
export function Running({ of }: { of: Bilingual }) {
  const { language } = useFrame()
  return <Prose html={markdown(inLanguage(language, of), { topLevel: 3 })} lang={langOf(language, of)} />
}

/** What somebody has written, in whatever language. */
export const Written = ({ text }: { text: string }) => <Prose html={markdown(text, { topLevel: 4 })} />

/** A way that each of many things has, with the thing's own name for those who listen. */
export const Way = ({ href, label, about }: { href: string; label: string; about: string }) => (
  <More href={href}>
    {label}
    <span class="hide"> ({about})</span>
  </More>
)

export function useCrumbs(group: Pick<Group, 'id' | 'name'>, ...own: { label: string; href?: string }[]) {
  const { language } = useFrame()
  const t = useText()
  return [
    { label: t.home, href: home.at(language) },
    { label: t.title, href: paths.groups.at(language) },
    { label: inLanguage(language, group.name), href: paths.group.at(language, { group: group.id }) },
    ...own,
  ]
}

export type Tab = 'inner' | 'members' | 'meetings' | 'votes' | 'agreements' | 'papers' | 'settings'

type InnerProps = {
  group: Group
  tab: Tab
  title?: string
  form?: FormState | undefined
  /** The way from the tab's own page to this one. */
  below?: readonly { label: string; href?: string }[]
  lead?: ComponentChildren
  children: ComponentChildren
}

/** A page inside a group, with the ways to all others. */
export function Inner({ group, tab, title, form, below = [], lead, children }: InnerProps) {
  const { language } = useFrame()
  const t = useText()
  const at = { group: group.id }
  const own = {
    inner: paths.inner,
    members: paths.members,
    meetings: paths.meetings,
    votes: paths.votes,
    agreements: paths.agreements,
    papers: paths.papers,
    settings: paths.settings,
  } as const
  const tabs = (
    [
      'inner',
      'members',
      'meetings',
      'votes',
      'agreements',
      'papers',
      ...(group.standing === 'lead' ? (['settings'] as const) : []),
    ] as const
  ).map((one) => ({ href: own[one].at(language, at), label: t.tabs[one], isCurrent: one === tab }))
  return (
    <Page
      kind="office"
      title={title ?? inLanguage(language, group.name)}
      over={title ? inLanguage(language, group.name) : inLanguage(language, group.edition.title)}
      lead={lead}
      region={group.edition.regionNo ?? undefined}
      example={group.edition.isExample && t.example}
      hasProblems={(form?.problems.length ?? 0) > 0}
      crumbs={useCrumbs(group, { label: t.tabs[tab], href: own[tab].at(language, at) }, ...below)}
    >
      <Stack>
        <Tabs tabs={tabs} label={t.tabs.label} />
        {children}
      </Stack>
    </Page>
  )
}

/** Whom somebody speaks for. */
export function OrganisationField({ form, names }: { form: FormState; names: readonly string[] }) {
  const t = useText()
  return (
    <Suggest
      form={form}
      name="organisation"
      label={t.fields.organisation}
      hint={t.organisationHint}
      suggestions={names}
      autocomplete="organization"
      maxLength={200}
      optional
    />
  )
}

/** What somebody agrees to show. */
export function ConsentFields({ form }: { form: FormState }) {
  const { consents } = useText()
  return (
    <Stop legend={consents.legend}>
      <Checkbox form={form} name="isNamePublic" label={consents.name} />
      <Checkbox form={form} name="isOrganisationPublic" label={consents.organisation} />
      <Checkbox form={form} name="isEmailShown" label={consents.email} />
      <p class="note">{consents.hint}</p>
    </Stop>
  )
}

/** What other rooms have that belongs to the group or its congress, kind by kind. */
export function FromGroup({ title, related }: { title: string; related: readonly Related[] }) {
  if (related.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <Docs docs={related.map(relatedDoc)} />
    </section>
  )
}

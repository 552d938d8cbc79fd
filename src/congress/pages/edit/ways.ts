import { type Link, useFrame } from '../../../platform/frame.ts'
import { type Part, partNames } from '../../matters/parts.ts'
import { paths } from '../../paths.ts'
import { useEditing } from '../../text/editing.ts'

/** The pages about an edition: its overview, and everything that can be edited. */
export type Tab = 'overview' | 'basics' | 'place' | 'state' | 'programme' | 'organisations' | 'english' | Part
type Beside = 'registrations' | 'tickets' | 'consents'
/** What can be edited; some of it is another room's. */
type Place = Exclude<Tab, 'overview'> | Beside

const groups = {
  congress: ['basics', 'place', 'state', 'organisations', 'facts', 'english'],
  programme: ['programme', 'groups', 'milestones', 'rooms', 'tracks'],
  registration: ['registrations', 'tickets', 'consents'],
  after: ['documents'],
} as const satisfies Record<string, readonly Place[]>
type Group = keyof typeof groups

const own = {
  basics: paths.editBasics,
  place: paths.editPlace,
  state: paths.editState,
  programme: paths.editProgramme.list,
  organisations: paths.editOrganisations,
  english: paths.editEnglish,
  registrations: paths.registrations,
  tickets: paths.ticketTypes,
  consents: paths.consentTexts,
}
const isPart = (tab: Place): tab is Part => (partNames as readonly string[]).includes(tab)

/** Where the work on an edition is done, in four groups; `here` is marked. */
export function useWays(edition: string, here: Tab): { name: Group; title: string; ways: Link[] }[] {
  const { language, languages } = useFrame()
  const t = useEditing()
  const way = (tab: Place): Link => ({
    label: isPart(tab) ? t.parts[tab].title : t.tabs[tab],
    href: (isPart(tab) ? paths.editParts[tab].list : own[tab]).at(language, { edition }),
    isCurrent: tab === here,
  })
  return Object.entries(groups).map(([name, tabs]) => ({
    name: name as Group,
    title: t.groups[name as Group],
    ways: tabs.filter((tab) => tab !== 'english' || languages.includes('en')).map(way),
  }))
}

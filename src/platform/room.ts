import type { Api } from './api.ts'
import type { Findings, Suggestion } from './finding.ts'
import type { Link } from './frame.ts'
import type { Job } from './job.ts'
import type { Language } from './language.ts'
import type { MailTemplate } from './outbox.ts'
import type { Change, Visit } from './visit.ts'
import type { Web } from './web.tsx'

/** One line of the office's overview: what needs attention, and where. */
export type Attention = { text: string; href: string }

/** What a row is called, and its page. */
export type Named = { id: string; text: string; href: string }

/**
 * A row that belongs to a row of another room, the one with the id `to`: a document of an edition. `kind` says in words
 * what it is; `lang` is the language of its text where that is not the page's; `alsoAt` are other addresses that lead
 * to the same, so that nobody lists it twice; `isOutcome` says that it tells what became of the other row.
 */
export type Related = Named & {
  to: string
  kind: string
  detail?: string
  lang?: string | undefined
  alsoAt?: readonly string[]
  isOutcome?: true
}

/**
 * What a working group hands over to its congress: an adopted paper as a document, and what of it is a result. Its
 * words are German.
 */
export type Handover = {
  editionId: string
  groupId: string
  title: string
  /** What it is about, in a paragraph. */
  abstract: string
  pdf: Buffer
  isExample: boolean
  results: readonly HandedResult[]
}
/** A thesis or demand: `until` as precisely as it is known (2028, 2028-05), the responsible body by its name. */
export type HandedResult = {
  title: string
  text: string
  reason: string
  addressee: string
  responsible: string
  until: string
}
/** What the rooms below have made of it already. */
export type Taken = { documentId?: string }

/**
 * A thing in which organisations work together, by their ids: a working group, a project. `subject` is what it is about
 * or for, and `group` what kind of subject that is.
 */
export type Together = Named & {
  lang?: string | undefined
  organisations: readonly string[]
  subject?: { id: string; text: string; group: string } | undefined
}

/** Two organisations, by their ids, of which the office makes one. */
export type Merging = { kept: string; gone: string }

/** What a row is called, in which language where that is not the page's. */
export type Spoken = Named & { lang?: string | undefined }

/** What a room has of a district or region: the first few of `total`, and where all of them are listed. */
export type OfPlace = {
  /** How the room calls them: “Projekte”. */
  name: string
  total: number
  first: readonly (Spoken & { detail?: string })[]
  href?: string | undefined
}

/** Things of a room that documents of the library belong to, as the form of a document offers them: projects. */
export type Documented = {
  /** Those the visitor may choose from. */
  choices: (visit: Visit) => Promise<readonly Spoken[]>
  /** Those among them that a document belongs to. */
  of: (visit: Visit, document: string) => Promise<readonly Spoken[]>
  /** Says to which it belongs, in place of what was said before. */
  put: (change: Change, document: string, ids: readonly string[]) => Promise<void>
}

/** A room's front door: what it brings to the house. */
export type Room = {
  name: string
  /** Its pages; `rooms` are all rooms of the house, for what shows something of each. */
  routes?: (web: Web, rooms: readonly Room[]) => void
  jobs?: Readonly<Record<string, Job>>
  /** Jobs by the clock, five fields as in crontab, UTC. */
  clock?: readonly { at: string; job: string }[]
  mails?: Readonly<Record<string, MailTemplate>>
  /** Rooms of the signed-in person's menu. `holds` names addresses that are the room's without lying below its own. */
  menu?: (visit: Visit) => readonly (Link & { holds?: (address: string) => boolean })[]
  /** Where somebody goes after signing in; the first room that knows decides, else the own account. */
  landing?: (visit: Visit) => Promise<string | undefined>
  /** The words for what it writes into the audit log: deeds by name (`page.changed`), and fields that change. */
  recorded?: (language: Language) => {
    deeds: Readonly<Record<string, string>>
    fields: Readonly<Record<string, string>>
    /** Words for a field's values, where they are keys: states. */
    values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
  /** The same for values whose words lie in the database: districts by their key. */
  valueWords?: (visit: Visit) => Promise<Readonly<Record<string, Readonly<Record<string, string>>>>>
  /** What rows of these ids are called and where they are, for the log: those of this room that the visitor may see. */
  named?: (visit: Visit, ids: readonly string[]) => Promise<readonly Named[]>
  /** What this room has that belongs to rows of these ids and that the visitor may see. */
  related?: (visit: Visit, ids: readonly string[]) => Promise<readonly Related[]>
  /** What it has of a district or region, by its key, of what the visitor may see; at most so many. */
  ofPlace?: (visit: Visit, key: string, atMost: number) => Promise<OfPlace>
  /** Takes in what a working group hands over, as drafts for the office; the change acts for the house, not the visitor. */
  handedOver?: (change: Change, handover: Handover, taken: Taken) => Promise<Taken>
  /** What is lost here when organisation `gone` becomes `kept`, in sentences for the office. */
  lostByMerging?: (visit: Visit, merging: Merging) => Promise<readonly string[]>
  /** What follows here when organisation `gone` becomes `kept`, before whatever names the one names the other. */
  merged?: (change: Change, merging: Merging) => Promise<unknown>
  /** Whether both count here at this moment, so that they may not become one; asked while both are locked. */
  stopsMerging?: (change: Change, merging: Merging) => Promise<boolean>
  /** To what of this room documents of the library belong. */
  documented?: Documented
  /** In what organisations work together here, as far as the visitor may see. */
  together?: (visit: Visit) => Promise<readonly Together[]>
  /** What the office should look at. */
  attention?: (visit: Visit) => Promise<readonly Attention[]>
  /** What nobody keeps here but the viewer: they are told before they close their account. */
  keptAlone?: (visit: Visit) => Promise<readonly Named[]>
  /** What a search finds here for these words as they were typed, of what the visitor may see; at most so many of each. */
  found?: (visit: Visit, typed: string, atMost: number) => Promise<readonly Findings[]>
  /** Titles of what the visitor may see with words that begin like these; at most so many. */
  suggest?: (visit: Visit, begun: readonly string[], atMost: number) => Promise<readonly Suggestion[]>
  /** What it gives programs as JSON, described. */
  api?: Api
  /** Addresses for the sitemap, most important first. */
  sitemap?: (visit: Visit) => Promise<readonly { de: string; en: string; changed?: Date | undefined }[]>
}

/** To what of these rooms a document belongs; without one, what there is to choose from. */
export async function documentedIn(visit: Visit, rooms: readonly Room[], document?: string): Promise<Spoken[]> {
  const all = rooms.flatMap(({ documented }) => documented ?? [])
  return (await Promise.all(all.map(({ choices, of }) => (document ? of(visit, document) : choices(visit))))).flat()
}

/** What all these rooms have that belongs to rows of these ids. */
export async function relatedTo(visit: Visit, rooms: readonly Room[], ids: readonly string[]): Promise<Related[]> {
  return (await Promise.all(rooms.map(({ related }) => related?.(visit, ids) ?? []))).flat()
}

/** What all these rooms have of a district or region, those with nothing left out. */
export async function ofPlaceIn(visit: Visit, rooms: readonly Room[], key: string, atMost = 4): Promise<OfPlace[]> {
  const all = await Promise.all(rooms.flatMap(({ ofPlace }) => ofPlace?.(visit, key, atMost) ?? []))
  return all.filter(({ total }) => total > 0)
}

/** What all rooms lose when two organisations become one. */
export async function lostByMerging(visit: Visit, rooms: readonly Room[], merging: Merging): Promise<string[]> {
  return (await Promise.all(rooms.map((one) => one.lostByMerging?.(visit, merging) ?? []))).flat()
}

/** Lets all rooms follow when two organisations become one. */
export async function mergedIn(change: Change, rooms: readonly Room[], merging: Merging) {
  for (const { merged } of rooms) await merged?.(change, merging)
}

/** Whether a room stops two organisations from becoming one now. */
export async function isMergingStopped(change: Change, rooms: readonly Room[], merging: Merging): Promise<boolean> {
  return (await Promise.all(rooms.map((one) => one.stopsMerging?.(change, merging) ?? false))).includes(true)
}

/** In what organisations work together, whichever room it is of. */
export async function togetherIn(visit: Visit, rooms: readonly Room[]): Promise<Together[]> {
  return (await Promise.all(rooms.map(({ together }) => together?.(visit) ?? []))).flat()
}

/**
 * Where one reads what became of a row: its one outcome's page, or that of all outcomes of its edition, where it has
 * several. Undefined where it has none.
 */
export function onwardOf(related: readonly Related[], { of, edition }: { of: string; edition: string | null }) {
  const outcomes = (id: string | null) => related.filter(({ isOutcome, to }) => isOutcome && to === id)
  const [all] = outcomes(edition)
  const [own, another] = outcomes(of)
  return all && own ? { label: all.text, href: another ? all.href : own.href } : undefined
}

/** Declares a room. */
export const room = (value: Room) => value
export type { Job, JobVisit } from './job.ts'
export type { Language }

import { sql } from 'kysely'
import type { Findings, Suggestion } from '../../platform/finding.ts'
import { type Bilingual, inLanguage } from '../../platform/language.ts'
import type { Visit } from '../../platform/visit.ts'
import { answers, askedOf, type Candidate, findingsOf, fold } from '../../search/index.ts'
import { type EditionDates, hasOwnPage, pauses, stateAt } from '../model.ts'
import { paths } from '../paths.ts'
import { editions, sessions, speakers, workingGroups } from '../permissions.ts'
import { text } from '../text/public.ts'

/** More than so many of one kind are not compared. */
const mostCompared = 500

/** What the search over all rooms finds of congresses: editions, points of their programmes, working groups. */
export async function found(visit: Visit, typed: string, atMost: number): Promise<Findings[]> {
  const query = await askedOf(visit, typed)
  if (!query) return []
  const t = text[visit.language].found
  const lists = await Promise.all([
    editionsFound(visit, answers(query)),
    sessionsFound(visit, answers(query)),
    groupsFound(visit, answers(query)),
  ])
  const names = [t.editions, t.sessions, t.groups]
  return Promise.all(
    lists.map(async (all, index) => ({
      name: names[index]!,
      total: all.length,
      findings: await findingsOf(visit, query, all, atMost),
    })),
  )
}

/** Of editions there are so few that no index has their words. */
const editionWords = sql<string>`bilingual_words(editions.title, editions.text,
  concat_ws(' ', editions.theme ->> 'de', editions.theme ->> 'en', editions.town, extract(year from editions.sort_on)))`
/** As the indexes have them. */
const sessionWords = sql<string>`bilingual_words(sessions.title, sessions.abstract, '')`
const speakerWords = sql<string>`both_words(speakers.name || ' ' || coalesce(speakers.organisation, ''))`
const groupWords = sql<string>`bilingual_words(working_groups.name, working_groups.text, working_groups.leads)`

/** A group is found by what it is as well; there are so few that nothing is lost without the index. */
const kindWords = [text.de, text.en].map(({ found: { groups } }) => groups).join(' ')
const groupOrKind = sql<string>`${groupWords} || both_words(${kindWords})`

type Answers = ReturnType<typeof answers>

async function editionsFound(visit: Visit, isFound: Answers): Promise<Candidate[]> {
  const rows = await editions(visit)
    .where(isFound(editionWords))
    .select(['slug', 'title', 'theme', 'town', 'text', 'sortOn'])
    .orderBy('sortOn', 'desc')
    .limit(mostCompared)
    .execute()
  const say = said(visit)
  return rows.map(({ slug, title, theme, town, text: long, sortOn }) => ({
    title: [say(title), say(theme)].filter(Boolean).join(': '),
    href: paths.edition.at(visit.language, { edition: slug }),
    kind: [town, sortOn.slice(0, 4)].filter(Boolean).join(' '),
    text: say(long),
  }))
}

/** Of a point of a programme what decides whether it has a page of its own. */
const pointColumns = [
  'sessions.id',
  'sessions.title',
  'sessions.abstract',
  'sessions.format',
  'sessions.isBookable',
  'sessions.startsAt',
  'sessions.endsAt',
  'editions.slug',
  'editions.stateByHand',
  'editions.announcedAt',
  'editions.opensAt',
  'editions.closesAt',
  'editions.endsAt as over',
  'editions.documentedAt',
] as const
type PointRow = Parameters<typeof hasOwnPage>[0] &
  Omit<EditionDates, 'endsAt'> & { over: Date | null; id: string; slug: string }

/** The page of a point of a programme, or the programme where it has none. */
function hrefOf({ language, now }: Visit, { id, slug, over, ...point }: PointRow) {
  const state = stateAt({ ...point, endsAt: over }, now)
  if (!hasOwnPage(point, state)) return paths.programme.at(language, { edition: slug })
  return paths.session.at(language, { edition: slug, session: id })
}

/** By their own words or by who speaks there. */
async function sessionsFound(visit: Visit, isFound: Answers): Promise<Candidate[]> {
  const spoken = speakers(visit).where(isFound(speakerWords)).select('sessionId')
  const rows = await sessions(visit)
    .innerJoin('editions', 'editions.id', 'sessions.editionId')
    .where((row) => row.or([isFound(sessionWords), row('sessions.id', 'in', spoken)]))
    .where('format', 'not in', pauses)
    .select(pointColumns)
    .select('editions.title as edition')
    .select((row) =>
      row
        .selectFrom('speakers')
        .whereRef('sessionId', '=', 'sessions.id')
        .select(
          sql<string>`coalesce(string_agg(concat_ws(', ', name, organisation), '; ' order by position), '')`.as(
            'names',
          ),
        )
        .as('names'),
    )
    .orderBy('editions.sortOn', 'desc')
    .orderBy('sessions.id')
    .limit(mostCompared)
    .execute()
  const say = said(visit)
  return rows.map(({ id, slug, title, edition, abstract, names, ...point }) => ({
    title: say(title),
    href: hrefOf(visit, { id, slug, abstract, ...point }),
    kind: say(edition),
    text: [say(abstract), names].filter(Boolean).join(' '),
  }))
}

async function groupsFound(visit: Visit, isFound: Answers): Promise<Candidate[]> {
  const rows = await workingGroups(visit)
    .innerJoin('editions', 'editions.id', 'workingGroups.editionId')
    .where(isFound(groupOrKind))
    .select(['workingGroups.id', 'workingGroups.name', 'workingGroups.text', 'editions.title as edition'])
    .orderBy('editions.sortOn', 'desc')
    .orderBy('workingGroups.id')
    .limit(mostCompared)
    .execute()
  const say = said(visit)
  return rows.map(({ id, name, text: long, edition }) => ({
    title: say(name),
    href: paths.group.at(visit.language, { group: id }),
    kind: say(edition),
    text: say(long),
  }))
}

const said =
  ({ language }: Visit) =>
  (value: Bilingual | null) =>
    value ? inLanguage(language, value) : ''

/** Titles of points of programmes with words that begin like these. */
export async function suggest(visit: Visit, begun: readonly string[], atMost: number): Promise<Suggestion[]> {
  const patterns = begun.map((word) => `\\m${fold(word)}`)
  const rows = await sessions(visit)
    .innerJoin('editions', 'editions.id', 'sessions.editionId')
    .where(
      sql<boolean>`folded(coalesce(sessions.title ->> ${visit.language}, sessions.title ->> 'de')) ~ all(${patterns}::text[])`,
    )
    .where('format', 'not in', pauses)
    .select(pointColumns)
    .orderBy('editions.sortOn', 'desc')
    .orderBy('sessions.id')
    .limit(atMost)
    .execute()
  return rows.map((row) => ({
    text: inLanguage(visit.language, row.title),
    href: hrefOf(visit, row),
  }))
}

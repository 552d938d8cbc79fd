import { isDated } from '../../platform/dated.ts'
import type { Author, Type } from './document.ts'
import type { SaidOfItself } from './reading.ts'

type Read = {
  fileName: string
  mediaType: string
  title: string
  pages: readonly string[]
  said?: SaidOfItself | undefined
}
export type Proposal = { type: Type | undefined; authors: Author[]; publisher: string; dated: string | null }

/** What a draft is said to be as long as nobody has said it: from the first page and from what the file says of itself. */
export function proposalFrom({ fileName, mediaType, title, pages, said }: Read): Proposal {
  const first = pages[0] ?? ''
  const onPage = authorsIn(named(first, written))
  const publisher = named(first, published)
  return {
    type: typeOf(mediaType, `${fileName} ${title}`),
    authors: onPage.length > 0 ? onPage : authorsIn(said?.author ?? ''),
    publisher,
    dated: datedOn(first) ?? madeIn(said?.made ?? ''),
  }
}

const written =
  /^[^\S\n]*(?:autor(?:in|en|innen|:innen|\*innen)?(?: und autor(?:en|innen))?|verfasser(?:in|innen)?|verfasst von|authors?|written by)[^\S\n]*:?[^\S\n]+(.{3,200})$/im
const published =
  /^[^\S\n]*(?:herausgeber(?:in|innen)?|herausgegeben von|hrsg\.|publisher|published by)[^\S\n]*:?[^\S\n]+(.{3,200})$/im

const named = (page: string, pattern: RegExp) => pattern.exec(page)?.[1]?.trim() ?? ''

/** What programs write where nobody has said who it was. */
const ofPrograms =
  /^(user|admin(istrator)?|owner|author|unknown|unbekannt|anonymous|default|test|root|windows .*|microsoft .*|office .*)$|anwender|benutzer|@/i
/** Names of accounts: jbeispiel, j.beispiel2. */
const ofAccounts = /^[a-z0-9._-]+$/
const ofBodies =
  /\b(gmbh|mbh|ag|kg|e\. ?v\.|ev|verband|verein|bund|institut\w*|universit\w+|hochschule|fraunhofer\S*|ministeri\w+|landeshauptstadt|stadt|landkreis|landratsamt|kreis|gemeinde|regionalverband|region|metropolregion|amt|stiftung|ihk|kammer|gesellschaft|agentur|büro|inc|ltd|llc|university|institute|ministry|city|council|association|department|office)\b/i

const mostAuthors = 20

/** Names as one line has them. Without a sign of a person (two words or more), or with one of a body, it is a body. */
export function authorsIn(line: string): Author[] {
  const parts = line.split(/\s*(?:;|\n|&|\||\bund\b|\band\b)\s*/i).flatMap(atCommas)
  const names = parts
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((name) => name.length > 2 && !isNobody(name))
  return names
    .slice(0, mostAuthors)
    .map((name) =>
      isBody(name)
        ? { kind: 'organisation', name, identifier: null }
        : { kind: 'person', name: familyFirst(name), identifier: null },
    )
}

const isNobody = (name: string) => ofPrograms.test(name) || ofAccounts.test(name)
const isBody = (name: string) => ofBodies.test(name) || !/\s/.test(name)

/** “Beispiel, Jana” is one name; “Jana Beispiel, Kim Muster” are two. */
function atCommas(part: string): string[] {
  const pieces = part.split(/\s*,\s*/)
  const isOneName = pieces.length === 2 && !/\s/.test(pieces[0]!.trim())
  return isOneName ? [part] : pieces
}

/** “Beispiel, Jana” for “Dr. Jana Beispiel”. */
function familyFirst(name: string): string {
  if (name.includes(',')) return name
  const plain = name
    .replace(/^((prof|dr|dipl)\.?(-\w+\.?)?|ing\.|h\. ?c\.|m\.a\.)\s+/gi, '')
    .replace(/^(dr|ing)\.?(-\w+\.?)?\s+/gi, '')
  const [, given, family] = /^(.*?)\s+((?:(?:von|van|zu|de|der|den|di)\s+)*\S+)$/i.exec(plain) ?? []
  return given && family ? `${family}, ${given}` : name
}

const months = {
  de: [
    'januar',
    'februar',
    'märz',
    'april',
    'mai',
    'juni',
    'juli',
    'august',
    'september',
    'oktober',
    'november',
    'dezember',
  ],
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
}
const month = `(${[...new Set([...months.de, ...months.en])].join('|')})`
const patterns: readonly [RegExp, (found: readonly string[]) => string][] = [
  [
    new RegExp(`\\b(\\d{1,2})\\.?\\s+${month}\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    ([day, name, year]) => `${year}-${noOf(name!)}-${two(day!)}`,
  ],
  [
    new RegExp(`\\b${month}\\s+(\\d{1,2}),?\\s+((?:19|20)\\d\\d)\\b`, 'i'),
    ([name, day, year]) => `${year}-${noOf(name!)}-${two(day!)}`,
  ],
  [/\b(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)\b/, ([day, no, year]) => `${year}-${two(no!)}-${two(day!)}`],
  [/\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/, ([year, no, day]) => `${year}-${no}-${day}`],
  [new RegExp(`\\b${month}\\s+((?:19|20)\\d\\d)\\b`, 'i'), ([name, year]) => `${year}-${noOf(name!)}`],
  [/^\D{0,40}\b((?:19|20)\d\d)\b\D{0,20}$/m, ([year]) => String(year)],
]
const two = (text: string) => text.padStart(2, '0')
function noOf(name: string) {
  const wanted = name.toLowerCase()
  const index = months.de.indexOf(wanted)
  return two(String((index < 0 ? months.en.indexOf(wanted) : index) + 1))
}

/** The date that stands on a title page, as precisely as it stands there: a day before a month, a month before a year. */
export function datedOn(page: string): string | null {
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(page.slice(0, 3000))
    const dated = found && read(found.slice(1))
    if (dated && isDated(dated)) return dated
  }
  return null
}

/** The month in which a file was made, as PDF (D:20220514…) and office programs (2022-05-14T…) write it. */
function madeIn(made: string): string | null {
  const [, year, no] = /^(?:D:)?((?:19|20)\d\d)-?(\d\d)/.exec(made) ?? []
  const dated = `${year}-${no}`
  return isDated(dated) ? dated : null
}

const kinds: readonly [RegExp, Type][] = [
  [/protokoll|niederschrift|minutes/i, 'minutes'],
  [/presse(mitteilung|information)|press release/i, 'press'],
  [/positionspapier|stellungnahme|position paper/i, 'position'],
  [/dokumentation|tagungsband|proceedings/i, 'documentation'],
]

function typeOf(mediaType: string, words: string): Type | undefined {
  if (/^image\//.test(mediaType)) return 'picture'
  if (/presentation/.test(mediaType)) return 'presentation'
  if (/sheet|csv/.test(mediaType)) return 'data_set'
  return kinds.find(([pattern]) => pattern.test(words))?.[1]
}

/** What somebody typed into the search: words, phrases in quotation marks, and what they do not want (-word). */
export type Question = { words: string[]; phrases: string[]; without: string[] }

const marks = '"„“”»«'
const part = new RegExp(`(-?)(?:[${marks}]([^${marks}]*)[${marks}]|([^\\s${marks}]+))`, 'gu')
const atMost = 12
/** What people copy in front of an identifier. */
const resolver = /(?:https?:\/\/(?:(?:dx\.)?doi\.org|nbn-resolving\.org|orcid\.org|ror\.org)\/|\bdoi:\s*)/giu

/** Reads a question. Words in any script; at most twelve parts count. An open quotation mark is none. */
export function questionFrom(typed: string): Question {
  const question: Question = { words: [], phrases: [], without: [] }
  for (const [, minus, phrase, word] of [...typed.slice(0, 300).replace(resolver, '').matchAll(part)].slice(
    0,
    atMost,
  )) {
    const text = wordsIn(phrase ?? word ?? '').join(' ')
    if (!text) continue
    if (minus) question.without.push(text)
    else if (text.includes(' ')) question.phrases.push(text)
    else question.words.push(text)
  }
  return question
}

export const isAsked = ({ words, phrases }: Question) => words.length + phrases.length > 0

/** The words of a text, for the vocabulary and for questions. */
export const wordsIn = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

const joints = ['', 's', 'es', 'n', 'en', 'e', 'er']
const shortestPart = 3

/** Every way to read a folded word as two: `verkehrskonzept` → verkehr + konzept, and others that are no words. */
export function partsOf(word: string): [string, string][] {
  const found: [string, string][] = []
  for (let at = shortestPart; at <= word.length - shortestPart; at++)
    for (const joint of joints) {
      const first = word.slice(0, at)
      if (!first.endsWith(joint) || first.length - joint.length < shortestPart) continue
      found.push([joint ? first.slice(0, -joint.length) : first, word.slice(at)])
    }
  return found
}

/** A word of a question: its stems as typed, those it is widened to, and pairs of which both must be there. */
export type Term = {
  typed: string
  strict: string[]
  wide: string[]
  pairs: (readonly [readonly string[], readonly string[]])[]
}
/** A phrase: as a tsquery of either language; for each, all its stems and the pairs that follow each other (none: one stem). */
export type Phrase = { typed: string; query: string; all: string[][]; pairs: number[][] }
/** A question as the database takes it. */
export type Asked = {
  terms: Term[]
  phrases: Phrase[]
  without: Phrase[]
  /** Nothing holds all of it: what holds some of it is looked for. */
  isLoose?: boolean
}

/** A word without case, accents and ß, as the vocabulary has it. */
export const fold = (word: string) =>
  word
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')

/** The same with ä, ö and ü written out taken back: `buerger` → `burger`. */
export const foldedSpellings = (word: string) => [...new Set([fold(word), fold(word).replace(/([aou])e/g, '$1')])]

export type Form = 'strict' | 'wide' | 'strict²' | 'strict⁴' | 'wide⁴'

/** A tsquery of the terms: as typed, or widened; of pages on which a word stands twice (²) or four times (⁴). */
export function tsqueryOf({ terms, phrases, isLoose }: Omit<Asked, 'without'>, form: Form): string {
  const [words, mark] = form.split(/(?=[²⁴])/)
  const any = (stems: readonly string[]) => stems.map((stem) => `'${stem}${mark ?? ''}'`).join(' | ')
  const parts = terms.map(({ strict, wide, pairs }) => {
    if (words === 'strict') return any(strict)
    return [any(wide), ...pairs.map(([a, b]) => `((${any(a)}) & (${any(b)}))`)].join(' | ')
  })
  return [...parts, ...phrases.map(({ query }) => query)].map((part) => `(${part})`).join(isLoose ? ' | ' : ' & ')
}

/** The same without what is excluded: for things whose words are few. */
export const wholeTsquery = (asked: Asked): string =>
  [`(${tsqueryOf(asked, 'wide')})`, ...asked.without.map(({ query }) => `!(${query})`)].join(' & ')

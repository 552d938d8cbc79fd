/** What somebody typed into the search: words, phrases in quotation marks, and what they do not want (-word). */
export type Question = { words: string[]; phrases: string[]; without: string[] }

const marks = '"„“”»«'
const part = new RegExp(`(-?)(?:[${marks}]([^${marks}]*)[${marks}]|([^\\s${marks}]+))`, 'gu')
const atMost = 12

/** Reads a question. Words in any script; at most twelve parts count. An open quotation mark is none. */
export function questionFrom(typed: string): Question {
  const question: Question = { words: [], phrases: [], without: [] }
  for (const [, minus, phrase, word] of [...typed.slice(0, 300).matchAll(part)].slice(0, atMost)) {
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

const markBegin = '\ue000'
const markEnd = '\ue001'
/** How the database marks the words that were found. */
export const marking = `StartSel=${markBegin}, StopSel=${markEnd}, HighlightAll=true`

export type Marked = { text: string; isFound: boolean }

/** The sentence of a marked text in which most different words are marked, cut around them where it is long. */
export function sentenceOf(marked: string, mostLetters = 300): Marked[] {
  const sentences = marked.replace(/\s+/g, ' ').split(/(?<=[.!?…]\ue001?)\s+(?=[\ue000„"»]*\p{Lu})/u)
  const kinds = (sentence: string) =>
    new Set([...sentence.matchAll(/\ue000([^\ue001]*)\ue001/g)].map(([, word]) => word!.toLowerCase())).size
  const best = sentences.reduce((most, one) => (kinds(one) > kinds(most) ? one : most))
  return parts(cut(best, mostLetters))
}

/** At most so many letters round the first word that is marked, at the edges of words. */
function cut(sentence: string, most: number): string {
  const chars = [...sentence]
  if (chars.length <= most) return sentence
  const first = Math.max(0, chars.indexOf(markBegin))
  const from = Math.max(0, Math.min(first - Math.round(most / 3), chars.length - most))
  const piece = chars.slice(from, from + most).join('')
  const whole = piece.slice(from > 0 ? piece.indexOf(' ') + 1 : 0)
  const end = from + most < chars.length ? whole.lastIndexOf(' ') : whole.length
  return `${from > 0 ? '… ' : ''}${whole.slice(0, end)}${from + most < chars.length ? ' …' : ''}`
}

function parts(text: string): Marked[] {
  const found: Marked[] = []
  for (const [index, piece] of text.split(/[\ue000\ue001]/).entries())
    if (piece) found.push({ text: piece, isFound: index % 2 === 1 })
  return found
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

/** The words a text gives to the vocabulary: letters only, from three to forty of them. */
export const vocabularyOf = (text: string): string[] => [
  ...new Set(
    wordsIn(text)
      .map(fold)
      .filter((word) => word.length >= shortestPart && word.length <= 40 && /^\p{L}+$/u.test(word)),
  ),
]

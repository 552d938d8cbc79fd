import { jsonOf } from '../../platform/json.ts'
import { Unreadable } from './problem.ts'

/** One area with all its corners is shorter. */
const longestFeature = 8 * 1024 * 1024
const longestHead = 64 * 1024
/** The name before a list, with blanks. */
const longestKey = 200

/**
 * The features of a GeoJSON collection, each read when it has come: a country's municipalities take no more memory than
 * the largest of them. Throws Unreadable where the text ends before the collection does.
 */
export async function* featuresIn(pieces: AsyncIterable<string>): AsyncGenerator<unknown> {
  const scan = new Scan()
  for await (const piece of pieces) for (const text of scan.features(piece)) yield parsed(text)
  if (!scan.isWhole) throw new Unreadable('notJson')
}

function parsed(text: string): unknown {
  const { data, problem } = jsonOf(text)
  if (problem) throw new Unreadable(problem)
  return data
}

/** Where in the text we are: how deep, within quotes or not, and whether the features have begun. */
class Scan {
  #isDone = false
  #text = ''
  #at = 0
  #start = 0
  #depth = 0
  #isQuoted = false
  #isInFeatures = false

  /** Whether the collection has ended. */
  get isWhole() {
    return this.#isDone
  }

  /** The features that end within this piece, as text. */
  *features(piece: string): Generator<string> {
    this.#text += piece
    for (; this.#at < this.#text.length; this.#at++) {
      const sign = this.#text[this.#at]!
      if (this.#isQuoted) {
        if (sign === '\\') this.#at++
        else if (sign === '"') this.#isQuoted = false
      } else if (sign === '"') this.#isQuoted = true
      else if (sign === '{' || sign === '[') this.#opens(sign)
      else if (sign === '}' || sign === ']') {
        const feature = this.#closes()
        if (feature) yield feature
      }
    }
    this.#forget()
  }

  #opens(sign: string) {
    this.#depth++
    if (
      sign === '[' &&
      this.#depth === 2 &&
      /"features"\s*:\s*$/.test(this.#text.slice(Math.max(this.#start, this.#at - longestKey), this.#at))
    )
      this.#isInFeatures = true
    if (this.#isInFeatures && this.#depth === 3) this.#start = this.#at
  }

  #closes(): string | undefined {
    this.#depth--
    if (this.#depth === 0) this.#isDone = true
    if (this.#depth === 1) this.#isInFeatures = false
    if (!this.#isInFeatures || this.#depth !== 2) return undefined
    const feature = this.#text.slice(this.#start, this.#at + 1)
    this.#start = this.#at + 1
    return feature
  }

  /** What lies before the feature that has begun is no longer needed. */
  #forget() {
    const from = this.#isInFeatures ? this.#start : Math.max(this.#start, this.#text.length - longestHead)
    this.#text = this.#text.slice(from)
    this.#at -= from
    this.#start = 0
    if (this.#text.length > longestFeature) throw new Unreadable('tooLarge')
  }
}

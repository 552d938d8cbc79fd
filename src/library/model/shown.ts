import { createHash } from 'node:crypto'
import { authorsFrom, type DocumentInput, linesOf } from './document.ts'

const sayable = ['title', 'slug', 'type', 'language', 'publisher', 'dated', 'authors'] as const
/** What a file can say of its document. */
export type Sayable = Pick<DocumentInput, (typeof sayable)[number]>

/** Marks of what a form shows of that, one for each. */
export const marksOf = (shown: Sayable) => sayable.map((name) => markOf(shown, name)).join(' ')

/**
 * What was sent, except where somebody left what the form showed (`marks`): that stays as it is `now`, for the file may
 * have been read meanwhile. `unseen`: what the file has said there since.
 */
export function besideTheFile<Sent extends Sayable>(sent: Sent, marks: string, now: Sayable) {
  const shown = marks.split(' ')
  const left = sayable.filter((name, at) => markOf(sent, name) === shown[at])
  const unseen = left.filter((name) => markOf(now, name) !== markOf(sent, name))
  return { input: { ...sent, ...Object.fromEntries(unseen.map((name) => [name, now[name]])) }, unseen }
}

function markOf(said: Sayable, name: keyof Sayable) {
  const { authors } = said
  const value =
    name === 'authors' ? authorsFrom(linesOf(authors, 'person'), linesOf(authors, 'organisation')) : said[name]
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12)
}

import { printable } from './clean.ts'

/** More than the files hold that people send here: brackets, commas, names, and how deep all of it lies. */
const most = { opened: 400_000, commas: 1_200_000, named: 400_000, deep: 100 }

/**
 * What JSON from outside says, its texts printable. It is counted before it is read: what lies in it may take fifty
 * times the memory of its letters.
 */
export function jsonOf(
  text: string,
): { data: unknown; problem?: never } | { data?: never; problem: 'tooLarge' | 'notJson' } {
  if (isTooMuch(text)) return { problem: 'tooLarge' }
  try {
    return { data: JSON.parse(withoutOdd(printable(text))) }
  } catch {
    return { problem: 'notJson' }
  }
}

function isTooMuch(text: string): boolean {
  const count = { opened: 0, commas: 0, named: 0, deep: 0 }
  let isText = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isText && sign === '\\') at++
    else if (sign === '"') isText = !isText
    else if (isText) continue
    else if (sign === ',') count.commas++
    else if (sign === ':') count.named++
    else if (sign === ']' || sign === '}') count.deep--
    else if (sign === '[' || sign === '{') {
      count.opened++
      if (++count.deep > most.deep) return true
    }
  }
  return count.opened > most.opened || count.commas > most.commas || count.named > most.named
}

/** Letters that are written by their number may be none. */
const withoutOdd = (text: string) =>
  text.replace(/(?:\\u[0-9a-f]{4})+|\\[^u]/gi, (written) => {
    if (written[1] !== 'u') return /[bf]/.test(written) ? '' : written
    const letters = written.replace(/\\u(.{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    return JSON.stringify(printable(letters)).slice(1, -1)
  })

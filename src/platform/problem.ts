/**
 * Something that the operator can put right: its message is printed as it stands, without a stack, and the program ends.
 * The message is German and says what is wrong and what to do.
 */
export class Problem extends Error {
  override name = 'Problem'
}

/** The code of a system or database error (`ENOSPC`, `23505`); undefined for anything else. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** The store for files does not answer, or not as it should; the message is for the log. */
export class StoreFailed extends Error {
  code = 'STORE'
}

/** More is asked for than can be made in time. */
export class Busy extends Error {
  code = 'BUSY'
}

const passing = ['STORE', 'BUSY', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOSPC', 'EDQUOT']

/** The disk is full, the database is gone or just starting, too many wait: nothing was stored, and trying later may help. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error) ?? ''
  const isSocketMissing = code === 'ENOENT' && (error as NodeJS.ErrnoException).syscall === 'connect'
  const isCutOff = error instanceof Error && /^Connection terminated/.test(error.message)
  return passing.includes(code) || isSocketMissing || isCutOff || /^(08|53|57P)/.test(code)
}

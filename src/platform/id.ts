import { NotFound } from './visit.ts'

/** Whether a text is a UUID as the database writes it; anything else never reaches a statement. */
export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** An id from an address. Throws NotFound for what is none: it belongs to nothing. */
export function idFrom(param: string): string {
  if (!isId(param)) throw new NotFound()
  return param
}

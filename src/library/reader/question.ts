/** What a reader is asked to do with a file; pdfium gets so many megabytes at most. */
export type Question = { file: string; megabytes: number } & (
  | { what: 'read'; kind: string }
  | { what: 'draw'; first: number; last: number; width: number }
  | { what: 'recognise'; page: number }
)

/** A piece of a line. A link leads to http, https, mailto or tel. */
export type MailPart = string | { strong: string } | { link: string; href: string }

/** What a mail is made of. Every text is plain text and one line: what looks like markup stays text. */
export type MailBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; parts: readonly MailPart[] }
  | { kind: 'facts'; facts: readonly { term: string; text: string }[] }
  | { kind: 'button'; text: string; href: string }
  | { kind: 'code'; text: string }
  | { kind: 'list'; items: readonly (readonly MailPart[])[] }
  | { kind: 'divider' }
  | { kind: 'small'; parts: readonly MailPart[] }

/** One line of text: line breaks, tabs and other control characters become spaces, direction marks go. */
export const oneLine = (text: string) =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()

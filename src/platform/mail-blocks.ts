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

/**
 * A word joiner, unseen, where mail clients look for an address: what a person typed leads nowhere. It stands behind each
 * dot, in front of what would be the end of a domain: so it is no ending that a client knows, whereas in front of the dot
 * it would be taken for a part of the name and dropped when the address is called. Unlike a space of no width it lets no
 * line break there, and unlike tags around the dot it holds in plain text too.
 */
export const unlinked = (text: string) => text.replace(/:(?=\/\/)|[.\uff0e\u3002\uff61](?=\p{L})/gu, '$&\u2060')

/** What the office has written, its web and mail addresses made links. */
export const linkedParts = (text: string): MailPart[] =>
  text
    .split(/(https?:\/\/[^\s<>"\\\p{Cc}]*[^\s<>"\\\p{Cc}.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/u)
    .map((piece, index) => {
      if (index % 2 === 0) return piece
      return { link: piece, href: piece.includes('://') ? piece : `mailto:${piece}` }
    })
    .filter((part) => part !== '')

/** The same for a line; what leads somewhere is only what was made a link, and a link that says where it leads stays. */
export const unlinkedParts = (parts: readonly MailPart[]): MailPart[] =>
  parts.map((part) => {
    if (typeof part === 'string') return unlinked(part)
    if ('strong' in part) return { strong: unlinked(part.strong) }
    return part.link === part.href.replace(/^mailto:/, '') ? part : { ...part, link: unlinked(part.link) }
  })

/** The same for every text of a block. */
export function unlinkedBlock(block: MailBlock): MailBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'small':
      return { ...block, parts: unlinkedParts(block.parts) }
    case 'list':
      return { ...block, items: block.items.map(unlinkedParts) }
    case 'facts':
      return { ...block, facts: block.facts.map(({ term, text }) => ({ term: unlinked(term), text: unlinked(text) })) }
    case 'divider':
      return block
    default:
      return { ...block, text: unlinked(block.text) }
  }
}

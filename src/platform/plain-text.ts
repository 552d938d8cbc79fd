import { type Block, type Inline, markdownBlocks } from './markdown-blocks.ts'

/** What Markdown says, in plain paragraphs: a list's items and a table's rows too, notes in brackets where they stand. */
export const plainText = (source: string) => textOf(markdownBlocks(source), '\n\n')

const textOf = (blocks: readonly Block[], between: string) => blocks.map(blockText).filter(Boolean).join(between)

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.parts)
    case 'list':
      return block.items
        .map((item, at) => `${block.isOrdered ? `${block.start + at}.` : '–'} ${textOf(item, ' ')}`)
        .join('\n\n')
    case 'quote':
      return textOf(block.blocks, '\n\n')
    case 'listing':
      return block.text
    case 'table':
      return block.rows.map((row) => rowText(block.head, row)).join('\n\n')
    case 'rule':
      return ''
  }
}

/** A row of a table, each cell with the head of its column. */
const rowText = (head: readonly Inline[][], row: readonly Inline[][]) =>
  row
    .map((cell, at) => [inlineText(head[at] ?? []), inlineText(cell)].filter(Boolean).join(': '))
    .filter(Boolean)
    .join('; ')

const inlineText = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'text' || part.kind === 'code') return part.text
      if (part.kind === 'break') return '\n'
      if (part.kind === 'note') return ` (${textOf(part.blocks, ' ')})`
      if (part.kind === 'picture') return part.alt
      return 'parts' in part ? inlineText(part.parts) : ''
    })
    .join('')

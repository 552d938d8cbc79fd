import { type MailBlock, type MailPart, oneLine } from './mail-blocks.ts'

const columns = 72

/** The blocks as plain text of 72 columns; addresses are written out and never broken. */
export function mailText(blocks: readonly MailBlock[], footer: readonly MailPart[]): string {
  const foot = footer.length ? [`-- \n${wrapped(textOf(footer))}`] : []
  return `${[...blocks.map(blockText), ...foot].join('\n\n')}\n`
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
      return wrapped(oneLine(block.text))
    case 'paragraph':
    case 'small':
      return wrapped(textOf(block.parts))
    case 'facts':
      return block.facts.map(({ term, text }) => wrapped(`${oneLine(term)}: ${oneLine(text)}`, '  ')).join('\n')
    case 'button':
      return `${wrapped(`${oneLine(block.text)}:`)}\n${block.href}`
    case 'code':
      return `    ${oneLine(block.text)}`
    case 'list':
      return block.items.map((item) => wrapped(`- ${textOf(item)}`, '  ')).join('\n')
    case 'divider':
      return '-'.repeat(columns)
  }
}

const textOf = (parts: readonly MailPart[]) => oneLine(parts.map(partText).join(''))

function partText(part: MailPart): string {
  if (typeof part === 'string') return part
  if ('strong' in part) return part.strong
  return part.link === part.href ? part.href : `${part.link} <${part.href}>`
}

function wrapped(text: string, indent = ''): string {
  const rows = ['']
  for (const word of text.split(' ')) {
    const row = rows.at(-1) ?? ''
    if (row.trim() && `${row} ${word}`.length > columns) rows.push(indent + word)
    else rows[rows.length - 1] = row ? `${row} ${word}` : word
  }
  return rows.join('\n')
}

import markdownIt from 'markdown-it'
import { textIn } from '../../platform/text-content.ts'
import type { Reading } from '../model/reading.ts'
import { inParts, type Paragraph } from './writing.ts'
import { walkHtml } from './xml.ts'

const piecesOf = function* (text: string) {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}

/** Plain text: paragraphs end at an empty line. */
export async function readPlain(bytes: Buffer): Promise<Reading> {
  const text = textIn(bytes) ?? ''
  return inParts(
    text.split(/\r?\n[ \t]*\r?\n|\f/).map((one) => ({ text: one, level: undefined })),
    '',
  )
}

/** Markdown (CommonMark) as people read it: headings, paragraphs, items, without its marks. */
export async function readMarkdown(bytes: Buffer): Promise<Reading> {
  const found: Paragraph[] = []
  let level: number | undefined
  for (const token of markdownIt({ html: false }).parse(textIn(bytes) ?? '', {})) {
    if (token.type === 'heading_open') level = Number(token.tag.slice(1))
    if (token.type === 'heading_close') level = undefined
    if (token.type === 'fence' || token.type === 'code_block') found.push({ text: token.content, level: undefined })
    if (token.type !== 'inline') continue
    const words = (token.children ?? []).map(({ type, content }) => (/break$/.test(type) ? '\n' : content))
    found.push({ text: words.join(''), level })
  }
  return inParts(found, '')
}

/** What of a page is no text to be read. */
const unread = ['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object', 'select', 'button']
const blocks =
  /^(address|article|aside|blockquote|body|br|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)$/

/** HTML as it is read: its text in paragraphs, its headings, what its pictures show. */
export async function readHtml(bytes: Buffer): Promise<Reading> {
  const found: Paragraph[] = []
  let text = ''
  let title = ''
  let level: number | undefined
  let within = 0
  let isTitle = false
  const end = () => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (words) found.push({ text: words, level })
    text = ''
  }
  await walkHtml(piecesOf(textIn(bytes) ?? ''), {
    open(name, attributes) {
      isTitle = name === 'title'
      if (unread.includes(name)) within++
      if (within > 0) return
      if (blocks.test(name)) end()
      if (/^h[1-6]$/.test(name)) level = Number(name[1])
      if (name === 'img' && attributes.alt) text += ` ${attributes.alt} `
    },
    close(name) {
      isTitle = false
      if (unread.includes(name)) within--
      else if (blocks.test(name)) {
        end()
        if (/^h[1-6]$/.test(name)) level = undefined
      }
    },
    text(part) {
      if (isTitle && title.length < 1000) title += part
      else if (within === 0) text += part
    },
  })
  end()
  return inParts(found, title.replace(/\s+/g, ' ').trim())
}

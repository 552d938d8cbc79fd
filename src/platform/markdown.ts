import MarkdownIt from 'markdown-it'
import type { SafeHtml } from './html.tsx'

/** So many bytes of UTF-8 are set at most. */
export const longestMarkdown = 100_000

/**
 * Sets Markdown (CommonMark and tables) as HTML. Raw HTML stays visible text. Links lead to http, https, mailto, tel
 * or a place of this site, others stay text. Images come from `/dateien/` and need a description: a foreign image leaves
 * its description alone, an image without one leaves nothing. The highest headings get level `topLevel`, and no level is
 * left out below them, whatever number of `#` was written.
 * Throws a RangeError above 100 kB: what is stored is bounded when it is taken in.
 */
export function markdown(source: string, { topLevel = 2 }: { topLevel?: 2 | 3 | 4 } = {}): SafeHtml {
  if (Buffer.byteLength(source) > longestMarkdown) throw new RangeError('markdown: more than 100 kB')
  return writer.render(source, { topLevel }) as SafeHtml
}

/** Whether an address may stand behind a link that somebody else has written. */
export function isSafeLink(address: string): boolean {
  if (/[\p{Cc}\s\\]/u.test(address) || address.startsWith('//')) return false
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme)
}

const writer = new MarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting: 20 })
writer.validateLink = isSafeLink
const { rules } = writer.renderer
const levelOf = ({ tag }: { tag: string }) => Number(tag.slice(1))

writer.core.ruler.push('levels-and-links', (state) => {
  const topLevel = Number(state.env.topLevel)
  const highest = Math.min(...state.tokens.filter(({ type }) => type === 'heading_open').map(levelOf))
  let level = topLevel - 1
  for (const token of state.tokens) {
    if (token.type === 'heading_open') level = Math.min(6, level + 1, topLevel + levelOf(token) - highest)
    if (token.type.startsWith('heading_')) token.tag = `h${level}`
    // A table wider than the page scrolls, also by keyboard.
    if (token.type === 'table_open') token.attrSet('tabindex', '0')
    // Alignment arrives as a style attribute, which the security policy of our pages refuses.
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null
    for (const child of token.children ?? []) {
      const isOutside = child.type === 'link_open' && /^https?:/i.test(String(child.attrGet('href')))
      if (isOutside) child.attrSet('rel', 'noopener')
    }
  }
})

rules.image = (tokens, index) => {
  const image = tokens[index]
  const address = String(image?.attrGet('src') ?? '')
  const description = writer.utils.escapeHtml((image?.content ?? '').trim())
  const isOwn = address.startsWith('/dateien/') && !address.includes('..')
  if (!isOwn || !description) return description
  return `<img src="${writer.utils.escapeHtml(address)}" alt="${description}" loading="lazy">`
}

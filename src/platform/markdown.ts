import { createHash } from 'node:crypto'
import MarkdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import type { SafeHtml } from './html.tsx'
import type { Language } from './language.ts'
import { bound } from './spaces.ts'

/** So many bytes of UTF-8 are set at most: fields take 50,000 letters, of three bytes each where they are not Latin. */
export const longestMarkdown = 150_000

/**
 * Sets Markdown (CommonMark, tables and footnotes) as HTML. Raw HTML stays visible text. Links lead to http, https, mailto, tel
 * or a place of this site, others stay text. Images come from `/dateien/` or are `pictures` of the text's own, and need a description: a foreign image leaves
 * its description alone, an image without one leaves nothing. One that is a whole paragraph has its title below it. A link to a view of the atlas, alone in a paragraph, shows
 * the view. The highest headings get level `topLevel`, and no level is
 * left out below them, whatever number of `#` was written. Footnotes are counted on from `notesBefore`.
 * Throws a RangeError above 150 kB: what is stored is bounded when it is taken in.
 */
export function markdown(source: string, setting: Setting = {}): SafeHtml {
  return writer.render(bounded(source), { ...environment(source), ...setting }) as SafeHtml
}

/**
 * The same in parts that begin in these lines (from 0, in order), each as HTML that can stand alone, and their notes once
 * for all. A list is cut into its items.
 */
export function markdownParts(
  source: string,
  lines: readonly number[],
  setting: Pick<Setting, 'topLevel' | 'pictures'>,
) {
  const env = { ...environment(source), ...setting }
  const tokens = writer.parse(bounded(source), env)
  const set = (some: typeof tokens) => writer.renderer.render(some, writer.options, env)
  const tail = tokens.findIndex(({ type }) => type === 'footnote_block_open')
  const parts = lines.map(() => '')
  let [part, open, list] = [0, 0, '']
  for (const [index, { type, level, nesting, map, tag }] of tokens.slice(0, tail < 0 ? undefined : tail).entries()) {
    const isList = level === 0 && /^(bullet|ordered)_list_/.test(type)
    if (isList) list = nesting > 0 ? tag : ''
    if (isList || level > (list ? 1 : 0)) continue
    while (map && part + 1 < lines.length && lines[part + 1]! <= map[0]) part++
    if (nesting >= 0) open = index
    if (nesting > 0) continue
    const html = set(tokens.slice(open, index + 1))
    const start = list === 'ol' ? ` start="${Number(tokens[open]?.info)}"` : ''
    parts[part] += list ? `<${list}${start}>\n${html}</${list}>\n` : html
  }
  return { parts: parts as SafeHtml[], notes: (tail < 0 ? '' : set(tokens.slice(tail))) as SafeHtml }
}

/** What the parser finds in a source, for those who set it as something else than HTML. Throws as `markdown` does. */
export const tokensOf = (source: string) => writer.parse(bounded(source), environment(source))

const environment = (source: string) => ({
  ...{ topLevel: 2, cells: 0, textUntil: 0 },
  // Notes of several texts on a page are told apart by the text they stand in.
  docId: source.includes('[^') ? createHash('sha256').update(source).digest('hex').slice(0, 8) : '',
})

function bounded(source: string) {
  if (Buffer.byteLength(source) > longestMarkdown) throw new RangeError('markdown: more than 150 kB')
  return source
}

/**
 * A place in a text that stands out: `blank`, something still to be told, with what it is (`isLabelHidden`: for those
 * who listen alone); or words in another language.
 */
export type Mark =
  | { kind: 'blank'; label: string; word: string; isLabelHidden: boolean }
  | { kind: 'words'; text: string; language: Language }
/** Pictures that a text names in its own way: where each is read, what is on it where the text does not say so, its pixels. */
export type OwnPictures = ReadonlyMap<
  string,
  { href: string; alt: string; width: number | null; height: number | null }
>
type Setting = {
  topLevel?: 2 | 3 | 4
  marks?: readonly Mark[]
  notesBefore?: number
  pictures?: OwnPictures | undefined
}

/** What stands in a source where its mark with this number will be. */
export const markAt = (no: number) => `\ue000${no}\ue001`
/** A source without what could be taken for a mark. */
export const withoutMarks = (source: string) => source.replace(/[\ue000\ue001]/g, '')

/** Whether an address may stand behind a link that somebody else has written. */
export function isSafeLink(address: string): boolean {
  if (/[\p{Cc}\s\\]/u.test(address) || address.startsWith('//')) return false
  const scheme = /^([^/?#]*?):/.exec(address)?.[1]
  return scheme === undefined || /^(https?|mailto|tel)$/i.test(scheme)
}

const writer = new MarkdownIt('default', { html: false, linkify: false, typographer: false, maxNesting: 20 })
writer.use(footnotes)
writer.validateLink = isSafeLink
const { rules } = writer.renderer

/** So many cells are set as tables in one text; empty ones are filled up, so that few letters could ask for very many. */
const mostCells = 5_000
type Counted = { cells: number; textUntil: number }
const [table] = writer.block.ruler.getRules('')
writer.block.ruler.at(
  'table',
  (state, line, end, isSilent) => {
    const counted = state.env as Counted
    if (line < counted.textUntil || !/^[\s|:-]+$/.test(state.getLines(line + 1, line + 2, 0, false))) return false
    const columns = state.getLines(line, line + 1, 0, false).split('|').length
    const rowsLeft = (mostCells - counted.cells) / columns
    let last = line + 1
    while (last < end && last - line <= rowsLeft && !state.isEmpty(last)) last++
    if (last - line > rowsLeft) counted.textUntil = last
    if (last - line > rowsLeft || !table!(state, line, end, isSilent)) return false
    if (!isSilent) counted.cells += columns * (last - line)
    return true
  },
  { alt: ['paragraph', 'reference'] },
)

/** So many notes are set in one text; what would be more stays as it was typed. */
const mostNotes = 1000
const nameOfNote = /\[\^[^\][\s]+\]/y
// Said before the rules of the notes themselves: they would read on to the end of the line at every bracket.
writer.inline.ruler.before('footnote_inline', 'no-note', (state, isSilent) => {
  const two = state.src.slice(state.pos, state.pos + 2)
  if (two !== '^[' && two !== '[^') return false
  nameOfNote.lastIndex = state.pos
  const { list = [] } = (state.env as { footnotes?: { list?: unknown[] } }).footnotes ?? {}
  if (list.length < mostNotes && (two === '^[' || nameOfNote.test(state.src))) return false
  if (!isSilent) state.pending += two[0]
  state.pos += 1
  return true
})

const levelOf = ({ tag }: { tag: string }) => Number(tag.slice(1))

writer.core.ruler.push('levels-and-links', (state) => {
  const topLevel = Number(state.env.topLevel)
  const highest = Math.min(...state.tokens.filter(({ type }) => type === 'heading_open').map(levelOf))
  let level = topLevel - 1
  for (const token of state.tokens) {
    if (token.type === 'heading_open') level = Math.min(6, level + 1, topLevel + levelOf(token) - highest)
    if (token.type.startsWith('heading_')) token.tag = `h${level}`
    // Alignment arrives as a style attribute, which the security policy of our pages refuses.
    if (token.type === 'th_open' || token.type === 'td_open') token.attrs = null
    for (const child of token.children ?? []) {
      const isOutside = child.type === 'link_open' && /^https?:/i.test(String(child.attrGet('href')))
      if (isOutside) child.attrSet('rel', 'noopener')
    }
  }
})

/** A view of the atlas by its own address, in either language. */
const ofView = /^(?:\/en)?\/atlas\/(?:ansichten|views)\/\w+(?=$|\?)/

// A link to a view of the atlas that is a whole paragraph shows the view's picture above its words.
writer.core.ruler.push('views', ({ tokens }) => {
  for (const { type, children } of tokens) {
    const [link] = children ?? []
    const isAlone = type === 'inline' && link?.type === 'link_open' && children?.at(-1)?.type === 'link_close'
    if (!isAlone || children.filter((one) => one.type === 'link_open').length > 1) continue
    const address = String(link.attrGet('href'))
    if (ofView.test(address)) link.meta = { picture: address.replace(ofView, '$&/svg') }
  }
})

rules.link_open = (tokens, index, options, _env, self) => {
  const picture = writer.utils.escapeHtml(String(tokens[index]?.meta?.picture ?? ''))
  const link = self.renderToken(tokens, index, options)
  return picture ? `${link}<img src="${picture}" alt="" loading="lazy"><br>` : link
}

// Where there is little room a row becomes a block, in which every cell but the first says its column.
writer.core.ruler.push('labels-of-cells', ({ tokens }) => {
  let heads: string[] = []
  let column = 0
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'table_open') heads = []
    if (token.type === 'tr_open') column = 0
    if (token.type === 'th_open') heads.push(plainOf(tokens[index + 1]))
    if (token.type !== 'td_open') continue
    if (column > 0 && heads[column]) token.attrSet('data-l', heads[column]!)
    column += 1
  }
})

const plainOf = (inline: { children: { content: string }[] | null } | undefined) =>
  (inline?.children ?? []).map(({ content }) => content).join('')

rules.text = (tokens, index, _options, env) =>
  writer.utils
    .escapeHtml(bound(tokens[index]?.content ?? ''))
    .replace(/\ue000(\d+)\ue001/g, (_, no: string) => markHtml((env?.marks as Setting['marks'])?.[Number(no)]))

function markHtml(mark: Mark | undefined) {
  if (!mark) return ''
  const { escapeHtml } = writer.utils
  if (mark.kind === 'words') return `<span lang="${mark.language}">${escapeHtml(mark.text)}</span>`
  const label = mark.isLabelHidden ? `<span class="hide">${escapeHtml(mark.label)}</span>` : escapeHtml(mark.label)
  return `<span class="blank">${label} <i>${escapeHtml(mark.word)}</i></span>`
}

type Noted = { meta: { id?: number; subId?: number } | null }
type Env = object | undefined
const before = (env: Env) => Number((env as { notesBefore?: number } | undefined)?.notesBefore ?? 0)
const noteOf = (token: Noted | undefined, env: Env) => {
  const { id = 0, subId = 0 } = token?.meta ?? {}
  const name = `${(env as { docId?: string } | undefined)?.docId}-${id + 1}`
  return { no: before(env) + id + 1, name, place: subId > 0 ? `${name}-${subId}` : name }
}
rules.footnote_ref = (tokens, index, _options, env) => {
  const { no, name, place } = noteOf(tokens[index], env)
  return `<sup><a href="#note-${name}" id="at-${place}">${no}</a></sup>`
}
rules.footnote_block_open = (_tokens, _index, _options, env) => `<hr>\n<ol start="${before(env) + 1}">\n`
rules.footnote_block_close = () => '</ol>\n'
rules.footnote_open = (tokens, index, _options, env) => `<li id="note-${noteOf(tokens[index], env).name}">`
rules.footnote_anchor = (tokens, index, _options, env) => {
  const { no, place } = noteOf(tokens[index], env)
  return ` <a href="#at-${place}">↩\u00a0${no}</a>`
}

type Image = { content: string; attrGet: (name: string) => string | number | null }

/** Where an image is read and what is on it, as HTML; without an address where it is not shown. */
function imageOf(image: Image, env: Env): { src?: string; alt: string; size?: string } {
  const { escapeHtml } = writer.utils
  const address = String(image.attrGet('src') ?? '')
  const own = (env as Setting | undefined)?.pictures?.get(address)
  const alt = escapeHtml(image.content.trim() || (own?.alt ?? ''))
  const size = own?.width && own.height ? ` width="${own.width}" height="${own.height}"` : ''
  if (own && alt) return { src: escapeHtml(own.href), alt, size }
  // As a browser reads it: dots in whatever spelling lead out of a folder.
  const isOfHouse =
    address.startsWith('/dateien/') && URL.parse(address, 'http://here')?.pathname.startsWith('/dateien/')
  return alt && isOfHouse ? { src: escapeHtml(address), alt } : { alt }
}

// A shown image that is a whole paragraph and has a title is a figure with what stands below it.
writer.core.ruler.push('figures', ({ tokens, env }) => {
  for (const [index, { type, children }] of tokens.entries()) {
    const [image] = children ?? []
    if (type !== 'inline' || children?.length !== 1 || image?.type !== 'image' || !image.attrGet('title')) continue
    const [open, close] = [tokens[index - 1], tokens[index + 1]]
    if (open?.type !== 'paragraph_open' || open.hidden || !close || !imageOf(image, env).src) continue
    open.tag = close.tag = 'figure'
    image.meta = { below: String(image.attrGet('title')) }
  }
})

rules.image = (tokens, index, _options, env) => {
  const image = tokens[index]!
  const { src, alt, size = '' } = imageOf(image, env)
  if (!src) return alt
  const below = image.meta ? writer.utils.escapeHtml(bound(String(image.meta.below))) : ''
  const caption = below && `<figcaption class="note">${below}</figcaption>`
  if (src.includes('?')) return `<img src="${src}" alt="${alt}" loading="lazy">${caption}`
  const widths = [400, 800, 1600].map((width) => `${src}?breite=${width} ${width}w`).join(', ')
  const sizes = '(min-width: 60rem) 44rem, 92vw'
  return `<img src="${src}?breite=800" srcset="${widths}" sizes="${sizes}" alt="${alt}"${size} loading="lazy">${caption}`
}

import { tokensOf } from './markdown.ts'

/**
 * A stretch of running text. A `note` stands at the first place that refers to it, `again` at every other; `no` counts the
 * notes as `markdown` does.
 */
export type Inline =
  | { kind: 'text' | 'code'; text: string }
  | { kind: 'strong' | 'emphasis' | 'struck'; parts: Inline[] }
  | { kind: 'link'; href: string; parts: Inline[] }
  | { kind: 'note'; no: number; blocks: Block[] }
  | { kind: 'again'; no: number }
  | { kind: 'picture'; src: string; alt: string; below: string }
  | { kind: 'break' }

/** A block of a text; a heading's level counts from 1. */
export type Block =
  | { kind: 'paragraph'; parts: Inline[] }
  | { kind: 'heading'; level: number; parts: Inline[] }
  | { kind: 'list'; isOrdered: boolean; start: number; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'listing'; text: string }
  | { kind: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { kind: 'rule' }

type Token = ReturnType<typeof tokensOf>[number]
type Notes = ReadonlyMap<number, readonly Token[]>

/** So deep blocks lie in blocks, and marks in marks; what would lie deeper stands beside instead. */
const deepest = 5
/** So many letters the address of a link has at most: a longer one leaves its words alone. */
const longestAddress = 2000

/**
 * What Markdown says, as a tree: for documents that are not HTML. Its rules are those of `markdown`; links and headings
 * without words are left out. Notes are counted on from `notesBefore`.
 */
export function markdownBlocks(source: string, notesBefore = 0): Block[] {
  const tokens = tokensOf(source)
  const tail = tokens.findIndex(({ type }) => type === 'footnote_block_open')
  const body = tail < 0 ? tokens : tokens.slice(0, tail)
  const notes = new Map<number, Token[]>()
  let open: Token[] | undefined
  for (const token of tail < 0 ? [] : tokens.slice(tail)) {
    if (token.type === 'footnote_open') {
      open = []
      notes.set(Number(token.meta?.id), open)
    } else if (token.type === 'footnote_close') open = undefined
    else open?.push(token)
  }
  return blocksOf(new Reading(body, { notes, before: notesBefore, set: new Set() }))
}

/** How many notes a text has. */
export const notesIn = (source: string) =>
  source.includes('[^') ? tokensOf(source).filter(({ type }) => type === 'footnote_open').length : 0

/** The notes of a text, how many stand before it, and which of them have been set. */
type Noted = { notes: Notes; before: number; set: Set<number> }

/** Tokens read from the front. */
class Reading {
  at = 0
  depth = 0
  readonly tokens: readonly Token[]
  readonly noted: Noted
  constructor(tokens: readonly Token[], noted: Noted) {
    this.tokens = tokens
    this.noted = noted
  }
  next = (): Token | undefined => this.tokens[this.at++]

  /** What lies within, and whether that is too deep to be told apart. */
  within<T>(read: () => T): { inner: T; isTooDeep: boolean } {
    const isTooDeep = ++this.depth > deepest
    const inner = read()
    this.depth--
    return { inner, isTooDeep }
  }
}

/** Blocks until this one closes. */
function blocksOf(reading: Reading, until?: string): Block[] {
  const blocks: Block[] = []
  for (let token = reading.next(); token && token.type !== until; token = reading.next())
    for (const block of blockOf(reading, token)) blocks.push(block)
  return blocks
}

function blockOf(reading: Reading, token: Token): Block[] {
  const { type, tag, content } = token
  if (type === 'paragraph_open') return [{ kind: 'paragraph', parts: lineOf(reading) }]
  if (type === 'heading_open') {
    const parts = lineOf(reading)
    return isEmpty(parts) ? [] : [{ kind: 'heading', level: Number(tag.slice(1)) - 1, parts }]
  }
  if (type === 'fence' || type === 'code_block') return [{ kind: 'listing', text: content.replace(/\n$/, '') }]
  if (type === 'blockquote_open') {
    const { inner, isTooDeep } = reading.within(() => blocksOf(reading, 'blockquote_close'))
    return isTooDeep ? inner : [{ kind: 'quote', blocks: inner }]
  }
  if (type === 'bullet_list_open' || type === 'ordered_list_open') return listOf(reading, token)
  if (type === 'table_open') return [tableOf(reading)]
  if (type === 'hr') return [{ kind: 'rule' }]
  return []
}

/** Whether nothing of it would be read. */
const isEmpty = (parts: readonly Inline[]): boolean =>
  parts.every((part) => {
    if (part.kind === 'picture') return !part.alt
    if ('parts' in part) return isEmpty(part.parts)
    return part.kind === 'break' || ('text' in part && !part.text.trim())
  })

/** The text between an opening and the closing that follows it. */
function lineOf(reading: Reading): Inline[] {
  const parts = inlineOf(reading.next(), reading.noted)
  reading.next()
  return parts
}

function listOf(reading: Reading, open: Token): Block[] {
  const close = open.type.replace('open', 'close')
  const { inner: items, isTooDeep } = reading.within(() => {
    const read: Block[][] = []
    for (let token = reading.next(); token && token.type !== close; token = reading.next())
      if (token.type === 'list_item_open') read.push(blocksOf(reading, 'list_item_close'))
    return read
  })
  if (isTooDeep) return items.flat()
  const isOrdered = open.type === 'ordered_list_open'
  return [{ kind: 'list', isOrdered, start: Number(open.attrGet('start') ?? 1), items }]
}

function tableOf(reading: Reading): Block {
  const rows: Inline[][][] = []
  for (let token = reading.next(); token && token.type !== 'table_close'; token = reading.next()) {
    if (token.type === 'tr_open') rows.push([])
    if (token.type === 'th_open' || token.type === 'td_open') rows.at(-1)?.push(inlineOf(reading.next(), reading.noted))
  }
  const [head = [], ...body] = rows
  return { kind: 'table', head, rows: body }
}

const marks = { strong_open: 'strong', em_open: 'emphasis', s_open: 'struck' } as const

function inlineOf(token: Token | undefined, noted: Noted): Inline[] {
  return partsOf(new Reading(token?.children ?? [], noted))
}

function partsOf(reading: Reading, until?: string): Inline[] {
  const parts: Inline[] = []
  for (let token = reading.next(); token && token.type !== until; token = reading.next())
    for (const part of partOf(reading, token)) if (!(part.kind === 'text' && part.text === '')) parts.push(part)
  return parts
}

function partOf(reading: Reading, token: Token): Inline[] {
  const { type, content } = token
  if (type === 'text' || type === 'text_special') return [{ kind: 'text', text: content }]
  if (type === 'code_inline') return [{ kind: 'code', text: content }]
  if (type === 'softbreak') return [{ kind: 'text', text: ' ' }]
  if (type === 'hardbreak') return [{ kind: 'break' }]
  if (type in marks) {
    const kind = marks[type as keyof typeof marks]
    const { inner, isTooDeep } = reading.within(() => partsOf(reading, type.replace('open', 'close')))
    return isTooDeep ? inner : [{ kind, parts: inner }]
  }
  if (type === 'link_open') return linkOf(String(token.attrGet('href')), partsOf(reading, 'link_close'))
  if (type === 'image') {
    const [src, below] = [String(token.attrGet('src')), String(token.attrGet('title') ?? '')]
    return [{ kind: 'picture', src, alt: content.trim(), below }]
  }
  if (type === 'footnote_ref') return noteOf(reading.noted, Number(token.meta?.id))
  return []
}

const linkOf = (href: string, parts: Inline[]): Inline[] =>
  href && href.length <= longestAddress && !isEmpty(parts) ? [{ kind: 'link', href, parts }] : parts

/** Notes of notes are left out: they could go in circles. */
function noteOf({ notes, before, set }: Noted, id: number): Inline[] {
  const own = notes.get(id)
  if (!own) return []
  const no = before + id + 1
  if (set.has(id)) return [{ kind: 'again', no }]
  set.add(id)
  return [{ kind: 'note', no, blocks: blocksOf(new Reading(own, { notes: new Map(), before, set })) }]
}

/** A passage: characters from `start` to before `end`, the first of them in this line, counted from 0. */
export type Passage = { start: number; end: number; line: number }

/** Where a text's passages lie: blocks, and of lists the items. */
export function passagesOf(source: string): Passage[] {
  const lines = source.split('\n')
  const begins = [0]
  for (const line of lines) begins.push((begins.at(-1) ?? 0) + line.length + 1)
  const first = new Set<number>()
  for (const { type, level, map } of tokensOf(source))
    if (map && (level === 0 || (type === 'list_item_open' && level === 1))) first.add(map[0])
  // What is no block by itself, as the text of a note, begins after an empty line.
  const covered = coveredLines(source)
  for (const [no, line] of lines.entries())
    if (line.trim() && !covered.has(no) && !(no > 0 && lines[no - 1]?.trim() && !covered.has(no - 1))) first.add(no)
  const starts = [...first].filter((no) => lines[no]?.trim()).sort((a, b) => a - b)
  return starts.map((no, index) => {
    const start = begins[no] ?? 0
    const rest = source.slice(start, begins[starts[index + 1] ?? lines.length])
    return { start, end: start + rest.trimEnd().length, line: no }
  })
}

const coveredLines = (source: string) =>
  new Set(
    tokensOf(source).flatMap(({ level, map }) =>
      map && level === 0 ? Array.from({ length: map[1] - map[0] }, (_, no) => map[0] + no) : [],
    ),
  )

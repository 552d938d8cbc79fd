import MarkdownIt from 'markdown-it'
import { type MailBlock, type MailPart, oneLine, unlinked } from './mail-blocks.ts'
import { isSafeLink } from './markdown.ts'

/** Why a template cannot be used, with what is to blame: names of placeholders, or addresses. */
export type TemplateProblem = { kind: 'unknown' | 'missing' | 'link' | 'too long'; names: readonly string[] }

/**
 * Reads what the office has written (paragraphs, `**bold**`, lists, `[links](https://…)`) and fills in its
 * `{{placeholders}}`. The text is read first and filled afterwards: a value stays the text it is, whatever it looks
 * like, and an address in it is broken up so that no mail client makes a link of it. A placeholder outside `known`, a
 * value that is not there, an address that is none or a template above 20 kB is a problem.
 */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string>>,
  known: readonly string[],
): readonly MailBlock[] | { problem: TemplateProblem } {
  const problem = problemOf(template, values, known)
  if (problem) return { problem }
  const tokens = reader.parse(template, {})
  const addresses = tokens.flatMap((token) => token.children ?? []).flatMap((child) => hrefOf(child) ?? [])
  const wrong = addresses.filter(
    (href) => !isSafeLink(href) || !/^(https?|mailto|tel):/i.test(href) || /%7b|[{}]/i.test(href),
  )
  return wrong.length ? { problem: { kind: 'link', names: wrong } } : blocksOf(tokens, values)
}

/** The same for a single line without any markup, such as a subject. */
export function fillLine(
  template: string,
  values: Readonly<Record<string, string>>,
  known: readonly string[],
): string | { problem: TemplateProblem } {
  const problem = problemOf(template, values, known)
  return problem ? { problem } : oneLine(filled(template, values))
}

const placeholdersOf = (template: string) =>
  [...template.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name = '']) => name.trim())

function problemOf(
  template: string,
  values: Readonly<Record<string, string>>,
  known: readonly string[],
): TemplateProblem | undefined {
  if (Buffer.byteLength(template) > 20_000) return { kind: 'too long', names: [] }
  const names = [...new Set(placeholdersOf(template))]
  const open = template.replace(/\{\{[^{}]*\}\}/g, '').match(/\{\{|\}\}/g) ?? []
  const unknown = [...names.filter((name) => !known.includes(name)), ...new Set(open)]
  if (unknown.length) return { kind: 'unknown', names: unknown }
  const missing = names.filter((name) => !Object.hasOwn(values, name))
  return missing.length ? { kind: 'missing', names: missing } : undefined
}

const filled = (text: string, values: Readonly<Record<string, string>>) =>
  text.replace(/\{\{([^{}]*)\}\}/g, (_, name: string) => unlinked(oneLine(values[name.trim()] ?? '')))

const reader = new MarkdownIt('zero').enable(['emphasis', 'link', 'list', 'newline'])
// Every address is let through to be named as a problem; nothing is drawn from here.
reader.validateLink = () => true

type Token = ReturnType<typeof reader.parse>[number]

function hrefOf(token: Token): string | undefined {
  const href = token.attrGet('href')
  return href === null || href === undefined ? undefined : String(href)
}

function blocksOf(tokens: readonly Token[], values: Readonly<Record<string, string>>): MailBlock[] {
  const blocks: MailBlock[] = []
  let items: MailPart[][] | undefined
  for (const token of tokens) {
    if (/^(bullet|ordered)_list_open$/.test(token.type)) items ??= []
    if (token.type === 'inline' && items) items.push(partsOf(token.children ?? [], values))
    else if (token.type === 'inline') blocks.push({ kind: 'paragraph', parts: partsOf(token.children ?? [], values) })
    if (!/^(bullet|ordered)_list_close$/.test(token.type) || token.level > 0) continue
    blocks.push({ kind: 'list', items: items ?? [] })
    items = undefined
  }
  return blocks
}

function partsOf(tokens: readonly Token[], values: Readonly<Record<string, string>>): MailPart[] {
  const parts: MailPart[] = []
  let href: string | undefined
  let isStrong = false
  for (const token of tokens) {
    if (token.type === 'link_open') href = hrefOf(token)
    if (token.type === 'link_close') href = undefined
    if (token.type === 'strong_open' || token.type === 'strong_close') isStrong = token.nesting === 1
    const text = /break$/.test(token.type) ? ' ' : filled(token.content, values).replace(/\s+/g, ' ')
    if (!text) continue
    parts.push(href ? { link: text, href } : isStrong ? { strong: text } : text)
  }
  return parts
}

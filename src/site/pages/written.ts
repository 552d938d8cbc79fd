import { readable } from '../../platform/address.ts'
import type { SafeHtml } from '../../platform/html.tsx'
import { type Bilingual, dates, type Language } from '../../platform/language.ts'
import { longestMarkdown, type Mark, markAt, markdown, withoutMarks } from '../../platform/markdown.ts'
import { fillBlanks, isOperatorKey, type OperatorFacts, type OperatorKey, operatorKinds } from '../model.ts'
import { text } from '../text.ts'

export type Reading = { facts: OperatorFacts; zone: string; language: Language; topLevel?: 2 | 3 }

/** A text of the office as visitors read it, what the operator told put in, and whether something is still to be told. */
export function written(source: string, reading: Reading): { html: SafeHtml; hasBlanks: boolean } {
  const marks: Mark[] = []
  const mark = (one: Mark) => markAt(marks.push(one) - 1)
  // A long fact that is asked for again and again must not carry the text beyond what can be set.
  let room = longestMarkdown - Buffer.byteLength(source)
  const put = (one: string) => {
    room -= Buffer.byteLength(one)
    return room >= 0 ? one : '…'
  }
  const filled = fillBlanks(withoutMarks(source), (key, before) => {
    const fact = isOperatorKey(key) ? reading.facts[key] : undefined
    if (isOperatorKey(key) && fact) return put(printed(key, fact, { ...reading, before, mark }))
    return put(open(key, before, { ...reading, mark }))
  })
  const { topLevel = 2 } = reading
  return { html: markdown(filled, { topLevel, marks }), hasBlanks: marks.some(({ kind }) => kind === 'blank') }
}

type Marking = Reading & { mark: (one: Mark) => string }

/** What stands for a fact that nobody has told: a word where not everybody has it, else a blank that says so. */
function open(key: string, before: string, { language, mark }: Marking) {
  const { page, operator } = text[language]
  const names: Readonly<Record<string, string>> = { ...operator.keys, ...operator.blankLabels }
  const isLabelHidden = /:(\*\*)?\s*$/.test(before)
  return page.without[key] ?? mark({ kind: 'blank', label: names[key] ?? key, word: page.gap, isLabelHidden })
}

/** A fact as Markdown: addresses to press, days in words, lines that stay lines. */
function printed(key: OperatorKey, fact: Bilingual, { language, zone, before, mark }: Marking & { before: string }) {
  const { de: value } = fact
  const kind = operatorKinds[key]
  if (kind === 'email') return `[${plain(value)}](mailto:${value})`
  if (kind === 'phone') return `[${plain(value)}](tel:${value.replace(/(?!^\+)\D/g, '')})`
  if (kind === 'link') return `[${plain(readable(value).replace(/^https?:\/\/|\/$/g, ''))}](<${value}>)`
  if (kind === 'day')
    return /^\d{4}-\d\d-\d\d$/.test(value) ? dates(language, zone).day(new Date(`${value}T12:00:00Z`)) : value
  if (kind !== 'words') return inLines(value)
  if (language === 'en' && !fact.en && !value.includes('\n'))
    return mark({ kind: 'words', text: value, language: 'de' })
  const words = language === 'en' && fact.en ? fact.en : value
  return before.trim() === '' ? words : inLines(words)
}

const plain = (value: string) => value.replace(/[\\`*_{}[\]<>]/g, '\\$&')
const inLines = (value: string) => value.replaceAll('\n', '\\\n')

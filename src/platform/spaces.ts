import { h, options, type VNode } from 'preact'

const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
const englishMonths = 'January|February|March|May|June|July|October|December'
const units = 'Uhr|Euro|€|%|Prozent|percent|kB|MB|GB|km²?|m²|ha|Mio\\.|Mrd\\.|Millionen|Milliarden|million|billion'
const parts = 'Artikel|Absatz|Satz|Seite|Linie|Article|[Ss]ection|[Pp]age|Line'
const short = 'Art|Abs|Nr|No|Buchst|Ziff|Dr|Prof|ca'

/** The spaces that hold together what stands on both sides: 22. Januar, 10 Uhr, 60 kB, § 5, Art. 6, z. B., Dr. Wobser. */
const binding = new RegExp(
  [
    `(?<=\\d) (?=(?:${units})(?![\\p{L}\\d]))`,
    `(?<=(?<!\\d)\\d{1,2}) (?=(?:${months}|${englishMonths})(?!\\p{L}))`,
    '(?<=(?<![\\p{L}\\d.])\\d{1,2}\\.) (?=\\p{L})',
    '(?<=§) (?=\\d)',
    '(?<=\\d\\.\\d\\d) (?=bis \\d)|(?<=\\d bis) (?=\\d)',
    `(?<=(?<!\\p{L})(?:${short})\\.) (?=[\\p{L}\\d])`,
    `(?<=(?<!\\p{L})(?:${parts})) (?=\\d)`,
    '(?<=(?<!\\p{L})\\p{L}\\.) (?=\\p{L}\\.)',
  ].join('|'),
  'gu',
)

/** The text with spaces that do not break where a line must not end. */
export const bound = (text: string) => (/[\d.§] |[a-z] \d/.test(text) ? text.replace(binding, '\u00a0') : text)

/** Two long words with a stroke between them: a heading may break after it. An address stays whole. */
const strokeBetween = /(?<=(?<![\p{L}\d.:/_-])\p{L}{4,}\/)(?=\p{L}{4,}(?![\p{L}\d./_-]))/u
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'a'])

/** What is typed, run or read by programs stays as it is. */
const literal = new Set(['textarea', 'option', 'script', 'style', 'title', 'code', 'pre'])

/** From now on every text that a component puts into a page or mail is bound. Attributes stay as they are. */
export function bindTextsOfPages() {
  options.vnode = ({ type, props }: VNode<{ children?: unknown }>) => {
    if (typeof type !== 'string' || literal.has(type)) return
    const set = headings.has(type) ? breaking : bound
    const { children } = props
    if (typeof children === 'string') props.children = set(children)
    else if (Array.isArray(children))
      props.children = children.map((child) => (typeof child === 'string' ? set(child) : child))
  }
}

function breaking(text: string) {
  const [first = '', ...rest] = bound(text).split(strokeBetween)
  return rest.length === 0 ? first : [first, ...rest.flatMap((part) => [h('wbr', {}), part])]
}

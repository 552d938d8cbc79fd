import type { Author, Type } from '../document.ts'
import { type Cited, fullTitle, laterVersion, partsOf } from './cited.ts'

const reports: readonly Type[] = ['study', 'documentation', 'position']
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const languages: Readonly<Record<string, string>> = { de: 'ngerman', en: 'english', fr: 'french' }

/**
 * The document as an entry for BibTeX and BibLaTeX, in UTF-8: its key is the last part of its address, its title keeps
 * its capitals. `url` is its address.
 */
export function bibtexOf(document: Cited, url: string): string {
  const { slug, type, language, publisher, dated, authors, doi } = document
  const isReport = reports.includes(type)
  const [year, month, day] = dated?.split('-') ?? []
  const version = laterVersion(document)
  const fields: [string, string | undefined][] = [
    ['author', authors.map(nameOf).join(' and ')],
    ['title', `{${escaped(fullTitle(document))}}`],
    [isReport ? 'institution' : 'publisher', escaped(publisher)],
    ['year', year],
    ['date', day && dated!],
    ['version', version],
    ['langid', languages[language]],
    ['doi', doi ?? undefined],
    ['url', url],
  ]
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []))
  if (month) lines.push(`  month = ${months[Number(month) - 1]},`)
  return `@${isReport ? 'techreport' : 'misc'}{${slug},\n${lines.join('\n')}\n}\n`
}

function nameOf(author: Author): string {
  const { family, given } = partsOf(author)
  return given ? escaped(`${family}, ${given}`) : `{${escaped(family)}}`
}

const marks: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
/** Letters that TeX takes for something else. A lone brace would end the field. */
const escaped = (text: string) =>
  text.replace(/[{}]/g, '').replace(/[\\~^&%$#_]/g, (letter) => marks[letter] ?? `\\${letter}`)

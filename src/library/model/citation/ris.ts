import type { Type } from '../document.ts'
import { type Cited, fullTitle, laterVersion } from './cited.ts'

const kinds = {
  study: 'RPRT',
  documentation: 'RPRT',
  position: 'RPRT',
  paper: 'RPRT',
  presentation: 'SLIDE',
  minutes: 'GEN',
  press: 'NEWS',
  data_set: 'DATA',
  picture: 'FIGURE',
  recording: 'VIDEO',
} as const satisfies Record<Type, string>

/** The document as a record of RIS, as reference managers read it: one line a field, however long. `url` is its address. */
export function risOf(document: Cited, url: string): string {
  const { slug, type, language, publisher, dated, authors, doi } = document
  const [year, month = '', day = ''] = dated?.split('-') ?? []
  const version = laterVersion(document)
  const fields: [string, string | null | undefined][] = [
    ['TY', kinds[type]],
    ['ID', slug],
    ...authors.map(({ name }): [string, string] => ['AU', name]),
    ['TI', fullTitle(document)],
    ['PY', year],
    ['DA', year && `${year}/${month}/${day}/`],
    ['PB', publisher],
    ['ET', version],
    ['LA', language],
    ['DO', doi],
    ['UR', url],
  ]
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value.replace(/\s+/g, ' ')}`] : []))
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`
}

import type { Reading, SaidOfItself } from '../model/reading.ts'
import type { Archive } from './archive.ts'
import { type Attributes, attribute, walkXml } from './xml.ts'

/** What an Office Open XML or OpenDocument file says of itself: title, author, when it was made. */
export async function propertiesIn(archive: Archive, part: 'docProps/core.xml' | 'meta.xml') {
  const found: Record<string, string> = {}
  let open = ''
  await walkXml(archive.open(part), {
    open: (name) => {
      open = name
    },
    close: () => {
      open = ''
    },
    text: (text) => {
      if (wanted.includes(open)) found[open] = `${found[open] ?? ''}${text}`.slice(0, 1000)
    },
  })
  const { title = '', creator = '', created = '' } = found
  const author = found['initial-creator'] ?? creator
  return { title: title.trim(), said: { author: author.trim(), made: (found['creation-date'] ?? created).trim() } }
}
const wanted = ['title', 'creator', 'created', 'initial-creator', 'creation-date']

/** What was read, with what the file says of itself. */
export const saying = (reading: Reading, said: SaidOfItself): Reading =>
  reading.state === 'read' && (said.author || said.made) ? { ...reading, said } : reading

/** Where the relations of a part lead: the path within the archive by id. What leads out of it is left out. */
export async function targetsOf(archive: Archive, folder: string, part: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await walkXml(archive.open(`${folder}/_rels/${part}.rels`), {
    open: (name, attributes) => {
      const target = attribute(attributes, 'Target')
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      targets.set(attribute(attributes, 'Id'), target.startsWith('/') ? target.slice(1) : `${folder}/${target}`)
    },
  })
  return targets
}

/** The id of the relation that a mark names, beside which it may have an id of its own. */
export const relation = (attributes: Attributes) =>
  Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? ''

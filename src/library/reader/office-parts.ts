import type { Archive } from './archive.ts'
import { type Attributes, attribute, walkXml } from './xml.ts'

/** The title that an Office Open XML or OpenDocument file names in its properties. */
export async function titleIn(archive: Archive, part: 'docProps/core.xml' | 'meta.xml'): Promise<string> {
  let title = ''
  let isTitle = false
  await walkXml(archive.open(part), {
    open: (name) => {
      isTitle = name === 'title'
    },
    close: () => {
      isTitle = false
    },
    text: (text) => {
      if (isTitle && title.length < 1000) title += text
    },
  })
  return title.trim()
}

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

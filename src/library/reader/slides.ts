import type { Reading } from '../model/reading.ts'
import { openArchive } from './archive.ts'
import { propertiesIn, relation, saying, targetsOf } from './office-parts.ts'
import { type Writing, writing } from './writing.ts'
import { attribute, type Walk, walkXml } from './xml.ts'

/** What stands on the slides of a presentation (ECMA-376), in their order; what the speaker notes is not read. */
export async function readSlides(bytes: Buffer): Promise<Reading> {
  const archive = await openArchive(bytes)
  const order: string[] = []
  await walkXml(archive.open('ppt/presentation.xml'), {
    open: (name, attributes) => {
      if (name === 'sldId') order.push(relation(attributes))
    },
  })
  const targets = await targetsOf(archive, 'ppt', 'presentation.xml')
  const out = writing()
  for (const [index, id] of order.entries()) {
    if (index > 0) out.turn()
    await walkXml(archive.open(targets.get(id) ?? ''), slide(out))
  }
  const { title, said } = await propertiesIn(archive, 'docProps/core.xml')
  return saying(out.reading('slide', title), said)
}

/** The text of a slide, each shape's paragraphs in turn; the title's shape goes into the table of contents. */
function slide(out: Writing): Walk {
  let isText = false
  let isTitle = false
  let title = ''
  return {
    open(name, attributes) {
      if (name === 't') isText = true
      if (name === 'ph') isTitle = /^(title|ctrTitle)$/.test(attribute(attributes, 'type'))
      if (name === 'br') out.add('\n')
    },
    close(name) {
      if (name === 't') isText = false
      if (name === 'p') out.add('\n\n')
      if (name !== 'sp') return
      if (isTitle) out.mark(title, 1)
      title = ''
      isTitle = false
    },
    text(text) {
      if (!isText) return
      out.add(text)
      if (isTitle) title += text
    },
  }
}

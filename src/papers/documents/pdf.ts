import { dates } from '../../platform/language.ts'
import { type Block, type Inline, markdownBlocks } from '../../platform/markdown-blocks.ts'
import { pdf } from '../../platform/pdf.ts'
import type { House } from '../../platform/visit.ts'
import { isFixed, type State } from '../model.ts'
import type { Printed } from '../queries/content.ts'
import { de } from '../text/text.de.ts'
import { paperTemplate } from './paper.typ.ts'

/** A paper as a tagged PDF; one that is not adopted says so. */
export function paperPdf(
  { house }: { house: Pick<House, 'publicUrl'> },
  { content, publisher, group, state, at }: Printed,
): Promise<Buffer> {
  return pdf(
    paperTemplate,
    {
      ...{ publisher, group, title: content.title, kind: de.kinds[content.kind], contents: de.contents },
      stand: standOf(state, dates('de').day(at)),
      sections: content.sections.map(({ title, text }) => ({
        title,
        blocks: markdownBlocks(text).map((block) => absolute(block, house.publicUrl)),
      })),
    },
    { language: 'de', title: content.title, author: publisher },
  )
}

/** Whether and when it was adopted. */
export const standOf = (state: State, day: string) =>
  isFixed(state) ? de.adoptedOn(day) : de.draftOf(de.states[state], day)

/** The same with links that lead to this site from anywhere. */
export const absolute = <Node extends Block | Inline>(node: Node, publicUrl: string): Node =>
  JSON.parse(JSON.stringify(node), (key, value) =>
    (key === 'href' || key === 'src') && typeof value === 'string' && value.startsWith('/') ? publicUrl + value : value,
  )

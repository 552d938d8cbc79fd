import { dates } from '../../platform/language.ts'
import { type Block, markdownBlocks } from '../../platform/markdown-blocks.ts'
import { pdf } from '../../platform/pdf.ts'
import { SettingStopped } from '../../platform/typesetting.ts'
import { type House, type Refusal, refuse } from '../../platform/visit.ts'
import { isFixed, type State } from '../model.ts'
import { notesBefore } from '../notes.ts'
import type { Printed } from '../queries/content.ts'
import { de } from '../text/text.de.ts'
import { paperTemplate } from './paper.typ.ts'

/**
 * A paper as a tagged PDF; one that is not adopted says so. Refuses `unsettable` with the title of the section that cannot
 * be set.
 */
export async function paperPdf(from: Publisher, printed: Printed): Promise<Buffer | Refusal<'unsettable'>> {
  try {
    return await set(from, printed)
  } catch (error) {
    if (error instanceof SettingStopped) throw error
    for (const section of printed.content.sections) {
      const alone = { ...printed, content: { ...printed.content, sections: [section] } }
      const isSet = await set(from, alone).then(
        () => true,
        () => false,
      )
      if (!isSet) return refuse('unsettable', undefined, section.title)
    }
    throw error
  }
}

type Publisher = { house: Pick<House, 'publicUrl'> }

function set({ house }: Publisher, { content, publisher, group, state, at, pictures }: Printed): Promise<Buffer> {
  const addresses = [...pictures.keys()]
  const fileOf = (src: string) => `picture-${addresses.indexOf(src)}.${pictures.get(src)?.type}`
  const files = new Map([...pictures].map(([src, { bytes }]) => [fileOf(src), bytes]))
  const before = notesBefore(content.sections)
  return pdf(
    paperTemplate,
    {
      ...{ publisher, group, title: content.title, kind: de.kinds[content.kind], contents: de.contents },
      stand: standOf(state, dates('de').day(at)),
      sections: content.sections.map(({ id, title, text }) => ({
        title,
        blocks: withFiles(absolute(markdownBlocks(text, before.get(id)), house.publicUrl), ({ src, alt }) => {
          const picture = pictures.get(src)
          return picture && { file: fileOf(src), isWide: picture.width >= 700, alt: alt || picture.alt }
        }),
      })),
    },
    { language: 'de', title: content.title, author: publisher, files },
  )
}

/** Whether and when it was adopted. */
export const standOf = (state: State, day: string) =>
  isFixed(state) ? de.adoptedOn(day) : de.draftOf(de.states[state], day)

/** The same with links that lead to this site from anywhere. */
export const absolute = (blocks: readonly Block[], publicUrl: string): Block[] =>
  JSON.parse(JSON.stringify(blocks), (key, value) =>
    key === 'href' && typeof value === 'string' && value.startsWith('/') ? publicUrl + value : value,
  )

/** The same with what is known of each picture beside it. */
const withFiles = (
  blocks: readonly Block[],
  known: (of: { src: string; alt: string }) => object | undefined,
): Block[] =>
  JSON.parse(JSON.stringify(blocks), (_, node) => (node?.kind === 'picture' ? { ...node, ...known(node) } : node))

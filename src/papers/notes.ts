import { notesIn } from '../platform/markdown-blocks.ts'

/** How many notes stand before each section, so that they are counted through the paper. */
export function notesBefore(sections: readonly { id: string; text: string }[]): ReadonlyMap<string, number> {
  let count = 0
  return new Map(
    sections.map(({ id, text }) => {
      const before = count
      count += notesIn(text)
      return [id, before]
    }),
  )
}

import type { IParagraphOptions, Paragraph, ParagraphChild, Table } from 'docx'
import { dates } from '../../platform/language.ts'
import { type Block, type Inline, markdownBlocks } from '../../platform/markdown-blocks.ts'
import type { House } from '../../platform/visit.ts'
import { notesBefore } from '../notes.ts'
import type { Printed } from '../queries/content.ts'
import type { Pictures } from '../queries/pictures.ts'
import { de } from '../text/text.de.ts'
import { absolute, standOf } from './pdf.ts'

type Docx = typeof import('docx')
type Marks = { bold?: boolean; italics?: boolean; strike?: boolean; style?: string }

/** A paper as a text document (OOXML) with headings, lists, tables and notes as such. */
export async function paperDocx(
  { house }: { house: Pick<House, 'publicUrl'> },
  { content, publisher, group, state, at, pictures }: Printed,
): Promise<Buffer> {
  // Loaded when it is first asked for: the server does without it otherwise.
  const docx = await import('docx')
  const writer = new Writer(docx, pictures)
  const before = notesBefore(content.sections)
  const { Document, HeadingLevel, Packer, Paragraph } = docx
  const plain = (text: string, options: IParagraphOptions = {}) => new Paragraph({ text, ...options })
  const children = [
    plain(`${de.kinds[content.kind]}, ${group}`),
    plain(content.title, { heading: HeadingLevel.TITLE }),
    plain(standOf(state, dates('de').day(at))),
    ...content.sections.flatMap(({ id, title, text }) => [
      plain(title, { heading: HeadingLevel.HEADING_1 }),
      ...writer.blocks(absolute(markdownBlocks(text, before.get(id)), house.publicUrl)),
    ]),
  ]
  return Packer.toBuffer(
    new Document({
      ...{ title: content.title, creator: publisher, lastModifiedBy: publisher, footnotes: writer.notes },
      styles: { default: { document: { run: { font: 'Hanken Grotesk', size: 22, language: { value: 'de-DE' } } } } },
      numbering: { config: writer.numberings() },
      sections: [{ children }],
    }),
  )
}

/** In pixels, 96 to the inch: as wide as the text. */
const widestPicture = 600

const marksOf = { strong: { bold: true }, emphasis: { italics: true }, struck: { strike: true } } as const

/** What a text consists of in a text document; its notes and numberings are collected on the way. */
class Writer {
  readonly docx: Docx
  readonly notes: Record<string, { children: Paragraph[] }> = {}
  /** Which of them says a note with this number. */
  private readonly noteIds = new Map<number, number>()
  private readonly starts = new Set<number>()
  private lists = 0
  private readonly pictures: Pictures
  constructor(docx: Docx, pictures: Pictures) {
    this.docx = docx
    this.pictures = pictures
  }

  blocks = (blocks: readonly Block[], options: IParagraphOptions = {}): (Paragraph | Table)[] =>
    blocks.flatMap((block) => this.block(block, options))

  numberings() {
    const { AlignmentType, LevelFormat } = this.docx
    const levels = (start: number) =>
      Array.from({ length: 9 }, (_, level) => ({
        ...{ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, alignment: AlignmentType.START, start },
        style: { paragraph: { indent: { left: 425 * (level + 1), hanging: 425 } } },
      }))
    return [...this.starts].map((start) => ({ reference: `from-${start}`, levels: levels(start) }))
  }

  private block(block: Block, options: IParagraphOptions): (Paragraph | Table)[] {
    const { Paragraph, TextRun, HeadingLevel } = this.docx
    const spaced = { spacing: { after: 160 }, ...options }
    if (block.kind === 'paragraph') {
      const [first] = block.parts
      const below = block.parts.length === 1 && first?.kind === 'picture' && this.pictures.has(first.src) && first.below
      const caption = below ? [new Paragraph({ ...spaced, children: [new TextRun({ text: below, size: 18 })] })] : []
      return [new Paragraph({ ...spaced, keepNext: Boolean(below), children: this.parts(block.parts) }), ...caption]
    }
    if (block.kind === 'heading') {
      const heading = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4][block.level - 1]
      return [new Paragraph({ heading: heading ?? HeadingLevel.HEADING_5, children: this.parts(block.parts) })]
    }
    if (block.kind === 'quote') return this.blocks(block.blocks, { ...options, indent: { left: 425 } })
    if (block.kind === 'list') return this.list(block, options)
    if (block.kind === 'table') return [this.table(block), new Paragraph({})]
    if (block.kind === 'rule') return [new Paragraph({ thematicBreak: true })]
    const lines = block.text.split('\n')
    const runs = lines.map((text, no) => new TextRun({ text, font: 'Courier New', ...(no > 0 ? { break: 1 } : {}) }))
    return [new Paragraph({ ...spaced, children: runs })]
  }

  private list({ isOrdered, start, items }: Block & { kind: 'list' }, options: IParagraphOptions, level = 0) {
    const instance = ++this.lists
    if (isOrdered) this.starts.add(start)
    const marked = isOrdered ? { numbering: { reference: `from-${start}`, level, instance } } : { bullet: { level } }
    return items.flatMap((blocks): (Paragraph | Table)[] =>
      blocks.flatMap((block, index) => {
        if (block.kind === 'list') return this.list(block, options, Math.min(level + 1, 8))
        const indent = { indent: { left: 425 * (level + 1) } }
        return this.block(block, { spacing: { after: 60 }, ...options, ...(index === 0 ? marked : indent) })
      }),
    )
  }

  private table({ head, rows }: Block & { kind: 'table' }): Table {
    const { Paragraph, Table, TableCell, TableRow, WidthType } = this.docx
    const cell = (parts: readonly Inline[], marks: Marks = {}) =>
      new TableCell({ children: [new Paragraph({ children: this.parts(parts, marks) })] })
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [
        new TableRow({ tableHeader: true, children: head.map((parts) => cell(parts, { bold: true })) }),
        ...rows.map((row) => new TableRow({ children: row.map((parts) => cell(parts)) })),
      ],
    })
  }

  private parts = (parts: readonly Inline[], marks: Marks = {}): ParagraphChild[] =>
    parts.flatMap((part) => this.part(part, marks))

  private part(part: Inline, marks: Marks): ParagraphChild[] {
    const { ExternalHyperlink, TextRun } = this.docx
    if (part.kind === 'note') return [this.note(part)]
    if (part.kind === 'again')
      return [new TextRun({ ...marks, text: String(this.noteIds.get(part.no)), superScript: true })]
    if (part.kind === 'break') return [new TextRun({ break: 1 })]
    if (part.kind === 'picture') return [this.picture(part)]
    if (part.kind === 'link')
      return [
        new ExternalHyperlink({ link: part.href, children: this.parts(part.parts, { ...marks, style: 'Hyperlink' }) }),
      ]
    if ('parts' in part) return this.parts(part.parts, { ...marks, ...marksOf[part.kind] })
    return [new TextRun({ ...marks, text: part.text, ...(part.kind === 'code' ? { font: 'Courier New' } : {}) })]
  }

  private picture({ src, alt: said }: Inline & { kind: 'picture' }): ParagraphChild {
    const picture = this.pictures.get(src)
    if (!picture) return new this.docx.TextRun({ text: said, italics: true })
    const { bytes, type, width, height } = picture
    const alt = said || picture.alt
    const shown = Math.min(width, widestPicture)
    const transformation = { width: shown, height: Math.round((height * shown) / width) }
    return new this.docx.ImageRun({
      type,
      data: bytes,
      transformation,
      altText: { name: alt, title: alt, description: alt },
    })
  }

  private note({ no, blocks }: Inline & { kind: 'note' }): ParagraphChild {
    const id = this.noteIds.size + 1
    this.noteIds.set(no, id)
    this.notes[id] = { children: this.blocks(blocks).filter((one) => one instanceof this.docx.Paragraph) }
    return new this.docx.FootnoteReferenceRun(id)
  }
}

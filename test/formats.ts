import { crc32, deflateRawSync } from 'node:zlib'

type Part = string | Buffer
/** An archive with these parts; sizes and checks as `lie` says, where it says something. */
export function archive(parts: Record<string, Part>, lie: { size?: number; flags?: number } = {}): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string)
    const isPlain = name === 'mimetype'
    const packed = isPlain ? bytes : deflateRawSync(bytes)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(0x0800 | (lie.flags ?? 0), 2)
    head.writeUInt16LE(isPlain ? 0 : 8, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(lie.size ?? bytes.length, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, Buffer.from(name)]))
    files.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  for (const at of [4, 6]) end.writeUInt16LE(directory.length, at)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, index, Buffer.from('PK\x05\x06'), end])
}

const xml = (content: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${content}`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const properties = (title: string) =>
  xml(
    `<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`,
  )
const relations = (list: Record<string, string>) =>
  xml(
    `<Relationships>${Object.entries(list)
      .map(([id, target]) => `<Relationship Id="${id}" Target="${target}"/>`)
      .join('')}</Relationships>`,
  )

/** A Word document with this body; `more` are further parts. */
export const aWord = (body: string, { title = '', ...more }: Record<string, string> = {}) =>
  archive({
    '[Content_Types].xml': xml('<Types/>'),
    'word/document.xml': xml(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': xml(
      '<w:styles xmlns:w="w"><w:style w:styleId="Eins"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>',
    ),
    'docProps/core.xml': properties(title),
    ...more,
  })
export const paragraph = (text: string, style = '') =>
  `<w:p>${style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`
export const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

/** A presentation; each slide has a title and a text. The files are named against their order. */
export function aPresentation(slides: readonly (readonly [title: string, text: string])[], title = '') {
  const shape = (text: string, type: string) =>
    `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`
  const file = (index: number) => `slides/slide${slides.length - index}.xml`
  return archive({
    'ppt/presentation.xml': xml(
      `<p:presentation xmlns:r="${office}"><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="r${index}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ),
    'ppt/_rels/presentation.xml.rels': relations(
      Object.fromEntries(slides.map((_, index) => [`r${index}`, file(index)])),
    ),
    ...Object.fromEntries(
      slides.map(([head, text], index) => [
        `ppt/${file(index)}`,
        xml(`<p:sld><p:cSld><p:spTree>${shape(head, 'title')}${shape(text, 'body')}</p:spTree></p:cSld></p:sld>`),
      ]),
    ),
    'docProps/core.xml': properties(title),
  })
}

/** A workbook with these sheets, a hidden one behind them; texts are shared, as programs write them. */
export function aWorkbook(sheets: Record<string, readonly (readonly (string | number)[])[]>) {
  const words: string[] = []
  const cell = (value: string | number) =>
    typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="s"><v>${words.push(value) - 1}</v></c>`
  const all = { ...sheets, Verborgen: [['Geheimes Blatt']] }
  const files = Object.entries(all).map(([, rows], index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    xml(
      `<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
    ),
  ])
  const names = Object.keys(all).map(
    (name, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"${name === 'Verborgen' ? ' state="hidden"' : ''}/>`,
  )
  return archive({
    'xl/workbook.xml': xml(`<workbook xmlns:r="${office}"><sheets>${names.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': relations(
      Object.fromEntries(names.map((_, index) => [`r${index}`, `worksheets/sheet${index + 1}.xml`])),
    ),
    ...Object.fromEntries(files),
    'xl/sharedStrings.xml': xml(`<sst>${words.map((word) => `<si><t>${word}</t></si>`).join('')}</sst>`),
  })
}

/** An OpenDocument text with this body. */
export const anOpenText = (body: string, title = '', manifest = '') =>
  archive({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': xml(
      `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
    'meta.xml': xml(`<office:document-meta xmlns:dc="d"><dc:title>${title}</dc:title></office:document-meta>`),
    'META-INF/manifest.xml': xml(`<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>`),
  })

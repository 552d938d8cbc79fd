import { crc32, deflateSync, gzipSync } from 'node:zlib'
import { anOpenText, archive, aWord, aWorkbook, paragraph } from './formats.ts'

/** A PDF written by hand, object by object, for what no program would write. */
export function rawPdf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places = objects.map((object, index) => {
    const at = Buffer.concat(parts).length
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'))
    return at
  })
  const table = Buffer.concat(parts).length
  const lines = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end)])
}

const onePage = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>'] as const
const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>'
const stream = (content: string | Buffer, more = '') =>
  Buffer.concat([
    Buffer.from(`<</Length ${content.length}${more}>>stream\n`),
    Buffer.from(content as string),
    Buffer.from('\nendstream'),
  ])

/** A stream that unpacks to 700 MB of operators. */
function bomb() {
  let packed: Buffer = Buffer.alloc(700_000_000, ' ')
  for (let times = 0; times < 3; times++) packed = deflateSync(packed, { level: times === 0 ? 1 : 9 })
  return stream(packed, '/Filter[/FlateDecode/FlateDecode/FlateDecode]')
}

const key = '<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>'
const say = (text: string) => stream(`BT /F1 12 Tf 10 50 Td (${text}) Tj ET`)
const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
const pageWithFont = (more = '') =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>${more}>>`
const sentence = 'A sentence that is long enough to count as text'
/** A page that can be read, with whatever else. */
const readPage = (catalog: string, ...more: (string | Buffer)[]) =>
  rawPdf([`<</Type/Catalog/Pages 2 0 R${catalog}>>`, onePage[1], pageWithFont(), say(sentence), font, ...more])

/** A PNG of eight bits a colour; its data are what they are. */
function aPng(width: number, height: number, data: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const part = (name: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const mark = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([mark, part('IHDR', head), part('IDAT', data), part('IEND', Buffer.alloc(0))])
}

const times = (count: number, text: string) => text.repeat(count)
const laughs = `<!DOCTYPE w [<!ENTITY a "ha">${[...'bcdefghij'].map((name, index) => `<!ENTITY ${name} "${times(10, `&${'abcdefghi'[index]};`)}">`).join('')}]>`
const wordWith = (document: string) => archive({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document })

/**
 * Files that nobody sends with good intentions, or by mistake, each with what must become of it: a refusal when it is
 * taken in, or the state after reading.
 */
export const hostileFiles = (): Record<string, { bytes: Buffer; ends: string }> => {
  const file = (ends: string, bytes: Buffer | string) => ({ ends, bytes: Buffer.from(bytes as string) })
  return {
    'pdf: unpacks to 700 MB': file('too_large', rawPdf([...onePage, page, bomb()])),
    'pdf: needs a password': file(
      'encrypted',
      rawPdf(
        [...onePage, page, stream(''), `<</Filter/Standard/V 2/R 3/Length 128/P -4/O ${key}/U ${key}>>`],
        '/Encrypt 5 0 R/ID[<00><00>]',
      ),
    ),
    'pdf: nothing in it': file('broken', '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    'pdf: no pages': file('empty', rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'])),
    'pdf: pages without text': file('scan', rawPdf([...onePage, page, stream('')])),
    'pdf: cut off': file('fileUnread', readPage('').subarray(0, 300)),
    'pdf: says it has a billion pages': file(
      'scan',
      rawPdf([onePage[0], '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>', page, stream('')]),
    ),
    'pdf: pages that contain themselves': file(
      'broken',
      rawPdf([onePage[0], '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2/Parent 2 0 R>>']),
    ),
    'pdf: a table of contents without end': file(
      'read',
      readPage('/Outlines 6 0 R', '<</First 7 0 R/Last 7 0 R>>', '<</Title(x)/Parent 6 0 R/Next 7 0 R/First 7 0 R>>'),
    ),
    'pdf: a page as large as a country': file(
      'scan',
      rawPdf([...onePage, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9e9 9e9]/Contents 4 0 R>>', stream('')]),
    ),
    'pdf: a form that draws itself': file(
      'too_large',
      rawPdf([
        ...onePage,
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>',
        stream(`/X Do BT /F1 12 Tf 10 50 Td (${sentence}) Tj ET`),
        font,
        stream('/X Do /X Do', '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>'),
      ]),
    ),
    'pdf: programs that want to run': file(
      'read',
      readPage('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/Launch/F(cmd.exe)>>>>'),
    ),
    'pdf: arrays a hundred thousand deep': file('read', readPage(`/X ${times(100_000, '[')}${times(100_000, ']')}`)),
    'pdf: a title of signs that are none': file(
      'read',
      readPage('/Lang<FEFFD800>', `<</Title<FEFFD800DC00D8000000>>>`),
    ),
    'docx: unpacks to 300 MB': file(
      'too_large',
      aWord(`<w:p><w:r><w:t>${times(300, times(1_000_000, ' '))}</w:t></w:r></w:p>`),
    ),
    'docx: larger than it says': file('broken', archive({ 'word/document.xml': times(2_000_000, 'x') }, { size: 10 })),
    'docx: a part that leads out of it': file(
      'fileUnread',
      archive({ '../../../../etc/cron.d/x': '* * * * * root id', 'word/document.xml': '<w/>' }),
    ),
    'docx: a part at the root of the disk': file(
      'fileUnread',
      archive({ '/etc/passwd': 'root', 'word/document.xml': '<w/>' }),
    ),
    'docx: behind a password': file('encrypted', archive({ 'word/document.xml': '<w/>' }, { flags: 1 })),
    'docx: marks a hundred thousand deep': file(
      'too_large',
      wordWith(`${times(100_000, '<w:p>')}x${times(100_000, '</w:p>')}`),
    ),
    'docx: a billion laughs': file(
      'read',
      wordWith(`${laughs}<w><w:p><w:r><w:t>${sentence} &j;</w:t></w:r></w:p></w>`),
    ),
    'docx: a file of the machine as an entity': file(
      'read',
      wordWith(
        `<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]><w><w:p><w:r><w:t>${sentence} &f;</w:t></w:r></w:p></w>`,
      ),
    ),
    'docx: no marks at all': file('empty', wordWith('This is no XML')),
    'docx: cut off': file('fileUnread', aWord(paragraph('x')).subarray(0, -40)),
    'docx: twenty thousand parts': file(
      'fileUnread',
      archive(Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`x/${index}`, '']))),
    ),
    'docx: an archive in an archive': file('fileUnread', archive({ 'a.docx': aWord(paragraph('x')) })),
    'odt: behind a password': file(
      'encrypted',
      anOpenText('<text:p>x</text:p>', '', '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>'),
    ),
    'xlsx: a cell that points to nothing': file('read', aWorkbook({ Zahlen: [['x']], 'A &amp; B': [[1e300]] })),
    'html: marks a hundred thousand deep': file('too_large', `<!doctype html>${times(100_000, '<div>')}x`),
    'html: scripts': file(
      'read',
      `<!doctype html><script>location='//stranger.example'</script><p onclick="alert(1)">${sentence}<img src=x onerror=alert(1)>`,
    ),
    'html: a mark that never ends': file('empty', `<!doctype html><p ${times(100_000, 'a ')}`),
    'svg: a picture with a script': file(
      'fileSvg',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ),
    'md: lists five thousand deep': file('read', `${times(5000, '> ')}x\n\n${sentence}`),
    'txt: zeros in it': file('fileUnread', 'Text\0mit\0Nullen'),
    'txt: halves of letters': file('read', Buffer.from(`\ufeff${sentence} \ud800 \udc00`, 'utf16le')),
    'txt: one endless line': file('too_large', times(5_000_000, 'wort')),
    'gz: something packed': file('fileUnread', gzipSync('x')),
    'doc: an old office file': file('fileOld', Buffer.from('d0cf11e0a1b11ae10000', 'hex')),
    'png: no picture': file('fileBroken', Buffer.from('89504e470d0a1a0a00', 'hex')),
    'png: says it has four billion pixels': file('pictureTooLarge', aPng(65_535, 65_535, Buffer.alloc(100))),
    'png: ends before its last line': file('fileBroken', aPng(500, 500, deflateSync(Buffer.alloc(1000)))),
    'png: a page of HTML behind it': file(
      'picture',
      Buffer.concat([aPng(1, 1, deflateSync(Buffer.from([0, 9, 9, 9]))), Buffer.from('<script>alert(1)</script>')]),
    ),
    'jpeg: cut off': file('fileBroken', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')),
    nothing: file('fileEmpty', ''),
  }
}

import sharp from 'sharp'
import { expect, test } from 'vitest'
import { contentOf } from './file-content.ts'
import { cleanName } from './files.ts'

const picture = (width = 40, height = 20) => sharp({ create: { width, height, channels: 3, background: '#6f1450' } })
const refusedAs = async (bytes: Buffer) => {
  const content = await contentOf(bytes, 'file')
  return 'refused' in content ? content.refused : 'taken'
}
/** A PNG that claims a size in its header and holds almost nothing. */
const claiming = async (width: number, height: number) => {
  const bytes = Buffer.from(await picture(1, 1).png().toBuffer())
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.writeUInt32BE(crc(bytes.subarray(12, 29)), 29)
  return bytes
}
function crc(bytes: Buffer) {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

test('what must not come in is refused by its content, each with its own word', async () => {
  const svg = '<?xml version="1.0"?><!-- x --><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const png = await picture().png().toBuffer()
  expect({
    empty: await refusedAs(Buffer.alloc(0)),
    tooLarge: await refusedAs(Buffer.alloc(20 * 1024 * 1024 + 1, '%PDF-1.7')),
    svg: await refusedAs(Buffer.from(svg)),
    html: await refusedAs(Buffer.from('<!doctype html><script>alert(1)</script>')),
    htmlBeforePdf: await refusedAs(Buffer.from('<html><script>alert(1)</script>%PDF-1.7\n%%EOF')),
    pdfWithoutEnd: await refusedAs(Buffer.from('%PDF-1.7\nnothing')),
    program: await refusedAs(Buffer.from('\x7fELF\x02\x01', 'latin1')),
    zip: await refusedAs(Buffer.from('PK\x03\x04', 'latin1')),
    cutOff: await refusedAs(png.subarray(0, 60)),
    onlyTheSign: await refusedAs(Buffer.from('\x89PNG\r\n\x1a\n<script>', 'latin1')),
    bomb: await refusedAs(await claiming(60_000, 60_000)),
    longBomb: await refusedAs(await claiming(2_000_000_000, 2_000_000_000)),
  }).toEqual({
    empty: 'fileEmpty',
    tooLarge: 'fileTooLarge',
    svg: 'fileSvg',
    html: 'fileType',
    htmlBeforePdf: 'fileType',
    pdfWithoutEnd: 'fileType',
    program: 'fileType',
    zip: 'fileType',
    cutOff: 'fileBroken',
    onlyTheSign: 'fileBroken',
    bomb: 'pictureTooLarge',
    longBomb: 'fileBroken',
  })
})

test('thousands of comments before the markup are passed over one by one', async () => {
  const comments = '<!---->'.repeat(580)
  expect(await refusedAs(Buffer.from(`${comments}<svg >`))).toBe('fileSvg')
  expect(await refusedAs(Buffer.from(`${comments}x`))).toBe('fileType')
  expect(await refusedAs(Buffer.from('<!--'.repeat(1000)))).toBe('fileType')
})

test('a picture is drawn anew: what hangs behind it and what the camera wrote are gone', async () => {
  const jpeg = await picture()
    .jpeg()
    .withExif({ IFD0: { Artist: 'Anna Beispiel' }, IFD3: { GPSLatitude: '48/1 46/1 0/1' } })
    .toBuffer()
  expect(jpeg.includes('Anna Beispiel')).toBe(true)
  const content = await contentOf(Buffer.concat([jpeg, Buffer.from('<script>alert(1)</script>')]), 'file')
  if ('refused' in content) throw new Error(content.refused)
  const { exif, format, width, height } = await sharp(content.bytes).metadata()
  expect([content.bytes.includes('Anna'), content.bytes.includes('<script>'), exif]).toEqual([false, false, undefined])
  expect([format, width, height, content.extension]).toEqual(['jpeg', 40, 20, 'jpg'])
})

test('a picture stands upright and is at most 2400 pixels long', async () => {
  const lying = await picture(3000, 1500).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const content = await contentOf(lying, 'file')
  expect('refused' in content ? content : [content.width, content.height]).toEqual([1200, 2400])
})

test('a GIF becomes a PNG of its first picture, PNG and WebP stay what they are', async () => {
  const ending = async (bytes: Buffer) => {
    const content = await contentOf(bytes, 'file')
    return 'refused' in content ? content.refused : content.extension
  }
  expect([
    await ending(await picture().gif().toBuffer()),
    await ending(await picture().png().toBuffer()),
    await ending(await picture().webp().toBuffer()),
  ]).toEqual(['png', 'png', 'webp'])
})

test('a name keeps its letters, loses every path, and ends as its content does', () => {
  expect([
    cleanName('Der Saal (Größe 3).jpeg', 'jpg'),
    cleanName('../../etc/passwd', 'png'),
    cleanName('C:\\Bilder\\saal.png.html', 'png'),
    cleanName('..', 'pdf'),
    cleanName('a..b\u0000\r\n.pdf', 'pdf'),
    cleanName(`${'x'.repeat(300)}.pdf`, 'pdf'),
  ]).toEqual(['Der-Saal-Größe-3.jpg', 'passwd.png', 'saal.png.png', 'datei.pdf', 'a.b.pdf', `${'x'.repeat(60)}.pdf`])
})

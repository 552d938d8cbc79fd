import { globSync, readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pdf } from './pdf.ts'
import { SettingStopped } from './typesetting.ts'

const about = { language: 'de', title: 'Titel', author: 'Metropolregion' } as const
const template = '#set page(width: 100mm, height: 50mm)\n= #about.title\n#data.name'
/** The document with every stream unpacked, as Latin-1 text. */
function unpacked(file: Buffer): string {
  const raw = file.toString('latin1')
  return raw.replace(/stream\r?\n([\s\S]*?)\r?\nendstream/g, (all, packed: string) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')
    } catch {
      return all
    }
  })
}

test('a document is tagged, has a language and a title, and declares PDF/UA-1', async () => {
  const text = unpacked(await pdf(template, { name: 'Anna' }, about))
  expect(text).toContain('/StructTreeRoot')
  expect(text).toMatch(/\/Marked true/)
  expect(text).toMatch(/\/Lang\s*\(de/)
  expect(text).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
  expect(text).toMatch(/<dc:title>.*Titel/s)
  expect(text).toMatch(/\/DisplayDocTitle true/)
})

const hostile = ['#panic("x")', ']', '#read("/etc/passwd")', '$x', '\\', '"', '*_`', '<a>', '@b', '= c', 'W'.repeat(70)]
const foreign = ['Владимир', 'Ωμέγα', 'محمد', 'שלום', 'Đặng Thị Ngọc', 'Şağıroğlu', '', '\u0000\u0007', '\u202eabc']
describe('a name cannot do anything but stand there', () => {
  test.each([...hostile, ...foreign])('%j', async (name) => {
    const text = unpacked(await pdf(template, { name }, { ...about, title: `Karte ${name}` }))
    expect(text.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    expect(text).toContain('pdfuaid')
  })
})

test('a letter in no font leaves a box, and the document makes no claim it cannot keep', async () => {
  const text = unpacked(await pdf(template, { name: '\ue123' }, about))
  expect(text).toContain('/StructTreeRoot')
  expect(text).not.toContain('pdfuaid')
})

test('a wrong template is an error that says what is wrong', async () => {
  await expect(pdf('#nothing', {}, about)).rejects.toThrow(/unknown variable/)
})

test('documents asked for at once each get their own data', async () => {
  const alone = await Promise.all(['Anna', 'Berta'].map((name) => pdf(template, { name }, { ...about, title: name })))
  expect(alone.map((file) => /<dc:title>.*?(Anna|Berta)/s.exec(unpacked(file))?.[1])).toEqual(['Anna', 'Berta'])
})

const endless = '#for a in range(1000000) { for b in range(1000000) { let _ = calc.sin(b) } }'
test('a document without end is stopped, and meanwhile others are set', async () => {
  const done: string[] = []
  const long = pdf(endless, {}, { ...about, bounds: { seconds: 1, megabytes: 512 } }).finally(() => done.push('long'))
  const short = pdf(template, { name: 'Anna' }, about).then(() => done.push('short'))
  await expect(long).rejects.toThrow(SettingStopped)
  await short
  expect(done).toEqual(['short', 'long'])
})

test('a document that grows without end is stopped, and the next one is set', async () => {
  const growing = '#let a = range(1000)\n#for n in range(32) { a = a + a }\n#a.len()'
  await expect(pdf(growing, {}, { ...about, bounds: { seconds: 30, megabytes: 200 } })).rejects.toThrow(SettingStopped)
  expect(unpacked(await pdf(template, { name: 'Anna' }, about))).toContain('pdfuaid')
})

test('a document is not stopped for what the one before it has taken', async () => {
  const large = (times: number) => `#let a = range(1000)\n#for n in range(${times}) { a = a + a }\n#a.len()`
  for (const times of [11, 12]) await pdf(large(times), {}, { ...about, bounds: { seconds: 30, megabytes: 340 } })
})

test('what sets documents is told no secret', async () => {
  process.env.METROPOL_DATABASE_TEST = 'geheim'
  await pdf(template, { name: 'Anna' }, about)
  const told = globSync('/proc/*/environ').flatMap((file) =>
    /typeset/.test(commandOf(file)) ? readFileSync(file, 'utf8') : [],
  )
  delete process.env.METROPOL_DATABASE_TEST
  expect(told.length).toBeGreaterThan(0)
  expect(told.join()).not.toContain('geheim')
})
const commandOf = (environ: string) => {
  try {
    return readFileSync(environ.replace('environ', 'cmdline'), 'utf8')
  } catch {
    return ''
  }
}
